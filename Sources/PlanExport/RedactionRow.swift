// SPDX-License-Identifier: GPL-2.0-or-later

/// How many personal data of a kind were replaced on a page, as a row of `redactions.csv`.
package struct RedactionRow: Sendable, Hashable {
  /// The plan's name in the tables.
  package var planID: String
  /// Counted from 1; nil for the cover and the file's properties.
  package var page: Int?
  /// `email`, `telephone`, `identityNumber` or `name`.
  package var kind: String
  package var count: Int

  /// Creates a row.
  package init(planID: String, page: Int?, kind: String, count: Int) {
    self.planID = planID
    self.page = page
    self.kind = kind
    self.count = count
  }
}

extension CSVRecordExporter where Record == RedactionRow {
  /// Writes the log of what was replaced.
  package static func redactions(_ dialect: CSVDialect) -> Self {
    Self(
      columns: [
        Column("plan_id", "Plan-id", .text) { .text($0.planID) },
        Column("page", "Sida", .integer) { CellValue(integer: $0.page) },
        Column("kind", "Slag", .text) { .text($0.kind) },
        Column("count", "Antal", .integer) { .integer($0.count) },
      ], dialect: dialect)
  }
}
