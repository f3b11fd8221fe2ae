// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// The UTF-8 of a text, with what scanners ask of it.
///
/// Letters are those of ASCII, Latin-1 and Latin Extended-A, which the names of people in Sweden are
/// written in nearly without exception.
struct TextBytes {
  let bytes: [UInt8]

  /// In bytes; no label of a vocabulary is longer.
  private static let longestLabel = 48

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  var count: Int { bytes.count }

  /// The byte at an offset; 0, which no text of a plan holds, outside of the text.
  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  func isDigit(_ offset: Int) -> Bool { SourceText.isDigit(self[offset]) }

  /// How many bytes the letter at an offset takes; 0 where none begins there.
  func letterLength(at offset: Int) -> Int {
    let byte = self[offset]
    if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A { return 1 }
    return Self.isWideLetter(byte, self[offset + 1]) ? 2 : 0
  }

  /// How many bytes the letter that ends before an offset takes; 0 where none does.
  func letterLength(endingAt offset: Int) -> Int {
    let byte = self[offset - 1]
    if byte < 0x80 { return letterLength(at: offset - 1) }
    return Self.isWideLetter(self[offset - 2], byte) ? 2 : 0
  }

  /// Whether two bytes are a letter.
  @inline(__always)
  static func isWideLetter(_ lead: UInt8, _ rest: UInt8) -> Bool {
    // U+00D7 and U+00F7 are signs.
    lead == 0xC3 ? rest != 0x97 && rest != 0xB7 : lead == 0xC4 || lead == 0xC5
  }

  /// Whether the letter at an offset is a capital.
  func isCapital(at offset: Int) -> Bool {
    let byte = self[offset]
    if byte < 0x80 { return byte >= 0x41 && byte <= 0x5A }
    guard letterLength(at: offset) == 2 else { return false }
    return PlainLetters.isCapital(lead: byte, rest: self[offset + 1])
  }

  /// How many bytes the dash at an offset takes, whichever dash it is; 0 where none is there.
  func dashLength(at offset: Int) -> Int {
    if self[offset] == UInt8(ascii: "-") { return 1 }
    guard self[offset] == 0xE2 else { return 0 }
    let rest = (self[offset + 1], self[offset + 2])
    // U+2010 to U+2014, and the minus sign U+2212.
    return rest.0 == 0x80 && rest.1 >= 0x90 && rest.1 <= 0x94 || rest == (0x88, 0x92) ? 3 : 0
  }

  /// Whether something that begins at an offset stands inside a longer word or number.
  func continuesToken(at offset: Int) -> Bool {
    if letterLength(endingAt: offset) > 0 || isDigit(offset - 1) || self[offset - 1] == 0x5F {
      return true
    }
    let isJoint: Bool
    switch self[offset - 1] {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ","),
      UInt8(ascii: ":"), UInt8(ascii: "+"):
      isJoint = true
    default: isJoint = false
    }
    return isJoint && isDigit(offset - 2)
  }

  /// The word before an offset, in small letters, without what stands between.
  ///
  /// A colon, full stops and spaces may stand between; full stops inside the word stay. It is empty
  /// where there is none, and cut where it is longer than any label.
  func wordBefore(_ offset: Int) -> (word: FoldedText, hasColon: Bool) {
    var end = offset
    var hasColon = false
    while end > 0 {
      switch self[end - 1] {
      case 0x20, UInt8(ascii: "."): break
      case UInt8(ascii: ":"): hasColon = true
      case _ where letterLength(endingAt: end) == 0: return (FoldedText(""), hasColon)
      default: return (FoldedText(utf8: Array(bytes[wordStart(endingAt: end)..<end])), hasColon)
      }
      end -= 1
      // More than a label's colon, full stop and spaces is no label.
      guard offset - end <= 4 else { break }
    }
    return (FoldedText(""), hasColon)
  }

  private func wordStart(endingAt end: Int) -> Int {
    var start = end
    while start > 0, end - start < Self.longestLabel {
      let length = letterLength(endingAt: start)
      let isInside = self[start - 1] == UInt8(ascii: ".") || self[start - 1] == UInt8(ascii: "-")
      guard length > 0 || (isInside && start < end) else { break }
      start -= max(length, 1)
    }
    return start
  }
}
