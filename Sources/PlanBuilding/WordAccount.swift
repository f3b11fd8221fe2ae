// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SourceText

/// Compares the words of the source with the words of the result.
///
/// A word is a run of letters and digits. The two sides are counted apart from each other: the
/// source from its printed lines, the result from the finished document. Words that the source has
/// and the result lacks, or the other way round, are then looked at once more, for a word cut at
/// the end of a line stands in two pieces in the source and counts as one.
struct WordAccount {
  private(set) var accounting = Accounting()
  /// Some of the words that did not come out even, for the diagnostics.
  private(set) var missing: [String] = []
  private(set) var invented: [String] = []

  init(lines: [SourceLine], plan: PlanDocument) {
    var tally = WordTally()
    for line in lines { accounting.sourceWords += tally.count(line.text, by: 1) }
    let counter = PlanWordCounter()
    accounting.planWords = counter.countPlan(plan, in: &tally)
    accounting.contentsWords = counter.countContents(plan, in: &tally)
    accounting.coverWords = plan.cover.reduce(0) { $0 + tally.count($1, by: -1) }
    accounting.furnitureWords = plan.furniture.reduce(0) { $0 + tally.count($1.text, by: -1) }
    guard !tally.isEven else { return }
    var repair = CutWordRepair(tally: tally, lines: lines)
    repair.matchCutWords()
    accounting.sourceWords -= repair.joinCount
    missing = repair.missing
    invented = repair.invented
    accounting.unaccountedWords = missing.count + invented.count
  }
}

/// Counts words by their hash, up for the source and down for the result.
struct WordTally {
  /// What was counted, in that order.
  private(set) var texts: [String] = []
  private var balances = HashCounts()
  /// Those of all texts, so that none needs to be read again to know which words it has.
  private var hashes: [UInt64] = []
  /// For each text, behind its last hash.
  private var hashEnds: [Int] = []

  var isEven: Bool { balances.areZero }

  /// Counts the words of a text.
  ///
  /// - Returns: How many words the text has.
  @discardableResult
  mutating func count(_ text: String, by step: Int32) -> Int {
    var counted = text
    let start = hashes.count
    counted.withUTF8 { utf8 in
      WordScanner.forEachWord(in: utf8) { hashes.append($1) }
    }
    balances.add(hashes[start...], step)
    texts.append(text)
    hashEnds.append(hashes.count)
    return hashes.count - start
  }

  func balance(of hash: UInt64) -> Int32 { balances.count(of: hash) }

  /// The words of a text of which there are too many, those of the source where `excess` is 1 and
  /// those of the result where it is -1.
  ///
  /// The text is given by its index in ``texts``.
  func unevenWords(ofTextAt textIndex: Int, excess: Int32) -> [WordScanner.Word] {
    let range = (textIndex == 0 ? 0 : hashEnds[textIndex - 1])..<hashEnds[textIndex]
    guard balances.contains(hashes[range], signum: excess) else { return [] }
    return WordScanner.words(of: texts[textIndex]) { balance(of: $0).signum() == excess }
  }
}

/// Finds the words of a text: runs of letters and digits.
enum WordScanner {
  /// Calls `body` with each word's place in bytes and its hash.
  @inline(__always)
  static func forEachWord(
    in utf8: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, UInt64) -> Void
  ) {
    TextRuns.forEach(in: utf8, marks: { wordMarks($0, of: utf8, at: $1) }) { word in
      body(word, hash(utf8, word))
    }
  }

  /// Marks the bytes of letters and digits.
  @inline(__always)
  private static func wordMarks(
    _ eight: TextEight, of utf8: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> UInt64 {
    let marks = eight.asciiWordMarks
    guard eight.wideMarks != 0 else { return marks }
    let previous = offset > 0 ? utf8[offset - 1] : 0
    let next = offset + 8 < utf8.count ? utf8[offset + 8] : 0
    return marks
      | (eight.latin1LetterMarks(after: previous, before: next)
        ?? wideWordMarks(of: utf8, at: offset))
  }

  /// Marks the bytes of letters and digits from U+0080 up, one character at a time.
  @inline(never)
  private static func wideWordMarks(of utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
    let end = min(offset + 8, utf8.count)
    var marks: UInt64 = 0
    var place = offset
    // The eight may begin inside of a character.
    while place > 0, utf8[place] & 0xC0 == 0x80 { place -= 1 }
    while place < end {
      let (scalar, width) = decodeScalar(utf8, at: place)
      if scalar.value >= 0x80, isWordScalar(scalar) {
        for byte in max(place, offset)..<min(place + width, end) {
          marks |= 0x80 << UInt64(8 * (byte - offset))
        }
      }
      place += width
    }
    return marks
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    // Dashes, quotation marks and bullets: hardly any other sign from U+0080 up is printed.
    if (0x2010...0x2027).contains(scalar.value) { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  @inline(__always)
  private static func hash(_ utf8: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt64 {
    var hash = TextHash(count: word.count)
    var offset = word.lowerBound
    while offset < word.upperBound {
      hash.mix(TextEight(utf8, at: offset).prefix(min(word.upperBound - offset, 8)))
      offset += 8
    }
    return hash.value
  }

  struct Word {
    let text: String
    let hash: UInt64
    /// Whether it is the first word of its text.
    let isFirst: Bool
    /// Whether it is the last word of its text.
    var isLast: Bool
  }

  /// The words of a text whose hashes fulfil a condition.
  static func words(of text: String, where condition: (UInt64) -> Bool) -> [Word] {
    var text = text
    return text.withUTF8 { utf8 in
      var words: [Word] = []
      var count = 0
      forEachWord(in: utf8) { range, hash in
        count += 1
        if let last = words.indices.last { words[last].isLast = false }
        guard condition(hash) else { return }
        words.append(
          Word(
            text: String(decoding: utf8[range], as: UTF8.self), hash: hash, isFirst: count == 1,
            isLast: true))
      }
      return words
    }
  }
}
