// SPDX-License-Identifier: GPL-2.0-or-later

/// The scalar at an offset of valid UTF-8, and its length in bytes.
///
/// A sequence that is cut off or wrong gives U+FFFD.
@inlinable @inline(__always)
public func decodeScalar(
  _ utf8: UnsafeBufferPointer<UInt8>, at offset: Int
) -> (scalar: Unicode.Scalar, width: Int) {
  let first = utf8[offset]
  if first < 0x80 { return (Unicode.Scalar(first), 1) }
  let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard offset + width <= utf8.count else { return ("\u{FFFD}", 1) }
  var value = UInt32(first) & (0xFF >> UInt32(width + 1))
  for index in 1..<width { value = value << 6 | UInt32(utf8[offset + index] & 0x3F) }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
}
