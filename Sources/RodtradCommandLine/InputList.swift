// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import FileAccess
@preconcurrency internal import Glibc

/// A file with the names of inputs.
enum InputList {
  /// The paths in a file, or in standard input for "-".
  ///
  /// One a line; where the file holds a NUL, one before each NUL, as `find -print0` writes them.
  static func paths(in file: String) throws -> [String] {
    guard let bytes = bytes(of: file) else {
      Console.message("rodtrad: \(file): the list of inputs cannot be read; check the name")
      throw ExitCode(ExitStatus.failed)
    }
    let separator: UInt8 = bytes.contains(0) ? 0 : UInt8(ascii: "\n")
    return bytes.split(separator: separator).map { line in
      let isDOS = separator != 0 && line.last == UInt8(ascii: "\r")
      return String(decoding: isDOS ? line.dropLast() : line, as: UTF8.self)
    }.filter { !$0.isEmpty }
  }

  private static func bytes(of file: String) -> [UInt8]? {
    guard file == "-" else { return try? FileSystem.read(file) }
    var bytes: [UInt8] = []
    while let chunk = try? ByteStream.read(1 << 16, from: STDIN_FILENO) {
      guard !chunk.isEmpty else { return bytes }
      bytes += chunk
    }
    return nil
  }
}
