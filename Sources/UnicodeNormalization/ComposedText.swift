// SPDX-License-Identifier: GPL-2.0-or-later

internal import CGLib
internal import SourceText

/// Whether the bytes may not be in NFC, and so need ``composedUTF8(_:)``.
///
/// A quick check that may say yes without need, never no in error for text made of Latin letters:
/// combining marks begin at U+0300, whose first byte is 0xCC, and the few characters outside the
/// Latin scripts that NFC changes have first bytes above it.
@inlinable
public func mayNeedComposition(_ utf8: some Sequence<UInt8>) -> Bool {
  if let answer = utf8.withContiguousStorageIfAvailable(mayNeedComposition(contiguous:)) {
    return answer
  }
  return Array(utf8).withUnsafeBufferPointer(mayNeedComposition(contiguous:))
}

@usableFromInline
func mayNeedComposition(contiguous utf8: UnsafeBufferPointer<UInt8>) -> Bool {
  var offset = 0
  while offset < utf8.count {
    // Swedish has none of the bytes that matter, so eight at a time are passed over.
    if let eight = EightBytes(UnsafeRawBufferPointer(utf8), at: offset) {
      let leads = eight.beyondASCII(from: 0xCC, through: 0xFF)
      offset += leads.countBefore
      if leads.isEmpty { continue }
    }
    let next = offset + 1 < utf8.count ? utf8[offset + 1] : 0
    switch utf8[offset] {
    case 0..<0xCC: break
    // U+2100–U+213F holds signs that are letters (Å as a unit), U+F900–U+FB3F forms of letters.
    case 0xE2: if next == 0x84 { return true }
    case 0xEF: if next >= 0xA4 && next <= 0xAC { return true }
    default: return true
    }
    offset += 1
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
