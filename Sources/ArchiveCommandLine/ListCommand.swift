// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import PlanArchive

/// `rodtrad archive list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the plans of an archive.",
    discussion: """
      One line a plan, by unit and year: its name, how many goals, indicators and activities it \
      has, and the file that it was read from.
      """)

  @OptionGroup var archive: ArchiveArgument

  @OptionGroup var plans: PlanFilterOptions

  @Option(help: ArgumentHelp("text, json or csv.", valueName: "format"))
  var format = ListFormat.text

  @OptionGroup var csv: CSVDialectOption

  func validate() throws { try csv.validate(writesCSV: format == .csv) }

  func run() throws {
    let listed = try archive.open(for: .reading) { file in
      try ArchiveReader(file).plans(matching: plans.filter)
    }
    let listing = PlanListing(plans: listed)
    switch format {
    case .text: try Console.writeData(Array(listing.text(usesColour: Console.wantsColour).utf8))
    case .json: try Console.writeData(listing.json)
    case .csv: try Console.writeData(listing.csv(csv.dialect))
    }
  }
}
