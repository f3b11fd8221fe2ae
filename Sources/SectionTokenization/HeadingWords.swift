// SPDX-License-Identifier: GPL-2.0-or-later

/// The words that the headings of columns are made of, each known by a number.
///
/// Every line of a table is asked for such words, so they are compared as numbers, and a line's words
/// are looked up where they stand.
struct HeadingWords: Sendable {
  /// A word that is in no heading.
  static let unknown = 0

  /// The words as ``FoldedText`` has them; the number of the first one is 1.
  private var words: [[UInt8]] = []
  /// The numbers of the words that begin with a byte; an empty word begins with 0.
  private var numbersByFirstByte = [[Int]](repeating: [], count: 256)

  /// The number of a word of the vocabulary, a new one where it has none.
  mutating func add(_ word: Substring) -> Int {
    let folded = FoldedText(word).utf8
    if let index = words.firstIndex(of: folded) { return index + 1 }
    words.append(folded)
    numbersByFirstByte[Int(folded.first ?? 0)].append(words.count)
    return words.count
  }

  /// The number of a word as printed, or ``unknown``.
  func number(of utf8: UnsafeBufferPointer<UInt8>) -> Int {
    let count = FoldedText.count(of: utf8)
    let first = count > 0 ? foldedByte(utf8[0], after: 0) : 0
    for number in numbersByFirstByte[Int(first)] {
      let word = words[number - 1]
      guard word.count == count else { continue }
      var index = 0
      var previous: UInt8 = 0
      while index < count, foldedByte(utf8[index], after: previous) == word[index] {
        previous = utf8[index]
        index += 1
      }
      if index == count { return number }
    }
    return Self.unknown
  }
}
