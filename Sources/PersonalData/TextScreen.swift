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
  /// Whether words stand together as those of a name do.
  private(set) var mayHoldName = false
  /// Whether it may hold a title besides a name, or be a title.
  private(set) var mayHoldTitle = false

  private var digitCount = 0

  /// Those of a telephone number without its area code.
  private static let fewestDigits = 6
  /// In bytes, for names such as "Bo Ek"; addresses and numbers have more.
  private static let shortestFinding = 5

  /// The screen of a text; an initializer would take its arguments over, with a retain for each.
  static func of(_ text: String, _ words: PersonalDataWords) -> TextScreen {
    var screen = TextScreen()
    let looked: Void? = text.utf8.withContiguousStorageIfAvailable { screen.look(at: $0, words) }
    if looked == nil { screen.look(atCopyOf: text, words) }
    return screen
  }

  private init() {}

  // Beside the way that all texts take it would cost each of them a retain.
  @inline(never)
  private mutating func look(atCopyOf text: String, _ words: PersonalDataWords) {
    Array(text.utf8).withUnsafeBufferPointer { look(at: $0, words) }
  }

  private mutating func look(at utf8: UnsafeBufferPointer<UInt8>, _ words: PersonalDataWords) {
    if utf8.count >= Self.shortestFinding { lookForFindings(in: utf8, words) }
    mayHoldTitle =
      words.titles.mayEndLastWord(of: utf8) || mayHoldName && words.titles.mayEndWord(in: utf8)
  }

  private mutating func lookForFindings(
    in utf8: UnsafeBufferPointer<UInt8>, _ words: PersonalDataWords
  ) {
    let text = UnsafeRawBufferPointer(utf8)
    var bytes = SixteenBytes(beginning: text)
    var bytesBefore = bytes.movedOn
    var start = 0
    var numeric = SixteenBytes.Subset()
    while true {
      numeric = numeric | Self.numeric(bytes)
      let beginnings = bytesBefore.equal(to: 0x20) & bytes.capitalBeginnings
      if !beginnings.isEmpty, !mayHoldName {
        mayHoldName = beginnings.contains { Self.mayEndName(in: utf8, from: start &+ $0, words) }
      }
      guard start &+ 16 < text.count else { break }
      // The last sixteen bytes have some of those before.
      start = min(start &+ 16, text.count &- 16)
      guard let next = SixteenBytes(text, at: start),
        let nextBefore = SixteenBytes(text, at: start &- 1)
      else { break }
      bytes = next
      bytesBefore = nextBefore
    }
    if !numeric.isEmpty { countNumeric(in: text) }
  }

  /// Digits and "@", and the few signs that ASCII has between them.
  @inline(__always)
  private static func numeric(_ bytes: SixteenBytes) -> SixteenBytes.Subset {
    bytes.within(UInt8(ascii: "0")...UInt8(ascii: "@"))
  }

  private mutating func countNumeric(in text: UnsafeRawBufferPointer) {
    var offset = 0
    while offset < text.count {
      let rest = UnsafeRawBufferPointer(rebasing: text[offset...])
      let bytes = SixteenBytes(beginning: rest)
      digitCount += bytes.within(UInt8(ascii: "0")...UInt8(ascii: "9")).count
      if !bytes.equal(to: UInt8(ascii: "@")).isEmpty { mayHoldEmail = true }
      offset += 16
    }
  }

  // MARK: - Names

  /// Whether the word behind a space may be the last one of a name: a capital begins it, and before
  /// it stand a word with a capital and particles only.
  ///
  /// Cost is linear in the words without a capital before it.
  private static func mayEndName(
    in utf8: UnsafeBufferPointer<UInt8>, from start: Int, _ words: PersonalDataWords
  ) -> Bool {
    guard isCapital(utf8, at: start) else { return false }
    var end = start - 1
    while end > 0 {
      // Behind an initial, no other word has a sign between itself and the space.
      if utf8[end - 1] == UInt8(ascii: ".") {
        return end > 1 && isCapital(utf8, at: end - 2) || end > 2 && isCapital(utf8, at: end - 3)
      }
      guard mayEndWord(utf8[end - 1]) else { return false }
      var wordStart = end
      while wordStart > 0, utf8[wordStart - 1] != 0x20 {
        wordStart -= 1
        if isCapital(utf8, at: wordStart) { return true }
      }
      guard end - wordStart <= words.longestNameParticle else { return false }
      end = wordStart - 1
    }
    return false
  }

  private static func isCapital(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let byte = utf8[offset]
    if byte < 0x80 { return byte &- 0x41 < 26 }
    guard byte &- 0xC3 < 3, offset + 1 < utf8.count else { return false }
    return PlainLetters.isCapital(lead: byte, rest: utf8[offset + 1])
  }

  /// Whether a byte may be the last one of a letter or of a digit.
  private static func mayEndWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
