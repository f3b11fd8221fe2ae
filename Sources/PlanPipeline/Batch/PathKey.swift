// SPDX-License-Identifier: GPL-2.0-or-later

/// A path that equals another only where all bytes do.
///
/// `String` takes "ö" in one code point for "ö" in two; the file system does not.
struct PathKey: Hashable {
  let path: String

  init(_ path: some StringProtocol) {
    self.path = String(path)
  }

  static func == (one: Self, other: Self) -> Bool {
    one.path.utf8.elementsEqual(other.path.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var path = path
    path.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
