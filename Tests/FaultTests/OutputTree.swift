// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport

/// What a run gave, byte by byte: all of its folder but its record, which tells times, and its
/// private files.
struct OutputTree {
  fileprivate let files: [String: [UInt8]]

  init(of output: String = "out", in folder: TemporaryFolder) throws {
    let names = try folder.fileNames(in: output).filter {
      $0 != "run.json" && !$0.hasPrefix(".rodtrad/")
    }
    files = Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try folder.bytes(of: "\(output)/\($0)")) })
  }

  var isEmpty: Bool { files.isEmpty }

  /// The files that the other has not, or otherwise.
  func differences(from other: OutputTree) -> [String] {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
  }
}

extension OutputTree {
  /// Whether a file of that name has these bytes.
  func holds(_ bytes: [UInt8], as name: String) -> Bool { files[name] == bytes }
}
