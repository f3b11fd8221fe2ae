// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Texts one after the other, with a space between each two.
struct JoinedTexts {
  private(set) var utf8: [UInt8] = []
  /// Where each text ends, in bytes.
  private(set) var ends: [Int] = []

  mutating func append(_ text: String) {
    if !utf8.isEmpty { utf8.append(0x20) }
    var text = text
    text.withUTF8 { utf8.append(contentsOf: $0) }
    ends.append(utf8.count)
  }
}

/// The words of the printed lines.
struct SourceWords {
  let text: JoinedTexts
  let hashes: [UInt64]
  /// Where each word begins, in bytes of the text.
  let starts: [Int]

  init(_ lines: [SourceLine]) {
    var text = JoinedTexts()
    for line in lines { text.append(line.text) }
    var hashes: [UInt64] = []
    var starts: [Int] = []
    text.utf8.withUnsafeBufferPointer { utf8 in
      // Words of Swedish have six letters and a space.
      hashes.reserveCapacity(utf8.count / 6)
      starts.reserveCapacity(utf8.count / 6)
      WordScanner.forEachWord(in: utf8) { word, hash in
        hashes.append(hash)
        starts.append(word.lowerBound)
      }
    }
    self.text = text
    self.hashes = hashes
    self.starts = starts
  }

  /// A word, counted from 0 over all lines.
  func word(_ index: Int) -> String {
    let end = index + 1 < starts.count ? starts[index + 1] : text.utf8.count
    let text = String(decoding: text.utf8[starts[index]..<end], as: UTF8.self)
    return WordScanner.words(of: text).first ?? ""
  }
}

/// The words of a part of the result.
struct ResultWords {
  fileprivate(set) var hashes: [UInt64] = []
  /// Words that were not found where the source goes on, in bytes of the part's text.
  fileprivate var apart: [(hash: UInt64, place: Range<Int>)] = []
  fileprivate let text: JoinedTexts

  /// The words that were not found where the source goes on, by their hash.
  func wordsApart(where condition: (UInt64) -> Bool) -> [UInt64: String] {
    var words: [UInt64: String] = [:]
    for (hash, place) in apart where condition(hash) {
      words[hash] = String(decoding: text.utf8[place], as: UTF8.self)
    }
    return words
  }
}

/// Counts words by their hash, up for the source and down for the result.
///
/// The result has most of the source's words in the order in which they are printed. What stands in
/// both, from one space to another, has the same words and is not counted; all else is.
struct WordTally {
  let source: SourceWords
  private var balances = HashCounts()
  /// Where the source goes on, in bytes: at its beginning, or behind a space.
  private var offset = 0
  /// The first word that begins there or later.
  private var word = 0

  /// How many words of the source are tried, from where it goes on: a running head, or the words of
  /// another cell.
  private static let sourceReach = 32
  /// How many words of the result are tried.
  private static let resultReach = 4

  init(_ source: SourceWords) { self.source = source }

  var isEven: Bool { balances.areZero }

  func balance(of hash: UInt64) -> Int32 { balances.count(of: hash) }

  /// Whether there are too many of one of some words, in the source for 1 and in the result for -1.
  func hasUneven(_ hashes: ArraySlice<UInt64>, excess: Int32) -> Bool {
    balances.contains(hashes, signum: excess)
  }

  /// Counts the words of a part of the result.
  mutating func count(_ text: JoinedTexts) -> ResultWords {
    var result = ResultWords(text: text)
    let source = source
    source.text.utf8.withUnsafeBufferPointer { printed in
      text.utf8.withUnsafeBufferPointer { utf8 in
        var place = 0
        while place < utf8.count {
          let length = Self.commonLength(printed, offset, utf8, place)
          if length > 0 {
            result.hashes += source.hashes[takeWords(before: offset + length)]
            offset += length + 1
            place += length + 1
          } else {
            let next = nextCommonPlace(printed, utf8, place)
            countApart(utf8, place..<next.inResult, in: &result)
            balances.add(source.hashes[takeWords(before: next.inSource)])
            place = next.inResult
            offset = next.inSource
          }
        }
      }
    }
    return result
  }

  /// Counts the words of the source that no part of the result had.
  mutating func countRestOfSource() {
    balances.add(source.hashes[word...])
    word = source.hashes.count
  }

  /// The words from the one in hand to those that begin at an offset of the source.
  private mutating func takeWords(before end: Int) -> Range<Int> {
    let first = word
    while word < source.starts.count, source.starts[word] < end { word += 1 }
    return first..<word
  }

  private mutating func countApart(
    _ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, in result: inout ResultWords
  ) {
    let first = result.hashes.count
    WordScanner.forEachWord(in: UnsafeBufferPointer(rebasing: utf8[range])) { word, hash in
      result.hashes.append(hash)
      let start = range.lowerBound + word.lowerBound
      result.apart.append((hash, start..<(start + word.count)))
    }
    balances.add(result.hashes[first...], -1)
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
      let difference =
        TextEight(one, at: start + length).bytes ^ TextEight(other, at: otherStart + length).bytes
      length += difference.trailingZeroBitCount / 8
      if difference != 0 { break }
    }
    length = min(length, limit)
    if endsWord(one, start + length), endsWord(other, otherStart + length) { return length }
    while length > 0 {
      length -= 1
      if one[start + length] == 0x20 { return length }
    }
    return 0
  }

  private static func endsWord(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    offset == utf8.count || utf8[offset] == 0x20
  }

  /// The next place in the result and in the source where both may go on alike.
  private func nextCommonPlace(
    _ printed: UnsafeBufferPointer<UInt8>, _ utf8: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> (inResult: Int, inSource: Int) {
    guard word < source.starts.count else { return (utf8.count, offset) }
    let reach = source.starts[word..<min(word + Self.sourceReach, source.starts.count)]
    var place = start
    for _ in 0..<Self.resultReach where place < utf8.count {
      let eight = TextEight(utf8, at: place).bytes
      for candidate in reach where TextEight(printed, at: candidate).bytes == eight {
        let isNew = place > start || candidate > offset
        if isNew, candidate == 0 || printed[candidate - 1] == 0x20 { return (place, candidate) }
      }
      while place < utf8.count, utf8[place] != 0x20 { place += 1 }
      place = min(place + 1, utf8.count)
    }
    return (place, offset)
  }
}
