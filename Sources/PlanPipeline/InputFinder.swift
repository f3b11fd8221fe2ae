// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
@preconcurrency internal import Glibc

/// A file to convert.
public struct InputFile: Sendable, Hashable {
  /// The path to open it by.
  public let path: String
  /// The path below the folder that was named, or the file's own name; used to name outputs.
  public let relativePath: String
  /// Whether the file was named itself, and not only a folder that it lies in.
  public internal(set) var isNamed = false
}

/// An input that could not be used, with the reason.
public struct InputProblem: Sendable, Hashable {
  /// The path that was asked for or found.
  public let path: String
  /// Why it cannot be used.
  public let failure: ConversionFailure
}

/// Finds the files to convert: those that are named, and the plans in folders that are named.
public struct InputFinder: Sendable {
  private static let sourceSuffixes = [".pdf", ".txt"]
  /// Deeper folders are loops or nothing that holds plans.
  private static let depthLimit = 64

  /// What was found, in an order that does not depend on the file system.
  public struct Findings: Sendable {
    /// What to convert, in order.
    public var files: [InputFile] = []
    /// What cannot be used.
    public var problems: [InputProblem] = []
  }

  private let suffixes: [String]

  /// Creates a finder of files to convert, and of plans converted before where these are asked for.
  public init(includingConverted: Bool = false) {
    suffixes = Self.sourceSuffixes + (includingConverted ? [".json"] : [])
  }

  /// The files that the arguments name, sorted within each folder by the bytes of their paths.
  public func files(for arguments: [String]) -> Findings {
    var findings = Findings()
    for argument in arguments {
      if argument.isEmpty {
        findings.problems.append(
          problem(argument, "no-such-file", "the name is empty", "name a file or a folder"))
      } else if FileSystem.isFolder(argument) {
        addFolder(argument, to: &findings)
      } else if FileSystem.exists(argument) {
        findings.files.append(
          InputFile(
            path: argument, relativePath: PlanConverter.fileName(of: argument), isNamed: true))
      } else {
        findings.problems.append(
          problem(argument, "no-such-file", "there is no such file or folder", "check the name"))
      }
    }
    findings.files = once(findings.files)
    return findings
  }

  /// A file that is named twice, or by its folder and by itself, is converted once.
  private func once(_ files: [InputFile]) -> [InputFile] {
    guard files.count > 1 else { return files }
    var places: [[UInt8]: Int] = [:]
    var kept: [InputFile] = []
    for file in files {
      let path = Array((FileSystem.realPath(file.path) ?? file.path).utf8)
      if let place = places[path] {
        if file.isNamed { kept[place].isNamed = true }
      } else {
        places[path] = kept.count
        kept.append(file)
      }
    }
    return kept
  }

  private func addFolder(_ folder: String, to findings: inout Findings) {
    var found = Findings()
    walk(folder, root: FileSystem.realPath(folder) ?? folder, below: "", depth: 0, &found)
    found.files.sort { precedes($0.relativePath, $1.relativePath) }
    if found.files.isEmpty, found.problems.isEmpty {
      found.problems.append(
        problem(
          folder, "no-plans-in-folder", "the folder holds no \(suffixList) files",
          "name the folder that the plans are in"))
    }
    findings.files += found.files
    findings.problems += found.problems
  }

  private func walk(
    _ folder: String, root: String, below relative: String, depth: Int, _ found: inout Findings
  ) {
    guard depth < Self.depthLimit, let entries = FileSystem.entries(in: folder) else {
      found.problems.append(
        problem(
          folder, "unreadable-folder", "the folder cannot be read",
          "check its permissions"))
      return
    }
    // Names that begin with a dot are the file system's own business, "._plan.pdf" among them.
    for entry in entries where !entry.name.hasPrefix(".") {
      let name = entry.name
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      guard entry.isUTF8 else {
        found.problems.append(
          problem(path, "unreadable-file", "the name is not UTF-8", "rename it"))
        continue
      }
      let relativePath = relative.isEmpty ? name : "\(relative)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0 else {
        found.problems.append(
          problem(path, "unreadable-file", "the name cannot be looked up", "rename the file"))
        continue
      }
      let isLink = status.st_mode & S_IFMT == S_IFLNK
      if isLink, !stays(path, inside: root, &status) {
        if hasPlanSuffix(name) {
          found.problems.append(badLink(path))
        }
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFDIR where !isLink:
        walk(path, root: root, below: relativePath, depth: depth + 1, &found)
      case S_IFREG where hasPlanSuffix(name):
        found.files.append(InputFile(path: path, relativePath: relativePath))
      case S_IFDIR, S_IFREG:
        break
      default:
        guard hasPlanSuffix(name) else { continue }
        found.problems.append(
          problem(path, "not-a-file", "the name belongs to a device or a pipe", "leave it out"))
      }
    }
  }

  private var suffixList: String {
    (suffixes.dropLast().joined(separator: ", ") + " or ") + (suffixes.last ?? "")
  }

  private func badLink(_ path: String) -> InputProblem {
    FileSystem.realPath(path) == nil
      ? problem(
        path, "no-such-file", "the link leads nowhere", "take the link away or mend it")
      : problem(
        path, "link-leaves-folder", "the link leads out of the folder",
        "name the file that it leads to")
  }

  private func stays(_ path: String, inside root: String, _ status: inout stat) -> Bool {
    guard let target = FileSystem.realPath(path), target.utf8.starts(with: "\(root)/".utf8) else {
      return false
    }
    return stat(path, &status) == 0
  }

  private func hasPlanSuffix(_ name: String) -> Bool {
    let lowered = name.lowercased()
    guard suffixes.contains(where: lowered.hasSuffix) else { return false }
    // Files of the run itself are no plans.
    return !OutputNames.isReserved(lowered)
  }

  private func problem(
    _ path: String, _ code: String, _ fact: String, _ advice: String
  ) -> InputProblem {
    InputProblem(path: path, failure: ConversionFailure(code: code, fact: fact, advice: advice))
  }
}

/// Byte order, which does not depend on a locale and tells NFC from NFD.
func precedes(_ one: String, _ other: String) -> Bool {
  one.utf8.lexicographicallyPrecedes(other.utf8)
}
