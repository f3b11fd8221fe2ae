// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// Reading whole files, and looking names up.
package enum FileSystem {
  /// A plan larger than this is none; the largest known has 20 MB.
  static let sizeLimit = 1 << 30

  /// The bytes of a regular file, or those that it begins with, at most `limit`.
  package static func read(
    _ path: String, atMost limit: Int? = nil
  ) throws(FileSystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    // A device or a pipe may never end.
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw isFolder ? FileSystemError(errorNumber: EISDIR) : .endless
    }
    let size = min(Int(status.st_size), limit ?? .max)
    guard size <= sizeLimit else { throw .tooLarge }
    return try ByteStream.read(size, from: descriptor)
  }

  /// What comes through a pipe until nobody writes to it any more, at most `limit` bytes; nil where the
  /// path leads to no pipe.
  package static func read(
    pipe path: String, atMost limit: Int
  ) throws(FileSystemError) -> [UInt8]? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFIFO else { return nil }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    return try ByteStream.read(limit, from: descriptor)
  }

  /// Makes a folder, with those that it stands in; one that is there is left as it is.
  package static func makeFolder(_ path: String) throws(FileSystemError) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      slash != path.startIndex
    else { throw .last }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
  }

  /// Whether a path leads to a folder.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path leads to something that is neither a file nor a folder: a device, a pipe, a socket.
  package static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
  }

  /// Writes bytes to what ``isDevice(_:)`` tells of.
  package static func write(
    _ bytes: [UInt8], toDevice path: String
  ) throws(FileSystemError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try ByteStream.write(bytes[...], to: descriptor)
  }

  /// Whether a name is taken, also by a link that leads nowhere.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The path without links and dots, or nil where it does not exist.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// A name in a folder.
  package struct FolderEntry: Sendable, Hashable {
    /// The name, with U+FFFD for bytes that are not UTF-8.
    package let name: String
    /// Whether the name is UTF-8; no other can be passed on, printed or written to JSON.
    package let isUTF8: Bool
  }

  /// What stands in a folder, "." and ".." aside, in no order; nil where it cannot be read.
  package static func entries(in folder: String) -> [FolderEntry]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var entries: [FolderEntry] = []
    while let entry = readdir(directory) {
      // A name has 255 bytes at the most, but the field's end is the name's, not the array's.
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      let valid = String(validating: bytes, as: UTF8.self)
      let name = valid ?? String(decoding: bytes, as: UTF8.self)
      guard name != ".", name != ".." else { continue }
      entries.append(FolderEntry(name: name, isUTF8: valid != nil))
    }
    return entries
  }

  /// Takes a file away, where there is one.
  package static func remove(_ path: String) { unlink(path) }

  /// Takes the files in a folder away, not those in folders in it.
  package static func removeFiles(in folder: String) {
    for entry in entries(in: folder) ?? [] { remove("\(folder)/\(entry.name)") }
  }
}
