// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// Whole reads and writes on an open descriptor, which the system's calls may do in parts.
package enum ByteStream {
  /// Writes all bytes.
  package static func write(
    _ bytes: borrowing [UInt8], to descriptor: Int32
  ) throws(FileSystemError) {
    var offset = 0
    let count = bytes.count
    while offset < count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, count - offset)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .last }
      offset += written
    }
  }

  /// The next bytes: `size` of them, or fewer where the stream ends before.
  package static func read(
    _ size: Int, from descriptor: Int32
  ) throws(FileSystemError) -> [UInt8] {
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
}
