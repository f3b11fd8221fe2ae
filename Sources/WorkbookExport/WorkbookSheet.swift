// SPDX-License-Identifier: GPL-2.0-or-later

internal import CXlsxWriter
internal import Glibc
internal import PlanExport

/// One sheet with a table, written row by row from the top.
final class WorkbookSheet {
  /// What is written into one cell.
  enum Cell {
    case text(String)
    case number(Double)
    case date(serial: Int)
  }

  let name: String
  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private let functions: xlsxwriter
  private let library: WorkbookLibrary
  private let formats: WorkbookFormats
  private let headings: [String]
  private var widths: [ColumnWidth]
  /// Rows so far, the row of headings included; the next one's index.
  private(set) var rowCount = 0
  private(set) var linkCount = 0
  private var linesInRow = 1

  /// The most lines that a row is made high for, so that the next rows stay in sight.
  ///
  /// The cell holds all of it. Left to themselves, only some programs make rows higher.
  private static let mostLines = 6
  static let lineHeightPoints = 15.0
  /// Room for headings of three lines.
  private static let headingHeightPoints = 48.0
  /// All columns on one page could not be read.
  private static let pagesAcross: UInt16 = 3
  /// The number of A4 among Excel's sizes of paper.
  private static let paperA4: UInt8 = 9

  /// Adds a sheet with its headings.
  ///
  /// - Parameters:
  ///   - name: The name of the sheet, and of its table but for spaces.
  ///   - columns: The headings, each with the width at which its cells are wrapped.
  ///   - file: The workbook.
  ///   - formats: The looks of its cells.
  /// - Throws: ``WorkbookError`` where the library fails.
  init(
    named name: String, columns: [(heading: String, widthLimit: Int)], in file: WorkbookFile,
    _ formats: WorkbookFormats
  ) throws(WorkbookError) {
    self.name = name
    self.formats = formats
    library = file.library
    functions = file.library.functions
    worksheet = try file.addSheet(named: name)
    headings = columns.map(\.heading)
    widths = columns.map { ColumnWidth(heading: $0.heading, limit: $0.widthLimit) }
    try setUpPages()
    try library.check(functions.worksheet_set_row(worksheet, 0, Self.headingHeightPoints, nil))
    for (index, heading) in headings.enumerated() {
      try library.check(
        functions.worksheet_write_string(
          worksheet, 0, lxw_col_t(index), heading, formats.heading))
    }
    rowCount = 1
  }

  private func setUpPages() throws(WorkbookError) {
    functions.worksheet_freeze_panes(worksheet, 1, 0)
    functions.worksheet_set_landscape(worksheet)
    functions.worksheet_set_paper(worksheet, Self.paperA4)
    functions.worksheet_fit_to_pages(worksheet, Self.pagesAcross, 0)
    try library.check(functions.worksheet_repeat_rows(worksheet, 0, 0))
    try library.check(functions.worksheet_set_header(worksheet, "&L&B&A"))
    try library.check(functions.worksheet_set_footer(worksheet, "&L&F&RSida &P av &N"))
    // Goals' numbers are texts, and no mistake.
    try library.check(
      functions.worksheet_ignore_errors(
        worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576"))
  }

  /// Writes a cell of the row that is being written.
  ///
  /// - Parameters:
  ///   - cell: What it holds; a text is escaped, and no longer than Excel takes.
  ///   - column: Its index.
  ///   - url: Where a click on it leads, or nil.
  /// - Throws: ``WorkbookError`` where the library fails.
  func write(_ cell: Cell, column: Int, url: String? = nil) throws(WorkbookError) {
    let row = lxw_row_t(rowCount)
    let column = lxw_col_t(column)
    if let url {
      // The library fills the cell with the link, which the cell's own content then replaces.
      try library.check(
        functions.worksheet_write_url(worksheet, row, column, url, formats.numberLink))
      linkCount += 1
    }
    switch cell {
    case .text(let text):
      linesInRow = max(linesInRow, widths[Int(column)].take(text))
      let format = url == nil ? formats.text : formats.textLink
      try library.check(functions.worksheet_write_string(worksheet, row, column, text, format))
    case .number(let number):
      _ = widths[Int(column)].take(DecimalText.shortest(number))
      let format = url == nil ? formats.number : formats.numberLink
      try library.check(functions.worksheet_write_number(worksheet, row, column, number, format))
    case .date(let serial):
      _ = widths[Int(column)].take("2026-01-01")
      try library.check(
        functions.worksheet_write_number(worksheet, row, column, Double(serial), formats.date))
    }
  }

  /// Ends the row that is being written.
  func endRow() throws(WorkbookError) {
    if linesInRow > 1 {
      let height = Double(min(linesInRow, Self.mostLines)) * Self.lineHeightPoints
      try library.check(functions.worksheet_set_row(worksheet, lxw_row_t(rowCount), height, nil))
    }
    linesInRow = 1
    rowCount += 1
  }

  /// Makes a table of the rows.
  func finish() throws(WorkbookError) {
    for (index, width) in widths.enumerated() {
      let column = lxw_col_t(index)
      try library.check(
        functions.worksheet_set_column(worksheet, column, column, width.characters, nil))
    }
    // A table has at least one row, be it empty.
    try addTable(lastRow: lxw_row_t(max(rowCount, 2) - 1))
  }

  /// How many bytes the rows take on the disk.
  ///
  /// - Throws: ``WorkbookError/diskFull`` where they could not all be written.
  func rowBytes() throws(WorkbookError) -> Int {
    let count = xlsxwriter_row_bytes(worksheet)
    guard count >= 0 else { throw .diskFull }
    return count
  }

  /// Adds the table to the sheet, whose headings and rows are written.
  ///
  /// The library refuses tables where rows go to the disk, since it could not write their headings
  /// any more. They are there already, and the copies that it then keeps of them in memory are never
  /// written: so the mode is off for just this call.
  private func addTable(lastRow: lxw_row_t) throws(WorkbookError) {
    var columns = headings.map { heading in
      var column = lxw_table_column()
      column.header = strdup(heading)
      return column
    }
    defer { columns.forEach { free($0.header) } }
    let lastColumn = lxw_col_t(headings.count - 1)
    let tableName = String(name.map { $0 == " " ? "_" : $0 })
    worksheet.pointee.optimize = 0
    defer { worksheet.pointee.optimize = 1 }
    let result = columns.withUnsafeMutableBufferPointer { columns in
      var pointers = columns.indices.map { index in columns.baseAddress.map { $0 + index } }
      pointers.append(nil)
      return tableName.withCString { tableName in
        pointers.withUnsafeMutableBufferPointer { pointers in
          var options = lxw_table_options()
          options.name = UnsafeMutablePointer(mutating: tableName)
          options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_MEDIUM.rawValue)
          options.style_type_number = 3
          options.columns = pointers.baseAddress
          return functions.worksheet_add_table(worksheet, 0, 0, lastRow, lastColumn, &options)
        }
      }
    }
    try library.check(result)
  }
}
