// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

/// Runs that were cut off at any moment, and the same command again.
@Suite(.serialized) struct ResumedRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func start(_ output: String) throws -> RunningProgram {
    try RunningProgram(
      ["convert", "in", "-o", output, "-q", "--format", "json,csv,jsonl"], in: folder)
  }

  /// Checks that what lies under a final name is whole.
  private func expectWholeFiles(_ output: String, asIn calm: OutputTree) throws {
    guard try folder.fileNames().contains(where: { $0.hasPrefix("\(output)/") }) else { return }
    let names = try folder.fileNames(in: output).filter { !$0.hasPrefix(".rodtrad/") }
    for name in names {
      let bytes = try folder.bytes(of: "\(output)/\(name)")
      switch name {
      case "run.json": _ = try RunRecord(of: output, in: folder)
      // Written several times, with what is known then.
      case "failures.csv": #expect(bytes.suffix(2) == [0x0D, 0x0A])
      default: #expect(calm.holds(bytes, as: name), "\(output)/\(name) is not whole")
      }
    }
  }

  @Test("a file gets its name when it is whole, and not before")
  func names() throws {
    try LongRun.write(pdfCount: 0, textCount: 5, to: folder)
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("out"), withIntermediateDirectories: true)
    let watch = try FolderWatch(folder.url.appendingPathComponent("out").path)
    for _ in 0..<2 { #expect(try start("out").wait() == 2) }
    let changes = watch.changes().filter { $0.name != ".rodtrad" }
    #expect(Set(changes.map(\.name)) == Set(try folder.outputs()))
    #expect(changes.filter { !$0.isRename } == [])
  }

  /// Writes inputs that all can be converted, since what failed is tried again in each run.
  ///
  /// - Returns: What an undisturbed run gives, and the seconds that it takes.
  private func prepare() throws -> (calm: OutputTree, inputCount: Int, seconds: Double) {
    let inputCount = try LongRun.write(pdfCount: 4, textCount: 16, hasBadInputs: false, to: folder)
    let begin = Date()
    #expect(try start("calm").wait() == 0)
    let seconds = Date().timeIntervalSince(begin)
    let calm = try OutputTree(of: "calm", in: folder)
    #expect(!calm.isEmpty)
    return (calm, inputCount, seconds)
  }

  /// Runs again to the end, and checks that nothing tells what happened before.
  private func expectResumed(_ output: String, as calm: OutputTree, inputCount: Int) throws {
    // As it lies there when a file was being written.
    try folder.write("half", to: "\(output)/.rodtrad/tmp/.rodtrad-1-1.part")
    #expect(try start(output).wait() == 0)
    #expect(try OutputTree(of: output, in: folder).differences(from: calm) == [], "\(output)")
    let record = try RunRecord(of: output, in: folder)
    #expect(record.state == "complete")
    #expect(record.inputs.count == inputCount)
    #expect(try folder.fileNames(in: output).filter { $0.hasSuffix(".part") } == [])
  }

  @Test("a run that is killed at any moment leaves whole files, and the next ends the same")
  func killed() throws {
    let (calm, inputCount, seconds) = try prepare()
    var chance = Chance(seed: 20)
    var killCount = 0
    for round in 0..<5 {
      let output = "out-\(round)"
      for attempt in 0..<4 {
        let run = try start(output)
        // Later attempts have less left to do.
        let share = Double(chance.below(1_000)) / 1_000 / Double(attempt + 1)
        _ = try run.wait(atMost: seconds * share) {
          try expectWholeFiles(output, asIn: calm)
          return !run.isRunning
        }
        run.send(SIGKILL)
        if run.wait() == -SIGKILL { killCount += 1 }
        try expectWholeFiles(output, asIn: calm)
      }
      try expectResumed(output, as: calm, inputCount: inputCount)
    }
    #expect(killCount >= 10, "most runs were over before they were killed")
  }

  @Test("a run that is killed between its last plan and its tables gets its tables from the next")
  func killedBeforeTables() throws {
    let (calm, inputCount, _) = try prepare()
    let plans = try RunRecord(of: "calm", in: folder).inputs.compactMap(\.output?.path)
    #expect(plans.count == inputCount)
    // The moment is short, and may be missed.
    for attempt in 0..<10 {
      let output = "out-\(attempt)"
      let run = try start(output)
      _ = run.wait(atMost: 60) { !run.isRunning || hasAll(plans, in: output) }
      run.send(SIGKILL)
      guard run.wait() == -SIGKILL else { continue }
      return try expectResumed(output, as: calm, inputCount: inputCount)
    }
    Issue.record("every run was over before it was killed")
  }

  private func hasAll(_ names: [String], in output: String) -> Bool {
    names.allSatisfy { name in
      FileManager.default.fileExists(
        atPath: folder.url.appendingPathComponent("\(output)/\(name)").path)
    }
  }
}
