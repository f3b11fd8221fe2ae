// SPDX-License-Identifier: GPL-2.0-or-later

/// The tables, indexes, views and triggers of an archive: a public contract, described in
/// `docs/archive.md`.
enum ArchiveSchema {
  /// What tells an archive from other programs' databases (`PRAGMA application_id`): "Rtrd".
  static let applicationID = 0x5274_7264
  /// The version of the schema (`PRAGMA user_version`); greater with every change of it.
  static let version = 1

  /// The statements that make an archive of an empty database, in order.
  static let statements: [String] = tables + indexes + searchTables + views

  private static let tables = [
    plans,
    """
    CREATE TABLE documents (
      plan_id INTEGER PRIMARY KEY REFERENCES plans(id) ON DELETE CASCADE,
      byte_count INTEGER NOT NULL,
      json_zlib BLOB NOT NULL
    )
    """,
    """
    CREATE TABLE goals (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
      parent_id INTEGER REFERENCES goals(id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      level TEXT NOT NULL,
      scope TEXT,
      number TEXT,
      title TEXT NOT NULL,
      label TEXT NOT NULL,
      page INTEGER NOT NULL,
      line INTEGER NOT NULL,
      UNIQUE (plan_id, path)
    )
    """,
    """
    CREATE TABLE sections (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
      goal_id INTEGER REFERENCES goals(id) ON DELETE CASCADE,
      parent_id INTEGER REFERENCES sections(id) ON DELETE CASCADE,
      part TEXT NOT NULL,
      kind TEXT NOT NULL,
      heading TEXT,
      depth INTEGER,
      text TEXT NOT NULL,
      page INTEGER NOT NULL,
      line INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE results (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
      goal_id INTEGER NOT NULL REFERENCES goals(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      marker TEXT,
      text TEXT NOT NULL,
      page INTEGER NOT NULL,
      line INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE indicators (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
      goal_id INTEGER NOT NULL REFERENCES goals(id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      target_raw TEXT,
      target_value REAL,
      target_unit TEXT,
      target_comparator TEXT,
      council_target_raw TEXT,
      council_target_value REAL,
      council_target_unit TEXT,
      council_target_comparator TEXT,
      council_target_year INTEGER,
      period TEXT,
      page INTEGER NOT NULL,
      line INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE activities (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
      goal_id INTEGER NOT NULL REFERENCES goals(id) ON DELETE CASCADE,
      text TEXT NOT NULL,
      start_date TEXT,
      end_date TEXT,
      page INTEGER NOT NULL,
      line INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE diagnostics (
      id INTEGER PRIMARY KEY,
      plan_id INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
      code TEXT NOT NULL,
      severity TEXT NOT NULL,
      page INTEGER,
      line INTEGER,
      message TEXT NOT NULL
    )
    """,
  ]

  private static let plans = """
    CREATE TABLE plans (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      year INTEGER,
      unit TEXT,
      document_type TEXT,
      title TEXT,
      committee TEXT,
      municipality TEXT,
      diary_number TEXT,
      date TEXT,
      file TEXT NOT NULL,
      path TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      document_sha256 TEXT NOT NULL,
      media_type TEXT NOT NULL,
      byte_count INTEGER NOT NULL,
      page_count INTEGER NOT NULL,
      source_title TEXT,
      source_producer TEXT,
      source_creator TEXT,
      source_creation_date TEXT,
      schema_version TEXT NOT NULL,
      generator_name TEXT NOT NULL,
      generator_version TEXT NOT NULL,
      source_words INTEGER NOT NULL,
      plan_words INTEGER NOT NULL,
      cover_words INTEGER NOT NULL,
      contents_words INTEGER NOT NULL,
      furniture_words INTEGER NOT NULL,
      unaccounted_words INTEGER NOT NULL
    )
    """

  private static let indexes = [
    ("plans", ["year", "unit"]), ("plans", ["sha256"]), ("plans", ["file"]), ("plans", ["path"]),
    ("goals", ["parent_id"]),
    ("sections", ["plan_id"]), ("sections", ["goal_id"]), ("sections", ["parent_id"]),
    ("results", ["plan_id"]), ("results", ["goal_id"]),
    ("indicators", ["plan_id"]), ("indicators", ["goal_id"]), ("indicators", ["name"]),
    ("activities", ["plan_id"]), ("activities", ["goal_id"]), ("activities", ["end_date"]),
    ("diagnostics", ["plan_id"]),
  ].map { table, columns in
    // The names that sqlite-utils gives.
    "CREATE INDEX idx_\(table)_\(columns.joined(separator: "_")) "
      + "ON \(table) (\(columns.joined(separator: ", ")))"
  }
}
