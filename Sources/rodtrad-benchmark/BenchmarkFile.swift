// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// A file whose bytes are in memory, so that no disk is measured.
struct BenchmarkFile {
  let path: String
  let bytes: [UInt8]

  var isPDF: Bool { path.hasSuffix(".pdf") }

  init(path: String) throws(BenchmarkError) {
    guard let stream = fopen(path, "rb") else { throw .unreadable(path) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, stream)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    guard !bytes.isEmpty else { throw .unreadable(path) }
    self.path = path
    self.bytes = bytes
  }
}
