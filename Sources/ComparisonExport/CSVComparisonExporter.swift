// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanComparison
package import PlanExport

/// Writes comparisons as one tidy table: a row a change, each standing alone.
package struct CSVComparisonExporter: Sendable {
  private let dialect: CSVDialect

  /// Creates an exporter for the programs that `dialect` is for.
  package init(dialect: CSVDialect) {
    self.dialect = dialect
  }

  /// The whole file: the row of headings, then the changes of each comparison in turn.
  package func bytes(for comparisons: [Comparison]) -> [UInt8] {
    var writer = CSVWriter(dialect: dialect)
    writer.beginFile()
    writer.row(ComparisonColumn.all.map { .text(dialect.heading(of: $0.column)) })
    for row in comparisons.flatMap(ChangeRow.all) {
      writer.row(ComparisonColumn.all.map { $0.value(row) })
    }
    return writer.bytes
  }
}
