// SPDX-License-Identifier: GPL-2.0-or-later

extension ArchiveSchema {
  /// The full-text indexes, with the triggers that keep them.
  ///
  /// `<table>_fts` has whole words, and is named and written as sqlite-utils does it, so that Datasette
  /// takes it for the table's index. `<table>_trigram` tells which rows can have a word inside others,
  /// but not where (`detail='none'`: a fifth of the size); its `content` is quoted otherwise, so that
  /// Datasette does not take it for the index.
  static let searchTables: [String] = SearchedTable.allCases.flatMap { statements(for: $0) }

  private static func statements(for searched: SearchedTable) -> [String] {
    let table = searched.rawValue
    let columns = searched.columns.map { "[\($0)]" }.joined(separator: ", ")
    func values(_ row: String) -> String {
      searched.columns.map { "\(row).[\($0)]" }.joined(separator: ", ")
    }
    let indexes = [searched.wordIndex, searched.trigramIndex]
    let inserts = indexes.map { index in
      "  INSERT INTO [\(index)] (rowid, \(columns)) VALUES (new.rowid, \(values("new")));\n"
    }.joined()
    let deletes = indexes.map { index in
      "  INSERT INTO [\(index)] ([\(index)], rowid, \(columns))"
        + " VALUES('delete', old.rowid, \(values("old")));\n"
    }.joined()
    return [
      """
      CREATE VIRTUAL TABLE [\(searched.wordIndex)] USING FTS5 (
          \(columns),
          tokenize='unicode61 remove_diacritics 0',
          content=[\(table)]
      )
      """,
      """
      CREATE VIRTUAL TABLE [\(searched.trigramIndex)] USING FTS5 (
          \(columns),
          tokenize='trigram',
          detail='none',
          content='\(table)'
      )
      """,
      "CREATE TRIGGER [\(table)_ai] AFTER INSERT ON [\(table)] BEGIN\n\(inserts)END",
      "CREATE TRIGGER [\(table)_ad] AFTER DELETE ON [\(table)] BEGIN\n\(deletes)END",
      "CREATE TRIGGER [\(table)_au] AFTER UPDATE ON [\(table)] BEGIN\n\(deletes)\(inserts)END",
    ]
  }
}

/// A table that can be searched, in the order in which its hits are shown.
package enum SearchedTable: String, Sendable, CaseIterable {
  case goals, indicators, activities, sections

  var columns: [String] {
    switch self {
    case .goals: ["title"]
    case .indicators: ["name"]
    case .activities: ["text"]
    case .sections: ["heading", "text"]
    }
  }

  var wordIndex: String { "\(rawValue)_fts" }
  var trigramIndex: String { "\(rawValue)_trigram" }
}
