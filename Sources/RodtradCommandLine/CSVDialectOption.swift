// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import PlanExport

/// The option that says which programs tables are for.
struct CSVDialectOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Tables for programs (open) or for Excel in Swedish (excel).", valueName: "dialect"),
    transform: ConvertCommand.dialect(from:))
  var csv: CSVDialect = .open
}
