// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Gives the cells of a table of activities to its rows: a text and its two dates.
struct ActivityBlockRows {
  private struct Row {
    var text: String?
    let position: SourcePosition
    /// What a page break has cut off the text.
    var rests: [String] = []
    var dates: [String] = []
    var isStart = false
    var isOutOfOrder = false
  }

  private var rows: [Row] = []

  mutating func rows(of printed: [PlacedBlockCell]) -> [TableRow] {
    let textsEnd = printed.lastIndex(where: \.isName) ?? -1
    for (index, placed) in printed.enumerated() {
      switch placed.cell {
      case .name(let name): add(name)
      case .date(let date):
        // After the last text there are dates only.
        add(date, placed, lastDates: index > textsEnd ? printed.count - index : 0)
      case .value, .period: break
      }
    }
    return rows.map(tableRow)
  }

  private mutating func add(_ name: BlockName) {
    if name.beginsWithSmallLetter, !rows.isEmpty {
      let cut = rows.suffix(IndicatorBlockRows.mostOpenRows)
        .lastIndex { $0.text != nil && $0.position.page < name.position.page }
      rows[cut ?? rows.count - 1].rests.append(name.text)
    } else if let last = rows.indices.last, rows[last].text == nil {
      rows[last].text = name.text
    } else {
      rows.append(Row(text: name.text, position: name.position))
    }
  }

  /// Adds a date; `lastDates` counts it and those after it where no text follows.
  private mutating func add(_ date: String, _ placed: PlacedBlockCell, lastDates: Int) {
    let open = rows.indices.suffix(IndicatorBlockRows.mostOpenRows)
      .filter { rows[$0].dates.count < 2 }
    var row = open.last ?? rows.count
    // Dates that come after all texts are of the rows in their order.
    if let first = open.first, let last = open.last, !rows[last].dates.isEmpty,
      !placed.isAfterLateHeading, lastDates > 0, lastDates >= open.count
    {
      row = first
    }
    if open.isEmpty {
      rows.append(Row(text: nil, position: placed.position, isOutOfOrder: true))
    } else if row != rows.count - 1 || placed.isAfterLateHeading {
      rows[row].isOutOfOrder = true
    }
    rows[row].dates.append(date)
    if placed.isBeforeLateHeading { rows[row].isStart = true }
  }

  private func tableRow(_ row: Row) -> TableRow {
    var result = TableRow(position: row.position)
    var text = ([row.text].compactMap { $0 } + row.rests)
    var dates = Array(row.dates.prefix(2))
    text += row.dates.dropFirst(2)
    result.isOutOfOrder = row.isOutOfOrder
    result.isCutShort = dates.isEmpty
    if dates.count == 2, dates[1] < dates[0] {
      // Nothing else tells the columns apart.
      dates.swapAt(0, 1)
      result.isOutOfOrder = true
    } else if dates.count == 1, !row.isStart {
      text += dates
      dates = []
      result.hasLoneDate = true
    }
    result[.name] = text.joined(separator: " ")
    result[.start] = dates.first ?? ""
    result[.end] = dates.dropFirst().first ?? ""
    return result
  }
}
