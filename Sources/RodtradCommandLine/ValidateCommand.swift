// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser

/// `rodtrad validate`.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks a converted plan against the schema.")

  @Argument(help: ArgumentHelp("A converted plan: a .json file.", valueName: "plan.json"))
  var file: String

  func run() throws {}
}
