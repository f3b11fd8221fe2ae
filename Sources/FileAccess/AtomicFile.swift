// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// A file that appears whole under its name, or not at all.
///
/// Bytes go to a file elsewhere on the same file system, which takes the name once all of them are
/// on the disk. One that is let go before that leaves nothing.
package final class AtomicFile {
  private let path: String
  private let temporaryPath: String
  private var descriptor: Int32
  private var buffer: [UInt8] = []

  private static let bufferSize = 1 << 16

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: The name that it gets in the end.
  ///   - folder: Where it lies until then, or nil for the folder of `path`.
  /// - Throws: ``FileSystemError`` where no file can be made there.
  package init(path: String, temporaryFolder folder: String? = nil) throws(FileSystemError) {
    self.path = path
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = folder ?? slash.map { String(path[..<$0]) } ?? "."
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

  /// Adds bytes at the end.
  package func write(_ bytes: [UInt8]) throws(FileSystemError) {
    try write(bytes[...])
  }

  /// Adds a part of bytes at the end.
  package func write(_ bytes: ArraySlice<UInt8>) throws(FileSystemError) {
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    // What is large gains nothing from a copy.
    guard bytes.count < Self.bufferSize else {
      return try ByteStream.write(bytes, to: descriptor)
    }
    buffer.append(contentsOf: bytes)
  }

  /// Gives the file its name.
  package func commit() throws(FileSystemError) {
    try flush()
    try Self.commit(descriptor, temporaryPath, as: path)
    close(descriptor)
    self.descriptor = -1
  }

  /// Gives a whole file, which something else has written, the name `path` on the same file system.
  package static func move(_ temporaryPath: String, to path: String) throws(FileSystemError) {
    let descriptor = open(temporaryPath, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try commit(descriptor, temporaryPath, as: path)
  }

  private static func commit(
    _ descriptor: Int32, _ temporaryPath: String, as path: String
  ) throws(FileSystemError) {
    let isSynced = fsync(descriptor) == 0 || errno == EINVAL
    guard isSynced else { throw .last }
    guard rename(temporaryPath, path) == 0 else { throw .last }
  }

  private func flush() throws(FileSystemError) {
    try ByteStream.write(buffer, to: descriptor)
    buffer.removeAll(keepingCapacity: true)
  }
}
