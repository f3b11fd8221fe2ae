// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// The words of a cell or of a row's lines, in one buffer with one space between each two.
///
/// What is tried as a cell is a range of words, and takes no copy.
struct RowWords {
  private var utf8: [UInt8] = []
  /// Where each word stands in the buffer.
  private var places: [Range<Int>] = []

  /// In bytes.
  private static let roomForFurtherLines = 96

  /// Creates no words yet.
  init() {}

  /// Creates the words of a text.
  init(_ text: String) {
    append(text)
  }

  var count: Int { places.count }

  /// Adds the words of a line.
  ///
  /// - Returns: The numbers of these words, counted from 0.
  @discardableResult
  mutating func append(_ line: String) -> Range<Int> {
    let first = places.count
    var line = line
    line.withUTF8 { text in
      guard !text.isEmpty else { return }
      if utf8.isEmpty {
        // Most rows have few lines more, and words of Swedish have six letters and a space.
        utf8.reserveCapacity(text.count + Self.roomForFurtherLines)
        places.reserveCapacity((text.count + Self.roomForFurtherLines) / 6)
      } else {
        utf8.append(0x20)
      }
      let start = utf8.count
      forEachWord(of: text) { word in
        places.append((start + word.lowerBound)..<(start + word.upperBound))
      }
      utf8.append(contentsOf: text)
    }
    return first..<places.count
  }

  /// The words as one text.
  func text(of words: Range<Int>) -> String {
    withUTF8(of: words) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with the words as one text.
  @inline(__always)
  func withUTF8<Result>(
    of words: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let range =
      words.isEmpty
      ? 0..<0 : places[words.lowerBound].lowerBound..<places[words.upperBound - 1].upperBound
    return utf8.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The text of lines, joined as the document joins words at line ends.
  ///
  /// - Parameters:
  ///   - lines: The words of each line.
  ///   - evidence: How the document writes words with hyphens.
  ///   - isName: Whether the cell is in the wide column, where no word is cut without a hyphen.
  /// - Returns: One line of text.
  func text(ofLines lines: [Range<Int>], _ evidence: HyphenEvidence, isName: Bool = false) -> String
  {
    // Most cells have one line.
    if lines.count == 1 { return text(of: lines[0]) }
    var joiner = LineJoiner(words: evidence, isCell: !isName)
    for line in lines { joiner.append(text(of: line)) }
    return joiner.text
  }

  /// Whether two runs of words are the same words.
  func areEqual(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.count == other.count
      && withUTF8(of: one) { first in withUTF8(of: other) { first.elementsEqual($0) } }
  }
}
