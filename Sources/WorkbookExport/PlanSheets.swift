// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanExport
internal import PlanModel

/// The sheets of one of the tables that plans are written to.
final class PlanSheets {
  let table: CSVTable
  private let columns: [PlanTableColumn]
  private let pageColumn: Int?
  private let fileColumn: Int?
  private let rows: SheetSeries
  private let limits: WorkbookLimits

  /// The most digits that Excel keeps of a number.
  private static let mostDigits = 15

  /// What stands at the end of a text that goes on elsewhere.
  private static let continuation = " … [hela texten: bladet \(LongTextSheet.name)]"

  /// Adds the table's first sheet.
  init(
    of table: CSVTable, in file: WorkbookFile, _ formats: WorkbookFormats, limits: WorkbookLimits
  ) throws(WorkbookError) {
    self.table = table
    self.limits = limits
    columns = table.definition.columns
    pageColumn = columns.firstIndex { $0.name == "page" }
    fileColumn = columns.firstIndex { $0.name == "file" }
    rows = try SheetSeries(
      named: table.sheetName,
      columns: columns.map { (heading: $0.swedishHeading, widthLimit: $0.widthLimit) }, in: file,
      formats, limits: limits)
  }

  /// The sheets.
  var sheets: [WorkbookSheet] { rows.sheets }

  /// Rows of all sheets, without those of headings.
  var rowCount: Int { rows.rowCount }

  /// Writes a plan's rows.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - planID: Its name in the tables.
  ///   - link: The way to its source, or nil where no page of it can be opened.
  ///   - notes: What has to be told of.
  ///   - addLongText: Called with the parts of each text that is too long for a cell.
  /// - Throws: ``WorkbookError`` where the library fails.
  func add(
    _ plan: PlanDocument, planID: String, link: SourceLink?, notes: inout WorkbookNotes,
    addLongText: ([String], LongTextSheet.Place) throws(WorkbookError) -> Void
  ) throws(WorkbookError) {
    for row in table.definition.rows(for: plan, planID: planID) {
      let sheet = try rows.sheetForNextRow()
      let linked = linkedCell(of: row, link, sheet, &notes)
      for (column, value) in row.enumerated() {
        guard let (found, parts) = cell(for: value, &notes) else { continue }
        var cell = found
        if parts.count > 1 {
          notes.longTexts += 1
          try addLongText(
            parts,
            LongTextSheet.Place(
              sheetName: sheet.name, rowNumber: sheet.rowCount + 1,
              heading: columns[column].swedishHeading, planID: planID))
          cell = .text(Self.shortened(value, limits))
        }
        try sheet.write(cell, column: column, url: linked?.column == column ? linked?.url : nil)
      }
      try sheet.endRow()
    }
  }

  /// The cell of a row that leads to the source: its page, or the file's name where there is none.
  private func linkedCell(
    of row: [CellValue], _ link: SourceLink?, _ sheet: WorkbookSheet, _ notes: inout WorkbookNotes
  ) -> (column: Int, url: String)? {
    guard let link else { return nil }
    var place = fileColumn.map { (column: $0, page: 1) }
    if let pageColumn, case .integer(let page) = row[pageColumn] { place = (pageColumn, page) }
    guard let place else { return nil }
    guard sheet.linkCount < limits.linksPerSheet else {
      notes.rowsBeyondLinks += 1
      return nil
    }
    guard let url = link.url(page: place.page, limit: limits.charactersPerLink) else {
      notes.rowsWithLongPaths += 1
      return nil
    }
    return (place.column, url)
  }

  /// What is written for a value, and a text's parts; nil for an empty cell.
  private func cell(
    for value: CellValue, _ notes: inout WorkbookNotes
  ) -> (WorkbookSheet.Cell, parts: [String])? {
    switch value {
    case .empty, .text(""): return nil
    case .integer(let number): return (.number(Double(number)), [])
    case .decimal(let number):
      guard number.isFinite else { return nil }
      let text = DecimalText.shortest(number)
      guard Self.digitCount(of: text) > Self.mostDigits else { return (.number(number), []) }
      notes.numbersAsText += 1
      return (.text(text), [])
    case .date(let date):
      if let serial = ExcelDate.serial(of: date) { return (.date(serial: serial), []) }
      notes.datesAsText += 1
      return self.cell(for: .text(date), &notes)
    case .text(let text):
      let parts = CellText.parts(of: text, limit: limits.charactersPerCell)
      return (.text(parts[0]), parts)
    }
  }

  /// The beginning of a long text, with a word about where all of it is.
  private static func shortened(_ value: CellValue, _ limits: WorkbookLimits) -> String {
    let text =
      switch value {
      case .text(let text), .date(let text): text
      default: ""
      }
    let room = max(1, limits.charactersPerCell - continuation.utf16.count)
    return CellText.parts(of: text, limit: room)[0] + continuation
  }

  /// How many digits a number has from the first that is not 0, its exponent left out.
  private static func digitCount(of text: String) -> Int {
    text.utf8.prefix { $0 != UInt8(ascii: "e") }.drop { !(0x31...0x39).contains($0) }
      .count { (0x30...0x39).contains($0) }
  }
}
