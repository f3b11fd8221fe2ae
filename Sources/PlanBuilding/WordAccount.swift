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
      WordScanner.forEachWord(in: utf8) { _, hash in
        balances.add(hash, step)
        hashes.append(hash)
      }
    }
    texts.append(text)
    hashEnds.append(hashes.count)
    return hashes.count - start
  }

  func balance(of hash: UInt64) -> Int32 { balances.count(of: hash) }

  /// The words of a text of which there are too many, those of the source where `excess` is over 0.
  ///
  /// The text is given by its index in ``texts``.
  func unevenWords(ofTextAt textIndex: Int, excess: Int32) -> [WordScanner.Word] {
    let range = (textIndex == 0 ? 0 : hashEnds[textIndex - 1])..<hashEnds[textIndex]
    let isUneven = { (hash: UInt64) in balance(of: hash).signum() == excess.signum() }
    guard hashes[range].contains(where: isUneven) else { return [] }
    return WordScanner.words(of: texts[textIndex], where: isUneven)
  }
}

/// Finds the words of a text: runs of letters and digits.
enum WordScanner {
  /// Calls `body` with each word's place in bytes and its hash.
  @inline(__always)
  static func forEachWord(
    in utf8: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, UInt64) -> Void
  ) {
    var offset = 0
    while offset < utf8.count {
      let end = wordEnd(utf8, from: offset)
      if end > offset { body(offset..<end, hash(utf8, offset..<end)) }
      offset = end < utf8.count ? end + characterWidth(utf8, at: end) : end
    }
  }

  /// Where the letters and digits end that begin at an offset.
  @inline(__always)
  private static func wordEnd(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < utf8.count {
      if let eight = EightBytes(UnsafeRawBufferPointer(utf8), at: offset) {
        let count = (!plainLetters(eight)).countBefore
        offset += count
        if count == 8 { continue }
        if utf8[offset] < 0x80 { break }
      }
      // The eight may have ended inside a character.
      if utf8[offset] & 0xC0 == 0x80 { offset -= 1 }
      if utf8[offset] < 0x80 {
        guard isWordByte(utf8[offset]) else { break }
        offset += 1
      } else {
        guard let width = letterWidth(utf8, at: offset) else { break }
        offset += width
      }
    }
    return offset
  }

  /// The bytes of letters and digits of ASCII and of U+00C0–U+00FF; those of other letters are not
  /// among them, nor is the second byte of × and ÷.
  @inline(__always)
  private static func plainLetters(_ eight: EightBytes) -> EightBytes.Subset {
    eight.ascii(from: 0x61, through: 0x7A) | eight.ascii(from: 0x41, through: 0x5A)
      | eight.ascii(from: 0x30, through: 0x39) | eight.beyondASCII(from: 0xC3, through: 0xC3)
      | eight.beyondASCII(from: 0x80, through: 0x96) | eight.beyondASCII(from: 0x98, through: 0xB6)
      | eight.beyondASCII(from: 0xB8, through: 0xBF)
  }

  /// How many bytes the letter or digit from U+0080 up takes that stands at an offset; nil for
  /// another character.
  @inline(__always)
  private static func letterWidth(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    if utf8[offset] == 0xC3 {
      // All of U+00C0–U+00FF but × and ÷ are letters.
      guard offset + 1 < utf8.count, utf8[offset + 1] != 0x97, utf8[offset + 1] != 0xB7 else {
        return nil
      }
      return 2
    }
    let (scalar, width) = decodeScalar(utf8, at: offset)
    return isWordScalar(scalar) ? width : nil
  }

  @inline(__always)
  private static func characterWidth(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    utf8[offset] < 0x80 ? 1 : decodeScalar(utf8, at: offset).width
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// Mixes eight bytes at a time.
  @inline(__always)
  private static func hash(_ utf8: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(utf8)
    var hash: UInt64 = 0x2545_F491_4F6C_DD1D ^ UInt64(word.count)
    var offset = word.lowerBound
    while offset < word.upperBound {
      let count = min(word.upperBound - offset, 8)
      let chunk =
        EightBytes(bytes, at: offset)?.prefix(count)
        ?? (0..<count).reduce(0) { $0 | UInt64(bytes[offset + $1]) << (8 * UInt64($1)) }
      hash = (hash ^ chunk) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      offset += 8
    }
    return hash &* 0xBF58_476D_1CE4_E5B9
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
