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
  /// Whether it is a dash with a space after it, as they stand in sentences too.
  let mayBeDash: Bool

  private static let bullets: [Unicode.Scalar] = ["•", "‣", "·", "*", "–", "—", "⁃", "−"]
  /// Blocks whose characters stand before items only: arrows, geometric shapes, symbols and dingbats
  /// ("▪", "➢", "✓"), and more arrows and shapes ("⮚").
  private static let bulletBlocks: [ClosedRange<UInt32>] = [
    0x2190...0x21FF, 0x25A0...0x27BF, 0x2B00...0x2BFF,
  ]
  /// Where the characters of symbol fonts are whose meaning a PDF does not tell.
  private static let symbolFontBlock: ClosedRange<UInt32> = 0xF000...0xF0FF
  private static let dashes: [Unicode.Scalar] = ["-", "–", "—"]
  /// What is a bullet alone on a line only where text follows: it may be an empty cell as well.
  private static let loneBullets = ["-", "–", "—", "o"]
  /// Larger numbers at the start of a line are years and amounts.
  private static let numberLimit = 99

  init?(_ text: String) {
    var text = text
    guard let marker = text.withUTF8({ ListMarker($0) }) else { return nil }
    self = marker
  }

  /// A bullet that has a line of its own, before a line of text.
  init?(alone text: String, before next: String) {
    guard Self.loneBullets.contains(text), startsWithCapital(next.utf8)
    else { return nil }
    (utf8Count, number) = (text.utf8.count, nil)
    (isBeforeSmallLetter, mayBeDash) = (false, false)
  }

  init?(_ utf8: UnsafeBufferPointer<UInt8>) {
    guard let first = utf8.first else { return nil }
    switch first {
    case UInt8(ascii: "-"):
      guard utf8.count > 1, utf8[1] != UInt8(ascii: "-"), !isDigit(utf8[1]) else { return nil }
      (utf8Count, number) = (1, nil)
    case UInt8(ascii: "*"), 0x80...:
      guard let width = Self.bulletWidth(utf8) else { return nil }
      (utf8Count, number) = (width, nil)
    case UInt8(ascii: "o") where Self.isWordBullet(utf8): (utf8Count, number) = (1, nil)
    default:
      guard let (value, length) = Self.numberMarker(utf8) else { return nil }
      (utf8Count, number) = (length, value)
    }
    var next = utf8Count
    while next < utf8.count, utf8[next] == 0x20 { next += 1 }
    isBeforeSmallLetter = startsWithSmallLetter(UnsafeBufferPointer(rebasing: utf8[next...]))
    mayBeDash = next > utf8Count && Self.dashes.contains(decodeScalar(utf8, at: 0).scalar)
  }

  /// A dash or an asterisk glued to a word is punctuation, and a minus to a number a sign.
  ///
  /// Some extractors give the bullet a line of its own.
  private static func bulletWidth(_ utf8: UnsafeBufferPointer<UInt8>) -> Int? {
    let (bullet, width) = decodeScalar(utf8, at: 0)
    let mayBeGlued = bullet.value > 0x2020 && bullet != "−"
    guard isBullet(bullet) else { return nil }
    if width == utf8.count { return mayBeGlued ? width : nil }
    guard utf8[width] == 0x20 || mayBeGlued else { return nil }
    // A word in a symbol font is no bullet.
    let next = decodeScalar(utf8, at: width).scalar
    return symbolFontBlock.contains(next.value) ? nil : width
  }

  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    bullets.contains(scalar) || bulletBlocks.contains { $0.contains(scalar.value) }
      || symbolFontBlock.contains(scalar.value)
  }

  /// Whether an "o" is the bullet that Word sets on the second level, in a font of its own: it stands
  /// alone, and a word of several letters follows ("o s v" is none).
  private static func isWordBullet(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    guard utf8.count > 1, utf8[1] == 0x20 else { return false }
    let word = utf8[1...].drop { $0 == 0x20 }.prefix { $0 != 0x20 }
    return word.count > 2
  }

  /// "1." or "1)" before a space or the end; "a)" likewise.
  private static func numberMarker(_ utf8: UnsafeBufferPointer<UInt8>) -> (Int?, Int)? {
    var value = 0
    var length = 0
    while length < utf8.count, isDigit(utf8[length]) {
      value = value * 10 + Int(utf8[length] - 0x30)
      length += 1
      guard value <= numberLimit, length <= 2 else { return nil }
    }
    let hasNumber = length > 0
    if !hasNumber {
      guard let letter = utf8.first, letter >= 0x61, letter <= 0x7A else { return nil }
      length = 1
    }
    guard length < utf8.count,
      utf8[length] == UInt8(ascii: ")") || hasNumber && utf8[length] == UInt8(ascii: "."),
      length + 1 == utf8.count || utf8[length + 1] == 0x20
    else { return nil }
    return (hasNumber ? value : nil, length + 1)
  }
}
