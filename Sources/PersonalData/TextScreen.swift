// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization

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
    var isAfterLetter = false
    for index in utf8.indices {
      let byte = utf8[index]
      // Most bytes are letters of ASCII.
      if (byte | 0x20) &- 0x61 < 26 {
        isAfterLetter = true
        continue
      }
      if isAfterLetter, !mayHoldTitle {
        mayHoldTitle = titles.mayEnd(UnsafeBufferPointer(rebasing: utf8[..<index]))
      }
      // A byte of a letter that is not ASCII may also be one of a sign, which ends a word.
      isAfterLetter = byte >= 0x80
      if byte &- 0x30 < 10 { digitCount += 1 }
      if byte == UInt8(ascii: "@") { mayHoldEmail = true }
    }
    if isAfterLetter, !mayHoldTitle { mayHoldTitle = titles.mayEnd(utf8) }
  }
}
