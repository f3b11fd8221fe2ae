// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("The StratML documents of a run")
struct StratMLRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @discardableResult
  private func convert(_ arguments: String...) throws -> Rodtrad.Outcome {
    try Rodtrad.run(
      ["convert"] + arguments + ["--output", "out", "--format", "stratml"], in: folder)
  }

  private func document(_ name: String) throws -> String {
    try folder.text(of: "out/stratml/\(name).xml")
  }

  @Test("Each plan is a file by its name, in a folder of their own")
  func files() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    try folder.write(ExamplePlan.text(1), to: "in/b/c.txt")
    #expect(try convert("in").status == 0)
    #expect(
      try folder.outputs() == ["failures.csv", "run.json", "stratml/a.xml", "stratml/b/c.xml"])
    #expect(try document("a").contains("Lönnens mottagning"))
    #expect(try Rodtrad.run("validate", "out/run.json", in: folder).status == 0)
  }

  @Test("What is gone or was changed is made again, with the same bytes")
  func touched() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    try folder.write(ExamplePlan.text(1), to: "in/b.txt")
    try convert("in")
    let (a, b) = (try document("a"), try document("b"))
    try FileManager.default.removeItem(atPath: "\(folder.path)/out/stratml/a.xml")
    try convert("in")
    #expect(try document("a") == a)
    try folder.write("edited", to: "out/stratml/b.xml")
    try convert("in")
    #expect(try document("b") == b)
  }

  @Test("Pruning takes away the documents of inputs that are gone")
  func pruned() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    try folder.write(ExamplePlan.text(1), to: "in/b.txt")
    try convert("in")
    try FileManager.default.removeItem(atPath: "\(folder.path)/in/a.txt")
    try convert("in")
    #expect(try folder.outputs().contains("stratml/a.xml"))
    try convert("in", "--prune")
    #expect(try folder.outputs() == ["failures.csv", "run.json", "stratml/b.xml"])
  }

  @Test("A document without a goal gives none, and the one of an earlier run goes")
  func withoutGoals() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    try convert("in")
    try folder.write(ExamplePlan.letter, to: "in/a.txt")
    #expect(try convert("in").status == 2)
    #expect(try folder.outputs() == ["failures.csv", "run.json"])
  }

  @Test("With --redact they have marks, too")
  func redacted() throws {
    let text = ExamplePlan.text.replacing("Vi frågar alla", with: "Skriv till stina@exempel.se")
    try folder.write(text, to: "in/a.txt")
    try convert("in", "--redact")
    #expect(try !document("a").contains("stina@"))
  }
}
