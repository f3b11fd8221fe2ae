// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Eight bytes of a text as one number, the first one lowest; behind the text's end they are 0.
///
/// What is told of them is told by marks: the high bit of each byte.
struct TextEight {
  let bytes: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private init(_ bytes: UInt64) { self.bytes = bytes }

  /// Takes the bytes at an offset of a text, as many as are left.
  @inline(__always)
  init(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int) {
    let text = UnsafeRawBufferPointer(utf8)
    if let eight = EightBytes(text, at: offset) {
      bytes = eight.prefix(8)
    } else if text.count >= 8, let last = EightBytes(text, at: text.count - 8) {
      bytes = last.prefix(8) >> UInt64(8 * (offset + 8 - text.count))
    } else {
      bytes = Self.shortText(utf8, from: offset)
    }
  }

  /// The end of a text that has fewer than eight bytes.
  private static func shortText(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> UInt64 {
    var bytes: UInt64 = 0
    for byte in utf8[start...].reversed() { bytes = bytes << 8 | UInt64(byte) }
    return bytes
  }

  /// The letters and digits of ASCII.
  @inline(__always)
  var asciiWordMarks: UInt64 {
    // Without its high bit a byte cannot carry into the next one: a sum reaches the high bit for all
    // bytes from the first of a range, and the other one for those behind its last.
    let low = bytes & ~Self.highBits
    let small = low | Self.ones * 0x20
    let letters = (small &+ Self.ones * (0x80 - 0x61)) & ~(small &+ Self.ones * (0x80 - 0x7B))
    let digits = (low &+ Self.ones * (0x80 - 0x30)) & ~(low &+ Self.ones * (0x80 - 0x3A))
    return (letters | digits) & ~bytes & Self.highBits
  }

  /// The bytes of characters from U+0080 up.
  @inline(__always)
  var wideMarks: UInt64 { bytes & Self.highBits }

  /// The capitals of ASCII.
  @inline(__always)
  private var asciiCapitalMarks: UInt64 {
    let low = bytes & ~Self.highBits
    return (low &+ Self.ones * (0x80 - 0x41)) & ~(low &+ Self.ones * (0x80 - 0x5B)) & ~bytes
      & Self.highBits
  }

  /// The bytes 0x80 to 0x9F, which end the capitals of Latin-1, among others.
  @inline(__always)
  private var lowTrailMarks: UInt64 { wideMarks & ~(bytes << 1) & ~(bytes << 2) }

  /// The bytes that are a certain one.
  @inline(__always)
  func marks(of byte: UInt8) -> UInt64 {
    let difference = bytes ^ (Self.ones &* UInt64(byte))
    return ~((difference & ~Self.highBits &+ ~Self.highBits) | difference) & Self.highBits
  }

  /// The bytes of letters of U+00C0–U+00FF; nil where the eight have another character from U+0080
  /// up.
  @inline(__always)
  func latin1LetterMarks(after previous: UInt8, before next: UInt8) -> UInt64? {
    let leads = marks(of: 0xC3)
    let trails = leads << 8 | (previous == 0xC3 ? 0x80 : 0)
    // U+00D7 and U+00F7 are signs, and end in these bytes.
    let signs = marks(of: 0x97) | marks(of: 0xB7)
    let endsInSign = leads >> 63 != 0 && next | 0x20 == 0xB7
    return leads | trails & ~signs == wideMarks && !endsInSign ? wideMarks : nil
  }

  /// The first bytes, 1 to 8 of them; those after them count as 0.
  @inline(__always)
  func prefix(_ count: Int) -> UInt64 {
    bytes & (UInt64.max &>> (64 &- 8 &* UInt64(truncatingIfNeeded: count)))
  }

  /// The bytes in small letters, as ``foldedByte(_:after:)`` gives them.
  @inline(__always)
  func folded(after previous: UInt8) -> TextEight {
    guard lowTrailMarks == 0 else { return foldedByteByByte(after: previous) }
    return TextEight(bytes | (asciiCapitalMarks >> 2))
  }

  private func foldedByteByByte(after previous: UInt8) -> TextEight {
    var previous = previous
    var folded: UInt64 = 0
    for place in 0..<UInt64(8) {
      let byte = UInt8(truncatingIfNeeded: bytes >> (8 * place))
      folded |= UInt64(foldedByte(byte, after: previous)) << (8 * place)
      previous = byte
    }
    return TextEight(folded)
  }
}

/// Finds runs of bytes that belong together, such as those of words, eight bytes at a time.
enum TextRuns {
  /// Calls `body` with the place of each run.
  ///
  /// - Parameters:
  ///   - utf8: The text.
  ///   - range: The part of it that is looked at, in bytes.
  ///   - marks: Marks the bytes that belong to runs, of eight that stand at an offset; those behind
  ///     the text's end are 0, and belong to none.
  ///   - body: Takes the place, in bytes.
  @inline(__always)
  static func forEach(
    in utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, marks: (TextEight, Int) -> UInt64,
    _ body: (Range<Int>) -> Void
  ) {
    var offset = range.lowerBound
    var start = offset
    /// Marks the first byte where the byte before it belongs to a run.
    var goesOn: UInt64 = 0
    while offset < range.upperBound {
      let marks = marks(TextEight(utf8, at: offset), offset) & inside(range, offset)
      var edges = marks ^ (marks << 8 | goesOn)
      while edges != 0 {
        let edge = edges & (0 &- edges)
        let place = offset + edge.trailingZeroBitCount / 8
        if marks & edge != 0 { start = place } else { body(start..<place) }
        edges ^= edge
      }
      goesOn = marks >> 56
      offset += 8
    }
    if goesOn != 0 { body(start..<range.upperBound) }
  }

  /// All bits of the bytes of an eight that stand before a range's end.
  @inline(__always)
  private static func inside(_ range: Range<Int>, _ offset: Int) -> UInt64 {
    let left = range.upperBound &- offset
    return left >= 8 ? .max : ~(UInt64.max &<< (8 &* UInt64(truncatingIfNeeded: left)))
  }
}

/// A hash of bytes that are mixed in eight at a time, well enough for ``HashCounts``.
struct TextHash {
  private(set) var value: UInt64

  /// Creates the hash of nothing, or of so many bytes that are yet to come.
  @inline(__always)
  init(count: Int = 0) { value = 0x2545_F491_4F6C_DD1D ^ UInt64(count) }

  @inline(__always)
  mutating func mix(_ bytes: UInt64) {
    value = (value ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
  }
}
