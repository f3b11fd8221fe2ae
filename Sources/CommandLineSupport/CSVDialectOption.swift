// SPDX-License-Identifier: GPL-2.0-or-later

package import ArgumentParser
package import PlanExport

/// The option that says which programs tables are for.
package struct CSVDialectOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Tables for programs (open) or for Excel in Swedish (excel).", valueName: "dialect"),
    transform: CSVDialectOption.dialect(from:))
  package var csv: CSVDialect = .open

  package init() {}

  /// Reads the name of a dialect.
  package static func dialect(from text: String) throws -> CSVDialect {
    guard let dialect = CSVDialect(rawValue: text.lowercased()) else {
      throw ValidationError("“\(text)” is no kind of CSV; use open or excel")
    }
    return dialect
  }
}
