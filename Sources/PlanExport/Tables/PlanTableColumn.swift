// SPDX-License-Identifier: GPL-2.0-or-later

/// A column of a table: its headings and the kind of its cells.
package struct PlanTableColumn: Sendable, Hashable {
  /// The kind of value in the cells of a column; any cell may also be empty.
  package enum Kind: String, Sendable, CaseIterable {
    case text, integer, decimal, date
  }

  /// The heading for programs: English, snake_case, unique in its table and fixed.
  package let name: String
  /// The heading for people.
  package let swedishHeading: String
  package let kind: Kind

  /// Creates a column.
  package init(name: String, swedishHeading: String, kind: Kind) {
    self.name = name
    self.swedishHeading = swedishHeading
    self.kind = kind
  }
}

/// A column with the way to its cells.
struct PlanTableCells<Item: Sendable>: Sendable {
  let column: PlanTableColumn
  let value: @Sendable (PlanTableRow<Item>) -> CellValue
}

extension PlanTableCells {
  static func text(
    _ name: String, _ swedishHeading: String,
    _ value: @escaping @Sendable (PlanTableRow<Item>) -> String?
  ) -> Self {
    Self(column: PlanTableColumn(name: name, swedishHeading: swedishHeading, kind: .text)) {
      CellValue(text: value($0))
    }
  }

  static func integer(
    _ name: String, _ swedishHeading: String,
    _ value: @escaping @Sendable (PlanTableRow<Item>) -> Int?
  ) -> Self {
    Self(column: PlanTableColumn(name: name, swedishHeading: swedishHeading, kind: .integer)) {
      CellValue(integer: value($0))
    }
  }

  static func decimal(
    _ name: String, _ swedishHeading: String,
    _ value: @escaping @Sendable (PlanTableRow<Item>) -> Double?
  ) -> Self {
    Self(column: PlanTableColumn(name: name, swedishHeading: swedishHeading, kind: .decimal)) {
      CellValue(decimal: value($0))
    }
  }

  static func date(
    _ name: String, _ swedishHeading: String,
    _ value: @escaping @Sendable (PlanTableRow<Item>) -> String?
  ) -> Self {
    Self(column: PlanTableColumn(name: name, swedishHeading: swedishHeading, kind: .date)) {
      CellValue(date: value($0))
    }
  }
}
