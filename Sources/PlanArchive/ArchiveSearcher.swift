// SPDX-License-Identifier: GPL-2.0-or-later

internal import GRDB

/// Searches the plans of an archive.
package struct ArchiveSearcher {
  private let archive: ArchiveFile

  /// Creates a searcher of an archive.
  package init(_ archive: ArchiveFile) {
    self.archive = archive
  }

  /// The best hits, in order.
  ///
  /// Whole words come before words inside others; then goals, indicators, activities and sections. In
  /// these whole words are ranked by BM25, unless they stand in very many rows and so tell little;
  /// beyond that, what was added last comes first.
  package func hits(
    for query: SearchQuery, filter: SearchFilter = SearchFilter(), limit: Int
  ) throws(ArchiveError) -> [SearchHit] {
    do {
      return try archive.queue.read { db in
        let plans = try ArchiveReader.planIDs(matching: filter, in: db)
        var hits: [SearchHit] = []
        var wholeWordIDs: [SearchedTable: [Int64]] = [:]
        for table in SearchedTable.allCases where hits.count < limit {
          let search = TableSearch(table: table, query: query, plans: plans, db: db)
          let ids = try search.wholeWordIDs(limit: limit - hits.count)
          wholeWordIDs[table] = ids
          let reader = SearchHitReader(query: query, isWholeWord: true)
          hits += try ids.map { try reader.hit($0, of: table, in: db) }
        }
        // Only when there is room left are all whole words known, and can be left out here.
        for table in SearchedTable.allCases where hits.count < limit {
          let search = TableSearch(table: table, query: query, plans: plans, db: db)
          let ids = try search.insideIDs(
            without: Set(wholeWordIDs[table] ?? []), limit: limit - hits.count)
          let reader = SearchHitReader(query: query, isWholeWord: false)
          hits += try ids.map { try reader.hit($0, of: table, in: db) }
        }
        return hits
      }
    } catch {
      throw ArchiveError(error)
    }
  }
}

/// Reads what is shown of a hit.
private struct SearchHitReader {
  let query: SearchQuery
  let isWholeWord: Bool

  func hit(_ id: Int64, of table: SearchedTable, in db: Database) throws -> SearchHit {
    let statement = try db.cachedStatement(sql: Self.sql(table))
    guard let row = try Row.fetchOne(statement, arguments: [id]) else {
      throw ArchiveError.damaged("the index of \(table.rawValue) names a row that is not there")
    }
    let level = try row.optional("level", String.self)
    let heading = try row.optional("heading", String.self)
    let text = try row.value("text", String.self)
    let goal = try level.map { level in
      SearchHit.Goal(
        level: level, number: try row.optional("number"), title: try row.value("title"))
    }
    return SearchHit(
      table: table, isWholeWord: isWholeWord, plan: try row.value("plan"),
      unit: try row.optional("unit"), year: try row.optional("year"),
      file: try row.value("file"), goal: goal, heading: heading, page: try row.value("page"),
      excerpt: Excerpt(of: text, terms: query.terms, marksWholeWords: isWholeWord))
  }

  private static func sql(_ table: SearchedTable) -> String {
    let (heading, text, goal) =
      switch table {
      case .goals: ("NULL", "t.title", "t.id")
      case .indicators: ("NULL", "t.name", "t.goal_id")
      case .activities: ("NULL", "t.text", "t.goal_id")
      case .sections: ("t.heading", "t.text", "t.goal_id")
      }
    return """
      SELECT plans.name AS plan, plans.unit, plans.year, plans.file, goals.level, goals.number,
        goals.title, \(heading) AS heading, \(text) AS text, t.page
      FROM \(table.rawValue) AS t JOIN plans ON plans.id = t.plan_id
      LEFT JOIN goals ON goals.id = \(goal)
      WHERE t.id = ?
      """
  }
}
