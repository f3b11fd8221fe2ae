// SPDX-License-Identifier: GPL-2.0-or-later

package import Foundation

/// A folder that is there for one test and goes with it.
package final class TemporaryFolder: Sendable {
  package let url: URL

  package var path: String { url.path }

  /// Makes an empty folder.
  package init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("rodtrad-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file, with the folders that it stands in.
  ///
  /// - Returns: Its path.
  @discardableResult
  package func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  /// Writes a file of UTF-8.
  @discardableResult
  package func write(_ text: String, to name: String) throws -> String {
    try write(text.utf8, to: name)
  }

  package func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: url.appendingPathComponent(name)))
  }

  package func text(of name: String) throws -> String {
    String(decoding: try bytes(of: name), as: UTF8.self)
  }

  /// The files that a run left in `out`, but for its private ones; sorted.
  package func outputs() throws -> [String] {
    try fileNames(in: "out").filter { !$0.hasPrefix(".rodtrad/") }
  }

  /// The paths of all files below a folder in this one, hidden ones too, sorted.
  package func fileNames(in subfolder: String = "") throws -> [String] {
    let root = url.appendingPathComponent(subfolder)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: root.appendingPathComponent(name).path, isDirectory: &isFolder)
      return !exists || !isFolder.boolValue
    }.sorted()
  }
}
