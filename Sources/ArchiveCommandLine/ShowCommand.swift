// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import PlanArchive

/// `rodtrad archive show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one plan of an archive as an outline.",
    discussion: """
      Name the plan as 'rodtrad archive list' does, by a part of its name, by its file or by its \
      number. The outline is that of 'rodtrad inspect'.
      """)

  @OptionGroup var archive: ArchiveArgument

  @Argument(help: ArgumentHelp("The plan.", valueName: "plan"))
  var plan: String

  @OptionGroup var reading: ReadingOptionGroup

  func run() throws {
    let converter = try reading.converter()
    let document = try archive.open(for: .reading) { file in
      let choice = PlanChoice(plans: try ArchiveReader(file).plans())
      return try ArchivedDocuments(archive: archive, file: file, converter: converter)
        .document(of: try choice.plan(named: plan, archive))
    }
    let outline = PlanOutline(usesColour: Console.wantsColour)
    try Console.writeData(Array(outline.text(of: document.plan).utf8))
  }
}
