// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

/// The worker that is started before the arguments are read, where they name one PDF.
struct EarlyWorkerTests {
  @Test(
    "a PDF gives where it is named what it gives in a folder",
    arguments: [
      [], ["--redact"], ["--csv", "both"], ["--format", "jsonl,json"], ["--format", "datapackage"],
      ["--redact", "--csv", "both", "--format", "csv,jsonl"], ["--jobs", "1", "--memory", "64M"],
    ])
  func sameOutputs(options: [String]) throws {
    let plan = try #require(CorpusCase.all.first)
    let folder = try TemporaryFolder()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: plan.path(of: "input.pdf")))
    try folder.write(Array(bytes), to: "in/plan.pdf")
    for (input, output) in [("in/plan.pdf", "named"), ("in", "found")] {
      let outcome = try Rodtrad.run(
        ["convert", input, "--output", output, "--quiet"] + options, in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.errors.isEmpty)
    }
    let named = try OutputTree(of: "named", in: folder)
    #expect(!named.isEmpty)
    #expect(try named.differences(from: OutputTree(of: "found", in: folder)) == [])
  }

  @Test("a vocabulary of one's own is used where one PDF is named")
  func otherVocabulary() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      SmallPDF(pages: [[.init("Enhetsmål: Alla trivs", baseline: 90)]]).bytes(), to: "plan.pdf")
    for name in ["--vocabulary", "--vocabulary=none.json"] {
      let options = name.contains("=") ? [name] : [name, "none.json"]
      let outcome = try Rodtrad.run(
        ["convert", "plan.pdf", "--output", "-"] + options, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("none.json"))
    }
  }

  @Test("where the program may open few files it says so, and blames no plan", arguments: 5...12)
  func fewDescriptors(count: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write(
      SmallPDF(pages: [[.init("Enhetsmål: Alla trivs", baseline: 90)]]).bytes(), to: "in/plan.pdf")
    for input in ["in/plan.pdf", "in"] {
      let run = try RunningProgram.shell(
        "ulimit -n \(count); exec \"$0\" convert \(input) --output - >out", in: folder)
      if run.status == 0 {
        #expect(try folder.text(of: "out").contains("Alla trivs"))
      } else {
        #expect(run.status == 2)
        #expect(run.errors.contains("Too many open files"))
      }
    }
  }

  @Test(
    "arguments that are wrong are refused as ever", arguments: [["--jobs", "0"], ["--colour"]])
  func wrongUsage(options: [String]) throws {
    let outcome = try Rodtrad.run(
      ["convert", "plan.pdf", "--output", "out"] + options, in: TemporaryFolder())
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("Usage: rodtrad convert"))
  }
}
