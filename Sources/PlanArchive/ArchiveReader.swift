// SPDX-License-Identifier: GPL-2.0-or-later

internal import GRDB

/// A plan as an archive lists it.
package struct ArchivedPlan: Sendable, Hashable {
  package var id: Int64
  /// What the plan is called in the archive.
  package var name: String
  package var unit: String?
  package var year: Int?
  /// The name of the file that it was read from.
  package var file: String
  /// The path below the folder that was named when it was added.
  package var path: String
  /// The SHA-256 of that file.
  package var sourceDigest: String
  package var goalCount: Int
  package var indicatorCount: Int
  package var activityCount: Int
}

/// Reads the plans of an archive.
package struct ArchiveReader {
  private let archive: ArchiveFile

  /// Creates a reader of an archive.
  package init(_ archive: ArchiveFile) {
    self.archive = archive
  }

  /// The plans, by unit, year and name.
  package func plans(
    matching filter: SearchFilter = SearchFilter()
  ) throws(ArchiveError) -> [ArchivedPlan] {
    do {
      return try archive.queue.read { db in
        let ids = try Self.planIDs(matching: filter, in: db)
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT plans.*,
              (SELECT count(*) FROM goals WHERE plan_id = plans.id) AS goals,
              (SELECT count(*) FROM indicators WHERE plan_id = plans.id) AS indicators,
              (SELECT count(*) FROM activities WHERE plan_id = plans.id) AS activities
            FROM plans
            WHERE ?1 IS NULL OR id IN (SELECT value FROM json_each(?1))
            ORDER BY unit, year, name
            """, arguments: [ids])
        return try rows.map(Self.plan)
      }
    } catch {
      throw ArchiveError(error)
    }
  }

  /// How many plans there are.
  package func planCount() throws(ArchiveError) -> Int {
    do {
      return try archive.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM plans") } ?? 0
    } catch {
      throw ArchiveError(error)
    }
  }

  /// The JSON document of a plan, byte for byte as it was added; nil where there is no such plan.
  package func json(ofPlan id: Int64) throws(ArchiveError) -> [UInt8]? {
    do {
      return try archive.queue.read { try StoredDocument.json(ofPlan: id, in: $0) }
    } catch {
      throw ArchiveError(error)
    }
  }

  /// The numbers of the plans that a filter lets through, as a JSON array, or nil for all.
  static func planIDs(matching filter: SearchFilter, in db: Database) throws -> String? {
    guard filter.year != nil || filter.unit != nil else { return nil }
    // SQLite knows the capitals of ASCII only.
    let wanted = filter.unit.map { ArchivedText.searchable($0).lowercased() }
    let rows = try Row.fetchCursor(db, sql: "SELECT id, year, unit FROM plans ORDER BY id")
    var ids: [String] = []
    while let row = try rows.next() {
      let year = try row.optional("year", Int.self)
      if let wantedYear = filter.year, year != wantedYear { continue }
      let unit = try row.optional("unit", String.self)?.lowercased() ?? ""
      if let wanted, !unit.contains(wanted) { continue }
      ids.append("\(try row.value("id", Int64.self))")
    }
    return "[\(ids.joined(separator: ","))]"
  }

  private static func plan(_ row: Row) throws -> ArchivedPlan {
    ArchivedPlan(
      id: try row.value("id"), name: try row.value("name"), unit: try row.optional("unit"),
      year: try row.optional("year"), file: try row.value("file"), path: try row.value("path"),
      sourceDigest: try row.value("sha256"), goalCount: try row.value("goals"),
      indicatorCount: try row.value("indicators"), activityCount: try row.value("activities"))
  }
}
