// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

struct ValidateTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ExamplePlan.text, to: "plan.txt")
    _ = try Rodtrad.run("convert", "plan.txt", "--output", "out", "--quiet", in: folder)
  }

  @Test("what the program writes is valid")
  func valid() throws {
    let outcome = try Rodtrad.run("validate", "out/plan.json", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.text == "out/plan.json: valid\n")
    #expect(outcome.errors.isEmpty)
  }

  /// A change of a valid plan, and the line that it gives.
  struct Fault: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let line: String

    var testDescription: String { "\(old) → \(new)" }
  }

  @Test(
    "a fault is named with its place",
    arguments: [
      Fault(
        old: "\"pageCount\": 1", new: "\"pageCount\": \"1\"",
        line: "/source/pageCount is the string \"1\", must be an integer\n"),
      Fault(
        old: "\"sourceWords\"", new: "\"wordCount\"", line: "/accounting lacks \"sourceWords\"\n"),
      Fault(
        old: "\"schemaVersion\": \"1.0\"", new: "\"schemaVersion\": \"9.0\"",
        line: "/schemaVersion"),
    ])
  func faults(fault: Fault) throws {
    let json = try folder.text(of: "out/plan.json")
    try #require(json.contains(fault.old))
    try folder.write(json.replacing(fault.old, with: fault.new), to: "fel.json")
    let outcome = try Rodtrad.run("validate", "fel.json", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("rodtrad: fel.json: \(fault.line)"), "\(outcome.errors)")
  }

  @Test("files that are no JSON, and none at all, are named, and the others are checked")
  func unreadable() throws {
    try folder.write("{", to: "halv.json")
    let outcome = try Rodtrad.run(
      "validate", "halv.json", "borta.json", "out", "out/plan.json", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.text == "out/plan.json: valid\n")
    #expect(
      outcome.errorLines == [
        "rodtrad: halv.json: not valid JSON: line 1, column 2: the JSON ends too early",
        "rodtrad: borta.json: the file cannot be read (No such file or directory); check the name",
        "rodtrad: out: the file cannot be read (it is a folder); name a file in it",
      ])
  }

  @Test("vocabularies are checked by their own schema")
  func vocabularies() throws {
    try folder.write(OtherVocabulary.json, to: "ord.json")
    let good = try Rodtrad.run("validate", "--vocabulary-file", "ord.json", in: folder)
    #expect(good.status == 0)
    #expect(good.text == "ord.json: valid\n")
    let plan = try Rodtrad.run("validate", "--vocabulary-file", "out/plan.json", in: folder)
    #expect(plan.status == 2)
    let other = try Rodtrad.run("validate", "ord.json", in: folder)
    #expect(other.status == 2)
  }
}
