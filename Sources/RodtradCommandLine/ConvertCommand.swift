// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import FileAccess
internal import PlanExport
internal import PlanPipeline
internal import ProcessIsolation

/// `rodtrad convert`.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts plans to JSON and CSV tables.",
    discussion: """
      Name files and folders; folders are searched with all that is in them for .pdf and .txt \
      files. Each plan gives one .json file in the output folder, and all plans there together give \
      one set of tables: plans.csv, goals.csv, sections.csv, results.csv, indicators.csv, \
      activities.csv and diagnostics.csv. What could not be converted stands in failures.csv with \
      the reason, and all that was done in run.json.

      Run the same command again to go on: only what is new, changed or failed is converted then. \
      Ctrl-C ends a run in good order, a second Ctrl-C at once.

      For Excel add --format xlsx: all tables in one workbook, plans.xlsx. With --csv excel the tables \
      in CSV open in Excel in Swedish with a double click.

      With --format datapackage a description of the tables, datapackage.json, stands beside them: \
      types, keys and meanings in the form of a Frictionless Data Package. With --format stratml each \
      plan is also a file of the Strategy Markup Language, in the folder stratml.

      With --redact marks stand in place of e-mail addresses, telephone numbers, personal identity \
      numbers and the names of officials, and redactions.csv counts them.

      With --output - the JSON of a single plan goes to standard output, or with --format jsonl \
      that of all plans, one a line.

      A document without any goal is converted as far as it goes and named.

      Exit code: 0 when all was converted, 2 when something could not be or had no goal, 64 for \
      wrong usage.
      """)

  /// The formats that can be asked for.
  enum Format: String, CaseIterable {
    case json, csv, jsonl, xlsx
    /// The tables with the description of a data package beside them.
    case datapackage
    /// A file of the Strategy Markup Language a plan.
    case stratml

    /// The words that a user may say, as a list.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  @Argument(help: ArgumentHelp("Files and folders to convert.", valueName: "input"))
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with more inputs, one a line, or - for standard input.", valueName: "file"))
  var inputList: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder for the results, or - for standard output.", valueName: "folder")
  )
  var output: String

  @Option(
    help: ArgumentHelp(
      "What to write, separated by commas: \(Format.list). (default: json,csv)",
      valueName: "formats"),
    transform: ConvertCommand.formats(from:))
  var format: Set<Format>?

  @Option(
    help: ArgumentHelp(
      "Tables for programs (open), for Excel in Swedish (excel), or both. (default: open)",
      valueName: "dialect"),
    transform: ConvertCommand.dialects(from:))
  var csv: CSVDialectChoice?

  @Option(
    name: [.long, .customLong("license")],
    help: ArgumentHelp(
      "With --format datapackage: the licence that it names, such as CC0-1.0.", valueName: "name"),
    transform: ConvertCommand.licence(from:))
  var licence: String?

  @Flag(help: "With --format jsonl --output -: plans in the order of the inputs.")
  var ordered = false

  @OptionGroup var workers: WorkerOptionGroup

  @Flag(help: "Convert everything, also what is done already.")
  var force = false

  @Flag(help: "Take away the outputs of inputs that are gone.")
  var prune = false

  @OptionGroup var reading: ReadingOptionGroup

  @Flag(name: [.short, .long], help: "Print nothing but errors.")
  var quiet = false

  static func formats(from text: String) throws -> Set<Format> {
    var formats: Set<Format> = []
    for word in text.split(separator: ",") {
      guard let format = Format(rawValue: word.lowercased()) else {
        throw ValidationError("“\(word)” is no format; use \(Format.list) or several with commas")
      }
      formats.insert(format)
    }
    guard !formats.isEmpty else {
      throw ValidationError("name a format: \(Format.list) or several with commas")
    }
    return formats
  }

  static func dialects(from text: String) throws -> CSVDialectChoice {
    guard let dialects = CSVDialectChoice(rawValue: text.lowercased()) else {
      throw ValidationError("“\(text)” is no kind of CSV; use open, excel or both")
    }
    return dialects
  }

  /// An identifier as the Open Definition and SPDX write them.
  static func licence(from text: String) throws -> String {
    let isIdentifier = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    guard isIdentifier, !text.isEmpty else {
      throw ValidationError("“\(text)” is no name of a licence; use one such as CC0-1.0")
    }
    return text
  }

  func validate() throws {
    guard !inputs.isEmpty || inputList != nil else {
      throw ValidationError("Missing expected argument '<input> ...'")
    }
    guard !output.isEmpty else {
      throw ValidationError("--output is empty; name a folder, or . for this one")
    }
    if let misfit = optionWithoutEffect { throw ValidationError(misfit) }
  }

  private var formats: Set<Format> { format ?? [.json, .csv] }

  /// What to tell of an option that would change nothing, which its user does not expect; or nil.
  private var optionWithoutEffect: String? {
    if ordered, output != "-" || format != [.jsonl] {
      return "--ordered goes with --format jsonl --output - only; leave it out"
    }
    if licence != nil, !formats.contains(.datapackage) || output == "-" {
      return "--licence goes with --format datapackage only; add that, or leave it out"
    }
    let hasTables = !formats.isDisjoint(with: [.csv, .datapackage]) || reading.redact
    if csv != nil, !hasTables || output == "-" {
      return "--csv goes with tables in CSV only; add csv to --format, or leave it out"
    }
    if force || prune, output == "-" {
      return "--force and --prune go with a folder only; leave them out with --output -"
    }
    return nil
  }

  func run() throws {
    let loaded = try reading.loaded()
    let findings = try findings()
    // Until here Ctrl-C ends the program at once: nothing is begun, and a list of inputs may never
    // come.
    let interruption = try? Interruption()
    if output == "-" {
      let stream = StreamedConversion(
        isLines: format == [.jsonl], isOrdered: ordered, isQuiet: quiet, workers: workers.options)
      return try stream.run(findings, format: format, loaded.converter, interruption)
    }
    var options = ConversionOptions(
      outputFolder: output, workers: workers.options,
      vocabularyDigest: loaded.digest)
    let csv = csv ?? .open
    options.writesJSON = formats.contains(.json)
    options.tables = TableSet(
      csv: formats.isDisjoint(with: [.csv, .datapackage]) ? nil : csv,
      hasJSONLines: formats.contains(.jsonl),
      redactionsDialect: reading.redact ? csv.first : nil)
    options.licence = licence
    options.redacts = reading.redact
    options.exports = RunExport.allCases.filter { export in
      formats.contains { $0.rawValue == export.rawValue }
    }
    options.isForced = force
    options.prunes = prune
    try FolderConversion(options: options, isQuiet: quiet)
      .run(findings, loaded.converter, interruption)
  }

  private func findings() throws -> InputFinder.Findings {
    var arguments = inputs
    if let inputList { arguments += try InputList.paths(in: inputList, besides: inputs) }
    return InputFinder().files(for: arguments)
  }
}
