// SPDX-License-Identifier: GPL-2.0-or-later

internal import UnicodeNormalization

/// Texts as the archive's tables hold them, so that what looks the same is found by the same words.
enum ArchivedText {
  /// The text in NFC, without soft hyphens, and with U+FFFD for NUL, at which SQLite would end it.
  ///
  /// Texts that this program has read from a PDF or a text are so already.
  static func searchable(_ text: String) -> String {
    let utf8 = text.utf8
    let isPlain = utf8.withContiguousStorageIfAvailable(isPlain) ?? isPlain(Array(utf8))
    guard !isPlain else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\u{AD}" {
      scalars.append(scalar == "\0" ? "\u{FFFD}" : scalar)
    }
    let cleaned = String(scalars)
    guard mayNeedComposition(cleaned.utf8), let composed = composedUTF8(Array(cleaned.utf8)) else {
      return cleaned
    }
    return String(decoding: composed, as: UTF8.self)
  }

  private static func isPlain(_ utf8: some Collection<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in utf8 {
      if byte == 0 || (previous == 0xC2 && byte == 0xAD) { return false }
      previous = byte
    }
    return !mayNeedComposition(utf8)
  }
}

extension String {
  /// The text as a table of the archive holds it.
  var searchable: String { ArchivedText.searchable(self) }
}

extension String? {
  /// The text as a table of the archive holds it, or nil.
  var searchable: String? { map(ArchivedText.searchable) }
}
