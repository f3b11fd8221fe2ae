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

  /// A file's number on its file system, which one that is written anew does not keep.
  private func fileNumber(of name: String = "plans.xlsx") throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/out/\(name)")
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

  @Test("What is made of all plans stays as it is while the same files fail for the same reasons")
  func failingAgain() throws {
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    try folder.write("no PDF", to: "in/b.pdf")
    func numbers() throws -> [String: Int?] {
      #expect(try convert("in", formats: "json,csv,xlsx,stratml").status == 2)
      let names = try folder.outputs().filter { $0 != "run.json" }
      return Dictionary(uniqueKeysWithValues: try names.map { ($0, try fileNumber(of: $0)) })
    }
    let first = try numbers()
    #expect(try numbers() == first)
    // Another reason is in no table but that of the failures.
    try folder.write("", to: "in/b.pdf")
    let changed = try numbers().filter { first[$0.key] != $0.value }
    #expect(changed.keys.sorted() == ["failures.csv"])
    try folder.write(ExamplePlan.text(1), to: "in/b.txt")
    let added = try numbers()
    #expect(added["plans.xlsx"] != first["plans.xlsx"])
    #expect(try folder.text(of: "out/plans.csv").contains("a.txt"))
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

  @Test("Taking the plans into it has words and a count of its own on a terminal")
  func progress() throws {
    let pdf = try CorpusCase(named: "liten-mottagning-2026").bytes(of: "input.pdf")
    for number in 0..<16 {
      // What follows the end of a PDF is read by nobody, and makes it another file.
      try folder.write(pdf + Array("% \(number)\n".utf8), to: "in/\(number).pdf")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
    let command = "'\(Rodtrad.program.path)' convert in --output out --format xlsx --jobs 1"
    process.arguments = ["--quiet", "--return", "--command", command, "terminal.log"]
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let bars = try folder.text(of: "terminal.log").matches(
      of: /(gathering all plans: )?[0-9]+ of ([0-9]+)/)
    #expect(Set(bars.map(\.2)) == ["16"])
    #expect(bars.contains { $0.1 == nil } && bars.contains { $0.1 != nil })
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
