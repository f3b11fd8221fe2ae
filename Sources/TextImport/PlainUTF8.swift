// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Tells in one pass, sixteen bytes at a time, that a text is UTF-8 as nearly all plans are.
enum PlainUTF8 {
  /// Whether all bytes are valid UTF-8 of characters that are printed or lay out text, and that are
  /// in NFC for certain: those below U+0300, and U+2000–U+20FF, where dashes and quotation marks
  /// are.
  ///
  /// Says no also where a text has others, and where its first or last two characters are not ASCII.
  static func isAll(of bytes: [UInt8]) -> Bool {
    guard bytes.count >= 18, hasPlainEdges(bytes) else { return false }
    return bytes.withUnsafeBytes { text in
      var offset = 2
      while offset + 16 < text.count {
        guard isPlain(text, at: offset) else { return false }
        offset += 16
      }
      return isPlain(text, at: text.count - 16)
    }
  }

  private static func hasPlainEdges(_ bytes: [UInt8]) -> Bool {
    (bytes.prefix(2) + bytes.suffix(2)).allSatisfy { byte in
      (0x20...0x7E).contains(byte) || (0x09...0x0D).contains(byte)
    }
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
    let beyond = afterLong & !bytes.within(0x80...0x83)
    return (controls | otherLeads | misplaced | beyond).isEmpty
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
