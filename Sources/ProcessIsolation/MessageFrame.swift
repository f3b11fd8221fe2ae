// SPDX-License-Identifier: GPL-2.0-or-later

/// A message on a stream: eight bytes of length, little-endian, and then as many bytes.
enum MessageFrame {
  static let headerSize = 8

  /// The bytes of a message on the stream.
  static func bytes(of message: [UInt8]) -> [UInt8] {
    let count = UInt64(message.count)
    return (0..<headerSize).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) } + message
  }

  /// The length that a header tells, or nil where it is cut short or tells more than `limit`.
  static func length(header: some Collection<UInt8>, limit: Int) -> Int? {
    guard header.count == headerSize else { return nil }
    let length = header.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return length <= UInt64(limit) ? Int(length) : nil
  }
}
