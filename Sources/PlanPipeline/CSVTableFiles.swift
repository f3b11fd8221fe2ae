// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanExport
internal import PlanModel

/// The CSV tables of a run, written plan by plan and named once all plans are in.
struct CSVTableFiles {
  private struct OpenTable {
    let table: CSVTable
    let path: String
    let file: AtomicFile
  }

  private let exporter: CSVPlanExporter
  private var tables: [OpenTable] = []

  init(folder: String, dialect: CSVDialect) throws(ConversionFailure) {
    exporter = CSVPlanExporter(dialect: dialect)
    for table in CSVTable.allCases {
      let path = "\(folder)/\(table.fileName)"
      do {
        let file = try AtomicFile(path: path)
        try file.write(exporter.header(of: table))
        tables.append(OpenTable(table: table, path: path, file: file))
      } catch {
        throw .unwritable(path, error)
      }
    }
  }

  func append(_ plan: PlanDocument, planID: String) throws(ConversionFailure) {
    for open in tables {
      do {
        try open.file.write(exporter.rows(of: open.table, for: plan, planID: planID))
      } catch {
        throw .unwritable(open.path, error)
      }
    }
  }

  /// Gives the files their names.
  func commit() throws(ConversionFailure) {
    for open in tables {
      do {
        try open.file.commit()
      } catch {
        throw .unwritable(open.path, error)
      }
    }
  }
}
