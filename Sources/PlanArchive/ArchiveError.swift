// SPDX-License-Identifier: GPL-2.0-or-later

internal import GRDB

/// Why an archive cannot be used.
package enum ArchiveError: Error, Sendable, Hashable {
  /// No file has that name.
  case missing
  /// The folder that the file is to lie in is not there.
  case missingFolder
  /// The name belongs to a link.
  case link
  /// The name belongs to a folder, a device or a pipe.
  case notAFile
  /// The file is no SQLite database.
  case notADatabase
  /// The database was made by another program, or holds nothing.
  case notAnArchive
  /// The schema is newer than this program knows.
  case newerVersion(Int)
  /// A table, a view or a trigger is not as this program makes it.
  case changedSchema(name: String)
  /// The content contradicts itself: a page of the file, or a row.
  case damaged(String)
  /// The file must not be written.
  case readOnly
  /// Another program holds the file.
  case inUse
  /// The disk is full.
  case full
  /// The system refused to read or write; its own words.
  case inaccessible(String)
  /// SQLite's own words for what else went wrong.
  case refused(String)

  /// What is so, a clause without the file's name.
  package var fact: String {
    switch self {
    case .missing: "there is no such file"
    case .missingFolder: "there is no such folder to make it in"
    case .link: "the name is a link"
    case .notAFile: "the name belongs to a folder, a device or a pipe"
    case .notADatabase: "the file is no SQLite database"
    case .notAnArchive: "the database is no archive of plans"
    case .newerVersion(let version):
      "the archive is of version \(version), and this program knows \(ArchiveSchema.version)"
    case .changedSchema(let name): "“\(name)” in the archive is not as this program makes it"
    case .damaged(let words): "the archive is damaged (\(words))"
    case .readOnly: "the archive must not be written"
    case .inUse: "another program holds the archive"
    case .full: "the disk is full"
    case .inaccessible(let words): "the archive cannot be read or written (\(words))"
    case .refused(let words): "the archive cannot be used (\(words))"
    }
  }

  /// What the user can do.
  package var advice: String {
    switch self {
    case .missing: "check the name, or make the archive with 'rodtrad archive add'"
    case .missingFolder: "make the folder first, or check the name"
    case .link: "name the file that it leads to"
    case .notAFile, .notADatabase, .notAnArchive: "name an archive, or a file that is not there yet"
    case .newerVersion: "get the newer program"
    case .changedSchema, .damaged, .refused:
      "take a copy that is whole, or make the archive anew from its plans"
    case .readOnly, .inaccessible: "check the permissions, or work with a copy"
    case .inUse: "close the other program and run again"
    case .full: "free some space and run again"
    }
  }

  init(_ error: any Error) {
    if let error = error as? ArchiveError {
      self = error
    } else if let error = error as? DatabaseError {
      self.init(error)
    } else {
      // A row with a value that its column cannot hold, where another program has been at work.
      self = .damaged(Self.line("\(error)"))
    }
  }

  private init(_ error: DatabaseError) {
    let words = Self.line(error.message ?? "\(error.resultCode)")
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notADatabase
    case .SQLITE_CORRUPT: self = .damaged(words)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_FULL: self = .full
    case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .inaccessible(words)
    default: self = .refused(words)
    }
  }

  private static func line(_ words: String) -> String {
    String(words.prefix { $0 != "\n" }.prefix(200))
  }
}
