// SPDX-License-Identifier: GPL-2.0-or-later

internal import ContentDigests

/// Names the outputs so that no two inputs share one.
///
/// A plan's output keeps the input's path below the folder that was named, without its suffix. Where
/// two would be the same, also but for case, the suffix stays; where that is not enough, a number
/// follows. A name that would be too long for a file with ".json" after it is cut, and ends in a
/// part of its digest.
public struct OutputNames: Sendable {
  /// Names that the run's own files have in the output folder.
  private static let reserved: Set<String> = [
    "run", "comparison", "datapackage", "csv-metadata",
  ]

  /// The names, one for each input in order, without ".json"; "forskola-2022/input".
  public static func names(for relativePaths: [String]) -> [String] {
    let bare = relativePaths.map { withoutSuffix($0) }
    var counts: [[UInt8]: Int] = [:]
    for name in bare { counts[key(name), default: 0] += 1 }
    var taken: Set<[UInt8]> = []
    return zip(relativePaths, bare).map { path, name in
      let isShared = (counts[key(name)] ?? 0) > 1 || reserved.contains(name.lowercased())
      let wanted = isShared ? path : name
      var candidate = fitting(wanted)
      var number = 1
      while !taken.insert(key(candidate)).inserted || (number > 1 && counts[key(candidate)] != nil)
      {
        number += 1
        candidate = fitting("\(wanted)-\(number)")
      }
      return candidate
    }
  }

  /// What file systems of Linux take for one name, in bytes (`NAME_MAX`).
  private static let longestName = 255
  /// As many digits as keep a thousand long names apart but for one chance in ten thousand.
  private static let digestDigits = 8

  private static func fitting(_ path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
    let room = longestName - ".json".utf8.count
    guard name.count > room else { return path }
    let digest = sha256(of: Array(path.utf8)).prefix(digestDigits)
    var cut = path
    while cut.utf8.count > path.utf8.count - name.count + room - digestDigits - 1 {
      cut.unicodeScalars.removeLast()
    }
    return "\(cut)~\(digest)"
  }

  /// Whether a file of this name, in small letters, is one that the run itself writes.
  static func isReserved(_ fileName: String) -> Bool {
    fileName.hasSuffix(".json") && reserved.contains(String(fileName.dropLast(5)))
  }

  private static func withoutSuffix(_ path: String) -> String {
    let lowered = path.lowercased()
    guard lowered.hasSuffix(".pdf") || lowered.hasSuffix(".txt"),
      !lowered.hasSuffix("/.pdf"), !lowered.hasSuffix("/.txt"), path.utf8.count > 4
    else { return path }
    return String(path.dropLast(4))
  }

  /// Bytes, because strings that differ only in normalization are equal; small letters, because
  /// some file systems do not tell them from capitals.
  private static func key(_ name: String) -> [UInt8] { Array(name.lowercased().utf8) }
}
