// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// Reading whole files, and looking names up.
package enum FileSystem {
  /// A plan larger than this is none; the largest known has 20 MB.
  static let sizeLimit = 1 << 30

  /// The bytes of a regular file.
  package static func read(_ path: String) throws(FileSystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    // A device or a pipe may never end.
    guard status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      throw FileSystemError(errorNumber: isFolder ? EISDIR : EINVAL)
    }
    let size = Int(status.st_size)
    guard size <= sizeLimit else { throw FileSystemError(errorNumber: EFBIG) }
    return try ByteStream.read(size, from: descriptor)
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

  /// The names in a folder, "." and ".." aside, in no order; nil where it cannot be read.
  package static func names(in folder: String) -> [String]? {
    guard let directory = opendir(folder) else { return nil }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Takes the files in a folder away, not those in folders in it.
  package static func removeFiles(in folder: String) {
    for name in names(in: folder) ?? [] { unlink("\(folder)/\(name)") }
  }
}
