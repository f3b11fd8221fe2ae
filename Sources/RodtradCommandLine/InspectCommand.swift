// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import PlanPipeline

/// `rodtrad inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Shows one plan as an outline.",
    discussion: """
      Prints the goals with their numbers, levels and pages, how many sections, indicators and \
      activities each has, and what was doubtful; of a plan converted before (.json) what the \
      document holds. With --tokens it prints every line of the document with what it was taken \
      for.
      """)

  @Argument(help: ArgumentHelp("A plan: a .pdf, .txt or converted .json file.", valueName: "file"))
  var file: String

  @Flag(help: "Print the lines of the document with what each was taken for.")
  var tokens = false

  @OptionGroup var limits: LimitOptionGroup

  @OptionGroup var reading: ReadingOptionGroup

  func validate() throws {
    guard !tokens || !reading.redact else {
      throw ValidationError(
        "--tokens and --redact cannot go together: names are found in plans, not in single lines")
    }
    guard !tokens || !PlanConverter.isConverted(file) else {
      throw ValidationError(
        "--tokens shows printed lines, and \(file) has none; name the PDF or the text")
    }
  }

  func run() throws {
    var converter = try reading.converter()
    let options = limits.workers(jobCount: WorkerOptionGroup.coreCount)
    let colour = Console.wantsColour
    let text: [UInt8]
    do throws(ConversionFailure) {
      text = try IsolatedWork(options: options).bytes { threadCount throws(ConversionFailure) in
        converter.importThreadCount = threadCount
        let text =
          tokens
          ? TokenListing(usesColour: colour).text(of: try converter.tokens(fromFile: file))
          : PlanOutline(usesColour: colour).text(of: try converter.plan(fromSourceOrDocument: file))
        return Array(text.utf8)
      }
    } catch {
      Console.message("rodtrad: \(error.message(for: file))")
      throw ExitCode(ExitStatus.failed)
    }
    try Console.writeData(text)
  }
}
