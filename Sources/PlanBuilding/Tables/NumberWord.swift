// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// A word of a cell that is a number or a part of one.
struct NumberWord {
  /// Where the number ends in the cell and what is glued to it begins.
  let end: Int
  /// Whether something is glued to the number: "%" in "88%".
  let hasUnit: Bool
  let hasFraction: Bool
  /// Whether the word is three digits, which may follow a number as a group.
  let isGroup: Bool
  /// Whether a number may begin with the word: "000" is only ever a group.
  let mayBeFirst: Bool
  /// Whether a group of three digits may follow.
  let mayTakeGroup: Bool

  /// More digits are no amount.
  private static let digitLimit = 12

  /// Reads the word of a cell that stands at a place, in bytes; nil where it is no number.
  init?(_ cell: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) {
    let wholeStart = word.lowerBound + Self.signCount(cell, word)
    var end = Self.digitsEnd(cell, wholeStart..<word.upperBound)
    let wholeCount = end - wholeStart
    guard wholeCount > 0, wholeCount <= Self.digitLimit else { return nil }
    var hasFraction = false
    if end < word.upperBound, Self.isDecimalMark(cell[end]) {
      let fractionEnd = Self.digitsEnd(cell, (end + 1)..<word.upperBound)
      hasFraction = fractionEnd > end + 1
      if hasFraction || fractionEnd == word.upperBound { end = fractionEnd }
    }
    // "1-14" and "2024/25" are no numbers.
    if end < word.upperBound, cell[end] == UInt8(ascii: "-") || cell[end] == UInt8(ascii: "/") {
      return nil
    }
    let startsWithZero = cell[wholeStart] == 0x30 && wholeCount > 1
    if startsWithZero, wholeCount != 3 || hasFraction { return nil }
    self.end = end
    self.hasFraction = hasFraction
    hasUnit = end < word.upperBound
    isGroup = wholeCount == 3 && wholeStart == word.lowerBound
    mayBeFirst = !startsWithZero
    mayTakeGroup = wholeCount <= 3 && !hasFraction && !hasUnit && !startsWithZero
  }

  /// The value of a number with its groups, which stands at a place of a cell.
  static func value(_ cell: UnsafeBufferPointer<UInt8>, _ number: Range<Int>) -> Double? {
    let signCount = signCount(cell, number)
    if let value = shortValue(cell, (number.lowerBound + signCount)..<number.upperBound) {
      return signCount > 0 ? -value : value
    }
    var digits = signCount > 0 ? "-" : ""
    for offset in (number.lowerBound + signCount)..<number.upperBound {
      let isMark = isDecimalMark(cell[offset])
      // A full stop after the digits is the end of a sentence.
      if isMark, digitsEnd(cell, (offset + 1)..<number.upperBound) > offset + 1 { digits += "." }
      if !isMark, cell[offset] != 0x20 {
        digits.unicodeScalars.append(Unicode.Scalar(cell[offset]))
      }
    }
    return Double(digits)
  }

  /// The value of digits with at most one decimal mark and spaces between groups; nil where there is
  /// more, or more digits than a `Double` holds for certain.
  private static func shortValue(
    _ cell: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Double? {
    var whole = 0
    var digitCount = 0
    /// 10 to the power of the number of digits behind the mark, both of which are exact.
    var divisor: Double?
    for byte in cell[range] where byte != 0x20 {
      if isDecimalMark(byte), divisor == nil {
        divisor = 1
        continue
      }
      guard isDigit(byte), digitCount < 15 else { return nil }
      whole = 10 * whole + Int(byte - 0x30)
      digitCount += 1
      divisor = divisor.map { $0 * 10 }
    }
    return digitCount > 0 ? Double(whole) / (divisor ?? 1) : nil
  }

  /// The length of the sign before a number: a hyphen or U+2212.
  private static func signCount(_ cell: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Int {
    guard let first = cell[word].first else { return 0 }
    if first == UInt8(ascii: "-") { return 1 }
    return first == 0xE2 && cell[word].starts(with: "\u{2212}".utf8) ? 3 : 0
  }

  private static func digitsEnd(_ cell: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, isDigit(cell[end]) { end += 1 }
    return end
  }

  private static func isDecimalMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
  }
}
