// SPDX-License-Identifier: GPL-2.0-or-later

/// A word of a text, as the search for names sees it.
struct NameWord {
  /// Offsets in bytes of UTF-8.
  let range: Range<Int>
  /// Whether it begins with a capital.
  let isCapitalized: Bool
  /// Whether it begins with a capital and goes on as names do, or is an initial.
  let canBeName: Bool
  /// Whether it is a single letter with a full stop.
  let isInitial: Bool
}

/// Splits a text into words.
enum NameWordReader {
  static func words(in text: TextBytes) -> [NameWord] {
    var found: [NameWord] = []
    // Words of Swedish have six letters and a space.
    found.reserveCapacity(text.count / 6)
    var offset = 0
    while offset < text.count {
      guard text.letterLength(at: offset) > 0 || text.isDigit(offset) else {
        offset += 1
        continue
      }
      let word = word(in: text, from: offset)
      found.append(word)
      offset = word.range.upperBound
    }
    return found
  }

  private static func word(in text: TextBytes, from start: Int) -> NameWord {
    var end = start
    var hasSmallLetter = false
    var hasDigit = false
    while true {
      // Most letters are small ones of ASCII.
      if text[end] &- 0x61 < 26 {
        hasSmallLetter = true
        end += 1
        continue
      }
      let length = text.letterLength(at: end)
      if length > 0 {
        if !text.isCapital(at: end) { hasSmallLetter = true }
        end += length
      } else if text.isDigit(end) {
        hasDigit = true
        end += 1
      } else if let next = afterInnerSign(text, at: end) {
        end = next
      } else {
        break
      }
    }
    let isCapitalized = text.isCapital(at: start)
    let isInitial =
      isCapitalized && end - start == text.letterLength(at: start)
      && text[end] == UInt8(ascii: ".")
    if isInitial { end += 1 }
    return NameWord(
      range: start..<end, isCapitalized: isCapitalized,
      canBeName: isCapitalized && !hasDigit && (hasSmallLetter || isInitial),
      isInitial: isInitial)
  }

  /// Where a word goes on behind a hyphen or an apostrophe in it, or nil.
  private static func afterInnerSign(_ text: TextBytes, at offset: Int) -> Int? {
    let end: Int
    switch text[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "'"): end = offset + 1
    // U+2019, and the hyphen U+2011.
    case 0xE2
    where text[offset + 1] == 0x80 && (text[offset + 2] == 0x99 || text[offset + 2] == 0x91):
      end = offset + 3
    default: return nil
    }
    return text.letterLength(at: end) > 0 ? end : nil
  }
}
