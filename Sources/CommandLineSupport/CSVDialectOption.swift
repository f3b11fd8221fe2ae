// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
package import PlanExport

/// The option that says which programs tables are for.
package struct CSVDialectOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Tables for programs (open) or for Excel in Swedish (excel). (default: open)",
      valueName: "dialect"),
    transform: CSVDialectOption.dialect(from:))
  var csv: CSVDialect?

  package init() {}

  /// The dialect to write.
  package var dialect: CSVDialect { csv ?? .open }

  /// Refuses the option where there is no CSV, and it would change nothing.
  package func validate(writesCSV: Bool) throws {
    guard csv == nil || writesCSV else {
      throw ValidationError(
        "--csv goes with tables in CSV only; use --format csv, or leave it out")
    }
  }

  /// Reads the name of a dialect.
  package static func dialect(from text: String) throws -> CSVDialect {
    guard let dialect = CSVDialect(rawValue: text.lowercased()) else {
      throw ValidationError("“\(text)” is no kind of CSV; use open or excel")
    }
    return dialect
  }
}
