// SPDX-License-Identifier: GPL-2.0-or-later

/// Texts as the XML of a workbook can hold them.
///
/// Characters that XML lacks are written as `_xHHHH_`, which every reader of workbooks turns back
/// (`ST_Xstring` of ECMA-376, part 1, 22.9.2.19); where a text has these very characters printed,
/// its underscore is written so.
enum CellText {
  /// The text in parts, at least one, which joined are the text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - limit: The most UTF-16 code units that a part has when written.
  /// - Returns: As few parts as it takes, with escapes.
  static func parts(of text: String, limit: Int) -> [String] {
    // No text has more code units in UTF-16 than in UTF-8.
    if text.utf8.count <= limit, !needsEscapes(text) { return [text] }
    var parts: [String] = []
    var part = ""
    var length = 0
    for scalar in escapedScalars(of: text) {
      let size = scalar.utf16.count
      if length + size > limit, length > 0 {
        parts.append(part)
        part = ""
        length = 0
      }
      part += scalar
      length += size
    }
    return parts + [part]
  }

  private static func needsEscapes(_ text: String) -> Bool {
    var former: UInt8 = 0
    for byte in text.utf8 {
      // "_x" may begin what looks like an escape, EF BF the two last code points of the plane.
      if isForbidden(byte) || (former == UInt8(ascii: "_") && byte == UInt8(ascii: "x"))
        || (former == 0xEF && byte == 0xBF)
      {
        return true
      }
      former = byte
    }
    return false
  }

  /// Whether a control character is none that XML takes, or one that its readers change (CR).
  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != UInt8(ascii: "\t") && byte != UInt8(ascii: "\n")
  }

  private static func escapedScalars(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.map { index in
      let scalar = scalars[index]
      let isForbidden =
        (scalar.isASCII && isForbidden(UInt8(truncatingIfNeeded: scalar.value)))
        || scalar.value == 0xFFFE || scalar.value == 0xFFFF
      let isEscape = scalar == "_" && looksLikeEscape(scalars[index...])
      return isForbidden || isEscape ? escape(of: scalar) : String(scalar)
    }
  }

  private static func looksLikeEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let head = scalars.prefix(7).map { Character($0) }
    return head.count == 7 && head[1] == "x" && head[6] == "_"
      && head[2...5].allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  private static func escape(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.utf8.count) + digits + "_"
  }
}
