// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

/// Workers of the real program that somebody kills or stops while they work.
@Suite(.serialized) struct KilledWorkerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func start(jobs: Int, timeout: String) throws -> RunningProgram {
    try RunningProgram(
      ["convert", "in", "-o", "out", "-q", "--jobs", "\(jobs)", "--timeout", timeout], in: folder)
  }

  /// What an undisturbed run gives.
  private func undisturbed() throws -> OutputTree {
    let run = try RunningProgram(["convert", "in", "-o", "calm", "-q"], in: folder)
    #expect(run.wait() == 2)
    return try OutputTree(of: "calm", in: folder)
  }

  @Test("a document whose worker is killed twice is given up, and no other is harmed")
  func killedTwice() throws {
    try folder.write(LongRun.endless, to: "in/a-endless.pdf")
    for number in 0..<12 { try folder.write(ExamplePlan.text(number), to: "in/\(number).txt") }
    let run = try start(jobs: 2, timeout: "60")
    var killed: Set<pid_t> = []
    for _ in 0..<2 {
      let worker = try #require(run.busyWorker(besides: killed))
      killed.insert(worker)
      kill(worker, SIGKILL)
    }
    // A third try would take the minute that the document is allowed.
    #expect(run.wait(atMost: 20) == 2)
    let record = try RunRecord(in: folder)
    #expect(record.failureCodes == ["../in/a-endless.pdf": "converter-killed"])
    #expect(record.counts.converted == 12)
    #expect(record.counts.failed == 1)
  }

  @Test("a worker that is killed once costs nothing but time", arguments: [1, 2])
  func killedOnce(jobs: Int) throws {
    try LongRun.write(pdfCount: 8, textCount: 4, to: folder)
    let run = try start(jobs: jobs, timeout: "60")
    kill(try #require(run.busyWorker()), SIGKILL)
    #expect(run.wait() == 2)
    let calm = try undisturbed()
    #expect(try OutputTree(in: folder).differences(from: calm) == [])
  }

  @Test("a worker that is stopped is replaced when its document's time is over")
  func stopped() throws {
    try folder.write(LongRun.endless, to: "in/a-endless.pdf")
    for number in 0..<12 { try folder.write(ExamplePlan.text(number), to: "in/\(number).txt") }
    let run = try start(jobs: 1, timeout: "3")
    let worker = try #require(run.busyWorker())
    kill(worker, SIGSTOP)
    #expect(run.wait(atMost: 30) == 2)
    #expect(ProcessTable.state(of: worker) == nil)
    let record = try RunRecord(in: folder)
    // Stopped once, and too slow when it was tried again.
    #expect(record.failureCodes == ["../in/a-endless.pdf": "time-limit"])
    #expect(record.counts.converted == 12)
  }

  @Test("a run that is stopped with all its workers and goes on later blames no document")
  func suspended() throws {
    try LongRun.write(pdfCount: 6, textCount: 2, to: folder)
    // No document takes as long, also beside all other tests.
    let run = try start(jobs: 1, timeout: "10")
    let processes = [run.processID, try #require(run.busyWorker())]
    processes.forEach { kill($0, SIGSTOP) }
    Thread.sleep(forTimeInterval: 12)
    processes.forEach { kill($0, SIGCONT) }
    #expect(run.wait() == 2)
    let calm = try undisturbed()
    #expect(try OutputTree(in: folder).differences(from: calm) == [])
  }

  @Test("workers end with the program, also where nobody asked them to")
  func orphans() throws {
    try folder.write(LongRun.endless, to: "in/1.pdf")
    try folder.write(LongRun.endless + [0x0A], to: "in/2.pdf")
    let run = try start(jobs: 2, timeout: "60")
    #expect(run.wait(atMost: 20) { run.workers.count == 2 })
    let workers = run.workers
    run.send(SIGKILL)
    #expect(run.wait() == -SIGKILL)
    #expect(run.wait(atMost: 10) { workers.allSatisfy { ProcessTable.isGone($0) } })
  }

  @Test("a run outlives those who read its messages, and closed standard streams")
  func closedStreams() throws {
    try LongRun.write(pdfCount: 0, textCount: 6, to: folder)
    let calm = try undisturbed()
    let commands = [
      "exec \"$0\" convert in -o out --force <&- >&- 2>&-",
      "{ \"$0\" convert in -o out --force 2>&1; echo $? > status; } | true; exit 2",
    ]
    for command in commands {
      let run = try RunningProgram(
        ["-c", command, Rodtrad.program.path], in: folder,
        program: URL(fileURLWithPath: "/bin/sh"))
      #expect(run.wait() == 2)
      #expect(try OutputTree(in: folder).differences(from: calm) == [], "\(command)")
      try FileManager.default.removeItem(at: folder.url.appendingPathComponent("out"))
    }
    #expect(try folder.text(of: "status") == "2\n")
  }
}
