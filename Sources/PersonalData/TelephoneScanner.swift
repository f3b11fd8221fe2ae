// SPDX-License-Identifier: GPL-2.0-or-later

/// Finds Swedish telephone numbers.
///
/// A number is known by its area code and what parts it from the rest (08-465 004 00), by the
/// country's code (+46, 0046), by the series of mobile numbers, or by a word such as "telefon" before
/// it. Lengths and area codes are those of the Swedish numbering plan (PTS): eight to ten digits with
/// the 0, and 08 the only area code of two digits.
struct TelephoneScanner {
  let text: TextBytes
  let words: PersonalDataWords

  private static let nationalDigits = 8...10
  /// Without the 0 in front.
  private static let significantDigits = 7...9
  /// Fewer are a short number, such as that of the police.
  private static let labelledDigits = 6...8

  func spans() -> [PersonalDataSpan] {
    var spans: [PersonalDataSpan] = []
    var offset = 0
    while offset < text.count {
      let byte = text.bytes[offset]
      let begins = text.isDigit(offset) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(")
      guard begins else {
        offset += 1
        continue
      }
      if let end = numberEnd(from: offset, follows: spans.last) {
        spans.append(PersonalDataSpan(kind: .telephone, utf8Range: offset..<end))
        offset = end
      } else {
        offset += 1
        // What begins inside a run of digits is no number.
        while text.isDigit(offset), text.isDigit(offset - 1) { offset += 1 }
      }
    }
    return spans
  }

  private func numberEnd(from start: Int, follows last: PersonalDataSpan?) -> Int? {
    let isListed = last.map { $0.utf8Range.upperBound == start - 1 } ?? false
    guard isListed || !text.continuesToken(at: start) else { return nil }
    let end: Int?
    switch text[start] {
    case UInt8(ascii: "+"): end = internationalEnd(codeAt: start + 1)
    case UInt8(ascii: "("):
      end =
        text[start + 1] == UInt8(ascii: "0")
        ? nationalEnd(from: start + 1, isInParentheses: true) : nil
    default:
      end =
        text[start] == UInt8(ascii: "0")
        ? internationalEnd(trunkAt: start) ?? nationalEnd(from: start) : nil
    }
    guard let end = (end ?? labelledEnd(from: start)).map(afterSecondEnding), isFree(end),
      !words.otherNumberLabels.contains(text.wordBefore(start).word)
    else { return nil }
    return end
  }

  /// The end of another ending behind a number's last two digits, or the end itself: "004 31/32".
  private func afterSecondEnding(_ end: Int) -> Int {
    let sign = text[end] == UInt8(ascii: "/") ? 1 : text.dashLength(at: end)
    let second = end + sign
    let hasTwo = text.isDigit(second) && text.isDigit(second + 1) && !text.isDigit(second + 2)
    // The two before it stand apart, or it may be anything.
    let isGroup = text.isDigit(end - 2) && !text.isDigit(end - 3)
    return sign > 0 && hasTwo && isGroup ? second + 2 : end
  }

  /// Whether a number may end here: before no letter and no digit, and before no year of a registry.
  private func isFree(_ end: Int) -> Bool {
    guard text.letterLength(at: end) == 0, !text.isDigit(end) else { return false }
    let hasYear =
      text[end] == UInt8(ascii: "/")
      && (1...4).allSatisfy { text.isDigit(end + $0) } && !text.isDigit(end + 5)
    return !hasYear
  }

  // MARK: - With an area code

  private func nationalEnd(from start: Int, isInParentheses: Bool = false) -> Int? {
    let number = DigitGroups(text, from: start)
    guard let area = number.groups.first else { return nil }
    if area.count > 4 { return gluedEnd(area) }
    guard number.groups.count > 1, area.count > 2 || text[start + 1] == UInt8(ascii: "8"),
      text[start + 1] != UInt8(ascii: "0"),
      area.count >= 2, (number.groups[1].joint == .parenthesis) == isInParentheses
    else { return nil }
    // With four digits in front, the rest has five at least, or six.
    let digitCounts = area.count == 4 ? 9...10 : Self.nationalDigits
    let isParted: Bool
    switch number.groups[1].joint {
    case .dash, .slash, .parenthesis: isParted = true
    case .space, .dot, .none: isParted = false
    }
    let first = isParted ? 1 : 0
    let rest =
      isParted
      ? digitCounts.lowerBound - area.count...digitCounts.upperBound - area.count
      : max(9, digitCounts.lowerBound)...digitCounts.upperBound
    guard let last = number.lastGroup(from: first, digitCounts: rest),
      number.groups[1...last].allSatisfy({ $0.count >= 2 })
    else { return nil }
    let end = number.groups[last].end
    if isParted { return isNoTimeSpan(number, last) ? end : nil }
    return isSpaced(number, last, from: start) ? end : nil
  }

  /// "08-17 100 000" is a time span and an amount: behind 08, two digits are followed by twos only.
  private func isNoTimeSpan(_ number: DigitGroups, _ last: Int) -> Bool {
    let groups = number.groups
    guard groups[0].count == 2, groups[1].count == 2 else { return true }
    return groups[1...last].allSatisfy { $0.count == 2 } && groups[2].joint == .space
      && digitCount(number, last) == Self.nationalDigits.lowerBound
  }

  /// Whether a number with the same joint all through is one of telephones: no part of a row of
  /// numbers, and no amount; with dots, a mobile number.
  private func isSpaced(_ number: DigitGroups, _ last: Int, from start: Int) -> Bool {
    let isMobile =
      number.groups[0].count == 3 && text[start + 1] == UInt8(ascii: "7")
      && digitCount(number, last) == Self.nationalDigits.upperBound
    if number.groups[1].joint == .dot { return isMobile }
    let isInRow = text[start - 1] == 0x20 && text.isDigit(start - 2)
    return !isInRow && (isMobile || !number.areThousands(from: 0, through: last))
  }

  private func digitCount(_ number: DigitGroups, _ last: Int) -> Int {
    number.groups[...last].reduce(0) { $0 + $1.count }
  }

  private func gluedEnd(_ group: DigitGroups.Group) -> Int? {
    MobilePrefix.stands(at: group.start, in: text, digitCount: group.count) ? group.end : nil
  }

  // MARK: - With the country's code

  private func internationalEnd(trunkAt start: Int) -> Int? {
    guard text[start] == UInt8(ascii: "0"), text[start + 1] == UInt8(ascii: "0") else { return nil }
    return internationalEnd(codeAt: start + 2)
  }

  private func internationalEnd(codeAt start: Int) -> Int? {
    guard text[start] == UInt8(ascii: "4"), text[start + 1] == UInt8(ascii: "6") else { return nil }
    var offset = afterJoint(start + 2)
    if text[offset] == UInt8(ascii: "("), text[offset + 1] == UInt8(ascii: "0"),
      text[offset + 2] == UInt8(ascii: ")")
    {
      offset = afterJoint(offset + 3)
    }
    guard text.isDigit(offset) else { return nil }
    let number = DigitGroups(text, from: offset)
    let zero = text[offset] == UInt8(ascii: "0") ? 1 : 0
    let counts = Self.significantDigits
    // The area code's joint may differ from those after it.
    let last =
      number.lastGroup(
        from: 0, digitCounts: counts.lowerBound + zero...counts.upperBound + zero)
      ?? number.groups.first.flatMap { area in
        let least = max(1, counts.lowerBound + zero - area.count)
        let most = counts.upperBound + zero - area.count
        return most >= least
          ? number.lastGroup(from: 1, digitCounts: least...most) : nil
      }
    return last.map { number.groups[$0].end }
  }

  private func afterJoint(_ offset: Int) -> Int {
    DigitGroups.joint(text, at: offset)?.end ?? offset
  }

  // MARK: - Behind a word

  private func labelledEnd(from start: Int) -> Int? {
    guard text.isDigit(start) else { return nil }
    let before = text.wordBefore(start)
    guard words.telephoneLabels.contains(before.word) else { return nil }
    let number = DigitGroups(text, from: start)
    let hasZero = text[start] == UInt8(ascii: "0")
    let counts = hasZero ? Self.nationalDigits : Self.labelledDigits
    guard let last = number.lastGroup(from: 0, digitCounts: counts),
      number.groups[...last].allSatisfy({ $0.count >= 2 && $0.joint != .dot }),
      !isDate(number)
    else { return nil }
    // Without a colon it may be an account and its amounts in a budget: "Telefon 120 000".
    guard before.hasColon || !number.areThousands(from: 0, through: last) else { return nil }
    return number.groups[last].end
  }

  private func isDate(_ number: DigitGroups) -> Bool {
    let counts = number.groups.prefix(3).map(\.count)
    return counts == [4, 2, 2]
  }
}
