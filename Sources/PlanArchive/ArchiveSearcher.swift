// SPDX-License-Identifier: GPL-2.0-or-later

internal import Foundation
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
  /// Whole words come before words inside others; then goals, indicators, activities and sections;
  /// then those that SQLite ranks best (BM25); then those that were added first.
  package func hits(
    for query: SearchQuery, filter: SearchFilter = SearchFilter(), limit: Int
  ) throws(ArchiveError) -> [SearchHit] {
    do {
      return try archive.queue.read { db in
        let plans = try ArchiveReader.planIDs(matching: filter, in: db)
        var hits: [SearchHit] = []
        for wholeWords in [true, false] {
          for table in SearchedTable.allCases where hits.count < limit {
            let search = TableSearch(
              table: table, query: query, wholeWords: wholeWords, plans: plans)
            let ids = try search.ids(in: db, limit: limit - hits.count)
            hits += try ids.map { id in
              try SearchHitReader(query: query, isWholeWord: wholeWords).hit(id, of: table, in: db)
            }
          }
        }
        return hits
      }
    } catch {
      throw ArchiveError(error)
    }
  }
}

/// A search in one of an archive's tables.
private struct TableSearch {
  let table: SearchedTable
  let query: SearchQuery
  let wholeWords: Bool
  /// The plans to search, as a JSON array, or nil for all.
  let plans: String?

  func ids(in db: Database, limit: Int) throws -> [Int64] {
    var arguments: [any DatabaseValueConvertible] = []
    guard let (index, conditions) = conditions(&arguments) else { return [] }
    var sql = "SELECT rowid FROM \(index) WHERE " + conditions.joined(separator: " AND ")
    if let plans {
      sql +=
        " AND rowid IN (SELECT id FROM \(table.rawValue)"
        + " WHERE plan_id IN (SELECT value FROM json_each(?)))"
      arguments.append(plans)
    }
    sql += " ORDER BY rank, rowid LIMIT ?"
    arguments.append(limit)
    return try Int64.fetchAll(db, sql: sql, arguments: StatementArguments(arguments))
  }

  /// The index to search and what its rows must be; nil where none can be it.
  private func conditions(
    _ arguments: inout [any DatabaseValueConvertible]
  ) -> (index: String, conditions: [String])? {
    let words = table.wordIndex
    let isInWords = "IN (SELECT rowid FROM \(words) WHERE \(words) MATCH ?)"
    guard !wholeWords else {
      guard let expression = query.wordExpression else { return nil }
      arguments.append(expression)
      return (words, ["\(words) MATCH ?"])
    }
    var conditions: [String] = []
    var index = words
    if let expression = query.trigramExpression {
      index = table.trigramIndex
      conditions.append("\(index) MATCH ?")
      arguments.append(expression)
      if let expression = query.prefixExpression {
        conditions.append("rowid \(isInWords)")
        arguments.append(expression)
      }
    } else if let expression = query.prefixExpression {
      conditions.append("\(words) MATCH ?")
      arguments.append(expression)
    }
    if let expression = query.wordExpression {
      conditions.append("rowid NOT \(isInWords)")
      arguments.append(expression)
    }
    return (index, conditions)
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
