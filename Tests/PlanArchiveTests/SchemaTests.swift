// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import GRDB
import PlanArchive
import PlanModel
import TestSupport
import Testing

struct SchemaTests {
  private let archive: TestArchive

  init() throws {
    archive = try TestArchive()
    try archive.add()
  }

  @Test("the tables, indexes, views and triggers are those of schemas/archive.sql")
  func golden() throws {
    let statements = try archive.rows(
      "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\' "
        + "AND name NOT LIKE '%\\_trigram\\_%' ESCAPE '\\' ORDER BY rowid")
    let text = statements.map { "\($0[0] as String);\n" }.joined(separator: "\n")
    let golden = CorpusCase.repository.appendingPathComponent("schemas/archive.sql")
    #expect(
      text == (try? String(contentsOf: golden, encoding: .utf8)),
      "run scripts/goldens, and raise ArchiveSchema.version where an archive may be out there")
  }

  @Test("the file says whose it is and of which version")
  func pragmas() throws {
    #expect(try archive.rows("PRAGMA application_id").first?[0] == 0x5274_7264)
    #expect(try archive.rows("PRAGMA user_version").first?[0] == 1)
  }

  @Test("Datasette finds the index of whole words, and a label for what keys lead to")
  func datasette() throws {
    for table in ["goals", "sections", "indicators", "activities"] {
      // The query by which Datasette and sqlite-utils look for a table's index.
      let found = try archive.rows(
        """
        SELECT name FROM sqlite_master WHERE rootpage = 0 AND (
          sql LIKE '%VIRTUAL TABLE%USING FTS%content="\(table)"%'
          OR sql LIKE '%VIRTUAL TABLE%USING FTS%content=[\(table)]%'
          OR (tbl_name = '\(table)' AND sql LIKE '%VIRTUAL TABLE%USING FTS%'))
        """)
      #expect(found.map { $0[0] as String } == ["\(table)_fts"])
    }
    // The only unique text of plans; goals have a title.
    let unique = try archive.rows(
      "SELECT i.name FROM pragma_index_list('plans') AS l, pragma_index_info(l.name) AS i "
        + "WHERE l.\"unique\"")
    #expect(unique.map { $0[0] as String } == ["name"])
  }

  @Test("every foreign key has an index that begins with its column")
  func foreignKeys() throws {
    let keys = try archive.rows(
      "SELECT m.name AS \"table\", k.\"from\" AS \"column\" FROM sqlite_master AS m, "
        + "pragma_foreign_key_list(m.name) AS k WHERE m.type = 'table'")
    #expect(keys.count > 10)
    for key in keys {
      let (table, column): (String, String) = (key["table"], key["column"])
      if table == "documents" { continue }
      let indexes = try archive.rows(
        "SELECT 1 FROM pragma_index_list('\(table)') AS l, pragma_index_info(l.name) AS i "
          + "WHERE i.seqno = 0 AND i.name = '\(column)'")
      #expect(!indexes.isEmpty, "\(table).\(column)")
    }
  }
}
