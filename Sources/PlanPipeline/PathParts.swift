// SPDX-License-Identifier: GPL-2.0-or-later

/// The names that a path goes through.
enum PathParts {
  /// The names in order, without empty ones.
  ///
  /// By bytes: a name that begins with a combining mark makes one `Character` with the slash before
  /// it, and splitting by characters would pass that slash over.
  static func of(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }
}
