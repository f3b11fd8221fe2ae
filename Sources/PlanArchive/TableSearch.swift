// SPDX-License-Identifier: GPL-2.0-or-later

internal import GRDB

/// A search in one of an archive's tables.
struct TableSearch {
  let table: SearchedTable
  let query: SearchQuery
  /// The plans to search, as a JSON array, or nil for all.
  let plans: String?
  let db: Database

  /// With more rows than this BM25 takes longer (1.6 to 36 µs a row were measured) than a search may,
  /// and a word in so many places tells none of them from the others.
  private static let mostRankedRows = 1_000

  /// The rows that have all as whole words, the best first.
  func wholeWordIDs(limit: Int) throws -> [Int64] {
    guard let expression = query.wordExpression else { return [] }
    let counted = search(table.wordIndex, expression, end: "LIMIT \(Self.mostRankedRows + 1)")
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (\(counted.sql))", arguments: counted.arguments)
    let isRanked = (count ?? 0) <= Self.mostRankedRows
    let ordered = search(
      table.wordIndex, expression,
      end: "ORDER BY \(isRanked ? "rank, " : "")rowid DESC LIMIT \(limit)")
    return try Int64.fetchAll(db, sql: ordered.sql, arguments: ordered.arguments)
  }

  /// The rows that have all, but not as whole words; what was added last comes first.
  func insideIDs(without wholeWordIDs: Set<Int64>, limit: Int) throws -> [Int64] {
    let candidates: (sql: String, arguments: StatementArguments)
    if let expression = query.trigramExpression {
      candidates = search(table.trigramIndex, expression, end: "ORDER BY rowid DESC")
    } else if let expression = query.prefixExpression {
      candidates = search(table.wordIndex, expression, end: "ORDER BY rowid DESC")
    } else {
      return []
    }
    let columns = table.columns.map { "coalesce([\($0)], '')" }.joined(
      separator: " || char(10) || ")
    let text = try db.makeStatement(
      sql: "SELECT \(columns) AS text FROM \(table.rawValue) WHERE id = ?")
    var ids: [Int64] = []
    let rows = try Int64.fetchCursor(db, sql: candidates.sql, arguments: candidates.arguments)
    while ids.count < limit, let id = try rows.next() {
      guard !wholeWordIDs.contains(id),
        let row = try Row.fetchOne(text, arguments: [id]),
        query.isInside(FoldedScalars(try row.value("text", String.self)))
      else { continue }
      ids.append(id)
    }
    return ids
  }

  private func search(
    _ index: String, _ expression: String, end: String
  ) -> (sql: String, arguments: StatementArguments) {
    var sql = "SELECT rowid FROM \(index) WHERE \(index) MATCH ?"
    var arguments: StatementArguments = [expression]
    if let plans {
      // The plus keeps SQLite from searching the index anew for each of the rows.
      sql +=
        " AND +rowid IN (SELECT id FROM \(table.rawValue)"
        + " WHERE plan_id IN (SELECT value FROM json_each(?)))"
      arguments += [plans]
    }
    return ("\(sql) \(end)", arguments)
  }
}
