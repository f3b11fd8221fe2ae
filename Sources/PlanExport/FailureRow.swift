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

extension CSVRecordExporter where Record == FailureRow {
  /// Writes the inputs of a run that gave no plan.
  package static func failures(_ dialect: CSVDialect) -> Self {
    Self(
      columns: [
        Column("file", "Fil", .text) { .text($0.file) },
        Column("reason_code", "Orsakskod", .text) { .text($0.reasonCode) },
        Column("message", "Vad som hände", .text) { .text($0.message) },
        Column("what_to_do", "Vad du kan göra", .text) { .text($0.advice) },
      ], dialect: dialect)
  }
}
