// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import ComparisonExport
internal import ComparisonReport
internal import PlanComparison
internal import PlanExport
internal import PlanModel
internal import PlanPipeline

/// `rodtrad compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Tells what changed between plans.",
    discussion: """
      Name two plans or more, the oldest first; each is a PDF, a text or a plan converted before \
      (.json). Every two neighbours are compared, and goals are followed over all of them.

        rodtrad compare 2024.pdf 2025.pdf 2026.pdf

      The plans of a folder, each unit's years in order, or each year's units side by side:

        rodtrad compare --by unit plans
        rodtrad compare --across-units plans

      With --decisions a file (CSV) settles which goals are the same. It has the columns level, \
      old_id, new_id and decision (same or different), and may have old_file and new_file.

      Exit code: 0 when nothing differs, 1 when something does, 2 when something could not be \
      read or written, 64 for wrong usage.
      """)

  /// The formats that can be asked for.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case terminal, json, csv, html
  }

  /// What plans of a folder can be put together by.
  enum Group: String, CaseIterable, ExpressibleByArgument {
    case unit
  }

  @Argument(
    help: ArgumentHelp(
      "Plans (.pdf, .txt or .json), the oldest first; folders with --by or --across-units.",
      valueName: "plan"))
  var inputs: [String]

  @Option(help: ArgumentHelp("Compare each unit's years in a folder: unit.", valueName: "what"))
  var by: Group?

  @Flag(help: "Compare the units of each year in a folder with each other.")
  var acrossUnits = false

  @Option(help: ArgumentHelp("A file (CSV) that settles which goals are one.", valueName: "file"))
  var decisions: String?

  @Option(help: ArgumentHelp("terminal, json, csv or html.", valueName: "format"))
  var format = Format.terminal

  @Option(
    help: ArgumentHelp(
      "The language of the HTML report: sv or en. (default: sv)", valueName: "language"))
  var language: ReportLanguage?

  @OptionGroup var csv: CSVDialectOption

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("A file for the result instead of standard output.", valueName: "file"))
  var output: String?

  @OptionGroup var workers: WorkerOptionGroup

  @OptionGroup var reading: ReadingOptionGroup

  func validate() throws {
    guard by == nil || !acrossUnits else {
      throw ValidationError("--by and --across-units cannot go together; choose one")
    }
    guard by != nil || acrossUnits || inputs.count > 1 else {
      throw ValidationError("name two plans or more, or a folder with --by unit")
    }
    try csv.validate(writesCSV: format == .csv)
    try ReportLanguage.validate(language, writesHTML: format == .html)
    try ResultOutput(path: output).validate()
  }

  func run() throws {
    try ResultOutput(path: output).refuseToReplace(
      InputFinder(includingConverted: true).files(for: inputs).files.map(\.path),
      unless: EarlierResult.begins(with:))
    let comparer = PlanComparer(decisions: try loadedDecisions())
    let source = ComparedPlans(
      loader: PlanLoader(
        try reading.converter(), options: workers.options),
      tellsRedactions: reading.redact, adviceOnDoubles: "name two files to compare them")
    let (rows, areComplete) = try rows(from: source)
    let comparisons = rows.map(comparer.comparison)
    try ResultOutput(path: output).write(bytes(of: comparisons, rows))
    guard areComplete else { throw ExitCode(ExitStatus.failed) }
    if comparisons.contains(where: \.hasDifferences) { throw ExitCode(ExitStatus.differences) }
  }

  /// The plans of each comparison, and whether all plans could be used.
  private func rows(from source: ComparedPlans) throws -> ([[PlanDocument]], Bool) {
    guard by != nil || acrossUnits else { return ([try source.plans(inFiles: inputs)], true) }
    let found = source.plans(in: inputs)
    let grouping: PlanGrouping = acrossUnits ? .byYear(found.plans) : .byUnit(found.plans)
    let leftOut = PlansLeftOut(
      grouping: grouping, acrossUnits: acrossUnits, path: found.path)
    for line in leftOut.unnamed { Console.message("rodtrad: \(line)") }
    for line in leftOut.single { Console.message(line) }
    return (grouping.groups, found.areComplete && grouping.unnamed.isEmpty)
  }

  private func bytes(of comparisons: [Comparison], _ rows: [[PlanDocument]]) -> [UInt8] {
    switch format {
    case .terminal:
      let usesColour = output == nil && Console.wantsColour
      let listing = ComparisonListing(style: TerminalStyle(usesColour: usesColour))
      return Array(comparisons.map(listing.text).joined(separator: "\n").utf8)
    case .json:
      // Several comparisons are JSON Lines: one document a line.
      let isSingle = by == nil && !acrossUnits
      let exporter = JSONComparisonExporter(
        style: isSingle ? .indented : .compact, generator: PlanConverter.generator)
      return comparisons.flatMap(exporter.bytes)
    case .csv:
      return CSVComparisonExporter(dialect: csv.dialect).bytes(for: comparisons)
    case .html:
      return HTMLComparisonReport(
        language: language ?? .swedish, generator: PlanConverter.generator
      )
      .bytes(for: reported(comparisons, rows))
    }
  }

  /// The comparisons with their plans, and the ways from the report to the plans' files.
  private func reported(
    _ comparisons: [Comparison], _ rows: [[PlanDocument]]
  ) -> [ReportedComparison] {
    let files = SourcePaths(among: InputFinder().files(for: inputs).files.map(\.path))
    let folder = ResultOutput(path: output).folder
    return zip(comparisons, rows).map { comparison, plans in
      ReportedComparison(
        comparison, of: plans,
        sourcePaths: plans.map { files.path(to: $0.source, from: folder) })
    }
  }

  private func loadedDecisions() throws -> [AlignmentDecision] {
    guard let path = decisions else { return [] }
    do {
      return try DecisionTable.decisions(from: WholeFile.bytes(of: path))
    } catch let error as DecisionTableError {
      Console.message("rodtrad: \(path), line \(error.lineNumber): \(error.fact)")
    } catch let failure as ConversionFailure {
      Console.message("rodtrad: \(failure.message(for: path))")
    }
    throw ExitCode(ExitStatus.failed)
  }
}
