// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import PlanArchive
internal import PlanPipeline
internal import ProcessIsolation

/// `rodtrad archive add`.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Adds plans to an archive.",
    discussion: """
      Name files and folders with plans: PDFs, texts, or plans converted before (.json). An \
      archive that is not there yet is made.

      A plan that the archive has already is left as it is. A corrected one takes the place of the \
      version before: a plan of the same unit and year whose file has the same name. Where a plan \
      names no unit or no year, the path tells.

      A document that cannot be read, or has no goal, is named and left out.

      Exit code: 0 when all was added or there already, 2 when something could not be, 64 for \
      wrong usage.
      """)

  @OptionGroup var archive: ArchiveArgument

  @Argument(help: ArgumentHelp("Files and folders with plans.", valueName: "input"))
  var inputs: [String]

  @OptionGroup var workers: WorkerOptionGroup

  @OptionGroup var reading: ReadingOptionGroup

  @Flag(name: [.short, .long], help: "Print nothing but errors.")
  var quiet = false

  func run() throws {
    let converter = try reading.converter()
    let findings = InputFinder(includingConverted: true).files(for: inputs)
    let isWhole = try archive.open(for: .adding) { file in
      ProcessSurroundings.outliveReaders()
      let interruption = try? Interruption()
      let addition = ArchiveAddition(
        adder: ArchiveAdder(file), archivePath: archive.archive,
        loader: PlanLoader(converter, options: workers.options, interruption: interruption),
        isQuiet: quiet, tellsRedactions: reading.redact)
      try addition.run(findings)
      if interruption?.isAsked == true {
        throw archive.failure(
          "the run was ended before it was done; run the same command again to go on")
      }
      if !quiet {
        Console.message(addition.summary(planCount: try ArchiveReader(file).planCount()))
      }
      return addition.isWhole
    }
    guard isWhole else { throw ExitCode(ExitStatus.failed) }
  }
}
