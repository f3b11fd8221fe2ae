// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
public import PlanModel

/// Finds the files again that plans were read from, for links to them.
public struct SourcePaths: Sendable {
  private let pathsByName: [String: [String]]

  /// Creates a finder that looks among files.
  public init(among paths: [String]) {
    pathsByName = Dictionary(grouping: paths) { path in
      path.split(separator: "/").last.map(String.init) ?? path
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
    let paths = pathsByName[source.fileName] ?? []
    guard paths.count > 1 else { return paths.first }
    return paths.first { path in
      WholeFile.bytes(of: path).map { sha256(of: $0) } == source.sha256
    }
  }
}
