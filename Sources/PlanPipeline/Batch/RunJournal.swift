// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
@preconcurrency internal import Glibc
internal import ProcessIsolation

/// What the output folder knows of its runs, kept so that a run that was cut off can go on.
///
/// A file of frames, each a length and as many bytes. One is added for each input that is done, so
/// that a run that dies loses no more than the inputs in hand; the last frame may then be cut
/// short, and is passed over. At the end of a run the file is written anew without what is out of
/// date.
final class RunJournal {
  private var entriesByFile: [PathKey: RunEntry] = [:]
  /// The input whose output a path below the output folder is.
  private var fileByOutput: [PathKey: String] = [:]
  private var leftoverPaths: Set<PathKey> = []
  /// What the tables in the folder were made of: see ``ConversionRun``; empty where unknown.
  private(set) var tablesDigest = ""

  private let path: String
  private let temporaryFolder: String
  private var descriptor: Int32 = -1

  /// What the file begins with; another program's or another version's journal is not read.
  private static let mark = Array("rodtrad journal 1\n".utf8)

  /// Reads the journal of a folder, or begins one.
  init(path: String, temporaryFolder: String) throws(FileSystemError) {
    self.path = path
    self.temporaryFolder = temporaryFolder
    if FileSystem.exists(path) { load(try FileSystem.read(path)) }
    // Not after what may be a frame that was cut short.
    try compact()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  // MARK: - Reading

  /// What an input came to, by its ``RunEntry/file``.
  subscript(file: String) -> RunEntry? { entriesByFile[PathKey(file)] }

  /// All entries, by their files.
  var entries: [RunEntry] { entriesByFile.values.sorted { precedes($0.file, $1.file) } }

  /// Outputs that no input gives any more, as paths below the output folder.
  var leftovers: [String] { leftoverPaths.map(\.path).sorted(by: precedes) }

  // MARK: - Changing

  /// Keeps what became of an input; an earlier output of another name is left over.
  func record(_ entry: RunEntry) throws(FileSystemError) {
    let output = entry.output.map { PathKey($0.path) }
    if let former = self[entry.file]?.output?.path, PathKey(former) != output {
      try add(.leftover(path: former, isThere: true))
    }
    if let output {
      // Whose it was before, it is this input's now.
      if let owner = fileByOutput[output], PathKey(owner) != PathKey(entry.file) {
        try add(.removal(file: owner))
      }
      if leftoverPaths.contains(output) {
        try add(.leftover(path: output.path, isThere: false))
      }
    }
    try add(.entry(entry))
  }

  /// Forgets an input, with its output where it has one.
  func forget(file: String) throws(FileSystemError) {
    try add(.removal(file: file))
  }

  /// Forgets an output that is left over.
  func forget(leftover path: String) throws(FileSystemError) {
    try add(.leftover(path: path, isThere: false))
  }

  /// Keeps what the tables were made of.
  func recordTables(digest: String) throws(FileSystemError) {
    try add(.tables(digest: digest))
  }

  private func add(_ change: JournalChange) throws(FileSystemError) {
    apply(change)
    try ByteStream.write(change.frame, to: descriptor)
  }

  private func apply(_ change: JournalChange) {
    switch change {
    case .entry(let entry):
      releaseOutput(of: entry.file)
      entriesByFile[PathKey(entry.file)] = entry
      if let output = entry.output { fileByOutput[PathKey(output.path)] = entry.file }
    case .removal(let file):
      releaseOutput(of: file)
      entriesByFile[PathKey(file)] = nil
    case .leftover(let path, true): leftoverPaths.insert(PathKey(path))
    case .leftover(let path, false): leftoverPaths.remove(PathKey(path))
    case .tables(let digest): tablesDigest = digest
    }
  }

  private func releaseOutput(of file: String) {
    if let output = self[file]?.output { fileByOutput[PathKey(output.path)] = nil }
  }

  // MARK: - The file

  private func load(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.mark) else { return }
    var frames = FieldReader(Array(bytes.dropFirst(Self.mark.count)))
    while !frames.isAtEnd, let frame = try? frames.bytes(), let change = try? JournalChange(frame) {
      apply(change)
    }
  }

  /// Writes the file anew, in an order that does not depend on the run.
  func compact() throws(FileSystemError) {
    let file = try AtomicFile(path: path, temporaryFolder: temporaryFolder)
    try file.write(Self.mark)
    for entry in entries {
      try file.write(JournalChange.entry(entry).frame)
    }
    for path in leftovers {
      try file.write(JournalChange.leftover(path: path, isThere: true).frame)
    }
    try file.write(JournalChange.tables(digest: tablesDigest).frame)
    try file.commit()
    if descriptor >= 0 { close(descriptor) }
    descriptor = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
  }
}
