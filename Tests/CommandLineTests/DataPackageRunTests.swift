// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("The data package of a run")
struct DataPackageRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let tables = [
    "activities.csv", "diagnostics.csv", "goals.csv", "indicators.csv", "plans.csv", "results.csv",
    "sections.csv",
  ]

  @discardableResult
  private func convert(_ arguments: String...) throws -> Rodtrad.Outcome {
    try Rodtrad.run(
      ["convert"] + arguments + ["--output", "out", "--format", "datapackage"], in: folder)
  }

  private func descriptor() throws -> String { try folder.text(of: "out/datapackage.json") }

  @Test("It comes with the tables that it describes")
  func alone() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    #expect(try convert("in").status == 0)
    #expect(
      try folder.outputs()
        == (Self.tables + ["csv-metadata.json", "datapackage.json", "failures.csv", "run.json"])
        .sorted())
    #expect(try Rodtrad.run("validate", "out/run.json", in: folder).status == 0)
  }

  @Test("With both dialects each table is there twice, and each file described")
  func bothDialects() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    try convert("in", "--csv", "both")
    let excel = Self.tables.map { "excel/\($0)" }
    #expect(Set(try folder.outputs()).isSuperset(of: Self.tables + excel))
    let text = try descriptor()
    for path in Self.tables + excel { #expect(text.contains("\"path\": \"\(path)\"")) }
    #expect(try folder.bytes(of: "out/goals.csv").first == UInt8(ascii: "p"))
    #expect(try folder.bytes(of: "out/excel/goals.csv").first == 0xEF)
    #expect(try Rodtrad.run("validate", "out/run.json", in: folder).status == 0)
  }

  @Test("It is the same after two runs as after one")
  func resumed() throws {
    try folder.write(ExamplePlan.text, to: "in/b.txt")
    try convert("in")
    let first = try descriptor()
    try convert("in")
    #expect(try descriptor() == first)
    try folder.write(ExamplePlan.text(1), to: "in/a.txt")
    try convert("in")
    let second = try descriptor()
    #expect(second != first)
    try FileManager.default.removeItem(atPath: "\(folder.path)/out")
    try convert("in")
    #expect(try descriptor() == second)
  }

  @Test("It is made again where it, or a table, was changed or is gone")
  func touched() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    try convert("in")
    let bytes = try descriptor()
    try folder.write("edited", to: "out/datapackage.json")
    try convert("in")
    #expect(try descriptor() == bytes)
    try FileManager.default.removeItem(atPath: "\(folder.path)/out/goals.csv")
    try convert("in")
    #expect(try descriptor() == bytes)
    #expect(try folder.outputs().contains("goals.csv"))
  }

  @Test("It names the licence that was given, also where nothing else has changed")
  func licence() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    try convert("in")
    #expect(try !descriptor().contains("\"licenses\""))
    try convert("in", "--licence", "CC0-1.0")
    #expect(try descriptor().contains("\"name\": \"CC0-1.0\""))
    #expect(try Rodtrad.run("validate", "out/run.json", in: folder).status == 0)
    try convert("in")
    #expect(try !descriptor().contains("\"licenses\""))
    #expect(try convert("in", "--license", "fri att använda").status == 64)
  }

  @Test("Files that fail are in no table, and the package is written all the same")
  func failures() throws {
    try folder.write("", to: "in/tom.txt")
    #expect(try convert("in").status == 2)
    #expect(try descriptor().contains("\"sources\": []"))
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    #expect(try convert("in").status == 2)
    #expect(try descriptor().contains("\"planId\": \"a\""))
  }

  @Test("It goes into a folder, not to standard output")
  func standardOutput() throws {
    try folder.write(ExamplePlan.text, to: "a.txt")
    let outcome = try Rodtrad.run(
      "convert", "a.txt", "--output", "-", "--format", "datapackage", in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
  }
}
