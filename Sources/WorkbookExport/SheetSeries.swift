// SPDX-License-Identifier: GPL-2.0-or-later

/// The sheets of one table: one, and another for what is more than Excel takes on it.
final class SheetSeries {
  typealias Column = (heading: String, widthLimit: Int)

  private(set) var sheets: [WorkbookSheet] = []
  private let name: String
  private let columns: [Column]
  private let file: WorkbookFile
  private let formats: WorkbookFormats
  private let limits: WorkbookLimits

  /// Adds the first sheet.
  init(
    named name: String, columns: [Column], in file: WorkbookFile, _ formats: WorkbookFormats,
    limits: WorkbookLimits
  ) throws(WorkbookError) {
    self.name = name
    self.columns = columns
    self.file = file
    self.formats = formats
    self.limits = limits
    _ = try addSheet()
  }

  /// Rows of all sheets, without those of headings.
  var rowCount: Int { sheets.reduce(0) { $0 + $1.rowCount - 1 } }

  /// The sheet that has room for one more row.
  func sheetForNextRow() throws(WorkbookError) -> WorkbookSheet {
    if let last = sheets.last, last.rowCount < limits.rowsPerSheet { return last }
    return try addSheet()
  }

  /// The last sheet that was added is where a table goes on: "Avsnitt", then "Avsnitt 2".
  private func addSheet() throws(WorkbookError) -> WorkbookSheet {
    let number = sheets.count + 1
    let sheet = try WorkbookSheet(
      named: number == 1 ? name : "\(name) \(number)", columns: columns, in: file, formats)
    sheets.append(sheet)
    return sheet
  }
}
