// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// A word that stands on one side where the other goes on with another one.
struct WordApart {
  let hash: UInt64
  /// In bytes of its side's texts.
  let place: Range<Int>
}

/// The words of a part of the result.
struct ResultWords {
  let text: JoinedTexts
  fileprivate(set) var wordCount = 0
  fileprivate(set) var apart: [WordApart] = []
}

/// Counts words by their hash, up for the source and down for the result.
///
/// The result has most of the source's words in the order in which they are printed. What stands in
/// both, from one space to another, has the same words; only words that are apart have hashes.
struct WordTally {
  /// The printed lines.
  let source: JoinedTexts
  /// Where each line ends, in bytes.
  let lineEnds: [Int]
  private(set) var sourceWordCount = 0
  /// The source's words that the result does not have where it goes on alike, in printed order.
  private(set) var sourceApart: [WordApart] = []
  private var balances = HashCounts()
  /// Where the source goes on, in bytes: at its beginning, or behind a space.
  private var offset = 0

  /// How often in a row the two sides went on with other words.
  private var missCount = 0

  /// How many bytes of the source are tried, from where it goes on: a running head, or the words of
  /// another cell.
  private static let sourceReach = 256
  /// As many bytes are alike where more of the source is tried, so that few places are found by chance.
  private static let surelyAlike = 32
  /// How many words of the result are tried.
  private static let resultReach = 4

  init(_ lines: [SourceLine]) {
    var source = TextJoiner(capacity: lines.reduce(0) { $0 + $1.text.utf8.count + 1 })
    var lineEnds: [Int] = []
    lineEnds.reserveCapacity(lines.count)
    // By index: a line that is iterated over is a copy.
    for index in lines.indices {
      source.append(lines[index].text)
      lineEnds.append(source.count)
    }
    self.lineEnds = lineEnds
    self.source = JoinedTexts(source)
  }

  var isEven: Bool { balances.areZero }

  func balance(of hash: UInt64) -> Int32 { balances.count(of: hash) }

  /// Counts the words of a part of the result.
  mutating func count(_ text: JoinedTexts) -> ResultWords {
    var result = ResultWords(text: text)
    let source = source
    source.utf8.withUnsafeBufferPointer { printed in
      text.utf8.withUnsafeBufferPointer { utf8 in
        var place = 0
        while place < utf8.count {
          let length = Self.commonLength(printed, offset, utf8, place)
          if length > 0 {
            let count = WordScanner.wordCount(in: utf8, place..<(place + length))
            result.wordCount += count
            sourceWordCount += count
            offset += length + 1
            place += length + 1
            missCount = 0
          } else {
            let next = nextCommonPlace(printed, utf8, place)
            addApart(utf8, place..<next.inResult, to: &result)
            addApart(printed, before: next.inSource)
            place = next.inResult
            missCount += 1
          }
        }
      }
    }
    return result
  }

  /// Counts the words of the source that no part of the result had.
  mutating func countRestOfSource() {
    let source = source
    source.utf8.withUnsafeBufferPointer { addApart($0, before: $0.count) }
  }

  /// All words of the source in printed order.
  func sourceWords() -> [WordApart] {
    var words: [WordApart] = []
    source.utf8.withUnsafeBufferPointer { utf8 in
      WordScanner.forEachWord(in: utf8, 0..<utf8.count) { word, hash in
        words.append(WordApart(hash: hash, place: word))
      }
    }
    return words
  }

  private mutating func addApart(
    _ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, to result: inout ResultWords
  ) {
    WordScanner.forEachWord(in: utf8, range) { word, hash in
      balances.add(hash, -1)
      result.apart.append(WordApart(hash: hash, place: word))
      result.wordCount += 1
    }
  }

  /// Adds the words of the source from where it goes on to an offset, and goes on there.
  private mutating func addApart(_ printed: UnsafeBufferPointer<UInt8>, before end: Int) {
    guard offset < end else { return }
    WordScanner.forEachWord(in: printed, offset..<end) { word, hash in
      balances.add(hash, 1)
      sourceApart.append(WordApart(hash: hash, place: word))
      sourceWordCount += 1
    }
    offset = end
  }

  // MARK: - Where words stand in lines

  /// The line at a place in the source, which is not above a certain one.
  func line(at place: Int, from first: Int) -> Int {
    lineEnds[first...].firstIndex { place < $0 } ?? lineEnds.count - 1
  }

  /// The place of a line in the source, in bytes.
  func place(ofLine line: Int) -> Range<Int> {
    let end = lineEnds[line]
    return (line == 0 ? 0 : min(lineEnds[line - 1] + 1, end))..<end
  }

  /// Signs between an edge of a line and a word that was cut there are fewer than that.
  private static let longestEdge = 64

