// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import PlanModel
import TestSupport
import Testing

struct ConvertTests {
  private static let tables = [
    "activities.csv", "diagnostics.csv", "goals.csv", "indicators.csv", "plans.csv",
    "results.csv", "sections.csv",
  ]

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func plan(_ bytes: [UInt8]) throws -> PlanDocument {
    try JSONDecoder().decode(PlanDocument.self, from: Data(bytes))
  }

  private static let records = ["failures.csv", "run.json"]

  @Test("a file gives its JSON and the tables, and says so")
  func file() throws {
    try folder.write(ExamplePlan.text, to: "lönn.txt")
    let outcome = try Rodtrad.run("convert", "lönn.txt", "--output", "out", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Converted 1, failed 0; 1 page, 109 words in "))
    #expect(outcome.errorLines.count == 1)
    #expect(try folder.outputs() == (Self.tables + Self.records + ["lönn.json"]).sorted())
    let plan = try plan(folder.bytes(of: "out/lönn.json"))
    #expect(plan.source.fileName == "lönn.txt")
    #expect(plan.plan.unit == "Lönnens mottagning")
    #expect(plan.accounting.unaccountedWords == 0)
  }

  @Test("a PDF of the corpus is converted by the real program")
  func pdf() throws {
    let plan = try #require(CorpusCase.all.first)
    let input = plan.path(of: "input.pdf")
    let outcome = try Rodtrad.run("convert", input, "--output", "out", "-q", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    let document = try self.plan(folder.bytes(of: "out/input.json"))
    #expect(document.source.mediaType == "application/pdf")
    #expect(document.accounting.unaccountedWords == 0)
  }

  @Test("one PDF is the same by one thread and by two, which never wait for each other in vain")
  func threads() throws {
    let plan = try #require(CorpusCase.all.last)
    let input = plan.path(of: "input.pdf")
    func output(jobs: Int, memory: String = "1G") throws -> [UInt8] {
      let outcome = try Rodtrad.run(
        "convert", input, "--output", "-", "--jobs", "\(jobs)", "--timeout", "20",
        "--memory", memory, in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
      return outcome.output
    }
    let alone = try output(jobs: 1)
    for _ in 0..<20 { #expect(try output(jobs: 2) == alone) }
    // Little room for what threads reserve: one thread is faster then.
    for memory in ["64M", "128M"] { #expect(try output(jobs: 2, memory: memory) == alone) }
  }

  @Test("a folder is searched to its bottom, and its outputs lie as its inputs do")
  func folders() throws {
    try folder.write(ExamplePlan.text, to: "in/b.txt")
    try folder.write(ExamplePlan.text(1), to: "in/2025/norr/a.TXT")
    try folder.write("x", to: "in/readme.md")
    try folder.write(ExamplePlan.text, to: "in/.hidden.txt")
    let outcome = try Rodtrad.run("convert", "in", "--output", "out", in: folder)
    #expect(outcome.status == 0)
    #expect(
      try folder.outputs()
        == (Self.tables + Self.records + ["2025/norr/a.json", "b.json"]).sorted())
    let rows = try folder.text(of: "out/plans.csv").split(separator: "\r\n")
    #expect(rows.count == 3)
    #expect(rows.dropFirst().map { $0.prefix { $0 != "," } } == ["2025/norr/a", "b"])
  }

  @Test("two inputs of one name never overwrite each other")
  func sameNames() throws {
    try folder.write(ExamplePlan.text, to: "one/plan.txt")
    try folder.write(ExamplePlan.letter, to: "two/plan.txt")
    try folder.write(SmallPDF(pages: [[.init("Enhetsmål", baseline: 90)]]).bytes(), to: "plan.pdf")
    _ = try Rodtrad.run(
      "convert", "one/plan.txt", "two/plan.txt", "plan.pdf", "--output", "out", in: folder)
    let names = try folder.outputs().filter { $0.hasSuffix(".json") && $0 != "run.json" }
    #expect(names.count == 3)
    let kinds = try names.map { try plan(folder.bytes(of: "out/\($0)")).source.sha256 }
    #expect(Set(kinds).count == 3)
    let ids = try folder.text(of: "out/plans.csv").split(separator: "\r\n").dropFirst()
      .map { "\($0.prefix { $0 != "," }).json" }
    #expect(ids.sorted() == names)
  }

  @Test("an input that is named twice is converted once")
  func sameInputTwice() throws {
    try folder.write(ExamplePlan.text, to: "in/plan.txt")
    let outcome = try Rodtrad.run(
      "convert", "in", "in/plan.txt", "./in/plan.txt", "--output", "out", in: folder)
    #expect(outcome.status == 0)
    #expect(try folder.outputs().filter { $0.hasSuffix(".json") } == ["plan.json", "run.json"])
  }

  @Test("the JSON of one plan goes to standard output and nothing else does")
  func standardOutput() throws {
    try folder.write(ExamplePlan.text, to: "plan.txt")
    let outcome = try Rodtrad.run("convert", "plan.txt", "--output", "-", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(try plan(outcome.output).goals.count == 1)
    #expect(try folder.fileNames() == ["plan.txt"])
    _ = try Rodtrad.run("convert", "plan.txt", "--output", "out", in: folder)
    #expect(try folder.bytes(of: "out/plan.json") == outcome.output)
  }

  @Test(
    "only the formats that are asked for are written",
    arguments: [
      ("json", ["plan.json"]), ("csv", tables), ("json,csv", tables + ["plan.json"]),
      ("CSV", tables), ("jsonl", ["plans.jsonl"]),
    ])
  func formats(format: String, names: [String]) throws {
    try folder.write(ExamplePlan.text, to: "plan.txt")
    let outcome = try Rodtrad.run(
      "convert", "plan.txt", "--output", "out", "--format", format, in: folder)
    #expect(outcome.status == 0)
    #expect(try folder.outputs() == (names + Self.records).sorted())
  }

  @Test("a second run gives the same bytes and leaves nothing else")
  func secondRun() throws {
    try folder.write(ExamplePlan.text, to: "plan.txt")
    _ = try Rodtrad.run("convert", "plan.txt", "--output", "out", in: folder)
    let names = try folder.outputs().filter { $0 != "run.json" }
    let first = try names.map { try folder.bytes(of: "out/\($0)") }
    _ = try Rodtrad.run("convert", "plan.txt", "--output", "out", "--force", in: folder)
    #expect(try names.map { try folder.bytes(of: "out/\($0)") } == first)
    #expect(try folder.outputs().count == 10)
  }

  @Test("another municipality's vocabulary is used from its file")
  func vocabulary() throws {
    try folder.write(OtherVocabulary.json, to: "klippvik.json")
    try folder.write(OtherVocabulary.plan, to: "plan.txt")
    let outcome = try Rodtrad.run(
      "convert", "plan.txt", "--output", "-", "--vocabulary", "klippvik.json", in: folder)
    #expect(outcome.status == 0)
    #expect(try plan(outcome.output).goals.first?.title == "Klippvik lever")
  }

  @Test(
    "wrong usage ends with 64 and one line that says what is wrong",
    arguments: [
      (["convert"], "Error: Missing expected argument '--output <folder>'"),
      (["convert", "--output", "out"], "Error: Missing expected argument '<input> ...'"),
      (["convert", "a.txt"], "Error: Missing expected argument '--output <folder>'"),
      (
        ["convert", "a.txt", "b.txt", "--output", "-"],
        "Error: --output - takes a single input; name a folder for several, or add --format "
          + "jsonl"
      ),
      (
        ["convert", "a.txt", "--output", ""],
        "Error: --output is empty; name a folder, or . for this one"
      ),
      (
        ["convert", "a.txt", "--output", "out", "--format", "xml"],
        "Error: The value 'xml' is invalid for '--format <formats>': “xml” is no format; "
          + "use json, csv, jsonl, xlsx, datapackage, stratml or several with commas"
      ),
      (
        ["convert", "a.txt", "--output", "out", "--csv", "odd"],
        "Error: The value 'odd' is invalid for '--csv <dialect>': “odd” is no kind of CSV; "
          + "use open, excel or both"
      ),
      (
        ["convert", "a.txt", "--output", "out", "--ordered"],
        "Error: --ordered goes with --format jsonl --output - only; leave it out"
      ),
      (
        ["convert", "a.txt", "--output", "out", "--licence", "CC0-1.0"],
        "Error: --licence goes with --format datapackage only; add that, or leave it out"
      ),
      (
        ["convert", "a.txt", "--output", "out", "--format", "xlsx", "--csv", "excel"],
        "Error: --csv goes with tables in CSV only; add csv to --format, or leave it out"
      ),
      (
        ["convert", "a.txt", "--output", "-", "--force"],
        "Error: --force and --prune go with a folder only; leave them out with --output -"
      ),
      (
        ["convert", "a.txt", "--output", "-", "--format", "csv"],
        "Error: --output - writes json or jsonl; name a folder for tables"
      ),
      (
        ["convert", ".", "--output", "-"],
        "Error: --output - takes a single input; name a folder for several, or add --format "
          + "jsonl"
      ),
      (
        ["convert", "a.txt", "--output", "out", "--timeout", "-1"],
        "Error: --timeout is a number of seconds above 0, at most a day"
      ),
      (
        ["convert", "a.txt", "--output", "out", "--jobs", "-2"],
        "Error: --jobs is a number from 1 to 512"
      ),
      (
        ["convert", "a.txt", "--output", "out", "--memory", "-1G"],
        "Error: The value '-1G' is invalid for '--memory <size>': “-1G” is no size; "
          + "use a number with M or G, such as 512M"
      ),
      (["konvertera"], "Error: Unexpected argument 'konvertera'"),
      (["convert", "a.txt", "--output", "out", "--xyzzyx"], "Error: Unknown option '--xyzzyx'"),
    ])
  func wrongUsage(arguments: [String], message: String) throws {
    try folder.write(ExamplePlan.text, to: "a.txt")
    try folder.write(ExamplePlan.text, to: "b.txt")
    let outcome = try Rodtrad.run(arguments, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.first == message)
    let isConvert = arguments[0] == "convert"
    #expect(outcome.errors.contains("Usage: rodtrad convert [<options>]") == isConvert)
    #expect(try folder.fileNames() == ["a.txt", "b.txt"])
  }

  @Test("a file of a format that was not asked for this time is named")
  func otherFormats() throws {
    try folder.write(ExamplePlan.text, to: "a.txt")
    _ = try Rodtrad.run("convert", "a.txt", "-o", "out", "--csv", "both", in: folder)
    let outcome = try Rodtrad.run("convert", "a.txt", "-o", "out", "--format", "json", in: folder)
    #expect(
      outcome.errorLines.first
        == "plans.csv and 13 more in the folder: not written by this run, and perhaps not of these "
        + "plans; name the format with --format too, or take the file away.")
  }
}
