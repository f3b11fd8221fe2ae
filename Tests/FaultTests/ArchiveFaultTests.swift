// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import GRDB
import TestSupport
import Testing

/// Archives to which plans are added while something goes wrong.
@Suite(.serialized) struct ArchiveFaultTests {
  private let folder: TemporaryFolder
  /// More than go into one transaction.
  private static let planCount = 80

  init() throws { folder = try TemporaryFolder() }

  private var path: String { folder.url.appendingPathComponent("p.sqlite").path }

  /// Writes plans that name their version in their first row and in their last.
  private func writePlans(version: Int) throws {
    for number in 0..<Self.planCount {
      let text = ExamplePlan.text(number)
        .replacing("Vi möter alla lika", with: "Vi möter alla \(version)")
        .replacing("Inget finns att säga", with: "\(version) finns att säga")
      try folder.write(text, to: "in/\(number).txt")
    }
  }

  private func start() throws -> RunningProgram {
    try RunningProgram(["archive", "add", "p.sqlite", "in", "-q"], in: folder)
  }

  /// Expects whole plans only, and gives the version of each.
  private func versions() throws -> [Int] {
    try DatabaseQueue(path: path).write { db in
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") == [])
      for table in ["goals", "sections", "indicators", "activities"] {
        for index in ["\(table)_fts", "\(table)_trigram"] {
          try db.execute(sql: "INSERT INTO \(index)(\(index), rank) VALUES('integrity-check', 1)")
        }
      }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT (SELECT count(*) FROM documents WHERE plan_id = plans.id) AS documents,
            (SELECT count(*) FROM activities WHERE plan_id = plans.id) AS activities,
            (SELECT replace(title, 'Vi möter alla ', '') FROM goals
              WHERE plan_id = plans.id AND level = 'unit') AS first,
            (SELECT text FROM sections
              WHERE plan_id = plans.id AND part = 'closing') AS last
          FROM plans
          """)
      return try rows.map { row in
        let first: String = row["first"]
        #expect((row["last"] as String).hasPrefix("\(first) finns att säga"))
        #expect(row["documents"] == 1)
        #expect(row["activities"] == 1)
        return try #require(Int(first))
      }
    }
  }

  @Test(
    "a run that is killed at any moment leaves whole plans, old or new, and the next does the rest")
  func killed() throws {
    try writePlans(version: 0)
    let begin = Date()
    #expect(try start().wait() == 0)
    let seconds = Date().timeIntervalSince(begin)
    var chance = Chance(seed: 4)
    for version in 1...12 {
      try writePlans(version: version)
      let run = try start()
      Thread.sleep(forTimeInterval: seconds * Double(chance.below(1_000)) / 1_000)
      run.send(SIGKILL)
      #expect(run.wait() != nil)
      let versions = try versions()
      #expect(versions.count == Self.planCount)
      #expect(versions.allSatisfy { $0 <= version })
    }
    #expect(try start().wait() == 0)
    #expect(try versions() == Array(repeating: 12, count: Self.planCount))
    #expect(try folder.fileNames().filter { !$0.hasPrefix("in/") } == ["p.sqlite"])
  }

  @Test("the making of an archive may be killed at any moment too")
  func killedAtFirst() throws {
    try writePlans(version: 1)
    for milliseconds in stride(from: 5, to: 125, by: 15) {
      let run = try start()
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1_000)
      run.send(SIGKILL)
      #expect(run.wait() != nil)
      let again = try start()
      #expect(again.wait() == 0)
      #expect(try versions().count == Self.planCount)
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test("a reader sees whole plans while others are added, and the run waits for it")
  func reader() throws {
    try writePlans(version: 1)
    #expect(try start().wait() == 0)
    try writePlans(version: 2)
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(10)
    let reader = try DatabaseQueue(path: path, configuration: configuration)
    let count = "SELECT count(*) FROM goals WHERE title = 'Vi möter alla 1'"
    try reader.inDatabase { db in
      try db.execute(sql: "BEGIN")
      #expect(try Int.fetchOne(db, sql: count) == Self.planCount)
    }
    let run = try start()
    // Long enough for the run to stand before its first transaction.
    #expect(run.wait(atMost: 1.5) == nil)
    try reader.inDatabase { db in
      #expect(try Int.fetchOne(db, sql: count) == Self.planCount)
      try db.execute(sql: "COMMIT")
    }
    #expect(run.wait() == 0)
    let remaining = try reader.read { try Int.fetchOne($0, sql: count) }
    #expect(remaining == 0)
    try reader.close()
    #expect(try folder.fileNames().filter { !$0.hasPrefix("in/") } == ["p.sqlite"])
  }

  @Test("an archive that somebody holds for long is named as such, and is as it was")
  func held() throws {
    try writePlans(version: 1)
    #expect(try start().wait() == 0)
    try writePlans(version: 2)
    try DatabaseQueue(path: path).writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      let run = try start()
      #expect(run.wait(atMost: 30) == 2)
      #expect(
        try run.errorText() == "rodtrad: p.sqlite: another program holds the archive; close the "
          + "other program and run again\n")
      try db.execute(sql: "COMMIT")
    }
    #expect(Set(try versions()) == [1])
  }

  @Test("an archive that may not grow ends the run with the reason, and is as it was")
  func sizeLimit() throws {
    try writePlans(version: 1)
    // In units of 512 bytes: room for the tables, but not for the plans.
    let run = try RunningProgram(
      ["-c", "ulimit -f 700; exec \"$0\" archive add p.sqlite in -q", Rodtrad.program.path],
      in: folder, program: URL(fileURLWithPath: "/bin/sh"))
    #expect(run.wait() == 2)
    let errors = try run.errorText()
    #expect(errors.hasPrefix("rodtrad: p.sqlite: "))
    #expect(errors.split(separator: "\n").count == 1)
    #expect(try versions() == [])
    #expect(try start().wait() == 0)
    #expect(try versions().count == Self.planCount)
  }

  @Test(
    "a full disk ends the run with the reason, and with more room the same command does the rest",
    .enabled(if: getuid() == 0, "only the superuser can mount a small disk"))
  func fullDisk() throws {
    try writePlans(version: 1)
    func shell(_ command: String) throws -> (status: Int32?, errors: String) {
      let run = try RunningProgram(
        ["-c", command, Rodtrad.program.path], in: folder,
        program: URL(fileURLWithPath: "/bin/sh"))
      return (run.wait(), try run.errorText())
    }
    try folder.write("", to: "disk/empty")
    guard try shell("mount -t tmpfs -o size=500k rodtrad-test disk").status == 0 else {
      try Test.cancel("this system lets nobody mount a disk")
    }
    defer { _ = try? shell("umount disk") }
    let full = try shell("exec \"$0\" archive add disk/p.sqlite in -q")
    #expect(full.status == 2)
    #expect(
      full.errors
        == "rodtrad: disk/p.sqlite: the disk is full; free some space and run again\n")
    #expect(try shell("mount -o remount,size=64m disk").status == 0)
    #expect(try shell("exec \"$0\" archive add disk/p.sqlite in -q").status == 0)
    let list = try shell("\"$0\" archive list disk/p.sqlite | wc -l | grep -qx 80")
    #expect(list.status == 0)
  }
}
