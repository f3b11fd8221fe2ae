// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanExport
internal import PlanModel

/// A file of a run that holds a share of every plan.
enum RunTable: Hashable {
  case csv(CSVTable, CSVDialect)
  /// One plan a line.
  case jsonLines

  /// The name of the file in the output folder.
  var fileName: String {
    switch self {
    case .csv(let table, _): table.fileName
    case .jsonLines: "plans.jsonl"
    }
  }

  /// What the file begins with.
  var header: [UInt8] {
    switch self {
    case .csv(let table, let dialect): CSVPlanExporter(dialect: dialect).header(of: table)
    case .jsonLines: []
    }
  }

  /// A plan's share.
  func share(of plan: PlanDocument, planID: String) -> [UInt8] {
    switch self {
    case .csv(let table, let dialect):
      CSVPlanExporter(dialect: dialect).rows(of: table, for: plan, planID: planID)
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

  /// Creates a set.
  package init(csvDialect: CSVDialect? = nil, hasJSONLines: Bool = false) {
    self.csvDialect = csvDialect
    self.hasJSONLines = hasJSONLines
  }

  /// The tables, in an order that does not change.
  var tables: [RunTable] {
    let csv = csvDialect.map { dialect in CSVTable.allCases.map { RunTable.csv($0, dialect) } }
    return (csv ?? []) + (hasJSONLines ? [.jsonLines] : [])
  }
}
