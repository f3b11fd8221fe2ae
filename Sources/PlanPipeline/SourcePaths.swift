// SPDX-License-Identifier: GPL-2.0-or-later

internal import ContentDigests
internal import FileAccess
public import PlanModel

/// Finds the files again that plans were read from, for links to them.
public struct SourcePaths: Sendable {
  private let pathsByName: [String: [String]]
  /// Files that share their name with another, by their names and their SHA-256.
  private let pathsByDigest: [String: [String: String]]

  /// Creates a finder that looks among files.
  public init(among paths: [String]) {
    pathsByName = Dictionary(grouping: paths) { path in
      path.split(separator: "/").last.map(String.init) ?? path
    }
    // Each is read once here, and not once for each plan that asks.
    pathsByDigest = pathsByName.filter { $0.value.count > 1 }.mapValues { paths in
      let digests = paths.compactMap { path in
        (try? FileSystem.read(path)).map { (sha256(of: $0), path) }
      }
      return Dictionary(digests, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The way from a folder to the file that a plan was read from.
  ///
  /// Files are told by their names, and those that share a name by their bytes. A file that is not
  /// among those given, as that of a plan converted before, is taken to lie in the folder.
  ///
  /// - Parameters:
  ///   - source: What the plan says of its file.
  ///   - folder: A folder that exists.
  /// - Returns: A path with `/` between its parts.
  public func path(to source: SourceFile, from folder: String) -> String {
    guard let path = path(to: source), let target = FileSystem.realPath(path),
      let start = FileSystem.realPath(folder)
    else { return source.fileName }
    return RelativePath.path(to: target, from: start)
  }

  private func path(to source: SourceFile) -> String? {
    guard let digests = pathsByDigest[source.fileName] else {
      return pathsByName[source.fileName]?.first
    }
    return digests[source.sha256]
  }
}
