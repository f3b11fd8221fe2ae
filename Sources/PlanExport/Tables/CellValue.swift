// SPDX-License-Identifier: GPL-2.0-or-later

/// What stands in one cell of a table.
package enum CellValue: Sendable, Hashable {
  case text(String)
  case integer(Int)
  case decimal(Double)
  /// A date as the plan document holds it, ISO 8601.
  case date(String)
  case empty
}

extension CellValue {
  /// A text, or an empty cell for nil.
  package init(text: String?) {
    self = if let text { .text(text) } else { .empty }
  }

  /// A whole number, or an empty cell for nil.
  package init(integer: Int?) {
    self = if let integer { .integer(integer) } else { .empty }
  }

  /// A number, or an empty cell for nil.
  package init(decimal: Double?) {
    self = if let decimal { .decimal(decimal) } else { .empty }
  }

  /// A date, or an empty cell for nil.
  package init(date: String?) {
    self = if let date { .date(date) } else { .empty }
  }
}
