// SPDX-License-Identifier: GPL-2.0-or-later

/// Words and headings of the vocabulary, each known by a number.
///
/// Nearly every line and word of a plan is looked up, and few are found: they are compared where they
/// stand, without a copy in lower case.
package struct KnownTexts: Sendable {
  /// The number of a text that is not known; the known ones have 1 and up.
  package static let unknown = 0

  /// A text, told from nearly all others by its length and its ends.
  private struct Entry {
    let number: Int
    /// Where it stands among the bytes of all texts.
    let utf8: Range<Int>
    let last: UInt8
  }

  /// All texts, one after the other, as ``FoldedText`` has them.
  private var utf8: [UInt8] = []
  /// Ordered by the texts' first bytes; an empty text begins with 0.
  private var entries: [Entry] = []
  /// Where the texts end that begin with a byte or a lower one.
  private var entryEnds = [Int](repeating: 0, count: 256)

  /// The length in bytes of the longest text.
  package var longest: Int { entries.map(\.utf8.count).max() ?? 0 }

  package init() {}

  /// The number of a text of the vocabulary, a new one where it has none.
  package mutating func add(_ text: some StringProtocol) -> Int {
    let folded = FoldedText(text).utf8
    let known = folded.withUnsafeBufferPointer { number(ofFolded: $0) }
    guard known == Self.unknown else { return known }
    let first = Int(folded.first ?? 0)
    let entry = Entry(
      number: entries.count + 1, utf8: utf8.count..<(utf8.count + folded.count),
      last: folded.last ?? 0)
    entries.insert(entry, at: entryEnds[first])
    for byte in first...255 { entryEnds[byte] += 1 }
    utf8 += folded
    return entry.number
  }

  /// The number of a text as printed, or ``unknown``.
  package func number(of text: String) -> Int {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  /// The number of a text as printed, or ``unknown``.
  package func number(of utf8: UnsafeBufferPointer<UInt8>) -> Int {
    number(ofFolded: UnsafeBufferPointer(rebasing: utf8[..<FoldedText.count(of: utf8)]))
  }

  /// The number of a text in upper or lower case, of which all is compared.
  private func number(ofFolded text: UnsafeBufferPointer<UInt8>) -> Int {
    let count = text.count
    let first = count > 0 ? Int(foldedByte(text[0], after: 0)) : 0
    let last = count > 0 ? foldedByte(text[count - 1], after: count > 1 ? text[count - 2] : 0) : 0
    for index in (first > 0 ? entryEnds[first - 1] : 0)..<entryEnds[first] {
      let entry = entries[index]
      guard entry.utf8.count == count, entry.last == last else { continue }
      if isEqual(text, entry.utf8.lowerBound) { return entry.number }
    }
    return Self.unknown
  }

  /// Whether a text is, but for its case, the one that stands at an offset of all texts.
  private func isEqual(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    var previous: UInt8 = 0
    for index in text.indices {
      guard foldedByte(text[index], after: previous) == utf8[start + index] else { return false }
      previous = text[index]
    }
    return true
  }
}
