// SPDX-License-Identifier: GPL-2.0-or-later

/// A zlib stream of a short text over and over: what a compressed bomb is made of.
///
/// It uses the fixed codes of deflate (RFC 1951, 3.2.6): the text as literals, and then copies of the
/// longest length from one text back, 13 to 15 bits for 258 bytes.
struct RepeatingDeflate {
  /// The stream; a reader that checks the sum at its end finds it wrong.
  private(set) var bytes: [UInt8] = [0x78, 0x01]
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0

  /// Distances with the code and the extra bits that stand for them (RFC 1951, 3.2.5).
  private static let distances: [Int: (code: UInt32, extraBits: UInt32, extra: UInt32)] = [
    1: (0, 0, 0), 2: (1, 0, 0), 4: (3, 0, 0), 8: (5, 1, 1), 13: (7, 2, 0), 16: (7, 2, 3),
  ]

  /// Compresses `text`, of 1, 2, 4, 8, 13 or 16 bytes, over and over to some `byteCount` bytes.
  init?(_ text: [UInt8], after prefix: [UInt8] = [], byteCount: Int) {
    guard let distance = Self.distances[text.count] else { return nil }
    append(0b011, count: 3)
    for byte in prefix + text { appendLiteral(UInt32(byte)) }
    // Eight copies take as many whole bytes as one takes bits, whatever stands before them.
    let start = bytes.count
    for _ in 0..<16 {
      // 285, the length 258.
      appendCode(0b1100_0101, count: 8)
      appendCode(distance.code, count: 5)
      append(distance.extra, count: distance.extraBits)
    }
    let period = bytes[start...].suffix(13 + Int(distance.extraBits))
    for _ in 0..<(byteCount / 258 / 8) { bytes += period }
    appendCode(0, count: 7)
    append(0, count: 7)
  }

  private mutating func appendLiteral(_ byte: UInt32) {
    if byte < 144 {
      appendCode(0b0011_0000 + byte, count: 8)
    } else {
      appendCode(0b1_1001_0000 + byte - 144, count: 9)
    }
  }

  /// Adds bits, the lowest first.
  private mutating func append(_ value: UInt32, count: UInt32) {
    bits |= value << bitCount
    bitCount += count
    while bitCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }

  /// Adds a Huffman code, the highest bit first.
  private mutating func appendCode(_ code: UInt32, count: UInt32) {
    for shift in (0..<count).reversed() { append(code >> shift & 1, count: 1) }
  }
}
