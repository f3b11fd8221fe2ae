// SPDX-License-Identifier: GPL-2.0-or-later

/// Writes records about a run, which are no part of a plan, as a table in CSV.
package struct CSVRecordExporter<Record>: Sendable {
  /// A column with the way to its cells.
  package struct Column: Sendable {
    let column: PlanTableColumn
    let value: @Sendable (Record) -> CellValue

    /// Creates a column.
    package init(
      _ name: String, _ swedishHeading: String, _ kind: PlanTableColumn.Kind,
      _ value: @escaping @Sendable (Record) -> CellValue
    ) {
      column = PlanTableColumn(name: name, swedishHeading: swedishHeading, kind: kind)
      self.value = value
    }
  }

  let columns: [Column]
  let dialect: CSVDialect

  /// Creates an exporter of records.
  package init(columns: [Column], dialect: CSVDialect) {
    self.columns = columns
    self.dialect = dialect
  }

  /// The bytes that the file begins with: the dialect's mark, if any, and the row of headings.
  package var header: [UInt8] {
    var writer = CSVWriter(dialect: dialect)
    writer.beginFile()
    writer.row(columns.map { .text(dialect.heading(of: $0.column)) })
    return writer.bytes
  }

  /// The records' rows, each with its line end.
  package func rows(_ records: [Record]) -> [UInt8] {
    var writer = CSVWriter(dialect: dialect)
    for record in records { writer.row(columns.map { $0.value(record) }) }
    return writer.bytes
  }
}
