// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess

/// Reads and writes single files for the command line.
public enum WholeFile {
  /// The bytes of a file, or a failure that says why it cannot be read.
  public static func bytes(of path: String) throws(ConversionFailure) -> [UInt8] {
    try PlanConverter.bytes(ofFile: path)
  }

  /// Whether a path leads to one of some files, which are asked for only where it leads anywhere.
  public static func isOne(of files: @autoclosure () -> [String], _ path: String) -> Bool {
    guard let real = FileSystem.realPath(path) else { return false }
    return files().contains { FileSystem.realPath($0) == real }
  }

  /// Writes a file, which appears whole under its name or not at all.
  ///
  /// What is there and is no regular file, such as `/dev/null` or a pipe, is written to as it is: a new
  /// file in its place would take it from everybody else.
  ///
  /// - Throws: ``ConversionFailure`` that names the file and what to do.
  public static func write(_ bytes: [UInt8], to path: String) throws(ConversionFailure) {
    do {
      guard !FileSystem.isDevice(path) else { return try FileSystem.write(bytes, toDevice: path) }
      let file = try AtomicFile(path: path)
      try file.write(bytes)
      try file.commit()
    } catch {
      throw .unwritable(path, error)
    }
  }
}
