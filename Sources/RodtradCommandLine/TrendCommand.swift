// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import ComparisonExport
internal import ComparisonReport
internal import PlanComparison
internal import PlanModel
internal import PlanPipeline

/// `rodtrad trend`.
struct TrendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract: "Follows indicators over the years.",
    discussion: """
      Reads the plans of folders and files (.pdf, .txt, or .json as convert writes it) and gives \
      one table: a row for each indicator, unit and year, with the targets. Indicators that were \
      renamed from one year to the next share a canonical name, that of the latest year.

      With --format html it gives one page instead, with a small chart and a table of each \
      indicator of each unit, that opens offline:

        rodtrad trend plans --format html --output trend.html

      Exit code: 0 when all plans were read, 2 when one was not or the table cannot be written, \
      64 for wrong usage.
      """)

  /// The formats that can be asked for.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, html
  }

  @Argument(help: ArgumentHelp("Folders and files with plans.", valueName: "input"))
  var inputs: [String]

  @Option(help: ArgumentHelp("csv or html.", valueName: "format"))
  var format = Format.csv

  @Option(
    help: ArgumentHelp(
      "The language of the HTML page: sv or en. (default: sv)", valueName: "language"))
  var language: ReportLanguage?

  @OptionGroup var csv: CSVDialectOption

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A file for the result instead of standard output, such as trend.csv.", valueName: "file"))
  var output: String?

  @OptionGroup var workers: WorkerOptionGroup

  @OptionGroup var reading: ReadingOptionGroup

  func validate() throws {
    try csv.validate(writesCSV: format == .csv)
    try ReportLanguage.validate(language, writesHTML: format == .html)
    try ResultOutput(path: output).validate()
  }

  func run() throws {
    try ResultOutput(path: output).refuseToReplace(
      InputFinder(includingConverted: true).files(for: inputs).files.map(\.path),
      unless: EarlierResult.begins(with:))
    let source = ComparedPlans(
      loader: PlanLoader(
        try reading.converter(), options: workers.options),
      tellsRedactions: reading.redact,
      adviceOnDoubles: "take one of them away, or leave both: a plan counts once")
    let found = source.plans(in: inputs)
    guard !found.plans.isEmpty else { throw ExitCode(ExitStatus.failed) }
    let trends = TrendAnalyzer().trends(of: found.plans)
    try ResultOutput(path: output).write(bytes(of: trends, found.plans))
    guard found.areComplete else { throw ExitCode(ExitStatus.failed) }
  }

  private func bytes(of trends: [IndicatorTrend], _ plans: [PlanDocument]) -> [UInt8] {
    switch format {
    case .csv: return CSVTrendExporter(dialect: csv.dialect).bytes(for: trends)
    case .html:
      let files = SourcePaths(among: InputFinder().files(for: inputs).files.map(\.path))
      let folder = ResultOutput(path: output).folder
      return HTMLTrendReport(language: language ?? .swedish, generator: PlanConverter.generator)
        .bytes(
          for: trends, of: plans,
          sourcePaths: plans.map { files.path(to: $0.source, from: folder) })
    }
  }
}
