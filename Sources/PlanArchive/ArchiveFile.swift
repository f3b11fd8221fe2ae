// SPDX-License-Identifier: GPL-2.0-or-later

internal import CSQLite
internal import GRDB
@preconcurrency internal import Glibc

/// An archive that is open.
///
/// The file is kept in SQLite's rollback mode: at rest it is one file, that can be copied and mailed.
/// Readers wait for the moment in which a transaction is written, and a writer for readers.
package final class ArchiveFile {
  /// What the archive is opened for.
  package enum Purpose: Sendable {
    case reading
    /// To add plans; a file that is not there is made.
    case adding
  }

  let queue: DatabaseQueue

  /// How long readers and writers wait for each other.
  private static let patienceSeconds = 10.0
  /// Pages that a transaction may change before SQLite would write some early, which locks readers out:
  /// 256 MiB.
  private static let cacheKibibytes = 1 << 18

  /// Opens an archive.
  ///
  /// - Throws: ``ArchiveError`` where the file is no archive, or cannot be used as one.
  package init(path: String, for purpose: Purpose) throws(ArchiveError) {
    // SQLite has names of its own for what is in memory only.
    let path = path.hasPrefix("/") ? path : "./" + path
    let isNew = try Self.isNew(path, purpose)
    do {
      queue = try DatabaseQueue(path: path, configuration: Self.configuration(purpose))
      if purpose == .adding {
        // Somebody may have left it in another mode, with a second file beside it.
        try queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        // A file may be empty though it is not new, where its making was cut short.
        if try queue.read(Self.isEmpty) { try queue.write(Self.makeSchema) }
      }
      try queue.read(Self.checkSchema)
    } catch {
      // What holds nothing yet is no archive, and would be in the way of the next.
      if isNew { Self.removeEmpty(path) }
      throw ArchiveError(error)
    }
  }

  /// Closes the file; nothing is left beside it.
  package func close() {
    try? queue.close()
  }

  /// Whether the file is still to be filled.
  private static func isNew(_ path: String, _ purpose: Purpose) throws(ArchiveError) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      guard errno == ENOENT else { throw .inaccessible(String(cString: strerror(errno))) }
      guard purpose == .adding else { throw .missing }
      let end = path.lastIndex(of: "/") ?? path.startIndex
      guard lstat(String(path[...end]), &status) == 0 else { throw .missingFolder }
      return true
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFLNK: throw .link
    default: throw .notAFile
    }
    // The superuser may write all the same, but somebody has said that nobody should.
    if purpose == .adding, status.st_mode & 0o222 == 0 { throw .readOnly }
    guard status.st_size == 0 else { return false }
    guard purpose == .adding else { throw .notAnArchive }
    return true
  }

  private static func removeEmpty(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size == 0
    else { return }
    unlink(path)
  }

  private static func configuration(_ purpose: Purpose) -> Configuration {
    var configuration = Configuration()
    // Not read-only: what a run that was killed has left half done is to be taken back first.
    configuration.busyMode = .timeout(patienceSeconds)
    configuration.prepareDatabase { db in
      // The file may come from anywhere: what it holds is data, and runs nothing.
      guard sqlite_set_defensive(db.sqliteConnection) == SQLITE_OK,
        sqlite_disable_triggers(db.sqliteConnection) == SQLITE_OK
      else {
        throw ArchiveError.refused("SQLite is too old")
      }
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      try db.execute(sql: "PRAGMA mmap_size = 0")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      guard purpose == .adding else { return try db.execute(sql: "PRAGMA query_only = ON") }
      try db.execute(sql: "PRAGMA cache_size = -\(cacheKibibytes)")
    }
    return configuration
  }

  private static func isEmpty(_ db: Database) throws -> Bool {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard application == 0 else { return false }
    return try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
  }

  private static func makeSchema(_ db: Database) throws {
    // Another run may have made it meanwhile.
    guard try isEmpty(db) else { return }
    for statement in ArchiveSchema.statements { try db.execute(sql: statement) }
    try db.execute(sql: "PRAGMA application_id = \(ArchiveSchema.applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(ArchiveSchema.version)")
  }

  /// Sees to it that the tables are this program's, and that nothing runs when they are changed but
  /// what it has put there itself.
  ///
  /// Tables and views that users have added are let be. Indexes are not, since one of an expression
  /// would be computed at every change; those that SQLite makes by itself have no statement.
  private static func checkSchema(_ db: Database) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
    guard application == ArchiveSchema.applicationID else { throw ArchiveError.notAnArchive }
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard version <= ArchiveSchema.version else { throw ArchiveError.newerVersion(version) }
    guard version == ArchiveSchema.version else { throw ArchiveError.notAnArchive }
    var expected = Set(ArchiveSchema.statements)
    let rows = try Row.fetchCursor(db, sql: "SELECT type, name, sql FROM sqlite_master")
    while let row = try rows.next() {
      let (type, name, sql): (String?, String?, String?) = (row[0], row[1], row[2])
      let isOurs = sql.map { expected.remove($0) != nil } ?? false
      let runs = type == "trigger" || (type == "index" && sql != nil)
      if runs, !isOurs { throw ArchiveError.changedSchema(name: name ?? "") }
    }
    // Where one of our statements is missing, what bears its name, if anything, is something else.
    if let missing = expected.min() {
      throw ArchiveError.changedSchema(name: name(in: missing))
    }
  }

  /// The name of the object that one of our statements makes.
  private static func name(in statement: String) -> String {
    let words = statement.split { $0 == " " || $0 == "\n" || $0 == "[" || $0 == "]" }
    return String(words.dropFirst(words.dropFirst().first == "VIRTUAL" ? 3 : 2).first ?? "")
  }
}
