// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import ComparisonExport
internal import PlanComparison
internal import PlanExport
internal import PlanModel
internal import PlanPipeline

/// `rodtrad compare`.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Tells what changed between plans.")
  @Argument var inputs: [String]
  @Option var format: String = "json"
  @OptionGroup var vocabulary: VocabularyOption
  func run() throws {
    let loader = PlanLoader(try vocabulary.converter())
    let comparison = PlanComparer().comparison(of: try inputs.map { try loader.plan(fromFile: $0) })
    try Console.writeData(JSONComparisonExporter(style: .indented, generator: PlanConverter.generator).bytes(for: comparison))
    if comparison.hasDifferences { throw ExitCode(1) }
  }
}
