// SPDX-License-Identifier: GPL-2.0-or-later

internal import PersonalData
package import PlanExport
internal import PlanModel

/// A file of a run that holds a share of every plan.
enum RunTable: Hashable {
  case csv(CSVTable, CSVDialect)
  /// What was replaced by marks, by kind and page.
  case redactions(CSVDialect)
  /// One plan a line.
  case jsonLines

  static let redactionsFileName = "redactions.csv"

  /// The name of the file in the output folder.
  var fileName: String {
    switch self {
    case .csv(let table, _): table.fileName
    case .redactions: Self.redactionsFileName
    case .jsonLines: "plans.jsonl"
    }
  }

  /// What the file begins with.
  var header: [UInt8] {
    switch self {
    case .csv(let table, let dialect): CSVPlanExporter(dialect: dialect).header(of: table)
    case .redactions(let dialect): CSVRecordExporter.redactions(dialect).header
    case .jsonLines: []
    }
  }

  /// A plan's share.
  func share(of plan: PlanDocument, planID: String) -> [UInt8] {
    switch self {
    case .csv(let table, let dialect):
      CSVPlanExporter(dialect: dialect).rows(of: table, for: plan, planID: planID)
    case .redactions(let dialect):
      CSVRecordExporter.redactions(dialect).rows(
        PersonalDataTally(marksIn: plan).rows.map { row in
          RedactionRow(
            planID: planID, page: row.page, kind: row.kind.rawValue, count: row.count)
        })
    case .jsonLines: JSONPlanExporter(style: .compact).bytes(for: plan)
    }
  }
}

/// The tables that a run writes.
package struct TableSet: Sendable, Hashable {
  /// The dialect of the CSV tables, or nil for none.
  package var csvDialect: CSVDialect?
  /// Whether all plans also go into one file of JSON Lines.
  package var hasJSONLines: Bool
  /// The dialect of the log of what was replaced by marks, or nil for none.
  package var redactionsDialect: CSVDialect?

  /// Creates a set.
  package init(
    csvDialect: CSVDialect? = nil, hasJSONLines: Bool = false, redactionsDialect: CSVDialect? = nil
  ) {
    self.csvDialect = csvDialect
    self.hasJSONLines = hasJSONLines
    self.redactionsDialect = redactionsDialect
  }

  /// The tables, in an order that does not change.
  var tables: [RunTable] {
    let csv = csvDialect.map { dialect in CSVTable.allCases.map { RunTable.csv($0, dialect) } }
    let redactions = redactionsDialect.map { [RunTable.redactions($0)] }
    return (csv ?? []) + (redactions ?? []) + (hasJSONLines ? [.jsonLines] : [])
  }
}
