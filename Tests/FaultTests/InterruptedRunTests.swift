// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

/// Ctrl-C and its like.
@Suite(.serialized) struct InterruptedRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func start(_ arguments: String...) throws -> RunningProgram {
    try RunningProgram(["convert", "in", "-o", "out"] + arguments, in: folder)
  }

  /// Checks that a run that was asked to end has told what it did and did not do.
  private func expectGoodOrder(_ run: RunningProgram, inputCount: Int) throws {
    let counts = try RunRecord(in: folder).counts
    #expect(try RunRecord(in: folder).state == "interrupted")
    #expect(counts.pending > 0)
    #expect(counts.converted + counts.failed + counts.pending == inputCount)
    let text = try run.errorText()
    #expect(text.contains("Converted \(counts.converted), "))
    #expect(text.contains("not begun \(counts.pending)"))
    #expect(
      text.hasSuffix(
        "rodtrad: the run was ended before it was done; run the same command again to go on\n"))
    #expect(try folder.fileNames(in: "out/.rodtrad/tmp") == [])
  }

  @Test("a polite signal ends a run in good order", arguments: [SIGINT, SIGTERM, SIGHUP])
  func once(signal: Int32) throws {
    let inputCount = try LongRun.write(pdfCount: 60, textCount: 0, to: folder)
    let run = try start("--jobs", "2")
    _ = try #require(run.busyWorker())
    run.send(signal)
    #expect(run.wait() == 2)
    try expectGoodOrder(run, inputCount: inputCount)
  }

  @Test("a second signal ends a run at once, and the next run does the rest")
  func twice() throws {
    // Before all others, so that it is what keeps the worker busy.
    try folder.write(LongRun.endless, to: "in/-endless.pdf")
    let inputCount = 1 + (try LongRun.write(pdfCount: 2, textCount: 2, to: folder))
    let run = try start("--jobs", "1")
    _ = try #require(run.busyWorker())
    run.send(SIGINT)
    #expect(run.wait(atMost: 1) == nil, "the document in hand was not finished")
    run.send(SIGINT)
    // Far below the minute that the document is allowed.
    #expect(run.wait(atMost: 15) == 2)
    try expectGoodOrder(run, inputCount: inputCount)
    try FileManager.default.removeItem(
      at: folder.url.appendingPathComponent("in/-endless.pdf"))
    #expect(try start().wait() == 2)
    let record = try RunRecord(in: folder)
    #expect(record.state == "complete")
    #expect(record.counts.converted + record.counts.unchanged == 4)
  }

  @Test("a signal that the program was started to ignore is ignored")
  func ignored() throws {
    try LongRun.write(pdfCount: 10, textCount: 0, to: folder)
    let run = try RunningProgram(
      ["-c", "trap '' HUP; exec \"$0\" convert in -o out", Rodtrad.program.path], in: folder,
      program: URL(fileURLWithPath: "/bin/sh"))
    _ = try #require(run.busyWorker())
    run.send(SIGHUP)
    #expect(run.wait() == 2)
    let record = try RunRecord(in: folder)
    #expect(record.state == "complete")
    #expect(record.counts.converted == 10)
  }

  @Test("a single plan is printed whole or not at all, whenever the signal comes")
  func single() throws {
    let plan = try #require(CorpusCase.all.first)
    var statuses: Set<Int32> = []
    for milliseconds in stride(from: 0, through: 120, by: 4) {
      let name = "out-\(milliseconds)"
      let run = try RunningProgram(
        [
          "-c", "exec \"$0\" convert \"$1\" -o - >\(name)", Rodtrad.program.path,
          plan.path(of: "input.pdf"),
        ],
        in: folder, program: URL(fileURLWithPath: "/bin/sh"))
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1_000)
      run.send(SIGINT)
      let status = try #require(run.wait(atMost: 20))
      statuses.insert(status)
      let output = (try? folder.text(of: name)) ?? ""
      // The signal may also end the program when all is written.
      #expect(output.hasSuffix("\n}\n") || status != 0 && output.isEmpty)
      // Between what lets the signal end the program and what hands the document out it does neither.
      #expect([0, 2, -SIGINT].contains(status))
      #expect(try run.errorText().isEmpty == (status != 2))
    }
    #expect(statuses.isSuperset(of: [0, -SIGINT]))
  }

  @Test("a signal ends a program that waits for its list of inputs")
  func waiting() throws {
    let run = try RunningProgram(
      ["convert", "--input-list", "-", "-o", "out"], in: folder, input: Pipe())
    Thread.sleep(forTimeInterval: 0.5)
    #expect(run.isRunning)
    run.send(SIGINT)
    #expect(run.wait(atMost: 10) == -SIGINT)
    #expect(try folder.fileNames() == [])
  }
}
