// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Words and headings of the vocabulary, each known by a number.
///
/// Nearly every line and word of a plan is looked up, and few are found: they are compared where they
/// stand, without a copy in lower case.
package struct KnownTexts: Sendable {
  /// The number of a text that is not known; the known ones have 1 and up.
  package static let unknown = 0

  /// A text, told from nearly all others by its length and its beginning.
  private struct Entry {
    let number: Int
    /// Where it stands among the bytes of all texts.
    let utf8: Range<Int>
    let beginning: UInt64
  }

  /// So many bytes are compared at once.
  private static let beginningCount = 8

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
      beginning: folded.withUnsafeBufferPointer(Self.beginning(of:)))
    entries.insert(entry, at: entryEnds[first])
    for byte in first...255 { entryEnds[byte] += 1 }
    utf8 += folded
    return entry.number
  }

  /// Whether a text begins with a byte, in lower case.
  package func mayBegin(with byte: UInt8) -> Bool {
    entryEnds[Int(byte)] > (byte > 0 ? entryEnds[Int(byte) - 1] : 0)
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

  /// Whether a text as printed is the beginning of a known one.
  package func holdsBeginning(_ text: some StringProtocol) -> Bool {
    let folded = FoldedText(text).utf8
    return entries.contains { utf8[$0.utf8].starts(with: folded) }
  }

  /// Whether a text as printed is the end of a known one.
  package func holdsEnding(_ text: some StringProtocol) -> Bool {
    let folded = FoldedText(text).utf8
    return entries.contains { utf8[$0.utf8].suffix(folded.count).elementsEqual(folded) }
  }

  /// The number of a text in upper or lower case, of which all is compared.
  private func number(ofFolded text: UnsafeBufferPointer<UInt8>) -> Int {
    let first = text.isEmpty ? 0 : Int(foldedByte(text[0], after: 0))
    let candidates = (first > 0 ? entryEnds[first - 1] : 0)..<entryEnds[first]
    guard !candidates.isEmpty else { return Self.unknown }
    let beginning = Self.beginning(of: text)
    for index in candidates {
      let entry = entries[index]
      if entry.beginning == beginning, entry.utf8.count == text.count,
        goesOn(text, like: entry.utf8)
      {
        return entry.number
      }
    }
    return Self.unknown
  }

  /// The first bytes of a text in lower case as a number, the first one lowest.
  private static func beginning(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    EightBytes(UnsafeRawBufferPointer(text), from: 0).lowercased(afterC3: false).number
  }

  /// Whether a text is after its beginning, but for its case, one of the same length.
  private func goesOn(_ text: UnsafeBufferPointer<UInt8>, like known: Range<Int>) -> Bool {
    var index = Self.beginningCount
    while index < text.count {
      guard foldedByte(text[index], after: text[index - 1]) == utf8[known.lowerBound + index]
      else { return false }
      index += 1
    }
    return true
  }
}
