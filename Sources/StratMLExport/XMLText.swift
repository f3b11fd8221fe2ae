// SPDX-License-Identifier: GPL-2.0-or-later

/// Texts as XML 1.0 can hold them.
enum XMLText {
  /// U+FFFD, which stands for a character that XML lacks.
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Appends UTF-8 text with the signs of markup as references.
  ///
  /// `>` too, since `]]>` must not stand in a text; and a CR, which a reader would take for a line
  /// feed. Control characters but tab and line feed, and U+FFFE and U+FFFF, become U+FFFD: XML has no
  /// way to write them, not even as references.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var runStart = 0
    var offset = 0
    while offset < text.count {
      let length = lengthOfSpecial(in: text, at: offset)
      guard length > 0 else {
        offset += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<offset]))
      appendReplacement(of: text[offset], to: &bytes)
      offset += length
      runStart = offset
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  /// How many bytes the character takes that cannot stand as it is; 0 where it can.
  private static func lengthOfSpecial(
    in text: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> Int {
    switch text[offset] {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): 1
    case 0x09, 0x0A: 0
    case 0x00..<0x20: 1
    // Text of a String is valid UTF-8, so that two bytes follow.
    case 0xEF where text[offset + 1] == 0xBF && text[offset + 2] >= 0xBE: 3
    default: 0
    }
  }

  private static func appendReplacement(of byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
    case 0x0D: bytes.append(contentsOf: "&#13;".utf8)
    default: bytes.append(contentsOf: replacement)
    }
  }
}
