// SPDX-License-Identifier: GPL-2.0-or-later

/// The address of a file beside or below the report, or above it.
///
/// It cannot lead anywhere else, whatever the file is called: every character but letters, digits
/// and a few signs of ASCII is percent-encoded, so that no part of a name is taken for a scheme
/// (`javascript:`), a host (`//`), a query or a fragment.
struct RelativeLink: Sendable, Hashable {
  /// The address as `href` takes it.
  let address: String

  /// The address of a page in a PDF.
  ///
  /// - Parameters:
  ///   - page: Counted from 1.
  ///   - path: The way from the folder of the report to the file, with `/` between its parts.
  init(toPage page: Int, ofFile path: String) {
    self.init(toFile: path, fragment: "#page=\(page)")
  }

  /// The address of a file.
  ///
  /// - Parameter path: The way from the folder of the report to the file, with `/` between its parts.
  init(toFile path: String) {
    self.init(toFile: path, fragment: "")
  }

  private init(toFile path: String, fragment: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    // The dot in front keeps a first part with a colon from being a scheme even if it were not encoded.
    address = "./" + parts.map(Self.encoded).joined(separator: "/") + fragment
  }

  private static func encoded(_ part: Substring) -> String {
    var text = ""
    for byte in part.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += byte < 0x10 ? "%0" : "%"
        text += String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }
}
