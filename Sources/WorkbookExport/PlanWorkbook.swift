// SPDX-License-Identifier: GPL-2.0-or-later

internal import Glibc
internal import PlanExport
package import PlanModel

/// Writes plans into one workbook for Excel, plan by plan.
///
/// The same tables as in CSV, a sheet each, after a sheet that explains them. The same plans in the
/// same order give the same bytes.
package final class PlanWorkbook {
  private let file: WorkbookFile
  private let formats: WorkbookFormats
  private let limits: WorkbookLimits
  private let temporaryFolder: String
  private let readme: ReadmeSheet
  private let tables: [PlanSheets]
  private var longTexts: LongTextSheet?
  private var notes = WorkbookNotes()

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: The file to write; it is there when ``finish()`` returns.
  ///   - temporaryFolder: Where the rows lie until then, on a disk with room for them.
  ///   - author: The program with its version.
  ///   - limits: What the reader of the workbook takes.
  /// - Throws: ``WorkbookError`` where the library is missing or fails.
  package init(
    path: String, temporaryFolder: String, author: String,
    limits: WorkbookLimits = WorkbookLimits()
  ) throws(WorkbookError) {
    self.limits = limits
    self.temporaryFolder = temporaryFolder
    file = try WorkbookFile(path: path, temporaryFolder: temporaryFolder)
    try file.describe(title: "Verksamhetsplaner", author: author)
    formats = try WorkbookFormats(in: file)
    readme = try ReadmeSheet(in: file, formats, author: author)
    var tables: [PlanSheets] = []
    for table in CSVTable.allCases {
      tables.append(try PlanSheets(of: table, in: file, formats, limits: limits))
    }
    self.tables = tables
  }

  /// Loads the library that writes workbooks, to find out whether it is there.
  package static func checkLibrary() throws(WorkbookError) { _ = try WorkbookLibrary() }

  /// Writes a plan's rows into all sheets.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - planID: Its name in the tables.
  ///   - sourcePath: The path from the workbook's folder to the file that it was read from.
  /// - Throws: ``WorkbookError`` where the library fails.
  package func add(
    _ plan: PlanDocument, planID: String, sourcePath: String
  ) throws(WorkbookError) {
    let isPDF = plan.source.mediaType == "application/pdf"
    let link = isPDF ? SourceLink(path: sourcePath) : nil
    for table in tables {
      try table.add(plan, planID: planID, link: link, notes: &notes) {
        (parts, place) throws(WorkbookError) in
        try longTextSheet().add(parts, at: place)
      }
    }
  }

  /// Writes the first sheet and then the file.
  package func finish() throws(WorkbookError) {
    try readme.write(tables: tables, notes: notes, limits: limits)
    let sheets = tables.flatMap(\.sheets) + (longTexts?.sheets ?? [])
    for sheet in sheets { try sheet.finish() }
    try checkRoom(for: sheets)
    try file.close()
  }

  private func longTextSheet() throws(WorkbookError) -> LongTextSheet {
    if let longTexts { return longTexts }
    let sheet = try LongTextSheet(in: file, formats, limits: limits)
    longTexts = sheet
    return sheet
  }

  /// The library copies one sheet after the other before it packs it, and does not notice a copy
  /// that was cut short by a full disk.
  private func checkRoom(for sheets: [WorkbookSheet]) throws(WorkbookError) {
    var largest = 0
    var total = 0
    for sheet in sheets {
      let bytes = try sheet.rowBytes()
      let withLinks = bytes + sheet.linkCount * Self.bytesPerLink
      largest = max(largest, withLinks)
      total += withLinks
    }
    var disk = statvfs()
    guard statvfs(temporaryFolder, &disk) == 0 else { return }
    let room = Int(disk.f_bavail) * Int(disk.f_frsize)
    guard room > largest + total / Self.leastPacking else { throw .diskFull }
  }

  /// What a link takes in the copy of its sheet, at the most common lengths.
  private static let bytesPerLink = 256
  /// Rows with the goals above them repeat much: measured, they are packed to less than a tenth.
  private static let leastPacking = 4
}
