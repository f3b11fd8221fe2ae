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
    accounting.coverWords = plan.cover.reduce(0) { $0 + tally.count($1, by: -1) }
    accounting.contentsWords = counter.countContents(plan, in: &tally)
    accounting.furnitureWords = plan.furniture.reduce(0) { $0 + tally.count($1.text, by: -1) }
    guard !tally.isEven else { return }
    var repair = CutWordRepair(tally: tally, lines: lines, plan: plan, counter: counter)
    repair.matchCutWords()
    accounting.sourceWords -= repair.joinCount
    missing = repair.missing
    invented = repair.invented
    accounting.unaccountedWords = missing.count + invented.count
  }
}

/// Counts words by their hash, up for the source and down for the result.
struct WordTally {
  /// Open addressing with linear probing; the key 0 marks a free place.
  private var keys: [UInt64]
  private var balances: [Int32]
  private var used = 0

  init() {
    keys = [UInt64](repeating: 0, count: 4_096)
    balances = [Int32](repeating: 0, count: 4_096)
  }

  var isEven: Bool { balances.allSatisfy { $0 == 0 } }

  /// Counts the words of a text.
  ///
  /// - Returns: How many words the text has.
  @discardableResult
  mutating func count(_ text: String, by step: Int32) -> Int {
    var text = text
    return text.withUTF8 { utf8 in
      var count = 0
      WordScanner.forEachWord(in: utf8) { _, hash in
        add(hash, step)
        count += 1
      }
      return count
    }
  }

  func balance(of hash: UInt64) -> Int32 {
    balances[place(of: hash)]
  }

  private mutating func add(_ hash: UInt64, _ step: Int32) {
    var place = place(of: hash)
    if keys[place] == 0 {
      if used * 2 > keys.count {
        grow()
        place = self.place(of: hash)
      }
      keys[place] = hash
      used += 1
    }
    balances[place] += step
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: hash >> 20) & mask
    while keys[place] != 0, keys[place] != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let (oldKeys, oldBalances) = (keys, balances)
    keys = [UInt64](repeating: 0, count: oldKeys.count * 4)
    balances = [Int32](repeating: 0, count: keys.count)
    for (key, balance) in zip(oldKeys, oldBalances) where key != 0 {
      let place = place(of: key)
      keys[place] = key
      balances[place] = balance
    }
  }
}

/// Finds the words of a text: runs of letters and digits.
enum WordScanner {
  /// Calls `body` with each word's place in bytes and its hash, which is never 0.
  @inline(__always)
  static func forEachWord(
    in utf8: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, UInt64) -> Void
  ) {
    var start = 0
    var offset = 0
    while offset < utf8.count {
      let byte = utf8[offset]
      var width = 1
      let isWord: Bool
      if byte < 0x80 {
        isWord = isWordByte(byte)
      } else if byte == 0xC3 {
        width = 2
        // All of U+00C0–U+00FF but × and ÷ are letters.
        isWord = offset + 1 < utf8.count && utf8[offset + 1] != 0x97 && utf8[offset + 1] != 0xB7
      } else {
        let (scalar, scalarWidth) = decodeScalar(utf8, at: offset)
        width = scalarWidth
        isWord = isWordScalar(scalar)
      }
      if !isWord {
        if offset > start { body(start..<offset, hash(utf8, start..<offset)) }
        start = offset + width
      }
      offset += width
    }
    if utf8.count > start { body(start..<utf8.count, hash(utf8, start..<utf8.count)) }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// Mixes eight bytes at a time.
  @inline(__always)
  private static func hash(_ utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(utf8)[range])
    var hash: UInt64 = 0x2545_F491_4F6C_DD1D ^ UInt64(bytes.count)
    var offset = 0
    while offset < bytes.count {
      var chunk: UInt64 = 0
      if offset + 8 <= bytes.count {
        chunk = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      } else {
        for index in offset..<bytes.count { chunk = chunk << 8 | UInt64(bytes[index]) }
      }
      hash = (hash ^ chunk) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      offset += 8
    }
    return (hash &* 0xBF58_476D_1CE4_E5B9) | 1
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
