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
  /// In the order in which they were set.
  private var cells: [(role: TableColumnRole, text: String)] = []
  let position: SourcePosition
  /// Whether the document ends the row before its last cells.
  var isCutShort = false

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
