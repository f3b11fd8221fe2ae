// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanExport

/// Texts as XML 1.0 can hold them.
enum XMLText {
  /// Appends UTF-8 text with the signs of markup as references.
  ///
  /// `>` too, since `]]>` must not stand in a text; and a CR, which a reader would take for a line
  /// feed. Control characters but tab and line feed, and U+FFFE and U+FFFF, become U+FFFD: XML has no
  /// way to write them, not even as references.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    MarkupText.append(text, to: &bytes, special: lengthOfSpecial) { byte in
      byte == 0x0D ? "&#13;" : MarkupText.replacement(of: byte)
    }
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
}
