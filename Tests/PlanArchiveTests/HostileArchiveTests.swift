// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import GRDB
import PlanArchive
import PlanModel
import TestSupport
import Testing

/// Files that are no archive, or one that somebody has been at.
struct HostileArchiveTests {
  private let archive: TestArchive

  init() throws {
    archive = try TestArchive()
    try archive.add(NewPlan(SamplePlan.complete), NewPlan(.small()))
  }

  private func error(_ purpose: ArchiveFile.Purpose) -> ArchiveError? {
    do throws(ArchiveError) {
      try ArchiveFile(path: archive.path, for: purpose).close()
      return nil
    } catch {
      return error
    }
  }

  private func expectRefusal(_ expected: ArchiveError) {
    #expect(error(.reading) == expected)
    #expect(error(.adding) == expected)
  }

  @Test("a file that is no database is refused, and left as it is")
  func noDatabase() throws {
    try archive.folder.write("Hej!\n" + String(repeating: "x", count: 5_000), to: "plans.sqlite")
    let before = try archive.folder.bytes(of: "plans.sqlite")
    expectRefusal(.notADatabase)
    #expect(try archive.folder.bytes(of: "plans.sqlite") == before)
  }

  @Test("an empty file can be filled, and cannot be read")
  func empty() throws {
    try archive.folder.write("", to: "plans.sqlite")
    #expect(error(.reading) == .notAnArchive)
    #expect(error(.adding) == nil)
    #expect(error(.reading) == nil)
  }

  @Test("another program's database is refused")
  func otherDatabase() throws {
    try archive.folder.write("", to: "plans.sqlite")
    try archive.tamper("CREATE TABLE plans (id INTEGER PRIMARY KEY)")
    expectRefusal(.notAnArchive)
  }

  @Test("a newer version is refused with both numbers")
  func newer() throws {
    try archive.tamper("PRAGMA user_version = 7")
    expectRefusal(.newerVersion(7))
  }

  @Test(
    "what could run when plans are added is refused",
    arguments: [
      (
        "CREATE TRIGGER evil AFTER INSERT ON plans BEGIN DELETE FROM goals; END", "evil"
      ),
      ("CREATE INDEX evil ON goals (abs(page))", "evil"),
      ("DROP VIEW plan_counts; CREATE VIEW plan_counts AS SELECT 1", "plan_counts"),
      ("DROP TRIGGER goals_ad", "goals_ad"),
      ("DROP TABLE sections_fts; CREATE TABLE sections_fts (heading, text)", "sections_fts"),
    ])
  func planted(sql: String, name: String) throws {
    try archive.tamper(sql)
    expectRefusal(.changedSchema(name: name))
  }

  @Test("tables and views of the user's own are let be")
  func ownTables() throws {
    try archive.tamper(
      "CREATE TABLE notes (plan_id INTEGER REFERENCES plans(id), note TEXT);"
        + "CREATE VIEW my_goals AS SELECT title FROM goals")
    #expect(error(.adding) == nil)
  }

  @Test("names that are no files are refused at once")
  func noFile() throws {
    let path = archive.path
    try FileManager.default.moveItem(atPath: path, toPath: path + ".real")
    #expect(error(.reading) == .missing)
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: path + ".real")
    expectRefusal(.link)
    try FileManager.default.removeItem(atPath: path)
    #expect(mkfifo(path, 0o600) == 0)
    expectRefusal(.notAFile)
    try FileManager.default.removeItem(atPath: path)
    try archive.folder.write("", to: "plans.sqlite/x")
    expectRefusal(.notAFile)
  }

  @Test("a file that must not be written can be read")
  func readOnly() throws {
    chmod(archive.path, 0o444)
    #expect(error(.reading) == nil)
    #expect(error(.adding) == .readOnly)
    #expect(try archive.search("respons").isEmpty)
  }

  @Test("an archive in another mode is brought back to one file")
  func otherMode() throws {
    try archive.tamper("PRAGMA journal_mode = WAL")
    try archive.add(NewPlan(.small(unit: "Ekens enhet")))
    #expect(try archive.folder.fileNames() == ["plans.sqlite"])
    #expect(try archive.rows("PRAGMA journal_mode").first?[0] == "delete")
  }

  @Test("values of a strange kind are told of, and end nothing")
  func strangeValues() throws {
    try archive.tamper("UPDATE plans SET unit = x'ff00', year = 'tjugo'")
    #expect(throws: ArchiveError.self) { try archive.plans() }
    try archive.tamper("UPDATE plans SET unit = NULL, year = NULL")
    try archive.tamper("UPDATE documents SET json_zlib = x'789c0300', byte_count = 1e300")
    #expect(throws: ArchiveError.self) { try archive.json(ofPlan: 1) }
    try archive.tamper("UPDATE documents SET byte_count = -1")
    #expect(throws: ArchiveError.self) { try archive.json(ofPlan: 1) }
  }

  @Test("damaged pages end in an error or in an answer, never in a crash", arguments: 0..<60)
  func damage(seed: Int) throws {
    var bytes = try archive.folder.bytes(of: "plans.sqlite")
    var chance = Chance(seed: seed)
    for _ in 0..<(1 + seed % 8 * 20) {
      // The first hundred bytes are the header, which other tests are about.
      let position = 100 + chance.below(bytes.count - 100)
      bytes[position] = UInt8(chance.below(256))
    }
    if seed % 5 == 0 { bytes.removeLast(bytes.count / 3) }
    try archive.folder.write(bytes, to: "plans.sqlite")
    do {
      _ = try archive.plans()
      _ = try archive.search("svar tid")
      _ = try archive.json(ofPlan: 1)
      try archive.add(NewPlan(.small(version: 2, goal: "Något annat")))
    } catch let error as ArchiveError {
      #expect(!error.fact.contains("\n"))
    }
  }
}
