// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Finds runs of bytes that belong together, such as those of words, eight bytes at a time.
enum TextRuns {
  /// Calls `body` with the place of each run.
  ///
  /// - Parameters:
  ///   - utf8: The text.
  ///   - range: The part of it that is looked at, in bytes.
  ///   - belonging: The bytes that belong to runs, of eight that stand at an offset; those behind
  ///     the text's end are 0, and belong to none.
  ///   - body: Takes the place, in bytes.
  @inline(__always)
  static func forEach(
    in utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    belonging: (EightBytes, Int) -> EightBytes.Subset, _ body: (Range<Int>) -> Void
  ) {
    var offset = range.lowerBound
    var start = offset
    /// Marks the first byte where the byte before it belongs to a run.
    var goesOn: UInt64 = 0
    while offset < range.upperBound {
      let eight = EightBytes(UnsafeRawBufferPointer(utf8), from: offset)
      let marks = belonging(eight, offset).marks & inside(range, offset)
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
  static func inside(_ range: Range<Int>, _ offset: Int) -> UInt64 {
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
