// SPDX-License-Identifier: GPL-2.0-or-later

internal import GRDB

/// Keeps the full-text indexes while plans are added, in the place of the triggers, which are for other
/// programs.
///
/// A statement that runs a trigger may have to be taken back alone, and so SQLite has FTS5 write out
/// what it has for each row: adding took three times as long.
struct SearchIndexWriter {
  let db: Database

  /// Adds the rows of plans to the indexes.
  func add(plans: [Int64]) throws {
    let list = "[\(plans.map(String.init).joined(separator: ","))]"
    for table in SearchedTable.allCases {
      let columns = columns(of: table)
      for index in [table.wordIndex, table.trigramIndex] {
        try db.execute(
          sql: """
            INSERT INTO \(index) (rowid, \(columns)) SELECT id, \(columns) FROM \(table.rawValue)
            WHERE plan_id IN (SELECT value FROM json_each(?)) ORDER BY id
            """, arguments: [list])
      }
    }
  }

  /// Takes the rows of a plan, which are still there, out of the indexes.
  func remove(plan: Int64) throws {
    for table in SearchedTable.allCases {
      let columns = columns(of: table)
      for index in [table.wordIndex, table.trigramIndex] {
        try db.execute(
          sql: """
            INSERT INTO \(index) (\(index), rowid, \(columns))
            SELECT 'delete', id, \(columns) FROM \(table.rawValue) WHERE plan_id = ? ORDER BY id
            """, arguments: [plan])
      }
    }
  }

  private func columns(of table: SearchedTable) -> String {
    table.columns.map { "[\($0)]" }.joined(separator: ", ")
  }
}
