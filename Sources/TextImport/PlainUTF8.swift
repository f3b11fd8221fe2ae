// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Tells in one pass, sixteen bytes at a time, that a text is UTF-8 as nearly all plans are.
enum PlainUTF8 {
  /// Whether all bytes are valid UTF-8 of characters that are printed or lay out text, and that are
  /// in NFC for certain: those below U+0300, and dashes, quotation marks, bullets and other signs of
  /// U+2000–U+2FFF.
  ///
  /// Says no also to a text that has others.
  static func isAll(of bytes: [UInt8]) -> Bool {
    guard bytes.count >= 18 else { return false }
    // No character reaches over a space.
    let edge: [UInt8] = [0x20, 0x20]
    guard isPlain(edge + bytes.prefix(16)), isPlain(bytes.suffix(18) + edge) else { return false }
    return bytes.withUnsafeBytes { text in
      var offset = 16
      while offset + 16 <= text.count {
        guard isPlain(text, at: offset) else { return false }
        offset += 16
      }
      return true
    }
  }

  /// Whether all but the first two of some bytes are plain, of which there are 18 to 34.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { isPlain($0, at: 2) && isPlain($0, at: $0.count - 16) }
  }

  /// Whether sixteen bytes are plain that have at least two before them.
  @inline(__always)
  private static func isPlain(_ text: UnsafeRawBufferPointer, at offset: Int) -> Bool {
    guard let bytes = SixteenBytes(text, at: offset),
      let before = SixteenBytes(text, at: offset - 1),
      let twoBefore = SixteenBytes(text, at: offset - 2)
    else { return false }
    let controls =
      bytes.within(0x00...0x08) | bytes.within(0x0E...0x1F)
      | bytes.equal(to: 0x7F)
    let otherLeads = bytes.leadBytes & !(shortLeads(bytes) | longLeads(bytes))
    let afterLong = longLeads(before)
    let misplaced = (shortLeads(before) | afterLong | longLeads(twoBefore)) ^ bytes.innerBytes
    // U+2100–U+213F, where signs are that are letters (Å as a unit).
    let letterSigns = afterLong & bytes.equal(to: 0x84)
    return (controls | otherLeads | misplaced | letterSigns).isEmpty
  }

  /// The first bytes of U+0080–U+02FF, after which one more comes.
  @inline(__always)
  private static func shortLeads(_ bytes: SixteenBytes) -> SixteenBytes.Subset {
    bytes.within(0xC2...0xCB)
  }

  /// The first bytes of U+2000–U+2FFF, after which two more come.
  @inline(__always)
  private static func longLeads(_ bytes: SixteenBytes) -> SixteenBytes.Subset {
    bytes.equal(to: 0xE2)
  }
}
