// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import JSONScanning
internal import PlanPipeline
internal import SchemaValidation

/// `rodtrad validate`.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Checks what the program wrote against the schemas that it carries.",
    discussion: """
      Says of each file whether it is a plan document as schemas/plan.schema.json describes it, \
      and names the place of each fault. A file called run.json is held against \
      schemas/run.schema.json instead. With --vocabulary-file the files are vocabularies, with \
      --comparison-file comparisons.

      Exit code: 0 when all files are valid, 2 when one is not or cannot be read.
      """)

  @Argument(help: ArgumentHelp("Converted plans: .json files.", valueName: "plan.json"))
  var files: [String]

  @Flag(help: "Check vocabulary files instead of plans.")
  var vocabularyFile = false

  @Flag(help: "Check comparisons instead of plans.")
  var comparisonFile = false

  func validate() throws {
    guard !vocabularyFile || !comparisonFile else {
      throw ValidationError("--vocabulary-file and --comparison-file cannot go together")
    }
  }

  func run() throws {
    var areAllValid = true
    for file in files {
      let faults = try faults(of: file, validator(of: file))
      for fault in faults { Console.message("rodtrad: \(fault)") }
      if faults.isEmpty {
        try Console.writeData(Array("\(Console.withoutControls(file)): valid\n".utf8))
      }
      areAllValid = areAllValid && faults.isEmpty
    }
    guard areAllValid else { throw ExitCode(ExitStatus.failed) }
  }

  private func validator(of file: String) throws -> SchemaValidator {
    if vocabularyFile { return try .vocabulary() }
    if comparisonFile { return try .comparison() }
    return file.split(separator: "/").last == "run.json" ? try .run() : try .plan()
  }

  private func faults(of file: String, _ validator: SchemaValidator) throws -> [String] {
    do {
      return try validator.violations(in: WholeFile.bytes(of: file)).map { "\(file): \($0)" }
    } catch let error as JSONSyntaxError {
      return ["\(file): not valid JSON: \(error.description)"]
    } catch let failure as ConversionFailure {
      return [failure.message(for: file)]
    }
  }
}
