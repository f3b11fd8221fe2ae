// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// A call of the operating system that failed.
struct FileSystemError: Error, Hashable {
  let errorNumber: Int32

  static var last: FileSystemError { FileSystemError(errorNumber: errno) }

  /// What happened, in words: "Permission denied".
  var reason: String {
    errorNumber == EISDIR ? "it is a folder" : String(cString: strerror(errorNumber))
  }

  /// What a user can do about it.
  var advice: String {
    switch errorNumber {
    case ENOSPC, EDQUOT: "free some space and run again"
    case EACCES, EPERM, EROFS: "check the permissions or choose another folder"
    case ENOENT, ENOTDIR: "check the name"
    case EISDIR: "name a file in it"
    case ENAMETOOLONG: "use a shorter name"
    default: "check the disk and run again"
    }
  }
}

/// Reading and writing whole files.
enum FileSystem {
  /// A plan larger than this is none; the largest known has 20 MB.
  static let sizeLimit = 1 << 30

  static func read(_ path: String) throws(FileSystemError) -> [UInt8] {
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
    var failure: FileSystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = .last }
        if got <= 0 { break }
        count += got
      }
    }
    if let failure { throw failure }
    return bytes
  }

  static func makeFolder(_ path: String) throws(FileSystemError) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      slash != path.startIndex
    else { throw .last }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .last }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The path without links and dots, or nil where it does not exist.
  static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// A file that appears whole under its name, or not at all.
///
/// Bytes go to a file beside it, which takes the name once all of them are on the disk.
final class AtomicFile {
  private let path: String
  private let temporaryPath: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  private static let bufferSize = 1 << 18

  init(path: String) throws(FileSystemError) {
    self.path = path
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[..<$0]) } ?? "."
    // The name does not repeat the target's, which may be as long as a name can be.
    temporaryPath = "\(folder)/.rodtrad-\(getpid())-\(UInt32.random(in: 0 ... .max)).part"
    descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .last }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(temporaryPath)
  }

  func write(_ bytes: [UInt8]) throws(FileSystemError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Gives the file its name.
  func commit() throws(FileSystemError) {
    try flush()
    let isSynced = fsync(descriptor) == 0 || errno == EINVAL
    guard isSynced else { throw .last }
    guard rename(temporaryPath, path) == 0 else { throw .last }
    close(descriptor)
    self.descriptor = -1
  }

  private func flush() throws(FileSystemError) {
    var offset = 0
    while offset < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .last }
      offset += written
    }
    buffer.removeAll(keepingCapacity: true)
  }
}
