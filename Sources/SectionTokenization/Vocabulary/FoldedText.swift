// SPDX-License-Identifier: GPL-2.0-or-later

/// Text as it is compared: lower case, without a colon or full stop at the end.
///
/// Only the letters that Swedish uses are folded (ASCII and Latin-1), which is what the labels of a
/// plan are made of.
package struct FoldedText: Hashable, Sendable {
  package let utf8: [UInt8]

  package init(_ text: some StringProtocol) {
    self.init(utf8: Array(text.utf8))
  }

  package init(utf8 bytes: [UInt8]) {
    var folded = bytes
    folded.removeLast(bytes.count - bytes.withUnsafeBufferPointer(Self.count))
    Self.fold(&folded)
    utf8 = folded
  }

  /// How many bytes of a text are left without what is not compared at its end.
  package static func count(of utf8: UnsafeBufferPointer<UInt8>) -> Int {
    var count = utf8.count
    while count > 0, isIgnoredAtEnd(utf8[count - 1]) { count -= 1 }
    return count
  }

  private static func isIgnoredAtEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: " ")
  }

  package func hash(into hasher: inout Hasher) {
    // All bytes at once: one by one takes ten times as long.
    utf8.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  /// Lowers the case in place; lengths stay the same.
  static func fold(_ bytes: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x41 && byte <= 0x5A {
        bytes[index] = byte | 0x20
      } else if byte == 0xC3, index + 1 < bytes.count {
        let next = bytes[index + 1]
        // À–Þ (U+00C0–U+00DE) but the multiplication sign (U+00D7).
        if next >= 0x80 && next <= 0x9E && next != 0x97 { bytes[index + 1] = next + 0x20 }
        index += 1
      }
      index += 1
    }
  }
}

/// Lower case of one byte of UTF-8, given the byte before it; the fold of ``FoldedText``.
@inlinable @inline(__always)
package func foldedByte(_ byte: UInt8, after previous: UInt8) -> UInt8 {
  if byte >= 0x41 && byte <= 0x5A { return byte | 0x20 }
  if previous == 0xC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 { return byte + 0x20 }
  return byte
}
