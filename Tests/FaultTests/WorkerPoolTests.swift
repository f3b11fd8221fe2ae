// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

/// Workers that do what no document should ever bring them to, between others that do their work.
struct WorkerPoolTests {
  private static let probe = Rodtrad.program.deletingLastPathComponent()
    .appendingPathComponent("worker-pool-probe")
  /// How long a task may take; those that end in good order take a moment.
  private static let timeLimit = "1.5"
  /// What the probe may take for its two rounds, however busy the machine is.
  private static let patience = 40.0

  /// One line of the probe.
  struct Line: Hashable {
    let round: Int
    let deed: String
    let tries: Int
    let result: String
  }

  private func lines(
    workers: String, _ deeds: [String], megabytes: Int? = nil
  ) throws -> [Line] {
    let folder = try TemporaryFolder()
    let out = try folder.write("", to: "out")
    let limit = megabytes.map { "ulimit -v \($0 << 10); " } ?? ""
    let run = try RunningProgram(
      ["-c", "\(limit)exec \"$0\" \"$@\" > \(out)", Self.probe.path, workers, Self.timeLimit]
        + deeds,
      in: folder, program: URL(fileURLWithPath: "/bin/sh"))
    #expect(run.wait(atMost: Self.patience) == 0)
    return try folder.text(of: "out").split(separator: "\n").map { line in
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      try #require(words.count == 4, "\(line)")
      return Line(
        round: Int(words[0]) ?? 0, deed: words[1], tries: Int(words[2]) ?? 0, result: words[3])
    }
  }

  /// Runs a deed between good ones, which must all be done: at the first try, or at the
  /// second where the bad one has taken the worker that they waited for.
  private func line(of deed: String, workers: String) throws -> Line {
    let good = [String](repeating: "good", count: 5)
    let lines = try lines(workers: workers, good + [deed] + good)
    #expect(lines.count == 22)
    for line in lines where line.deed == "good" {
      #expect(line.result == "good")
      #expect(line.tries <= 2)
    }
    let bad = lines.filter { $0.deed == deed }
    try #require(bad.count == 2)
    // What a pool remembers of one round is nothing to the next.
    #expect(bad[0].tries == bad[1].tries)
    #expect(bad[0].result == bad[1].result)
    return bad[0]
  }

  @Test(
    "a worker that misbehaves costs its own task, which is tried twice at the most",
    arguments: [
      ("nonsense", 2, "malformedAnswer"), ("rubbish", 2, "malformedAnswer"),
      ("giant-answer", 2, "malformedAnswer"), ("exit", 2, "exit(3)"), ("abort", 2, "signal(6)"),
      ("hang-up", 2, "malformedAnswer"), ("memory", 2, "memoryLimit"), ("stack", 2, "signal(11)"),
      ("hang", 1, "timeLimit"), ("half-answer", 1, "timeLimit"), ("complaints", 1, "timeLimit"),
      ("good-at-second-try", 2, "good"),
      ("bad-then-good", 2, "good"), ("silence", 1, "good"),
    ], ["1", "3", "1+"])
  func deed(_ deed: (name: String, tries: Int, result: String), workers: String) throws {
    let line = try line(of: deed.name, workers: workers)
    #expect(line.tries == deed.tries)
    #expect(line.result == deed.result)
  }

  @Test(
    "a worker can change no file, reach no network and touch no other process",
    arguments: ["1", "1+"])
  func escape(workers: String) throws {
    #expect(try line(of: "escape", workers: workers).result == "good")
  }

  @Test("where the system allows less memory than the limit, a worker is shut in all the same")
  func escapeInLittleMemory() throws {
    let lines = try lines(workers: "1", ["escape"], megabytes: 250)
    #expect(lines.map(\.result) == ["good", "good"])
  }

  @Test(
    "answers that nobody asked for end the worker", arguments: ["answers-for-others", "babble"])
  func unasked(deed: String) throws {
    let lines = try lines(workers: "1", [deed, "good", "good", deed, "good"])
    #expect(lines.count == 10)
    #expect(lines.allSatisfy { $0.result == "good" && $0.tries <= 2 })
  }

  @Test(
    "workers that are dismissed are replaced where there is more to do",
    arguments: ["1", "3", "3+"])
  func dismissal(workers: String) throws {
    let lines = try lines(workers: workers, ["good", "dismissal", "good", "dismissal"])
    #expect(lines.count == 8)
    #expect(lines.allSatisfy { $0.result == "good" && $0.tries == 1 })
  }

  @Test("a worker that does not understand its orders is replaced")
  func misunderstoodOrders() throws {
    let lines = try lines(workers: "1-", ["good", "good"])
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.result == "good" && $0.tries == 1 })
  }

  @Test("while the program stands still, nobody's time runs")
  func standstill() throws {
    let lines = try lines(workers: "2", ["standstill", "slow"])
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.result == "good" && $0.tries == 1 })
  }
}
