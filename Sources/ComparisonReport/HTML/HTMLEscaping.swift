// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanExport

/// Makes texts harmless in HTML, both between tags and in a quoted attribute.
enum HTMLEscaping {
  /// Appends UTF-8 text with the signs of markup as references.
  ///
  /// Control characters, which HTML forbids, and the characters that turn the direction of the text
  /// after them (U+202A–202E, U+2066–2069), which could reach out of their element, become U+FFFD.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    MarkupText.append(text, to: &bytes, special: lengthOfSpecial)
  }

  /// How many bytes the character takes that cannot stand as it is; 0 where it can.
  @inline(__always)
  private static func lengthOfSpecial(
    in text: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> Int {
    switch text[offset] {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      1
    case 0x09, 0x0A: 0
    case 0x00..<0x20, 0x7F: 1
    case 0xC2 where text[offset + 1] < 0xA0: 2
    case 0xE2 where turnsDirection(text[offset + 1], text[offset + 2]): 3
    case 0xEF where isNoncharacter(text[offset + 1], text[offset + 2]): 3
    default: 0
    }
  }

  /// Whether U+202A–202E or U+2066–2069, told by the bytes after 0xE2.
  private static func turnsDirection(_ second: UInt8, _ third: UInt8) -> Bool {
    (second == 0x80 && (0xAA...0xAE).contains(third))
      || (second == 0x81 && (0xA6...0xA9).contains(third))
  }

  /// Whether U+FDD0–FDEF, U+FFFE or U+FFFF, told by the bytes after 0xEF.
  private static func isNoncharacter(_ second: UInt8, _ third: UInt8) -> Bool {
    (second == 0xB7 && (0x90...0xAF).contains(third)) || (second == 0xBF && third >= 0xBE)
  }
}
