// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

/// Runs over everything that can be wrong with an input.
///
/// One after the other: each has all cores, and their limits are on the wall clock.
@Suite(.serialized) struct FleetTests {
  /// Far from what any of the fleet takes, also in a debug build on a busy machine.
  private static let ampleSeconds = "30"
  private static let memory = "256M"
  /// A run holds some tens of mebibytes; no input, however large, may show in it.
  private static let parentLimit = 160 << 20
  private static let patience = 240.0

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func convert(_ output: String, jobs: Int, timeout: String) throws -> RunningProgram {
    let run = try RunningProgram(
      [
        "convert", "in", "--output", output, "--quiet", "--jobs", "\(jobs)", "--timeout", timeout,
        "--memory", Self.memory,
      ], in: folder)
    #expect(run.wait(atMost: Self.patience) == 2)
    #expect(run.peakBytes > 1 << 20)
    #expect(run.peakBytes < Self.parentLimit)
    return run
  }

  /// Checks that each input is a plan or a row that says why not, and each plan as it should be.
  private func expectAccount(_ output: String, inputCount: Int) throws -> RunRecord {
    let record = try RunRecord(of: output, in: folder)
    #expect(record.state == "complete")
    let inputs = try folder.fileNames(in: "in").map { "../in/\($0)" }
    #expect(inputs.count == inputCount)
    let converted = record.inputs.filter { $0.output != nil }.map(\.file)
    let failures = try FailureTable(of: output, in: folder).files
    #expect((converted + failures).sorted() == inputs.sorted())
    let plans = record.inputs.compactMap(\.output?.path)
    #expect(
      try folder.fileNames(in: output).filter { $0.hasSuffix(".json") }.sorted()
        == (plans + ["run.json"]).sorted())
    try expectSound(plans.map { "\(output)/\($0)" })
    #expect(try folder.fileNames(in: "\(output)/.rodtrad/tmp") == [])
    return record
  }

  private func expectSound(_ plans: [String]) throws {
    let outcome = try Rodtrad.run(["validate"] + plans, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errorLines.prefix(5) == [])
    for plan in plans {
      let json = try Data(contentsOf: folder.url.appendingPathComponent(plan))
      #expect(
        json.range(of: Data("\"unaccountedWords\": 0\n".utf8)) != nil, "\(plan) has lost words")
    }
  }

  @Test("over a thousand damaged and hostile inputs, each is a plan or a row that says why not")
  func fleet() throws {
    #expect(try Set(FaultFleet.pdfs().map(\.bytes)).count >= 500)
    #expect(try Set(FaultFleet.texts().map(\.bytes)).count >= 500)
    let inputCount = try FaultFleet.write(to: folder)
    _ = try convert("one", jobs: 1, timeout: Self.ampleSeconds)
    let record = try expectAccount("one", inputCount: inputCount)
    // Nothing in the fleet runs against a limit or crashes, so that nothing depends on the machine.
    let codes = Set(record.inputs.compactMap(\.failure?.code))
    #expect(
      codes.isSubset(of: ["damaged-pdf", "encrypted-pdf", "no-text-layer", "not-a-pdf", "not-text"])
    )
    #expect(record.inputs.count { $0.output != nil } > 500)

    _ = try convert("three", jobs: 3, timeout: Self.ampleSeconds)
    let other = try OutputTree(of: "three", in: folder)
    #expect(try OutputTree(of: "one", in: folder).differences(from: other) == [])
  }

  @Test("what needs too much time or memory fails alone, and is named with its limit")
  func giants() throws {
    let giants = FaultFleet.giants()
    for giant in giants { try folder.write(giant.bytes, to: "in/\(giant.name)") }
    for number in 0..<20 {
      try folder.write(ExamplePlan.text(number), to: "in/sound-\(number).txt")
    }
    _ = try convert("out", jobs: 2, timeout: "2")
    let record = try expectAccount("out", inputCount: giants.count + 20)
    let codes = record.failureCodes
    #expect(codes["../in/hostile-form-tree-40.pdf"] == "time-limit")
    #expect(codes["../in/hostile-giant-nest.pdf"] == "time-limit")
    #expect(codes["../in/hostile-giant-states.pdf"] == "memory-limit")
    #expect(Set(codes.values) == ["time-limit", "memory-limit"])
    #expect(record.inputs.count { $0.output != nil && $0.file.contains("sound") } == 20)
  }
}
