// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// The bytes of a string that JSON demands to be escaped (RFC 8259, section 7).
enum JSONEscapes {
  @inline(__always)
  static func among(_ bytes: SixteenBytes) -> SixteenBytes.Subset {
    bytes.within(0...0x1F) | bytes.equal(to: UInt8(ascii: "\""))
      | bytes.equal(to: UInt8(ascii: "\\"))
  }

  static func contains(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }
}
