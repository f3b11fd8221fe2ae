// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import PlanExport
internal import PlanModel
internal import PlanPipeline
internal import SourceText

/// `rodtrad convert`.
struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Converts plans to JSON and CSV tables.",
    discussion: """
      Name files and folders; folders are searched with all that is in them for .pdf and .txt \
      files. Each plan gives one .json file in the output folder, and all plans together give one \
      set of tables: plans.csv, goals.csv, sections.csv, results.csv, indicators.csv, \
      activities.csv and diagnostics.csv.

      For Excel in Swedish add --csv excel: the tables then open with a double click.

      With --output - the JSON of a single plan goes to standard output.

      A document without any goal is converted as far as it goes and named.

      Exit code: 0 when all was converted, 2 when something could not be or had no goal, 64 for \
      wrong usage.
      """)

  /// The formats that can be asked for.
  enum Format: String, CaseIterable {
    case json, csv
  }

  @Argument(help: ArgumentHelp("Files and folders to convert.", valueName: "input"))
  var inputs: [String]

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The folder for the results, or - for standard output.", valueName: "folder")
  )
  var output: String

  @Option(
    help: ArgumentHelp(
      "What to write, separated by commas: json, csv. (default: json,csv)", valueName: "formats"),
    transform: ConvertCommand.formats(from:))
  var format: Set<Format> = [.json, .csv]

  @Option(
    help: ArgumentHelp(
      "Tables for programs (open) or for Excel in Swedish (excel).", valueName: "dialect"),
    transform: ConvertCommand.dialect(from:))
  var csv: CSVDialect = .open

  @OptionGroup var vocabulary: VocabularyOption

  @Flag(name: [.short, .long], help: "Print nothing but errors.")
  var quiet = false

  static func formats(from text: String) throws -> Set<Format> {
    var formats: Set<Format> = []
    for word in text.split(separator: ",") {
      guard let format = Format(rawValue: word.lowercased()) else {
        throw ValidationError("“\(word)” is no format; use json, csv or json,csv")
      }
      formats.insert(format)
    }
    guard !formats.isEmpty else { throw ValidationError("name a format: json, csv or json,csv") }
    return formats
  }

  static func dialect(from text: String) throws -> CSVDialect {
    guard let dialect = CSVDialect(rawValue: text.lowercased()) else {
      throw ValidationError("“\(text)” is no kind of CSV; use open or excel")
    }
    return dialect
  }

  func run() throws {
    let converter = try vocabulary.converter()
    if output == "-" { return try convertToStandardOutput(converter) }
    let findings = InputFinder().files(for: inputs)
    for problem in findings.problems {
      Console.message("rodtrad: \(problem.failure.message(for: problem.path))")
    }
    // With nothing to convert, the tables of an earlier run stay as they are.
    guard !findings.files.isEmpty else { throw ExitCode(ExitStatus.failed) }
    let run = ConversionRun(
      converter: converter,
      options: ConversionOptions(
        outputFolder: output, writesJSON: format.contains(.json),
        csvDialect: format.contains(.csv) ? csv : nil))
    let summary: ConversionSummary
    do throws(ConversionFailure) {
      summary = try run.run(findings.files, report: report)
    } catch {
      Console.message("rodtrad: \(error.fact); \(error.advice)")
      throw ExitCode(ExitStatus.failed)
    }
    if !quiet { Console.message(text(of: summary, problems: findings.problems.count)) }
    if summary.failed > 0 || summary.withoutGoals > 0 || !findings.problems.isEmpty {
      throw ExitCode(ExitStatus.failed)
    }
  }

  private func report(_ path: String, _ outcome: ConversionOutcome) {
    switch outcome {
    case .converted(let plan):
      guard !plan.goals.isEmpty else {
        return Console.message("rodtrad: \(ConversionFailure.noGoals.message(for: path))")
      }
      guard !quiet else { return }
      let doubtful = plan.diagnostics.filter { $0.severity != .info }.count
      let remark = doubtful == 0 ? "" : ", \(counted(doubtful, "remark"))"
      let goals = counted(goalCount(plan.goals), "goal")
      Console.message("\(path): \(goals), \(counted(plan.source.pageCount, "page"))\(remark)")
    case .failed(let failure):
      Console.message("rodtrad: \(failure.message(for: path))")
    }
  }

  private func counted(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private func goalCount(_ goals: [Goal]) -> Int {
    goals.reduce(0) { $0 + 1 + goalCount($1.goals) }
  }

  private func text(of summary: ConversionSummary, problems: Int) -> String {
    let failed = summary.failed + problems
    let other = summary.withoutGoals == 0 ? "" : ", without goals \(summary.withoutGoals)"
    return "Converted \(summary.converted), with remarks \(summary.withWarnings)\(other), "
      + "failed \(failed); \(counted(summary.pages, "page")), \(counted(summary.words, "word"))."
  }

  private func convertToStandardOutput(_ converter: PlanConverter) throws {
    guard inputs.count == 1, let input = inputs.first else {
      throw ValidationError("--output - takes a single input; name a folder for several")
    }
    let findings = InputFinder().files(for: [input])
    if let problem = findings.problems.first {
      Console.message("rodtrad: \(problem.failure.message(for: problem.path))")
      throw ExitCode(ExitStatus.failed)
    }
    guard findings.files.count == 1, let file = findings.files.first else {
      throw ValidationError("--output - takes a single input; \(input) holds several")
    }
    let plan: PlanDocument
    do throws(ConversionFailure) {
      plan = try converter.plan(fromFile: file.path)
    } catch {
      Console.message("rodtrad: \(error.message(for: file.path))")
      throw ExitCode(ExitStatus.failed)
    }
    try Console.writeData(JSONPlanExporter(style: .indented).bytes(for: plan))
    guard !plan.goals.isEmpty else {
      Console.message("rodtrad: \(ConversionFailure.noGoals.message(for: file.path))")
      throw ExitCode(ExitStatus.failed)
    }
  }
}
