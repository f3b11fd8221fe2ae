// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess

/// Reads small files for the command line.
public enum WholeFile {
  /// The bytes of a file, or nil where it cannot be read.
  public static func bytes(of path: String) -> [UInt8]? {
    try? FileSystem.read(path)
  }
}
