// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess

/// An input of a run with what is known of it before it is opened.
struct RunInput {
  /// The path to open it by, as the user sees it.
  let path: String
  /// The path from the output folder, by which the journal knows it.
  let file: String
  /// The plan's name in the tables, and its output's name without ".json".
  let planID: String
  /// The file as it was when the run began; nil where it was gone already.
  let stamp: FileStamp?

  /// The inputs with the names of their outputs.
  static func inputs(of files: [InputFile], seenFrom folder: RunFolder) -> [RunInput] {
    let names = OutputNames.names(for: files.map(\.relativePath))
    return zip(files, names).map { file, name in
      RunInput(
        path: file.path, file: self.file(of: file.path, seenFrom: folder), planID: name,
        stamp: FileStamp(path: file.path))
    }
  }

  /// The path from the output folder to a file, which itself may be a link.
  static func file(of path: String, seenFrom folder: RunFolder) -> String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    // A parent that is not there has no real path; the name as given tells enough then.
    guard let realParent = FileSystem.realPath(parent) else { return path }
    let real = "\(realParent)/\(PlanConverter.fileName(of: path))"
    return RelativePath.path(to: real, from: folder.realPath)
  }
}
