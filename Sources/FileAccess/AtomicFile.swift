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

  private static let bufferSize = 1 << 18

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
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Gives the file its name.
  package func commit() throws(FileSystemError) {
    try flush()
    let isSynced = fsync(descriptor) == 0 || errno == EINVAL
    guard isSynced else { throw .last }
    guard rename(temporaryPath, path) == 0 else { throw .last }
    close(descriptor)
    self.descriptor = -1
  }

  private func flush() throws(FileSystemError) {
    try ByteStream.write(buffer, to: descriptor)
    buffer.removeAll(keepingCapacity: true)
  }
}
