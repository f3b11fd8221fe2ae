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
  /// Some dozen endings leave most of them empty.
  private static let tailPlaceCount = 2_048

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
      let place = Self.tailPlace(tail.reduce(0) { $0 << 8 | UInt32($1) })
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

  /// Whether the last word of a text, in letters of any case, may be one that ``match(_:)`` knows.
  @inline(__always)
  func mayEnd(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = text.last else { return false }
    let isGenitive = last | 0x20 == UInt8(ascii: "s")
    return holdsTail(text) && mayEndExactly(text)
      || isGenitive && mayEnd(before: text.count - 1, text)
  }

  private func mayEnd(before end: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = UnsafeBufferPointer(rebasing: text[..<end])
    return holdsTail(word) && mayEndExactly(word)
  }

  /// Whether an ending has the last bytes of a text; it says no much sooner than a comparison does.
  @inline(__always)
  private func holdsTail(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if hasShortEnding { return true }
    let count = text.count
    guard count >= Self.tailLength else { return false }
    var tail = UInt32(Self.folded(text, count - 1)) | UInt32(Self.folded(text, count - 2)) << 8
    tail |= UInt32(Self.folded(text, count - 3)) << 16 | UInt32(Self.folded(text, count - 4)) << 24
    let place = Self.tailPlace(tail)
    return tails[place >> 6] & 1 << UInt64(place & 63) != 0
  }

  private func mayEndExactly(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !text.isEmpty else { return false }
    return endings[Int(Self.folded(text, text.count - 1))].contains { ending in
      ending.count <= text.count
        && ending.indices.allSatisfy {
          Self.folded(text, text.count - ending.count + $0) == ending[$0]
        }
    }
  }

  @inline(__always)
  private static func folded(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt8 {
    foldedByte(text[index], after: index > 0 ? text[index - 1] : 0)
  }

  /// The place for the last four bytes of a word, the last one lowest.
  @inline(__always)
  private static func tailPlace(_ tail: UInt32) -> Int {
    // Knuth's multiplier spreads letters, which differ in few bits, over all places.
    Int((tail &* 2_654_435_761) >> 21)
  }
}
