// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// A line that needs no cleaning, as nearly all lines of a plan are.
///
/// It has words of ASCII and of the letters from U+00C0 to U+00FF, at least one, single spaces
/// between them, and ends in a line feed.
struct PlainLine {
  /// Where the text stands, without the spaces round it.
  let text: Range<Int>
  /// How many columns the text is wide.
  let columnCount: Int
  /// Where the line feed stands.
  let end: Int

  /// Reads the line that begins at an offset of valid UTF-8; nil where it must be read with care.
  ///
  /// So must all that stands within sixteen bytes from the end.
  init?(_ utf8: UnsafeRawBufferPointer, from start: Int) {
    let first = Self.spacesEnd(utf8, from: start)
    var offset = first
    var innerByteCount = 0
    while let bytes = SixteenBytes(utf8, at: offset) {
      let inner = bytes.innerBytes
      let plain = bytes.within(0x20...0x7E) | inner | bytes.equal(to: 0xC3)
      let spaces = bytes.equal(to: 0x20)
      // Before the first line of a text stands nothing.
      guard let before = SixteenBytes(utf8, at: offset - 1) else { return nil }
      let stop = spaces & before.equal(to: 0x20) | !plain
      guard !stop.isEmpty else {
        innerByteCount += inner.count
        offset += 16
        continue
      }
      innerByteCount += (inner & SixteenBytes.Subset(first: stop.countBefore)).count
      offset += stop.countBefore
      // Two spaces may stand for an empty cell, but at the end of the line they do not.
      end = Self.spacesEnd(utf8, from: offset)
      guard end < utf8.count, utf8[end] == 0x0A, offset > first else { return nil }
      text = first..<(offset > first && utf8[offset - 1] == 0x20 ? offset - 1 : offset)
      columnCount = text.count - innerByteCount
      return
    }
    return nil
  }

  private static func spacesEnd(_ utf8: UnsafeRawBufferPointer, from start: Int) -> Int {
    var end = start
    while end < utf8.count, utf8[end] == 0x20 { end += 1 }
    return end
  }
}
