// SPDX-License-Identifier: GPL-2.0-or-later

internal import CZlib

/// A plan's JSON document as the archive keeps it: packed by zlib (RFC 1950), so that any program can
/// give it back byte for byte.
enum PackedDocument {
  /// Documents of the corpus have 0.2 MB; what claims more than this is none.
  private static let greatestByteCount = 1 << 30
  /// zlib's own scale from 1 to 9.
  private static let level: Int32 = 6

  /// The packed bytes; nil where there is no memory for them.
  static func packed(_ bytes: [UInt8]) -> [UInt8]? {
    var count = compressBound(uLong(bytes.count))
    var packed = [UInt8](repeating: 0, count: Int(count))
    guard compress2(&packed, &count, bytes, uLong(bytes.count), level) == Z_OK else { return nil }
    packed.removeLast(packed.count - Int(count))
    return packed
  }

  /// The bytes that were packed; nil where these are not `byteCount` bytes that zlib has packed.
  static func bytes(from packed: [UInt8], byteCount: Int) -> [UInt8]? {
    guard (0...greatestByteCount).contains(byteCount) else { return nil }
    var count = uLong(byteCount)
    // A byte more, since zlib takes no room of none.
    var bytes = [UInt8](repeating: 0, count: byteCount + 1)
    guard uncompress(&bytes, &count, packed, uLong(packed.count)) == Z_OK,
      Int(count) == byteCount
    else { return nil }
    bytes.removeLast()
    return bytes
  }
}
