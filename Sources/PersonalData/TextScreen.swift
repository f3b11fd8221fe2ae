// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// What a text may hold, told by one look at its bytes where they lie.
///
/// Most texts hold nothing, and need no closer look. It may say yes of a text that holds nothing, and
/// never no of one that does.
struct TextScreen {
  /// Whether there is an "@".
  private(set) var mayHoldEmail = false
  /// Whether there are digits enough for any number that is looked for.
  var mayHoldNumber: Bool { digitCount >= Self.fewestDigits }
  /// Whether a word may end as a title does.
  private(set) var mayHoldTitle = false

  private var digitCount = 0

  /// Those of a telephone number without its area code.
  private static let fewestDigits = 6

  init(_ text: String, _ words: PersonalDataWords) {
    var text = text
    text.withUTF8 { look(at: $0, titles: words.titles) }
  }

  private mutating func look(at utf8: UnsafeBufferPointer<UInt8>, titles: WordEndings) {
    var offset = 0
    var isAfterLetter = false
    while offset < utf8.count {
      if let eight = EightBytes(UnsafeRawBufferPointer(utf8), at: offset) {
        // Most bytes are letters of ASCII.
        let letters =
          eight.ascii(from: 0x61, through: 0x7A) | eight.ascii(from: 0x41, through: 0x5A)
        let count = (!letters).countBefore
        if count > 0 { isAfterLetter = true }
        offset += count
        if count == 8 { continue }
      }
      let byte = utf8[offset]
      let length = Self.letterLength(utf8, at: offset)
      if length == 0, isAfterLetter, !mayHoldTitle {
        mayHoldTitle = titles.mayEnd(utf8, before: offset)
      }
      isAfterLetter = length > 0
      if byte &- 0x30 < 10 { digitCount += 1 }
      if byte == UInt8(ascii: "@") { mayHoldEmail = true }
      offset += max(length, 1)
    }
    if isAfterLetter, !mayHoldTitle { mayHoldTitle = titles.mayEnd(utf8, before: utf8.count) }
  }

  /// How many bytes the letter at an offset takes; 0 where none begins there, as ``TextBytes`` has it.
  @inline(__always)
  private static func letterLength(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let byte = utf8[offset]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 ? 1 : 0 }
    guard byte &- 0xC3 < 3, offset + 1 < utf8.count else { return 0 }
    return TextBytes.isWideLetter(byte, utf8[offset + 1]) ? 2 : 0
  }
}
