// SPDX-License-Identifier: GPL-2.0-or-later

/// Finds personal identity numbers and coordination numbers: a date and four digits, of which the
/// last is a check digit.
///
/// The form is that of the Population Registration Act (folkbokföringslagen, 18 §): six or eight
/// digits of the date of birth, a hyphen or from the hundredth year on a plus, three digits and the
/// check digit. A coordination number has 60 added to its day. Organisation numbers have 20 or more
/// where a month would be, and so are none.
struct IdentityNumberScanner {
  let text: TextBytes
  let words: PersonalDataWords

  func spans() -> [PersonalDataSpan] {
    var spans: [PersonalDataSpan] = []
    var offset = 0
    while offset < text.count {
      guard text.isDigit(offset) else {
        offset += 1
        continue
      }
      let end = digitsEnd(from: offset)
      if let numberEnd = numberEnd(offset..<end, follows: spans.last) {
        spans.append(PersonalDataSpan(kind: .identityNumber, utf8Range: offset..<numberEnd))
        offset = numberEnd
      } else {
        offset = end
      }
    }
    return spans
  }

  private func digitsEnd(from start: Int) -> Int {
    var end = start
    while text.isDigit(end) { end += 1 }
    return end
  }

  /// The end of the number that begins with a run of digits, or nil where none does.
  private func numberEnd(_ digits: Range<Int>, follows last: PersonalDataSpan?) -> Int? {
    let startsList = last.map { $0.utf8Range.upperBound == digits.lowerBound - 1 } ?? false
    guard startsList || !text.continuesToken(at: digits.lowerBound) else { return nil }
    let end: Int
    let date: Range<Int>
    switch digits.count {
    case 6, 8:
      guard let tail = tail(after: digits.upperBound) else { return nil }
      date = digits
      end = tail
    case 10, 12:
      date = digits.lowerBound..<(digits.upperBound - 4)
      end = digits.upperBound
      // A mobile number in one piece is far more common than a number of birth without a hyphen.
      guard !MobilePrefix.stands(at: digits.lowerBound, in: text, digitCount: digits.count) else {
        return nil
      }
    default: return nil
    }
    guard isFree(end), hasDate(date), hasCheckDigit(date, end),
      !words.otherNumberLabels.contains(text.wordBefore(digits.lowerBound).word)
    else { return nil }
    return end
  }

  /// The end of a hyphen, a plus, a dash or a space and four digits, or nil.
  private func tail(after offset: Int) -> Int? {
    var start = offset
    if text[start] == 0x20 { start += 1 }
    let sign = text[start] == UInt8(ascii: "+") ? 1 : text.dashLength(at: start)
    start += sign
    if sign > 0, text[start] == 0x20 { start += 1 }
    guard start > offset else { return nil }
    let end = digitsEnd(from: start)
    return end - start == 4 ? end : nil
  }

  /// Whether a number may end here, and is no part of a longer one.
  private func isFree(_ end: Int) -> Bool {
    guard text.letterLength(at: end) == 0 else { return false }
    let isJoint = text[end] == UInt8(ascii: "-") || text[end] == UInt8(ascii: ".")
    return !isJoint || !text.isDigit(end + 1)
  }

  private func hasDate(_ range: Range<Int>) -> Bool {
    let digits = text.bytes[range].map { Int($0) - 0x30 }
    let rest = digits.suffix(6).map { $0 }
    let year = rest[0] * 10 + rest[1]
    let month = rest[2] * 10 + rest[3]
    let day = rest[4] * 10 + rest[5]
    var isLeap = year.isMultiple(of: 4)
    if digits.count == 8 {
      let century = digits[0] * 10 + digits[1]
      guard (18...20).contains(century) else { return false }
      if year == 0 { isLeap = century.isMultiple(of: 4) }
    }
    guard (1...12).contains(month) else { return false }
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return (1...days).contains(day > 60 ? day - 60 : day)
  }

  /// Whether the last digit is that of the nine before it (Luhn's sum).
  private func hasCheckDigit(_ date: Range<Int>, _ end: Int) -> Bool {
    let digits = (text.bytes[date].suffix(6) + text.bytes[(end - 4)..<end]).map { Int($0) - 0x30 }
    let sum = digits.enumerated().reduce(0) { sum, digit in
      let product = digit.offset.isMultiple(of: 2) ? digit.element * 2 : digit.element
      return sum + product / 10 + product % 10
    }
    return sum.isMultiple(of: 10)
  }
}

/// The beginning of mobile numbers.
enum MobilePrefix {
  /// Whether a mobile number in one piece begins at an offset: 07, one of the series in use (PTS's
  /// numbering plan), ten digits in all.
  static func stands(at offset: Int, in text: TextBytes, digitCount: Int) -> Bool {
    guard digitCount == 10, text[offset] == UInt8(ascii: "0"),
      text[offset + 1] == UInt8(ascii: "7")
    else { return false }
    switch text[offset + 2] {
    case UInt8(ascii: "0"), UInt8(ascii: "2"), UInt8(ascii: "3"), UInt8(ascii: "6"),
      UInt8(ascii: "9"):
      return true
    default: return false
    }
  }
}
