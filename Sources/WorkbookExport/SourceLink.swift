// SPDX-License-Identifier: GPL-2.0-or-later

/// The way from a workbook to a page of the PDF that a row was read from.
struct SourceLink {
  /// The path in the form of a URI, relative where the path is.
  private let target: String

  /// Creates links to a file.
  ///
  /// - Parameter path: The path from the workbook's folder, with slashes.
  init(path: String) {
    var target = ""
    for scalar in path.unicodeScalars {
      if Self.isPlain(scalar) {
        target.unicodeScalars.append(scalar)
      } else {
        for byte in String(scalar).utf8 {
          target += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }
      }
    }
    self.target = target
  }

  /// The link to a page, counted from 1, as libxlsxwriter takes it; nil where it is too long.
  func url(page: Int, limit: Int) -> String? {
    let url = "\(target)#page=\(page)"
    // The library counts bytes here, of which there are no fewer than characters.
    return url.utf8.count <= limit ? "external:\(url)" : nil
  }

  /// Whether a character stands for itself, in the path of a URI and for the library, which would
  /// take a colon for a drive and a percent sign for an escape.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "/", "-", ".", "_", "~": true
    // The two last code points of the plane are none that XML takes.
    default: !scalar.isASCII && scalar.value != 0xFFFE && scalar.value != 0xFFFF
    }
  }
}
