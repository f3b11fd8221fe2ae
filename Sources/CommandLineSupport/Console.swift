// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import FileAccess
@preconcurrency internal import Glibc

/// Printing: data to standard output, messages to standard error.
package enum Console {
  /// Writes bytes to standard output, or says that it cannot and ends with 2.
  package static func writeData(_ bytes: [UInt8]) throws {
    try writeData(bytes[...])
  }

  /// Writes a part of bytes in the same way.
  package static func writeData(_ bytes: ArraySlice<UInt8>) throws {
    guard write(bytes, to: STDOUT_FILENO) else {
      message("rodtrad: standard output cannot be written; check where it leads")
      throw ExitCode(ExitStatus.failed)
    }
  }

  /// Writes one line for the person at the terminal; nothing in it can steer the terminal.
  package static func message(_ text: String) {
    write(Array("\(withoutControls(text))\n".utf8)[...], to: STDERR_FILENO)
  }

  /// Writes codes that steer the terminal; the caller sees to it that nothing else is in them.
  package static func control(_ text: String) {
    write(Array(text.utf8)[...], to: STDERR_FILENO)
  }

  /// Whether standard output is a terminal that wants colour (https://no-color.org).
  package static var wantsColour: Bool {
    isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
      && getenv("TERM").map { String(cString: $0) } != "dumb"
  }

  /// The text with control and direction characters shown as "?", since file names and documents
  /// may hold any.
  package static func withoutControls(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isControl(scalar) ? "?" : scalar) }
    return String(result)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @discardableResult
  private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Bool {
    (try? ByteStream.write(bytes, to: descriptor)) != nil
  }
}
