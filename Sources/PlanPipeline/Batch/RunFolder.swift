// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
@preconcurrency internal import Glibc

/// The output folder of a run, locked against other runs while this lives.
///
/// Beside what the user gets it holds `.rodtrad/` with the journal, files on their way, and the JSON
/// of plans where the user wants none.
final class RunFolder {
  /// The path as the user gave it.
  let path: String
  /// The path without links and dots.
  let realPath: String
  private let lock: Int32

  private static let privateFolder = ".rodtrad"
  /// Where the JSON of plans lies that the user did not ask for.
  static let hiddenPlans = "\(privateFolder)/plans"
  /// What an export from an archive leaves in its folder.
  static let exportRecord = "\(privateFolder)/export"

  /// The name that a plan had in the tables, by the path of its JSON below the folder.
  static func planID(ofOutput path: String) -> String {
    let hidden = "\(hiddenPlans)/"
    let visible = path.hasPrefix(hidden) ? path.dropFirst(hidden.count) : path[...]
    return String(visible.hasSuffix(".json") ? visible.dropLast(5) : visible)
  }

  var temporaryFolder: String { "\(path)/\(Self.privateFolder)/tmp" }
  var journalPath: String { "\(path)/\(Self.privateFolder)/journal" }

  /// Makes the folder where it is missing, locks it, and clears away what a dead run left.
  init(path: String) throws(ConversionFailure) {
    // A slash at the end would stand twice in every path.
    let isRoot = path.allSatisfy { $0 == "/" }
    let path = isRoot ? "/" : String(path.reversed().drop { $0 == "/" }.reversed())
    self.path = path
    guard !FileSystem.exists(path) || FileSystem.isFolder(path) else {
      throw ConversionFailure(
        code: "unwritable-output", fact: "the output \(path) is not a folder",
        advice: "name another folder after --output")
    }
    do {
      try FileSystem.makeFolder(path)
    } catch {
      throw .unwritable(path, error)
    }
    do {
      try FileSystem.makeFolder("\(path)/\(Self.privateFolder)/tmp")
    } catch {
      throw .unwritable("\(path)/\(Self.privateFolder)", error)
    }
    realPath = FileSystem.realPath(path) ?? path
    let lockPath = "\(path)/\(Self.privateFolder)/lock"
    lock = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard lock >= 0 else { throw .unwritable(lockPath, .last) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw ConversionFailure(
        code: "output-in-use", fact: "another run is writing to \(path)",
        advice: "wait for it to end, or name another folder after --output")
    }
    FileSystem.removeFiles(in: temporaryFolder)
  }

  deinit {
    if lock >= 0 { close(lock) }
  }

  /// Writes a file below the folder, with the folders that it stands in.
  func write(_ bytes: ArraySlice<UInt8>, to name: String) throws(ConversionFailure) {
    let target = "\(path)/\(name)"
    do {
      if let slash = target.utf8.lastIndex(of: UInt8(ascii: "/")) {
        try FileSystem.makeFolder(String(target[..<slash]))
      }
      let file = try AtomicFile(path: target, temporaryFolder: temporaryFolder)
      try file.write(bytes)
      try file.commit()
    } catch {
      throw .unwritable(target, error)
    }
  }

  /// Takes a file below the folder away, with folders that are empty then.
  func remove(_ name: String) {
    // Through a link the path may lead elsewhere.
    guard let real = FileSystem.realPath("\(path)/\(name)"),
      real.utf8.starts(with: "\(realPath)/".utf8)
    else { return }
    unlink(real)
    var folder = real
    while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
      folder = String(folder[..<slash])
      guard folder.utf8.count > realPath.utf8.count, rmdir(folder) == 0 else { return }
    }
  }

  /// Whether a file is there, by its path from this folder.
  func sees(_ file: String) -> Bool {
    FileSystem.exists("\(realPath)/\(file)")
  }

  /// What the file system knows of a file below the folder, or nil where it is not there.
  func stamp(of name: String) -> FileStamp? {
    FileStamp(path: "\(path)/\(name)")
  }
}
