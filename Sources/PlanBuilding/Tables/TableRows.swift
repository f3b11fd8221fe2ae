// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// A stretch of a table under one printed header: a table that breaks over pages has several.
struct TableSegment {
  var columns: TableColumns
  /// The lines of the rows, furniture left out.
  var lines: [SourceLine]
  /// How many lines stand before headings that come late; nil where the header is whole.
  ///
  /// They hold cells of the first columns.
  var lateHeadingIndex: Int?
}

/// The cells of a row, each on one line of text; an empty string for an empty cell.
struct TableRow {
  /// In the order in which they were set.
  private var cells: [(role: TableColumnRole, text: String)] = []
  let position: SourcePosition
  /// Whether the document ends the row before its last cells.
  var isCutShort = false
  /// Whether its cells stand apart in the text and were put together by what is lacking where.
  var isOutOfOrder = false
  /// Whether it has one date, of which the text does not tell the column.
  var hasLoneDate = false
  /// Whether it has one value, which stands as its own target though the text does not tell the
  /// column.
  var hasLoneValue = false

  /// Creates a row without cells.
  init(position: SourcePosition) {
    self.position = position
    // A row of indicators has no more.
    cells.reserveCapacity(4)
  }

  subscript(role: TableColumnRole) -> String {
    get { cells.first { $0.role == role }?.text ?? "" }
    set {
      if let index = cells.firstIndex(where: { $0.role == role }) {
        cells[index].text = newValue
      } else {
        cells.append((role, newValue))
      }
    }
  }
}

extension TableRow {
  /// What is doubtful in the row.
  var diagnostics: [Diagnostic] {
    // Hardly any row is doubtful.
    guard isCutShort || isOutOfOrder || hasLoneDate else { return [] }
    let name = self[.name].prefix(60)
    var diagnostics: [Diagnostic] = []
    if isCutShort {
      diagnostics.append(
        Diagnostic(
          "row-cut-short", .warning, at: position,
          "The row “\(name)” ends without its last cells; compare with the page."))
    }
    if isOutOfOrder {
      diagnostics.append(
        Diagnostic(
          "cells-out-of-order", .warning, at: position,
          "The cells of the row “\(name)” do not stand together in the text, and were put together "
            + "by what the rows lack; compare with the page."))
    }
    if hasLoneDate {
      diagnostics.append(
        Diagnostic(
          "date-without-column", .warning, at: position,
          "The row “\(name)” has one date, and the text does not tell whether it is the start or "
            + "the end; it stands after the text."))
    }
    return diagnostics
  }

  /// That the row's only value may be the other column's, or nil.
  var targetDiagnostic: Diagnostic? {
    guard hasLoneValue else { return nil }
    return Diagnostic(
      "target-without-column", .info, at: position,
      "The row “\(self[.name].prefix(60))” has one target, and the text does not tell whether it is "
        + "the council's; it stands as the row's own.")
  }
}

/// Puts the rows of a table together from its lines.
struct TableReader {
  let placed: PlacedTableReader
  let plain: PlainTableReader
  let blocks: BlockTableReader

  init(vocabulary: VocabularyIndex, targets: TargetReader, words: HyphenEvidence) {
    let cells = CellSplitter(targets: targets)
    placed = PlacedTableReader(words: words, splitter: cells, periods: vocabulary.periods)
    plain = PlainTableReader(vocabulary: vocabulary, words: words, cells: cells)
    blocks = BlockTableReader(vocabulary: vocabulary, words: words, cells: cells)
  }

  /// The rows of a table, segment after segment.
  func rows(of segments: [TableSegment]) -> [TableRow] {
    if segments.first?.columns.cellsStandApart == true { return blocks.rows(of: segments) }
    let havePlaces = segments.allSatisfy { segment in
      segment.columns.hasPlaces
        && (segment.lines.first?.look != nil || segment.lines.contains { !$0.words.isEmpty })
    }
    return havePlaces ? placed.rows(of: segments) : plain.rows(of: segments)
  }
}
