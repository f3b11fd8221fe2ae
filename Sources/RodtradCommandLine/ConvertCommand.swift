// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import FileAccess
@preconcurrency internal import Glibc
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

      For Excel in Swedish add --csv excel: the tables then open with a double click.

      With --output - the JSON of a single plan goes to standard output, or with --format jsonl \
      that of all plans, one a line.

      A document without any goal is converted as far as it goes and named.

      Exit code: 0 when all was converted, 2 when something could not be or had no goal, 64 for \
      wrong usage.
      """)

  /// The formats that can be asked for.
  enum Format: String, CaseIterable {
    case json, csv, jsonl
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
      "What to write, separated by commas: json, csv, jsonl. (default: json,csv)",
      valueName: "formats"),
    transform: ConvertCommand.formats(from:))
  var format: Set<Format>?

  @Option(
    help: ArgumentHelp(
      "Tables for programs (open) or for Excel in Swedish (excel).", valueName: "dialect"),
    transform: ConvertCommand.dialect(from:))
  var csv: CSVDialect = .open

  @Flag(help: "With --format jsonl --output -: plans in the order of the inputs.")
  var ordered = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "How many documents to convert at once. (default: one for each core)", valueName: "number"))
  var jobs: Int?

  @OptionGroup var limits: LimitOptionGroup

  @Flag(help: "Convert everything, also what is done already.")
  var force = false

  @Flag(help: "Take away the outputs of inputs that are gone.")
  var prune = false

  @OptionGroup var vocabulary: VocabularyOption

  @Flag(name: [.short, .long], help: "Print nothing but errors.")
  var quiet = false

  private static let mostJobs = 512

  static func formats(from text: String) throws -> Set<Format> {
    var formats: Set<Format> = []
    for word in text.split(separator: ",") {
      guard let format = Format(rawValue: word.lowercased()) else {
        throw ValidationError("“\(word)” is no format; use json, csv, jsonl or several with commas")
      }
      formats.insert(format)
    }
    guard !formats.isEmpty else {
      throw ValidationError("name a format: json, csv, jsonl or several with commas")
    }
    return formats
  }

  static func dialect(from text: String) throws -> CSVDialect {
    guard let dialect = CSVDialect(rawValue: text.lowercased()) else {
      throw ValidationError("“\(text)” is no kind of CSV; use open or excel")
    }
    return dialect
  }

  func validate() throws {
    guard !inputs.isEmpty || inputList != nil else {
      throw ValidationError("Missing expected argument '<input> ...'")
    }
    if let jobs, !(1...Self.mostJobs).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to \(Self.mostJobs)")
    }
  }

  func run() throws {
    let loaded = try vocabulary.loaded()
    let interruption = try? Interruption()
    if output == "-" {
      let stream = StreamedConversion(
        isLines: format == [.jsonl], isOrdered: ordered, workers: limits.workers(jobCount: jobCount)
      )
      return try stream.run(try findings(), format: format, loaded.converter, interruption)
    }
    let findings = try findings()
    var options = ConversionOptions(
      outputFolder: output, workers: limits.workers(jobCount: jobCount),
      vocabularyDigest: loaded.digest)
    let formats = format ?? [.json, .csv]
    options.writesJSON = formats.contains(.json)
    options.tables = TableSet(
      csvDialect: formats.contains(.csv) ? csv : nil, hasJSONLines: formats.contains(.jsonl))
    options.isForced = force
    options.prunes = prune
    try FolderConversion(options: options, isQuiet: quiet)
      .run(findings, loaded.converter, interruption)
  }

  private var jobCount: Int {
    jobs ?? min(max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), Self.mostJobs)
  }

  private func findings() throws -> InputFinder.Findings {
    var arguments = inputs
    if let inputList { arguments += try InputList.paths(in: inputList) }
    return InputFinder().files(for: arguments)
  }
}
