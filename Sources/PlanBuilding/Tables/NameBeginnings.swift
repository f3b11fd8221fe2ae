// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Where names of rows begin for sure: with a capital, below a line of a name that had room for their
/// first word.
///
/// A name goes on below a line only where that was full. So rows without periods or dates, and so
/// without a cell that has one line only, are told from further lines of the row above.
struct NameBeginnings {
  /// The part of a name's line, and its first word.
  private struct Place {
    let xMin: Double
    let xMax: Double
    let firstWordWidth: Double
    let startsWithCapital: Bool
    let startsWithSmallLetter: Bool

    /// The name that a line has in a column, or nil.
    init?(in line: SourceLine, _ column: Range<Double>) {
      let text: Substring
      if line.words.isEmpty {
        // A line of text without gaps stands in the column of its indent.
        guard column.contains(line.xMin), let word = line.text.spaceSeparatedWords().first else {
          return nil
        }
        text = word
        (xMin, xMax, firstWordWidth) = (line.xMin, line.xMax, Double(word.unicodeScalars.count))
      } else {
        guard let first = line.words.first(where: { column.contains($0.xMin) }),
          let last = line.words.last(where: { column.contains($0.xMin) })
        else { return nil }
        text = line.text.utf8Slice(first.utf8Start..<first.utf8End)
        (xMin, xMax, firstWordWidth) = (first.xMin, last.xMax, first.xMax - first.xMin)
      }
      startsWithCapital = SourceText.startsWithCapital(text.utf8)
      startsWithSmallLetter = SourceText.startsWithSmallLetter(text.utf8)
    }
  }

  /// The space between words, and the room that columns have round their text, in font sizes.
  private static let space = 0.3
  private static let padding = 1.0
  /// In text laid out with spaces: a space, and the part of a column by which lines of one width
  /// differ in length.
  private static let plainSpace = 1.0
  private static let unevenness = 0.2

  private let segment: TableSegment
  /// The column of the names, and which of all it is; nil where it is the last.
  private let column: (range: Range<Double>, index: Int)?
  /// The right edge of the names; measured when it is first asked for, as few tables do.
  private lazy var rightEdge = measuredRightEdge()

  /// Creates it for the part of a table on some pages.
  ///
  /// - Parameters:
  ///   - segment: The part.
  ///   - edges: The left edges of its columns after the first.
  init(_ segment: TableSegment, edges: [Double]) {
    self.segment = segment
    let name = segment.columns.columns.firstIndex { $0.role == .name }
    column = name.flatMap { name in
      guard name < edges.count else { return nil }
      let left = name > 0 ? edges[name - 1] : -.infinity
      return left <= edges[name] ? (left..<edges[name], name) : nil
    }
  }

  /// Whether a name begins on a line, counted from 0.
  mutating func begins(on index: Int) -> Bool {
    guard index > 0, let column else { return false }
    let (line, lineAbove) = (segment.lines[index], segment.lines[index - 1])
    guard lineAbove.position.page == line.position.page,
      let name = Place(in: line, column.range), name.startsWithCapital,
      let above = Place(in: lineAbove, column.range)
    else { return false }
    let (space, slack) =
      line.look.map { (Self.space * $0.fontSize, Self.space * $0.fontSize) }
      ?? (Self.plainSpace, Self.unevenness * (rightEdge - above.xMin))
    return above.xMax + space + name.firstWordWidth + slack < rightEdge
  }

  /// Where a name wraps for sure, the longest line is as long as the column lets it be; else the
  /// column ends before the next one.
  private func measuredRightEdge() -> Double {
    guard let column else { return 0 }
    let places = segment.lines.map { Place(in: $0, column.range) }
    let wraps = zip(places, places.dropFirst()).contains {
      $0 != nil && $1?.startsWithSmallLetter == true
    }
    if wraps { return places.compactMap { $0?.xMax }.max() ?? 0 }
    let beside = segment.lines.compactMap { line in
      line.words.first { $0.xMin >= column.range.upperBound }?.xMin
    }
    let padding = Self.padding * (segment.lines.first?.look?.fontSize ?? 2)
    return min(segment.columns.columns[column.index + 1].xMin, beside.min() ?? .infinity) - padding
  }
}
