// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Headers of which each heading is a block of its own, with blank lines between them.
extension TableHeaderReader {
  /// Headings that come late stand no more lines below the first one than this: a few rows' names.
  private static let lateHeadingLimit = 16

  /// Whether a line holds nothing but headings of columns, whole or in part.
  func holdsOnlyHeadings(_ line: SourceLine) -> Bool {
    words(of: line, at: 0).allSatisfy(isKnown)
  }

  /// Whether the first column's heading stands alone, with a blank line before the next heading;
  /// `first` are the words of the header's first line.
  func cellsStandApart(
    in range: Range<Int>, of lines: [SourceLine], _ first: [HeaderWord], _ phrases: [Phrase]
  ) -> Bool {
    guard isNameHeading(first, phrases) else { return false }
    return range.count == 1 || lines[range.lowerBound + 1].blankLinesAbove > 0
  }

  /// Whether a first column's heading that stands alone heads a table all the same: below it, on the
  /// same page, a block begins with headings of the other columns.
  func isAboveLateHeadings(
    _ range: Range<Int>, in lines: [SourceLine], kind: PlanTableKind, furniture: [Bool]
  ) -> Bool {
    let index = range.lowerBound
    let phrases = phrases(of: kind)
    let first = words(of: lines[index], at: index)
    guard range.count == 1, lines[index].look == nil, lines[index].words.isEmpty,
      isNameHeading(first, phrases)
    else { return false }
    let header = TableColumns(
      kind: kind, columns: columns(of: first, in: lines, phrases), lineCount: 1, hasPlaces: false,
      position: lines[index].position)
    for line in (index + 1)..<max(index + 1, min(index + Self.lateHeadingLimit, lines.count))
    where !(furniture.indices.contains(line) && furniture[line]) {
      if lines[line].startsPage || startsWithName(words(of: lines[line], at: line), phrases) {
        return false
      }
      if lines[line].blankLinesAbove > 0, isLateHeading(lines[line], of: header) { return true }
    }
    return false
  }

  /// Whether a line among the cells holds nothing but headings of the other kind of table: at the
  /// foot of a page an extractor may give the last columns of all its tables.
  func isHeadingOfOtherTable(_ line: SourceLine, than header: TableColumns) -> Bool {
    guard header.cellsStandApart, line.blankLinesAbove > 0, mayBeginHeading(line.text),
      line.text.utf8.count < Self.longestFurtherLine
    else { return false }
    let other = phrases(of: header.kind == .indicators ? .activities : .indicators)
    let words = words(of: line, at: 0)
    let roles = columns(of: words, in: [line], other).map(\.role)
    return allKnown(words, other) && !roles.contains(.unknown) && !roles.contains(.name)
  }

  /// In bytes; a line that is longer has more words than the heading of a first column.
  static let longestNameHeading = 40

  /// The kind of table whose first column's heading is all that a line holds, or nil.
  func kindOfNameHeading(_ line: SourceLine) -> PlanTableKind? {
    guard line.text.utf8.count <= Self.longestNameHeading else { return nil }
    let words = words(of: line, at: 0)
    return [PlanTableKind.indicators, .activities].first { isNameHeading(words, phrases(of: $0)) }
  }

  /// Whether so many words of a line are the heading of a first column.
  func isNameHeading(_ line: SourceLine, wordCount: Int) -> Bool {
    let words = Array(words(of: line, at: 0).prefix(wordCount))
    return [PlanTableKind.indicators, .activities].contains {
      isNameHeading(words, phrases(of: $0))
    }
  }

  private func isNameHeading(_ words: [HeaderWord], _ phrases: [Phrase]) -> Bool {
    phrases.contains { $0.role == .name && $0.words.elementsEqual(words.lazy.map(\.number)) }
  }
}
