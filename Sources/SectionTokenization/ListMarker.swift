// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// A list item's marker at the start of a line: "-", "•", "1.", "a)".
struct ListMarker {
  /// The marker's length in bytes of UTF-8, without the space after it.
  let utf8Count: Int
  /// The number of a numbered item, else nil.
  let number: Int?
  /// Whether the text after it begins with a small letter.
  let isBeforeSmallLetter: Bool

  /// Bullets of the common writers; U+F0B7 and its like are bullets of symbol fonts.
  private static let bullets: Set<Unicode.Scalar> = [
    "•", "●", "▪", "■", "◦", "○", "‣", "·", "*", "–", "—", "\u{F0B7}", "\u{F0A7}", "\u{F02D}",
    "\u{25A0}", "\u{2043}",
  ]
  /// Larger numbers at the start of a line are years and amounts.
  private static let numberLimit = 99

  init?(_ text: String) {
    var utf8 = text.utf8[...]
    guard let first = text.unicodeScalars.first else { return nil }
    if first == "-" {
      let rest = utf8.dropFirst()
      guard let next = rest.first, next != UInt8(ascii: "-"), next < 0x30 || next > 0x39 else {
        return nil
      }
      (utf8Count, number) = (1, nil)
      utf8 = rest
    } else if Self.bullets.contains(first) {
      let length = UTF8.width(first)
      let rest = utf8.dropFirst(length)
      // A dash or an asterisk glued to a word is punctuation.
      guard rest.first == 0x20 || (rest.first != nil && first.value > 0x2020) else { return nil }
      (utf8Count, number) = (length, nil)
      utf8 = rest
    } else if let (value, length) = Self.numberMarker(utf8) {
      (utf8Count, number) = (length, value)
      utf8 = utf8.dropFirst(length)
    } else {
      return nil
    }
    let next = utf8.drop { $0 == 0x20 }
    isBeforeSmallLetter = startsWithSmallLetter(next)
  }

  /// "1." or "1)" before a space or the end; "a)" likewise.
  private static func numberMarker(_ utf8: Substring.UTF8View) -> (Int?, Int)? {
    var value = 0
    var digits = 0
    for byte in utf8 {
      guard byte >= 0x30, byte <= 0x39 else { break }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
      guard digits <= 2 else { return nil }
    }
    var rest = utf8.dropFirst(digits)
    var length = digits
    if digits == 0 {
      guard let letter = rest.popFirst(), letter >= 0x61, letter <= 0x7A,
        rest.first == UInt8(ascii: ")")
      else { return nil }
      length = 1
    }
    guard let end = rest.popFirst(), end == UInt8(ascii: ")") || end == UInt8(ascii: "."),
      rest.first == nil || rest.first == 0x20, value <= numberLimit
    else { return nil }
    return (digits > 0 ? value : nil, length + 1)
  }
}
