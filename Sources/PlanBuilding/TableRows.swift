// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// A stretch of a table under one printed header: a table that breaks over pages has several.
struct TableSegment {
  let columns: TableColumns
  /// The lines of the rows, furniture left out.
  var lines: [SourceLine]
  /// How many lines stand before headings that come late; nil where the header is whole.
  ///
  /// They hold cells of the first columns.
  var lateHeadingIndex: Int?
}

/// The cells of a row, each on one line of text; an empty string for an empty cell.
struct TableRow {
  var cells: [TableColumnRole: String]
  let position: SourcePosition
  /// Whether the document ends the row before its last cells.
  var isCutShort = false

  subscript(role: TableColumnRole) -> String {
    get { cells[role] ?? "" }
    set { cells[role] = newValue }
  }
}

/// Puts the rows of a table together from its lines.
struct TableReader {
  let placed: PlacedTableReader
  let plain: PlainTableReader

  init(vocabulary: VocabularyIndex, targets: TargetReader, words: HyphenEvidence) {
    let cells = CellSplitter(targets: targets)
    placed = PlacedTableReader(words: words, splitter: cells)
    plain = PlainTableReader(vocabulary: vocabulary, words: words, cells: cells)
  }

  /// The rows of a table, segment after segment.
  func rows(of segments: [TableSegment]) -> [TableRow] {
    let havePlaces = segments.allSatisfy { segment in
      segment.columns.hasPlaces
        && (segment.lines.first?.look != nil || segment.lines.contains { !$0.words.isEmpty })
    }
    return havePlaces ? placed.rows(of: segments) : plain.rows(of: segments)
  }
}
