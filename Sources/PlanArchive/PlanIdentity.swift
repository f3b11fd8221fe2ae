// SPDX-License-Identifier: GPL-2.0-or-later

internal import GRDB
internal import PlanComparison
internal import PlanModel
internal import PlanReading

/// What tells which plan of an archive a document is a version of.
///
/// 1. The one that was read from the same bytes.
/// 2. The one of the same unit and year whose file has the same name.
/// 3. Where the document or the archive's plan names no unit or no year: the one that was added by
///    the same path, unless their titles differ.
///
/// Among several, one that was added by the same path comes first, and then the oldest. A plan that
/// another input of the run stands for is none of them, or two files of one name would replace each
/// other at every run.
struct PlanIdentity {
  private let new: NewPlan
  private let unitKey: String?

  init(of new: NewPlan) {
    self.new = new
    unitKey = new.plan.unitKey
  }

  func knownPlan(among settled: Set<Int64>, in db: Database) throws -> KnownPlan? {
    let candidates = try candidates(in: db)
    // Also where another input stands for it: the same bytes twice are one plan.
    if let same = candidates.first(where: { $0.sourceDigest == new.plan.source.sha256 }) {
      return same
    }
    let versions = candidates.filter { !settled.contains($0.id) && isVersion($0) }
    return versions.first { $0.path == new.path } ?? versions.first
  }

  private func candidates(in db: Database) throws -> [KnownPlan] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT id, name, path, file, sha256, document_sha256, year, unit, title FROM plans
        WHERE sha256 = ? OR file = ? OR path = ? ORDER BY id
        """)
    return try KnownPlan.fetchAll(
      statement, arguments: [new.plan.source.sha256, new.plan.source.fileName, new.path])
  }

  private func isVersion(_ known: KnownPlan) -> Bool {
    let facts = new.plan.plan
    if let unitKey, let year = facts.year, let knownUnit = known.unitKey, let knownYear = known.year
    {
      return unitKey == knownUnit && year == knownYear && known.file == new.plan.source.fileName
    }
    guard known.path == new.path else { return false }
    return known.title == nil || facts.title == nil || known.title == facts.title
  }
}

/// A plan that the archive has.
struct KnownPlan: FetchableRecord {
  let id: Int64
  let name: String
  let path: String
  let file: String
  let sourceDigest: String
  let documentDigest: String
  let year: Int?
  let unitKey: String?
  let title: String?

  init(row: Row) throws {
    id = try row.value("id")
    name = try row.value("name")
    path = try row.value("path")
    file = try row.value("file")
    sourceDigest = try row.value("sha256")
    documentDigest = try row.value("document_sha256")
    year = try row.optional("year")
    unitKey = try row.optional("unit", String.self).flatMap(PlanDocument.unitKey)
    title = try row.optional("title")
  }

  /// Whether the document says what the archive has already, under whatever file name.
  func isSame(as new: NewPlan, _ db: Database) throws -> Bool {
    if documentDigest == new.jsonDigest { return true }
    guard sourceDigest == new.plan.source.sha256,
      let json = try StoredDocument.json(ofPlan: id, in: db),
      var stored = try? JSONPlanReader().plan(from: json)
    else { return false }
    stored.source.fileName = new.plan.source.fileName
    return stored == new.plan
  }
}
