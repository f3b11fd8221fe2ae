// SPDX-License-Identifier: GPL-2.0-or-later

/// Words and headings of the vocabulary, each known by a number.
///
/// Nearly every line and word of a plan is looked up, and few are found: they are compared where they
/// stand, without a copy in lower case.
package struct KnownTexts: Sendable {
  /// The number of a text that is not known; the known ones have 1 and up.
  package static let unknown = 0

  /// As ``FoldedText`` has them.
  private var texts: [[UInt8]] = []
  /// The numbers of the texts that begin with a byte; an empty text begins with 0.
  private var numbersByFirstByte = [[Int]](repeating: [], count: 256)

  /// The length in bytes of the longest text.
  package var longest: Int { texts.map(\.count).max() ?? 0 }

  package init() {}

  /// The number of a text of the vocabulary, a new one where it has none.
  package mutating func add(_ text: some StringProtocol) -> Int {
    let folded = FoldedText(text).utf8
    if let index = texts.firstIndex(of: folded) { return index + 1 }
    texts.append(folded)
    numbersByFirstByte[Int(folded.first ?? 0)].append(texts.count)
    return texts.count
  }

  /// The number of a text as printed, or ``unknown``.
  package func number(of text: String) -> Int {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  /// The number of a text as printed, or ``unknown``.
  package func number(of utf8: UnsafeBufferPointer<UInt8>) -> Int {
    let count = FoldedText.count(of: utf8)
    let first = count > 0 ? foldedByte(utf8[0], after: 0) : 0
    for number in numbersByFirstByte[Int(first)] where texts[number - 1].count == count {
      let text = texts[number - 1]
      var index = 0
      var previous: UInt8 = 0
      while index < count, foldedByte(utf8[index], after: previous) == text[index] {
        previous = utf8[index]
        index += 1
      }
      if index == count { return number }
    }
    return Self.unknown
  }
}
