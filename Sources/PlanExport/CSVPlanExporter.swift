// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel

/// Writes plans as flat tables in CSV, so that a run can append plan by plan.
package struct CSVPlanExporter: Sendable {
  private let dialect: CSVDialect

  /// Creates an exporter for the programs that `dialect` is for.
  package init(dialect: CSVDialect) {
    self.dialect = dialect
  }

  /// The bytes that a table's file begins with: the dialect's mark, if any, and the row of headings.
  package func header(of table: CSVTable) -> [UInt8] {
    var writer = CSVWriter(dialect: dialect)
    writer.beginFile()
    writer.row(table.definition.columns.map { .text(dialect.heading(of: $0)) })
    return writer.bytes
  }

  /// One plan's rows of a table, in document order; empty where the plan has none.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - plan: The plan.
  ///   - planID: The plan's name among the others: the name of its output without ".json".
  /// - Returns: Whole rows, each with its line end.
  package func rows(of table: CSVTable, for plan: PlanDocument, planID: String) -> [UInt8] {
    var writer = CSVWriter(dialect: dialect)
    for row in table.definition.rows(for: plan, planID: planID) { writer.row(row) }
    return writer.bytes
  }
}
