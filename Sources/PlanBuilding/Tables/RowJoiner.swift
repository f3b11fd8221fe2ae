// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Puts the cells of a row together, line by line.
struct RowJoiner {
  let position: SourcePosition
  let words: HyphenEvidence
  private var cells: [(role: TableColumnRole, joiner: LineJoiner)] = []

  init(position: SourcePosition, words: HyphenEvidence) {
    self.position = position
    self.words = words
  }

  mutating func append(_ line: [String], under columns: [TableColumn]) {
    for (column, cell) in zip(columns, line) where !cell.isEmpty {
      let index = cells.firstIndex { $0.role == column.role } ?? cells.count
      if index == cells.count {
        cells.append((column.role, LineJoiner(words: words, isCell: column.role != .name)))
      }
      cells[index].joiner.append(cell)
    }
  }

  var row: TableRow {
    var row = TableRow(position: position)
    for cell in cells where cell.role != .unknown { row[cell.role] = cell.joiner.text }
    // Nothing may be lost: words under a heading that nobody knows go behind the name.
    if let unknown = cells.first(where: { $0.role == .unknown }) {
      row[.name] += (row[.name].isEmpty ? "" : " ") + unknown.joiner.text
    }
    return row
  }
}
