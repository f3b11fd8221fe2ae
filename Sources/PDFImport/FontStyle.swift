// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// What a font's name says of its face; PDFs tell it nowhere else in a way poppler passes on.
struct FontStyle {
  let isBold: Bool
  let isItalic: Bool

  /// Words in the names of bold faces.
  ///
  /// "BX" is bold extended in the names of TeX's fonts (CMBX12).
  private static let boldWords = [
    "bold", "black", "heavy", "semibold", "demi", "cmbx", "sfbx", "cmssbx",
  ]
  private static let italicWords = ["italic", "oblique", "cmti", "sfti", "cmsl"]

  init(name: String) {
    (isBold, isItalic) = name.lowercased().withCString { name in
      (
        Self.boldWords.contains { strstr(name, $0) != nil },
        Self.italicWords.contains { strstr(name, $0) != nil }
      )
    }
  }
}
