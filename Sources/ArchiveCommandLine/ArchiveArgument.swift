// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import PlanArchive

/// The archive that a command is about.
struct ArchiveArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The archive, such as plans.sqlite.", valueName: "archive"))
  var archive: String

  func validate() throws {
    guard !archive.isEmpty else {
      throw ValidationError("the name of the archive is empty; name a file, such as plans.sqlite")
    }
  }

  /// Opens the archive, does something with it, and closes it.
  ///
  /// - Throws: The exit code, after the message.
  func open<Answer>(
    for purpose: ArchiveFile.Purpose,
    _ work: (ArchiveFile) throws -> Answer
  ) throws -> Answer {
    do {
      let file = try ArchiveFile(path: archive, for: purpose)
      defer { file.close() }
      return try work(file)
    } catch let error as ArchiveError {
      throw failure("\(archive): \(error.fact); \(error.advice)")
    }
  }

  /// Prints a message, and gives the exit code to throw.
  func failure(_ message: String) -> ExitCode {
    Console.message("rodtrad: \(message)")
    return ExitCode(ExitStatus.failed)
  }
}

/// The options that narrow a command to some of an archive's plans.
struct PlanFilterOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Only plans of this year.", valueName: "year"))
  var year: Int?

  @Option(
    help: ArgumentHelp("Only plans of units whose name holds this text.", valueName: "text"))
  var unit: String?

  func validate() throws {
    if let year, !(1_000...9_999).contains(year) {
      throw ValidationError("--year is a year of four digits")
    }
  }

  var filter: SearchFilter { SearchFilter(year: year, unit: unit) }
}

/// How a list is written.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv
}
