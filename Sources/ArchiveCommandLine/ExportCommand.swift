// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import PlanArchive
internal import PlanExport
internal import PlanPipeline

/// `rodtrad archive export`.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Gives plans of an archive back as JSON and CSV tables.",
    discussion: """
      Writes the JSON document of each plan, byte for byte as it was added, and the tables of \
      'rodtrad convert' over them. Without names all plans of the archive are written. With \
      --redact the documents are written anew, and personal data with marks in place of them.

      The folder is for one export, which the same command writes again; one with other results is \
      refused.
      """)

  /// The formats that can be asked for.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, csv
  }

  @OptionGroup var archive: ArchiveArgument

  @Argument(help: ArgumentHelp("Plans, as list names them.", valueName: "plan"))
  var names: [String] = []

  @Option(
    name: [.short, .long], help: ArgumentHelp("The folder for the results.", valueName: "folder"))
  var output: String

  @OptionGroup var plans: PlanFilterOptions

  @Option(help: ArgumentHelp("Only one of json and csv.", valueName: "format"))
  var format: Format?

  @OptionGroup var csv: CSVDialectOption

  @OptionGroup var reading: ReadingOptionGroup

  func validate() throws {
    try csv.validate(writesCSV: format != .json)
    guard !output.isEmpty else {
      throw ValidationError("--output is empty; name a folder, or . for this one")
    }
    guard output != "-" else {
      throw ValidationError("export writes several files; name a folder after --output")
    }
  }

  func run() throws {
    let converter = try reading.converter()
    try archive.open(for: .reading) { file in
      let listed = try ArchiveReader(file).plans(matching: plans.filter)
      let choice = PlanChoice(plans: listed)
      let chosen =
        names.isEmpty ? listed : try names.map { try choice.plan(named: $0, archive) }
      guard !chosen.isEmpty else {
        throw archive.failure("\(archive.archive): holds no such plan; see 'rodtrad archive list'")
      }
      let export = ArchiveExport(
        documents: ArchivedDocuments(archive: archive, file: file, converter: converter),
        folder: output, writesJSON: format != .csv,
        tables: TableSet(csv: format == .json ? nil : csv.dialect == .excel ? .excel : .open))
      try export.write(chosen)
    }
  }
}
