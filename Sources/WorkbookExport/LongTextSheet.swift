// SPDX-License-Identifier: GPL-2.0-or-later

/// The sheet of texts that are too long for one cell, in as many rows as each takes.
final class LongTextSheet {
  /// Where a text has its own cell.
  struct Place {
    let sheetName: String
    /// Counted from 1, the row of headings included, as Excel shows it.
    let rowNumber: Int
    let heading: String
    let planID: String
  }

  static let name = "Långa texter"

  private let rows: SheetSeries

  /// Adds the sheet after the last one.
  init(in file: WorkbookFile, _ formats: WorkbookFormats, limits: WorkbookLimits)
    throws(WorkbookError)
  {
    rows = try SheetSeries(
      named: Self.name,
      columns: [
        ("Plan-id", 32), ("Blad", 32), ("Rad", 32), ("Kolumn", 32), ("Del", 32), ("Text", 70),
      ],
      in: file, formats, limits: limits)
  }

  /// The sheets.
  var sheets: [WorkbookSheet] { rows.sheets }

  /// Writes a text, which its parts make when they are joined.
  func add(_ parts: [String], at place: Place) throws(WorkbookError) {
    for (index, part) in parts.enumerated() {
      let sheet = try rows.sheetForNextRow()
      try sheet.write(.text(place.planID), column: 0)
      try sheet.write(.text(place.sheetName), column: 1)
      try sheet.write(.number(Double(place.rowNumber)), column: 2)
      try sheet.write(.text(place.heading), column: 3)
      try sheet.write(.number(Double(index + 1)), column: 4)
      try sheet.write(.text(part), column: 5)
      try sheet.endRow()
    }
  }
}
