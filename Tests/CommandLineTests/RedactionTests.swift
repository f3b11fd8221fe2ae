// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

struct RedactionTests {
  private let folder: TemporaryFolder

  private static let values = ["Nilssén", "465 004", "@example.se", "9874"]

  init() throws {
    folder = try TemporaryFolder()
    let contact = """
      Enhetschef är Gry Nilssén, 08-465 004 12, gry.nilssen@example.se.

      Gry Nilssén har hand om 19811228-9874 och svarar på frågor om det.
      """
    let text = ExamplePlan.text.replacing(
      "Mottagningen finns", with: "\(contact)\n\nMottagningen finns")
    try folder.write(text, to: "in/plan.txt")
    // Comparisons tell of what stands under goals.
    let result = "- Enhetschef Gry Nilssén svarar på 08-465 004 12 och gry.nilssen@example.se."
    try folder.write(
      ExamplePlan.text.replacing("- Ökad andel", with: "\(result)\n- Ökad andel"),
      to: "goal/plan.txt")
  }

  private func convert(_ arguments: String...) throws -> Rodtrad.Outcome {
    try Rodtrad.run(["convert"] + arguments, in: folder)
  }

  private func record() throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: Data(folder.bytes(of: "out/run.json")))
    return try #require(json as? [String: Any])
  }

  private func output() throws -> [String: Any] {
    let inputs = try #require(try record()["inputs"] as? [[String: Any]])
    return try #require(inputs.first?["output"] as? [String: Any])
  }

  @Test("no file of a redacted run holds what was redacted, hidden ones neither")
  func values() throws {
    let outcome = try convert("in", "-o", "out", "--redact", "--format", "json,csv,jsonl")
    #expect(outcome.status == 0)
    let names = try folder.fileNames(in: "out")
    #expect(names.contains("redactions.csv") && names.contains("plans.jsonl"))
    for name in names {
      let text = try folder.text(of: "out/\(name)")
      for value in Self.values { #expect(!text.contains(value), "\(name) holds \(value)") }
    }
    let sections = try folder.text(of: "out/sections.csv")
    #expect(sections.contains("Enhetschef är «namn», «telefon», «e-post»."))
    #expect(sections.contains("«namn» har hand om «personnummer» och svarar på frågor om det."))
  }

  @Test("the log and the record count by kind")
  func counts() throws {
    _ = try convert("in", "-o", "out", "--redact")
    #expect(
      try folder.text(of: "out/redactions.csv").split(separator: "\r\n") == [
        "plan_id,page,kind,count", "plan,1,email,1", "plan,1,telephone,1",
        "plan,1,identityNumber,1", "plan,1,name,2",
      ])
    #expect(
      try output()["redactions"] as? [String: Int]
        == ["email": 1, "identityNumber": 1, "name": 2, "telephone": 1])
    #expect(try (record()["options"] as? [String: Any])?["redact"] as? Bool == true)
    let check = try Rodtrad.run("validate", "out/plan.json", "out/run.json", in: folder)
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test("without the option nothing is replaced, and a remark counts")
  func withoutOption() throws {
    _ = try convert("in", "-o", "out")
    #expect(try !folder.outputs().contains("redactions.csv"))
    #expect(try output()["redactions"] is NSNull)
    #expect(try folder.text(of: "out/sections.csv").contains("gry.nilssen@example.se"))
    #expect(try folder.text(of: "out/diagnostics.csv").contains("personal-data-found,info"))
  }

  @Test("a plan that was kept counts as it did")
  func runsThatGoOn() throws {
    _ = try convert("in", "-o", "out", "--redact")
    let log = try folder.text(of: "out/redactions.csv")
    try folder.write(ExamplePlan.text, to: "in/zweiter.txt")
    let more = try convert("in", "-o", "out", "--redact")
    #expect(more.errors.contains("Converted 1, unchanged 1"))
    #expect(try folder.text(of: "out/redactions.csv") == log)
  }

  @Test(
    "a run that is not redacted does not go into a folder with results that are",
    arguments: ["json", "csv", "json,csv,jsonl", "xlsx"])
  func forgottenOption(formats: String) throws {
    _ = try convert("in", "-o", "out", "--redact")
    let before = try folder.text(of: "out/plan.json")
    let outcome = try convert("in", "-o", "out", "--format", formats)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "rodtrad: out holds results of a run with --redact; add --redact, or name another "
        + "folder after --output\n")
    #expect(try folder.text(of: "out/plan.json") == before)
    #expect(try folder.outputs().contains("redactions.csv"))
  }

  @Test("a redacted run does not go into a folder with results that are not")
  func earlierRuns() throws {
    _ = try convert("in", "-o", "out")
    let before = try folder.text(of: "out/sections.csv")
    let outcome = try convert("in", "-o", "out", "--redact", "--format", "xlsx")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "rodtrad: out holds results of a run without --redact, personal data and all; "
        + "name another folder after --output, or take this one away first\n")
    #expect(try folder.text(of: "out/sections.csv") == before)
  }

  @Test("what goes to standard output is redacted too")
  func standardOutput() throws {
    for format in ["json", "jsonl"] {
      let outcome = try convert("in", "-o", "-", "--redact", "--format", format)
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("«namn», «telefon», «e-post»"))
      for value in Self.values { #expect(!outcome.text.contains(value)) }
    }
  }

  @Test(
    "no command writes what it redacts, whether the plan is a source or was converted before",
    arguments: [
      ["compare", "--format", "terminal"], ["compare", "--format", "json"],
      ["compare", "--format", "csv"], ["compare", "--format", "html"],
    ], ["goal/plan.txt", "out/plan.json"])
  func comparisons(command: [String], plan: String) throws {
    _ = try convert("goal", "-o", "out")
    try folder.write(ExamplePlan.text, to: "before.txt")
    let outcome = try Rodtrad.run(command + ["before.txt", plan, "--redact"], in: folder)
    #expect(outcome.status == 1)
    let text = try #require(String(validating: outcome.output, as: UTF8.self))
    #expect(text.contains("«"))
    for value in Self.values { #expect(!text.contains(value), "\(value)") }
    #expect(
      outcome.errorLines == [
        "\(plan): personal data replaced by marks; "
          + "page 1: email 1, telephone 1, name 1"
      ])
  }

  @Test("an outline says what would be replaced, and --tokens cannot")
  func outline() throws {
    let outcome = try Rodtrad.run(["inspect", "in/plan.txt", "--redact"], in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("Replaced by marks: 1 e-mail address"))
    let tokens = try Rodtrad.run(["inspect", "in/plan.txt", "--redact", "--tokens"], in: folder)
    #expect(tokens.status == 64)
  }

  @Test("an archive gives a plan back redacted, though it holds it whole")
  func archive() throws {
    func archive(_ arguments: String...) throws -> Rodtrad.Outcome {
      try Rodtrad.run(["archive"] + arguments, in: folder)
    }
    _ = try archive("add", "p.sqlite", "in", "--quiet")
    _ = try archive("export", "p.sqlite", "--output", "out", "--redact")
    let names = try folder.fileNames(in: "out")
    #expect(names.contains { $0.hasSuffix(".json") } && names.contains("sections.csv"))
    for name in names {
      let text = try folder.text(of: "out/\(name)")
      for value in Self.values { #expect(!text.contains(value), "\(name) holds \(value)") }
    }
  }
}
