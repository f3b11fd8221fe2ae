// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import GRDB
import PlanArchive
import PlanExport
import PlanModel
import SourceText
import TestSupport

/// An archive in a folder of its own.
struct TestArchive {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.url.appendingPathComponent("plans.sqlite").path
  }

  /// Adds plans in a run of their own.
  @discardableResult
  func add(_ plans: NewPlan...) throws -> [AdditionOutcome] {
    let file = try ArchiveFile(path: path, for: .adding)
    defer { file.close() }
    return try ArchiveAdder(file).add(plans)
  }

  func search(
    _ text: String, filter: SearchFilter = SearchFilter(), limit: Int = 100
  ) throws -> [SearchHit] {
    let file = try ArchiveFile(path: path, for: .reading)
    defer { file.close() }
    return try ArchiveSearcher(file).hits(
      for: try SearchQuery(text), filter: filter, limit: limit)
  }

  /// The texts around the hits, with what was searched for in brackets.
  func excerpts(_ text: String) throws -> [String] {
    try search(text).map { $0.excerpt.text(before: "[", after: "]") }
  }

  func plans() throws -> [ArchivedPlan] {
    let file = try ArchiveFile(path: path, for: .reading)
    defer { file.close() }
    return try ArchiveReader(file).plans()
  }

  func json(ofPlan id: Int64) throws -> [UInt8]? {
    let file = try ArchiveFile(path: path, for: .reading)
    defer { file.close() }
    return try ArchiveReader(file).json(ofPlan: id)
  }

  /// Another program's connection to the file.
  private func other() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// The rows of a query, by another connection than the archive's own.
  func rows(_ sql: String) throws -> [Row] {
    try other().read { try Row.fetchAll($0, sql: sql) }
  }

  /// Lets another program loose on the file.
  func tamper(_ sql: String) throws {
    try other().writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  /// What SQLite and its full-text indexes find wrong.
  func faults() throws -> [String] {
    try other().write { db in
      var faults = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
      faults += try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map(\.description)
      for table in ["goals", "sections", "indicators", "activities"] {
        for index in ["\(table)_fts", "\(table)_trigram"] {
          // With the rank 1 it is held against the table.
          try db.execute(
            sql: "INSERT INTO \(index)(\(index), rank) VALUES('integrity-check', 1)")
        }
      }
      return faults
    }
  }
}

extension NewPlan {
  /// A plan with its document as the program writes it.
  init(_ plan: PlanDocument, path: String? = nil) {
    let json = JSONPlanExporter(style: .indented).bytes(for: plan)
    self.init(
      plan: plan, json: json, jsonDigest: "\(json.hashValue)",
      path: path ?? plan.source.fileName)
  }
}

extension PlanDocument {
  /// A plan of one goal, told from others by what is given.
  static func small(
    unit: String? = "Lönnens enhet", year: Int? = 2027, file: String = "lönnen.pdf",
    version: Int = 1, goal: String = "Vi svarar i tid"
  ) -> PlanDocument {
    var plan = SamplePlan.empty
    plan.source.fileName = file
    plan.source.sha256 = "\(unit ?? "") \(year ?? 0) \(file) \(version)"
    plan.plan.unit = unit
    plan.plan.year = year
    plan.goals = [
      Goal(
        id: "1", level: .unit, scope: .enhet, number: "1", title: goal, label: "Enhetsmål: 1",
        at: .init(page: 2, line: 3))
    ]
    return plan
  }
}
