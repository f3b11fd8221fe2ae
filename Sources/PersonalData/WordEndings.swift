// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization

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
    let isGenitive = word.last == UInt8(ascii: "s")
    return matchExactly(word[...]) || (isGenitive && matchExactly(word.dropLast()))
  }

  private func matchExactly(_ word: ArraySlice<UInt8>) -> Bool {
    guard let last = word.last else { return false }
    return endings[Int(last)].contains {
      $0.count <= word.count && word.suffix($0.count) == $0[...]
    }
  }

  /// Whether the word of a text that ends before an offset, in letters of any case, may be one that
  /// ``match(_:)`` knows.
  @inline(__always)
  func mayEnd(_ text: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
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
