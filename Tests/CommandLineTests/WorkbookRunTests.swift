// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("The workbook of a run")
struct WorkbookRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func convert(_ inputs: String..., formats: String = "xlsx") throws -> Rodtrad.Outcome {
    try Rodtrad.run(
      ["convert"] + inputs + ["--output", "out", "--format", formats], in: folder)
  }

  private func workbook() throws -> [UInt8] { try folder.bytes(of: "out/plans.xlsx") }

  @Test("It is written alone where nothing else is wanted, and the record says so")
  func alone() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    #expect(try convert("in").status == 0)
    #expect(try folder.outputs() == ["failures.csv", "plans.xlsx", "run.json"])
    #expect(try folder.text(of: "out/run.json").contains("\"exports\": [\n      \"xlsx\"\n    ]"))
    #expect(try Rodtrad.run("validate", "out/run.json", in: folder).status == 0)
  }

  @Test("It covers the plans of earlier runs, with the bytes of a single run")
  func earlierRuns() throws {
    try folder.write(ExamplePlan.text, to: "in/b.txt")
    _ = try convert("in/b.txt")
    let first = try workbook()
    try folder.write(ExamplePlan.text(1), to: "in/a.txt")
    _ = try convert("in/a.txt")
    let both = try workbook()
    #expect(both != first)
    try FileManager.default.removeItem(atPath: "\(folder.path)/out")
    _ = try convert("in")
    #expect(try workbook() == both)
  }

  /// The workbook's number on its file system, which a file that is written anew does not keep.
  private func fileNumber() throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(
      atPath: "\(folder.path)/out/plans.xlsx")
    return attributes[.systemFileNumber] as? Int
  }

  @Test("It is written anew only where something or itself has changed, or it is gone")
  func unchanged() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    _ = try convert("in")
    let bytes = try workbook()
    let number = try #require(try fileNumber())
    _ = try convert("in")
    #expect(try fileNumber() == number)
    try folder.write("edited", to: "out/plans.xlsx")
    _ = try convert("in")
    #expect(try workbook() == bytes)
    try FileManager.default.removeItem(atPath: "\(folder.path)/out/plans.xlsx")
    _ = try convert("in")
    #expect(try workbook() == bytes)
  }

  @Test("A plan whose JSON somebody has changed is converted again first")
  func changedPlan() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    try folder.write(ExamplePlan.text(1), to: "in/b.txt")
    _ = try convert("in", formats: "json,xlsx")
    let bytes = try workbook()
    let json = try folder.text(of: "out/a.json")
    try folder.write(json.replacing("Lönnens", with: "Almenss"), to: "out/a.json")
    try FileManager.default.removeItem(atPath: "\(folder.path)/out/plans.xlsx")
    #expect(try convert("in", formats: "json,xlsx").status == 0)
    #expect(try workbook() == bytes)
    #expect(try folder.text(of: "out/a.json") == json)
  }

  @Test("Nothing of a workbook is left in the private folder")
  func leavesNothing() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    _ = try convert("in")
    #expect(try folder.fileNames(in: "out/.rodtrad/tmp") == [])
  }

  @Test("It goes into a folder, not to standard output")
  func standardOutput() throws {
    try folder.write(ExamplePlan.text, to: "a.txt")
    let outcome = try Rodtrad.run(
      "convert", "a.txt", "--output", "-", "--format", "xlsx", in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
  }
}
