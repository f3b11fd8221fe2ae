// SPDX-License-Identifier: GPL-2.0-or-later

/// The way from one place to another in the tree of files.
enum RelativePath {
  /// The path to `file`, as seen from `folder`; both absolute, without links and dots.
  static func path(to file: String, from folder: String) -> String {
    let target = file.split(separator: "/").map(PathKey.init(_:))
    let start = folder.split(separator: "/").map(PathKey.init(_:))
    let common = zip(target, start).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: start.count - common)
    return (up + target.dropFirst(common).map(\.path)).joined(separator: "/")
  }
}
