// SPDX-License-Identifier: GPL-2.0-or-later

/// Which programs a CSV file is for.
package enum CSVDialect: String, Sendable, CaseIterable {
  /// For programs: RFC 4180 with commas, UTF-8 without a mark, decimal points and English headings.
  case open
  /// For Excel in Swedish: semicolons, a byte order mark, decimal commas and Swedish headings.
  ///
  /// Cells that Excel would take for a formula are made harmless as ``CSVWriter`` says.
  case excel

  var separator: UInt8 {
    switch self {
    case .open: UInt8(ascii: ",")
    case .excel: UInt8(ascii: ";")
    }
  }

  /// What stands between the whole part of a number and its decimals.
  var decimalMark: String {
    switch self {
    case .open: "."
    case .excel: ","
    }
  }

  /// The bytes that a file begins with, before its first cell.
  var byteOrderMark: [UInt8] {
    switch self {
    case .open: []
    case .excel: [0xEF, 0xBB, 0xBF]
    }
  }

  /// The heading of a column in the language of the dialect.
  package func heading(of column: PlanTableColumn) -> String {
    switch self {
    case .open: column.name
    case .excel: column.swedishHeading
    }
  }
}
