// SPDX-License-Identifier: GPL-2.0-or-later

internal import CXlsxWriter
internal import PlanExport

/// The first sheet, "Läs mig": what the workbook is, what its columns mean, and what it left out.
final class ReadmeSheet {
  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private let library: WorkbookLibrary
  private let formats: WorkbookFormats
  private let author: String
  private var row = 0

  /// The widths of the columns, in characters.
  private static let widths = [24, 34, 90]
  /// The number of A4 among Excel's sizes of paper.
  private static let paperA4: UInt8 = 9

  /// Adds the sheet after the last one.
  init(in file: WorkbookFile, _ formats: WorkbookFormats, author: String) throws(WorkbookError) {
    self.formats = formats
    self.author = author
    library = file.library
    worksheet = try file.addSheet(named: "Läs mig")
  }

  /// Writes all of it, when the other sheets have their rows.
  func write(
    tables: [PlanSheets], notes: WorkbookNotes, limits: WorkbookLimits
  ) throws(WorkbookError) {
    try setUpPage()
    let planCount = tables.first?.rowCount ?? 0
    try line("Verksamhetsplaner som tabeller", format: formats.title)
    try paragraph(ReadmeText.introduction(planCount: planCount, author: author))
    try section("Bladen")
    try row(["Blad", "Antal rader", "En rad är"], format: formats.heading)
    for table in tables {
      let names = table.sheets.map(\.name).joined(separator: ", ")
      try write(Double(table.rowCount), column: 1)
      try row([names, nil, table.table.rowDescription])
    }
    try section("Så läser du")
    for text in ReadmeText.reading { try paragraph(text) }
    try section("Så gör du en pivottabell")
    for text in ReadmeText.pivotTable { try paragraph(text) }
    try section("Det som inte fick plats")
    for text in ReadmeText.remarks(notes, limits) { try paragraph(text) }
    try section("Kolumnerna")
    try row(["Blad", "Kolumn", "Betyder"], format: formats.heading)
    for table in tables {
      for column in table.table.definition.columns {
        let meaning = column.swedishDescription(in: table.table) ?? ""
        try row([table.table.sheetName, column.swedishHeading, meaning])
      }
    }
  }

  private func setUpPage() throws(WorkbookError) {
    let functions = library.functions
    for (index, width) in Self.widths.enumerated() {
      try library.check(
        functions.worksheet_set_column(
          worksheet, lxw_col_t(index), lxw_col_t(index), Double(width), nil))
    }
    functions.worksheet_set_landscape(worksheet)
    functions.worksheet_set_paper(worksheet, Self.paperA4)
    functions.worksheet_fit_to_pages(worksheet, 1, 0)
    try library.check(functions.worksheet_set_footer(worksheet, "&L&F&RSida &P av &N"))
  }

  private func section(_ title: String) throws(WorkbookError) {
    row += 1
    try line(title, format: formats.subtitle)
  }

  /// A line that may run over the columns to its right.
  private func line(
    _ text: String, format: WorkbookFormats.Format
  ) throws(WorkbookError) {
    try write(text, column: 0, format)
    row += 1
  }

  /// Running text, each sentence or two on a line that runs over the columns.
  private func paragraph(_ text: String) throws(WorkbookError) {
    try line(text, format: formats.number)
  }

  private func row(
    _ texts: [String?], format: WorkbookFormats.Format? = nil
  ) throws(WorkbookError) {
    var lineCount = 1
    for (column, text) in texts.enumerated() {
      guard let text else { continue }
      try write(text, column: column, format ?? formats.text)
      var width = ColumnWidth(heading: "", limit: Self.widths[column])
      lineCount = max(lineCount, width.take(text))
    }
    // Left to themselves, only some programs make rows higher.
    if lineCount > 1 {
      let height = Double(lineCount) * WorkbookSheet.lineHeightPoints
      try library.check(
        library.functions.worksheet_set_row(worksheet, lxw_row_t(row), height, nil))
    }
    row += 1
  }

  private func write(_ number: Double, column: Int) throws(WorkbookError) {
    try library.check(
      library.functions.worksheet_write_number(
        worksheet, lxw_row_t(row), lxw_col_t(column), number, formats.number))
  }

  private func write(
    _ text: String, column: Int, _ format: WorkbookFormats.Format
  ) throws(WorkbookError) {
    try library.check(
      library.functions.worksheet_write_string(
        worksheet, lxw_row_t(row), lxw_col_t(column), text, format))
  }
}
