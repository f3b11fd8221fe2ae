// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
@preconcurrency internal import Glibc
internal import PlanModel
internal import PlanPipeline

/// The program that keeps archives, as its entry point starts it.
public enum ArchiveProgram {
  /// Reads the arguments, which are those after `rodtrad archive`, runs the command that they name and
  /// ends the process.
  public static func run() {
    ProcessSurroundings.prepare()
    do {
      var command = try RodtradRoot.parseAsRoot(["archive"] + CommandLine.arguments.dropFirst())
      try command.run()
    } catch {
      RodtradRoot.end(withError: error)
    }
    fflush(nil)
    _exit(EXIT_SUCCESS)
  }
}

/// What `rodtrad archive` is a part of: help and errors name the program that the user called.
struct RodtradRoot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rodtrad", version: PlanConverter.generator.version,
    subcommands: [ArchiveCommand.self])
}

/// `rodtrad archive`.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Keeps plans of all years in one SQLite file, and searches them.",
    discussion: """
      Put a folder of plans into an archive, search it, and list what it holds:

        rodtrad archive add plans.sqlite plans
        rodtrad archive search plans.sqlite äldreomsorg
        rodtrad archive list plans.sqlite

      The archive is a database that other programs can open, such as Datasette; its tables and \
      views stand in docs/archive.md.
      """,
    subcommands: [
      AddCommand.self, ListCommand.self, SearchCommand.self, ShowCommand.self, ExportCommand.self,
    ])
}
