// SPDX-License-Identifier: GPL-2.0-or-later

internal import PersonalData
package import PlanExport
internal import PlanModel

/// A file of a run that holds a share of every plan.
enum RunTable: Hashable {
  /// A table in a dialect, in a folder of its own below the output folder or, for nil, in that.
  case csv(CSVTable, CSVDialect, folder: String?)
  /// What was replaced by marks, by kind and page.
  case redactions(CSVDialect)
  /// One plan a line.
  case jsonLines

  static let redactionsFileName = "redactions.csv"

  /// The name of the file in the output folder.
  var fileName: String {
    switch self {
    case .csv(let table, _, let folder): (folder.map { "\($0)/" } ?? "") + table.fileName
    case .redactions: Self.redactionsFileName
    case .jsonLines: "plans.jsonl"
    }
  }

  /// What the file begins with.
  var header: [UInt8] {
    switch self {
    case .csv(let table, let dialect, _): CSVPlanExporter(dialect: dialect).header(of: table)
    case .redactions(let dialect): CSVRecordExporter.redactions(dialect).header
    case .jsonLines: []
    }
  }

  /// A plan's share.
  func share(of plan: PlanDocument, planID: String) -> [UInt8] {
    switch self {
    case .csv(let table, let dialect, _):
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

/// Which dialects the CSV tables of a run are written in.
package enum CSVDialectChoice: String, Sendable, CaseIterable {
  case open, excel
  /// The open dialect in the output folder, and the other in a folder below it.
  case both

  /// The dialects, the one of the output folder itself first.
  var dialects: [CSVDialect] {
    switch self {
    case .open: [.open]
    case .excel: [.excel]
    case .both: [.open, .excel]
    }
  }

  /// The dialect of tables that are written in one only.
  package var first: CSVDialect { self == .excel ? .excel : .open }
}

/// The tables that a run writes.
package struct TableSet: Sendable, Hashable {
  /// The dialects of the CSV tables, or nil for no such tables.
  package var csv: CSVDialectChoice?
  /// Whether all plans also go into one file of JSON Lines.
  package var hasJSONLines: Bool
  /// The dialect of the log of what was replaced by marks, or nil for none.
  package var redactionsDialect: CSVDialect?

  /// Creates a set.
  package init(
    csv: CSVDialectChoice? = nil, hasJSONLines: Bool = false, redactionsDialect: CSVDialect? = nil
  ) {
    self.csv = csv
    self.hasJSONLines = hasJSONLines
    self.redactionsDialect = redactionsDialect
  }

  /// The tables, in an order that does not change.
  var tables: [RunTable] {
    let csv = csv?.dialects.enumerated().flatMap { index, dialect in
      // One dialect has the folder itself, whichever it is.
      let folder = index == 0 ? nil : dialect.rawValue
      return CSVTable.allCases.map { RunTable.csv($0, dialect, folder: folder) }
    }
    let redactions = redactionsDialect.map { [RunTable.redactions($0)] }
    return (csv ?? []) + (redactions ?? []) + (hasJSONLines ? [.jsonLines] : [])
  }
}
