// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Finds the words of a text: runs of letters and digits.
enum WordScanner {
  /// Calls `body` with each word's place in bytes and its hash.
  @inline(__always)
  static func forEachWord(
    in utf8: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, UInt64) -> Void
  ) {
    TextRuns.forEach(in: utf8, marks: { wordMarks($0, of: utf8, at: $1) }) { word in
      body(word, hash(utf8, word))
    }
  }

  /// Marks the bytes of letters and digits.
  @inline(__always)
  private static func wordMarks(
    _ eight: TextEight, of utf8: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> UInt64 {
    let marks = eight.asciiWordMarks
    guard eight.wideMarks != 0 else { return marks }
    let previous = offset > 0 ? utf8[offset - 1] : 0
    let next = offset + 8 < utf8.count ? utf8[offset + 8] : 0
    return marks
      | (eight.latin1LetterMarks(after: previous, before: next)
        ?? wideWordMarks(of: utf8, at: offset))
  }

  /// Marks the bytes of letters and digits from U+0080 up, one character at a time.
  @inline(never)
  private static func wideWordMarks(of utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt64 {
    let end = min(offset + 8, utf8.count)
    var marks: UInt64 = 0
    var place = offset
    // The eight may begin inside of a character.
    while place > 0, utf8[place] & 0xC0 == 0x80 { place -= 1 }
    while place < end {
      let (scalar, width) = decodeScalar(utf8, at: place)
      if scalar.value >= 0x80, isWordScalar(scalar) {
        for byte in max(place, offset)..<min(place + width, end) {
          marks |= 0x80 << UInt64(8 * (byte - offset))
        }
      }
      place += width
    }
    return marks
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    // Dashes, quotation marks and bullets: hardly any other sign from U+0080 up is printed.
    if (0x2010...0x2027).contains(scalar.value) { return false }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  @inline(__always)
  private static func hash(_ utf8: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt64 {
    var hash = TextHash(count: word.count)
    var offset = word.lowerBound
    while offset < word.upperBound {
      hash.mix(TextEight(utf8, at: offset).prefix(min(word.upperBound - offset, 8)))
      offset += 8
    }
    return hash.value
  }

  /// The words of a text.
  static func words(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { utf8 in
      var words: [String] = []
      forEachWord(in: utf8) { range, _ in
        words.append(String(decoding: utf8[range], as: UTF8.self))
      }
      return words
    }
  }
}
