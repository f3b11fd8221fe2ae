// SPDX-License-Identifier: GPL-2.0-or-later

internal import CGLib

/// Whether the bytes may not be in NFC, and so need ``composedUTF8(_:)``.
///
/// A quick check that may say yes without need, never no in error for text made of Latin letters:
/// combining marks begin at U+0300, whose first byte is 0xCC, and the few characters outside the
/// Latin scripts that NFC changes have first bytes above it.
@inlinable
public func mayNeedComposition(_ utf8: some Sequence<UInt8>) -> Bool {
  var previous: UInt8 = 0
  for byte in utf8 {
    if byte >= 0xCC && byte != 0xE2 && byte != 0xEF { return true }
    // U+2100–U+213F holds signs that are letters (Å as a unit), U+F900–U+FB3F forms of letters.
    if previous == 0xE2 && byte == 0x84 { return true }
    if previous == 0xEF && byte >= 0xA4 && byte <= 0xAC { return true }
    previous = byte
  }
  return false
}

/// The text in Normalization Form C (UAX #15).
///
/// - Parameter utf8: Valid UTF-8 without NUL.
/// - Returns: The composed text, or nil where the bytes are not valid UTF-8.
public func composedUTF8(_ utf8: [UInt8]) -> [UInt8]? {
  let composed = utf8.withUnsafeBufferPointer { buffer in
    buffer.withMemoryRebound(to: CChar.self) { text in
      g_utf8_normalize(text.baseAddress, gssize(text.count), G_NORMALIZE_NFC)
    }
  }
  guard let composed else { return nil }
  defer { g_free(composed) }
  return composed.withMemoryRebound(to: UInt8.self, capacity: 1) { start in
    Array(UnsafeBufferPointer(start: start, count: strlen(composed)))
  }
}
