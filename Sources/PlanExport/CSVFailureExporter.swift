// SPDX-License-Identifier: GPL-2.0-or-later

/// An input that gave no plan, as a row of `failures.csv`.
package struct FailureRow: Sendable, Hashable {
  /// The path from the output folder to the input.
  package var file: String
  /// A stable kebab-case word, such as `no-text-layer`.
  package var reasonCode: String
  /// The fact, a clause.
  package var message: String
  /// What the user can do.
  package var advice: String

  /// Creates a row.
  package init(file: String, reasonCode: String, message: String, advice: String) {
    self.file = file
    self.reasonCode = reasonCode
    self.message = message
    self.advice = advice
  }
}

/// Writes the inputs of a run that gave no plan as a table in CSV.
package struct CSVFailureExporter: Sendable {
  private static let columns: [(column: PlanTableColumn, value: @Sendable (FailureRow) -> String)] =
    [
      (PlanTableColumn(name: "file", swedishHeading: "Fil", kind: .text), { $0.file }),
      (
        PlanTableColumn(name: "reason_code", swedishHeading: "Orsakskod", kind: .text),
        { $0.reasonCode }
      ),
      (
        PlanTableColumn(name: "message", swedishHeading: "Vad som hände", kind: .text),
        { $0.message }
      ),
      (
        PlanTableColumn(name: "what_to_do", swedishHeading: "Vad du kan göra", kind: .text),
        { $0.advice }
      ),
    ]

  private let dialect: CSVDialect

  /// Creates an exporter for the programs that `dialect` is for.
  package init(dialect: CSVDialect) {
    self.dialect = dialect
  }

  /// The whole file.
  package func bytes(for rows: [FailureRow]) -> [UInt8] {
    var writer = CSVWriter(dialect: dialect)
    writer.beginFile()
    writer.row(Self.columns.map { .text(dialect.heading(of: $0.column)) })
    for row in rows { writer.row(Self.columns.map { .text($0.value(row)) }) }
    return writer.bytes
  }
}
