// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
@preconcurrency internal import Glibc
internal import PlanModel
internal import PlanPipeline

/// The program, as its entry point starts it.
public enum Program {
  /// Reads the arguments, runs the command that they name and ends the process.
  public static func run() {
    ProcessSurroundings.prepare()
    ArchiveCommand.takeOverWhereAsked()
    EarlyWorker.start(for: CommandLine.arguments)
    do {
      var command = try RodtradCommand.parseAsRoot()
      do {
        try command.run()
      } catch let error as ValidationError {
        endWithUsage(of: type(of: command), error)
      }
    } catch {
      EarlyWorker.end()
      RodtradCommand.end(withError: error)
    }
    EarlyWorker.end()
    // The destructors of seventy libraries that poppler brings do nothing for a program that ends,
    // and touch a page each.
    fflush(nil)
    _exit(EXIT_SUCCESS)
  }

  /// Says what is wrong with the arguments, which only the files that they name can tell, as the
  /// parser of the command line says it.
  private static func endWithUsage(
    of command: any ParsableCommand.Type, _ error: ValidationError
  ) -> Never {
    EarlyWorker.end()
    Console.message("Error: \(error.message)")
    Console.message("Usage: \(RodtradCommand.usageString(for: command))")
    let name = command.configuration.commandName ?? ""
    Console.message("  See 'rodtrad \(name) --help' for more information.")
    _exit(ExitCode.validationFailure.rawValue)
  }
}

/// The command `rodtrad`.
struct RodtradCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rodtrad",
    abstract:
      "Reads Swedish municipal yearly plans (verksamhetsplaner) and gives them back as data.",
    discussion: """
      Convert a folder of plans to JSON and tables for Excel:

        rodtrad convert plans --output out --csv excel

      Look at one plan:

        rodtrad inspect plans/example.pdf

      Tell what changed from one year to the next:

        rodtrad compare plans/2025.pdf plans/2026.pdf
      """,
    version: PlanConverter.generator.version,
    subcommands: [
      ConvertCommand.self, InspectCommand.self, CompareCommand.self, TrendCommand.self,
      ValidateCommand.self, ArchiveCommand.self,
    ])
}