  /// Whether only signs stand before a word in its line.
  func isFirstWord(_ word: Range<Int>, in line: Range<Int>) -> Bool {
    hasNoWord(line.lowerBound..<word.lowerBound)
  }

  /// Whether only signs stand behind a word in its line.
  func isLastWord(_ word: Range<Int>, in line: Range<Int>) -> Bool {
    hasNoWord(word.upperBound..<line.upperBound)
  }

  private func hasNoWord(_ range: Range<Int>) -> Bool {
    guard range.count < Self.longestEdge else { return false }
    return source.utf8.withUnsafeBufferPointer { WordScanner.wordCount(in: $0, range) == 0 }
  }

  // MARK: - What stands in both

  /// How many bytes two texts have in common from two places on, to the last space or end of both.
  private static func commonLength(
    _ one: UnsafeBufferPointer<UInt8>, _ start: Int,
    _ other: UnsafeBufferPointer<UInt8>, _ otherStart: Int
  ) -> Int {
    let limit = min(one.count - start, other.count - otherStart)
    guard limit > 0 else { return 0 }
    var length = 0
    while length < limit {
      if let bytes = SixteenBytes(UnsafeRawBufferPointer(one), at: start + length),
        let others = SixteenBytes(UnsafeRawBufferPointer(other), at: otherStart + length)
      {
        let count = bytes.differing(from: others).countBefore
        length += count
        if count < 16 { break }
      } else {
        let difference = eight(one, start + length) ^ eight(other, otherStart + length)
        length += difference.trailingZeroBitCount / 8
        if difference != 0 { break }
      }
    }
    length = min(length, limit)
    if endsWord(one, start + length), endsWord(other, otherStart + length) { return length }
    while length > 0 {
      length -= 1
      if one[start + length] == 0x20 { return length }
    }
    return 0
  }

  @inline(__always)
  private static func eight(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt64 {
    EightBytes(UnsafeRawBufferPointer(utf8), from: offset).number
  }

  private static func endsWord(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    offset == utf8.count || utf8[offset] == 0x20
  }

  /// The next place in the result and in the source where both may go on alike.
  private func nextCommonPlace(
    _ printed: UnsafeBufferPointer<UInt8>, _ utf8: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (inResult: Int, inSource: Int) {
    guard offset < printed.count else { return (utf8.count, offset) }
    // The end of a list of contents, or a table that is read in another order, may be long. The further
    // the reach, the less often it is tried, so that all takes time in proportion to the texts.
    let isFar = missCount > 1 && missCount & (missCount - 1) == 0
    let reach = Self.sourceReach * (isFar ? missCount : 1)
    // Cells that the source had before: the result goes on where the source does.
    let sourceBeginning = Self.eight(printed, offset)
    var later = start
    for _ in 1..<Self.resultReach {
      later = Self.nextWord(of: utf8, after: later)
      if later < utf8.count, Self.eight(utf8, later) == sourceBeginning { return (later, offset) }
    }
    var place = start
    for _ in 0..<Self.resultReach where place < utf8.count {
      let beginning = Self.eight(utf8, place)
      let next = nextWord(
        of: printed, beginningWith: UInt8(truncatingIfNeeded: beginning), within: reach
      ) { word in
        Self.eight(printed, word) == beginning
          && Self.commonLength(printed, word, utf8, place) >= (isFar ? Self.surelyAlike : 1)
      }
      if let next { return (place, next) }
      place = Self.nextWord(of: utf8, after: place)
    }
    return (place, offset)
  }

  /// Where the word behind that at a place begins, or the text's end.
  private static func nextWord(of utf8: UnsafeBufferPointer<UInt8>, after place: Int) -> Int {
    var place = place
    while place < utf8.count, utf8[place] != 0x20 { place += 1 }
    return min(place + 1, utf8.count)
  }

  /// Where the first of the source's next words begins that is wanted, among so many bytes.
  @inline(__always)
  private func nextWord(
    of printed: UnsafeBufferPointer<UInt8>, beginningWith first: UInt8, within reach: Int,
    _ isWanted: (Int) -> Bool
  ) -> Int? {
    let text = UnsafeRawBufferPointer(printed)
    let end = min(offset + reach, printed.count - 1)
    var place = offset
    var found: Int?
    while place < end, found == nil {
      if let spaces = SixteenBytes(text, at: place), let next = SixteenBytes(text, at: place + 1) {
        // The last of the sixteen may lie out of reach.
        _ = (spaces.equal(to: 0x20) & next.equal(to: first)).contains { count in
          let word = place + count + 1
          guard word <= end, isWanted(word) else { return false }
          found = word
          return true
        }
        place += 16
      } else {
        if printed[place] == 0x20, isWanted(place + 1) { found = place + 1 }
        place += 1
      }
    }
    return found
  }
}
