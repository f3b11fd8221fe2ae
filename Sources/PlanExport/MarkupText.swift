// SPDX-License-Identifier: GPL-2.0-or-later

/// What the markup languages that plans are written in have in common.
package enum MarkupText {
  /// Appends UTF-8 text, with something else in place of the characters that a language cannot hold as
  /// they are.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - bytes: Where it goes.
  ///   - special: How many bytes the character at an offset takes that cannot stand as it is; 0 where
  ///     it can.
  ///   - replacement: What stands for such a character, by its first byte.
  @inlinable
  package static func append(
    _ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8],
    special: (UnsafeBufferPointer<UInt8>, Int) -> Int,
    replacement: (UInt8) -> StaticString = Self.replacement
  ) {
    var runStart = 0
    var offset = 0
    while offset < text.count {
      let length = special(text, offset)
      guard length > 0 else {
        offset += 1
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<offset]))
      replacement(text[offset]).withUTF8Buffer { bytes.append(contentsOf: $0) }
      offset += length
      runStart = offset
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  /// A reference for a sign of markup, by its first byte, or U+FFFD for what has none.
  @inlinable
  package static func replacement(of byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"
    }
  }
}
