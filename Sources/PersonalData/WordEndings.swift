// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Words that are known by how they end: "enhetschef" and "rektor" are known by "chef" and "rektor".
struct WordEndings: Sendable {
  /// Endings by their last byte.
  private var endings: [[[UInt8]]] = Array(repeating: [], count: 256)
  /// A bit for each place that ``tailPlace(_:)`` gives for the last bytes of an ending.
  private var tails = [UInt64](repeating: 0, count: Self.tailPlaceCount / 64)
  /// Whether an ending is shorter than a tail, so that tails tell nothing.
  private var hasShortEnding = false

  /// In bytes.
  private static let tailLength = 4
  /// Some dozen endings leave nearly all of them empty.
  private static let tailPlaceCount = 16_384

  init(_ words: [String]) {
    for word in words {
      let folded = FoldedText(word).utf8
      guard let last = folded.last else { continue }
      endings[Int(last)].append(folded)
      let tail = folded.suffix(Self.tailLength)
      guard tail.count == Self.tailLength else {
        hasShortEnding = true
        continue
      }
      let place = Self.tailPlace(tail.reversed().reduce(0) { $0 << 8 | UInt32($1) })
      tails[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// Whether a word in small letters, or what it is the genitive of, ends in one of them.
  func match(_ word: [UInt8]) -> Bool {
    word.withUnsafeBufferPointer { mayEnd($0, before: $0.count) }
  }

  /// Whether the last word of a text, in letters of any case, may be one that ``match(_:)`` knows.
  func mayEndLastWord(of text: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = text.count
    while end > 0, !Self.endsWord(text, before: end) { end -= 1 }
    return mayEnd(text, before: end)
  }

  /// Whether any word of a text, in letters of any case, may be one that ``match(_:)`` knows.
  func mayEndWord(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    var isAfterLetter = false
    while offset < text.count {
      if let eight = EightBytes(UnsafeRawBufferPointer(text), at: offset) {
        // Most bytes are letters of ASCII.
        let letters =
          eight.ascii(from: 0x61, through: 0x7A) | eight.ascii(from: 0x41, through: 0x5A)
        let count = (!letters).countBefore
        if count > 0 { isAfterLetter = true }
        offset += count
        if count == 8 { continue }
      }
      let length = Self.letterLength(text, at: offset)
      if length == 0, isAfterLetter, mayEnd(text, before: offset) { return true }
      isAfterLetter = length > 0
      offset += max(length, 1)
    }
    return isAfterLetter && mayEnd(text, before: text.count)
  }

  /// How many bytes the letter at an offset takes; 0 where none begins there, as ``TextBytes`` has it.
  @inline(__always)
  private static func letterLength(_ utf8: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
    let byte = utf8[offset]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 ? 1 : 0 }
    guard byte &- 0xC3 < 3, offset + 1 < utf8.count else { return 0 }
    return TextBytes.isWideLetter(byte, utf8[offset + 1]) ? 2 : 0
  }

  /// Whether a letter or a digit ends before an offset.
  @inline(__always)
  private static func endsWord(_ utf8: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    let byte = utf8[end - 1]
    if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
    return end > 1 && TextBytes.isWideLetter(utf8[end - 2], byte)
  }

  /// Whether the word of a text that ends before an offset, in letters of any case, may be one that
  /// ``match(_:)`` knows.
  @inline(__always)
  private func mayEnd(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    guard end > 0, end <= text.count else { return false }
    if holdsTail(text, before: end), mayEndExactly(text, before: end) { return true }
    let isGenitive = text[end - 1] | 0x20 == UInt8(ascii: "s")
    return isGenitive && holdsTail(text, before: end - 1) && mayEndExactly(text, before: end - 1)
  }

  /// Whether an ending has the bytes before an offset; it says no much sooner than a comparison does.
  @inline(__always)
  private func holdsTail(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    if hasShortEnding { return true }
    guard end >= Self.tailLength else { return false }
    let tail = UnsafeRawBufferPointer(text)
      .loadUnaligned(fromByteOffset: end - Self.tailLength, as: UInt32.self)
    let place = Self.tailPlace(UInt32(littleEndian: tail))
    return tails[place >> 6] & 1 << UInt64(place & 63) != 0
  }

  private func mayEndExactly(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    guard end > 0 else { return false }
    return endings[Int(Self.folded(text, end - 1))].contains { ending in
      ending.count <= end
        && ending.indices.allSatisfy { Self.folded(text, end - ending.count + $0) == ending[$0] }
    }
  }

  @inline(__always)
  private static func folded(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
    foldedByte(text[index], after: index > 0 ? text[index - 1] : 0)
  }

  /// The place for the last four bytes of a word, the last one highest; it is the same for capitals
  /// and small letters, which differ in one bit of a byte.
  @inline(__always)
  private static func tailPlace(_ tail: UInt32) -> Int {
    // Knuth's multiplier spreads letters, which differ in few bits, over all places.
    Int(((tail | 0x2020_2020) &* 2_654_435_761) >> 18)
  }
}
