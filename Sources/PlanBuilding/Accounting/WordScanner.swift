// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Finds the words of a text: runs of letters and digits.
enum WordScanner {
  /// Calls `body` with the place of each word of a part of a text, in bytes, and its hash.
  ///
  /// No word may reach over the part's edges.
  @inline(__always)
  static func forEachWord(
    in utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Range<Int>, UInt64) -> Void
  ) {
    forEachPlace(in: utf8, range) { word in body(word, hash(utf8, word)) }
  }

  /// Calls `body` with the place of each word of a part of a text, in bytes.
  @inline(__always)
  static func forEachPlace(
    in utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Range<Int>) -> Void
  ) {
    TextRuns.forEach(
      in: utf8, range, belonging: { wordBytes(among: $0, of: utf8, at: $1) }, body)
  }

  /// The number of words in a part of a text; none may reach over its edges.
  static func wordCount(in utf8: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var offset = range.lowerBound
    var count = 0
    /// 0x80 where the byte before belongs to a word.
    var goesOn: UInt64 = 0
    while offset < range.upperBound {
      if let marks = wordMarks(of: utf8, before: range.upperBound, at: offset)?.halves {
        count += begins(marks.first, after: &goesOn) + begins(marks.last, after: &goesOn)
        offset += 16
      } else {
        let eight = EightBytes(UnsafeRawBufferPointer(utf8), from: offset)
        let bytes = wordBytes(among: eight, of: utf8, at: offset)
        count += begins(bytes.marks & TextRuns.inside(range, offset), after: &goesOn)
        offset += 8
      }
    }
    return count
  }

  /// How many words begin in eight bytes, by the marks of those that belong to words.
  @inline(__always)
  private static func begins(_ marks: UInt64, after goesOn: inout UInt64) -> Int {
    let begins = marks & ~(marks << 8 | goesOn) & 0x8080_8080_8080_8080
    goesOn = marks >> 56
    // The product has the sum of all bytes in its highest one.
    return Int(((begins >> 7) &* 0x0101_0101_0101_0101) >> 56)
  }

  /// The bytes of letters and digits among sixteen that are all in the text before an end.
  ///
  /// nil where there are characters from U+0100 up among them or bytes are missing round them.
  @inline(__always)
  private static func wordMarks(
    of utf8: UnsafeBufferPointer<UInt8>, before end: Int, at offset: Int
  ) -> SixteenBytes.Subset? {
    let text = UnsafeRawBufferPointer(utf8)
    guard offset + 16 <= end, let bytes = SixteenBytes(text, at: offset),
      let before = SixteenBytes(text, at: offset - 1), let next = SixteenBytes(text, at: offset + 1)
    else { return nil }
    let leads = bytes.equal(to: 0xC3)
    let trails = before.equal(to: 0xC3)
    guard (bytes.beyondASCII & !(leads | trails)).isEmpty else { return nil }
    // U+00D7 and U+00F7 are signs; they end in 0x97 and 0xB7.
    let folded = bytes.setting(0x20)
    let signs =
      trails & folded.equal(to: 0xB7) | leads & next.setting(0x20).equal(to: 0xB7)
    return folded.within(0x61...0x7A) | bytes.within(0x30...0x39)
      | (leads | trails) & !signs
  }

  /// The bytes of letters and digits among eight that stand at an offset.
  @inline(__always)
  private static func wordBytes(
    among eight: EightBytes, of utf8: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> EightBytes.Subset {
    let ascii = eight.asciiLettersAndDigits
    guard !eight.beyondASCII.isEmpty else { return ascii }
    return ascii
      | (latin1Letters(among: eight, of: utf8, at: offset)
        ?? EightBytes.Subset(marks: wideWordMarks(of: utf8, at: offset)))
  }

  /// The bytes of letters of U+00C0–U+00FF; nil where there are other characters from U+0080 up, or
  /// the signs U+00D7 and U+00F7, which end in 0x97 and 0xB7.
  @inline(__always)
  private static func latin1Letters(
    among eight: EightBytes, of utf8: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> EightBytes.Subset? {
    let leads = eight.beyondASCII(from: 0xC3, through: 0xC3)
    let isAfterLead = offset > 0 && utf8[offset - 1] == 0xC3
    let trails = leads.followers(withFirst: isAfterLead)
    let signs = eight.setting(0x20).beyondASCII(from: 0xB7, through: 0xB7)
    let next = offset + 8 < utf8.count ? utf8[offset + 8] : 0
    guard (eight.beyondASCII & !(leads | trails) | trails & signs).isEmpty, next | 0x20 != 0xB7
    else { return nil }
    return leads | trails
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
      let eight = EightBytes(UnsafeRawBufferPointer(utf8), from: offset)
      hash.mix(eight.prefix(min(word.upperBound - offset, 8)))
      offset += 8
    }
    return hash.value
  }

  /// The words of a text.
  static func words(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { utf8 in
      var words: [String] = []
      forEachPlace(in: utf8, 0..<utf8.count) { range in
        words.append(String(decoding: utf8[range], as: UTF8.self))
      }
      return words
    }
  }
}
