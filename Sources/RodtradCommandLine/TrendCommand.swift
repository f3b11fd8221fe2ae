// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import ComparisonExport
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

      Exit code: 0 when all plans were read, 2 when one was not or the table cannot be written, \
      64 for wrong usage.
      """)

  @Argument(help: ArgumentHelp("Folders and files with plans.", valueName: "input"))
  var inputs: [String]

  @OptionGroup var dialect: CSVDialectOption

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A file for the table instead of standard output, such as trend.csv.", valueName: "file"))
  var output: String?

  @OptionGroup var workers: WorkerOptionGroup

  @OptionGroup var vocabulary: VocabularyOption

  func run() throws {
    let source = ComparedPlans(
      loader: PlanLoader(try vocabulary.converter(), options: workers.options))
    let (plans, areComplete) = source.plans(in: inputs)
    guard !plans.isEmpty else { throw ExitCode(ExitStatus.failed) }
    let trends = TrendAnalyzer().trends(of: plans)
    try ResultOutput(path: output)
      .write(CSVTrendExporter(dialect: dialect.csv).bytes(for: trends))
    guard areComplete else { throw ExitCode(ExitStatus.failed) }
  }
}
