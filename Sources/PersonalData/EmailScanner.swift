// SPDX-License-Identifier: GPL-2.0-or-later

/// Finds e-mail addresses, also those that a line's end has cut after the "@" or at a dot.
///
/// Each byte is looked at by the "@" before it and the one after it only, so that the time is linear
/// in the text.
struct EmailScanner {
  let text: TextBytes

  /// Domains end in a word of so few letters where only that shows that a space is a line's end.
  private static let cutTopDomain = 2...3

  func spans() -> [PersonalDataSpan] {
    var spans: [PersonalDataSpan] = []
    var floor = 0
    for at in text.bytes.indices where text.bytes[at] == UInt8(ascii: "@") {
      let start = localStart(endingAt: at, floor: floor)
      guard start < at, let end = domainEnd(from: at + 1) else { continue }
      spans.append(PersonalDataSpan(kind: .email, utf8Range: start..<end))
      floor = end
    }
    return spans
  }

  private func localStart(endingAt end: Int, floor: Int) -> Int {
    var start = end
    while start > floor {
      let length = max(text.letterLength(endingAt: start), isLocalSign(start - 1) ? 1 : 0)
      guard length > 0 else { break }
      start -= length
    }
    // A list's marker and an opening quotation mark are no part of it.
    while start < end, text.letterLength(at: start) == 0, !text.isDigit(start) { start += 1 }
    return start
  }

  private func isLocalSign(_ offset: Int) -> Bool {
    switch text[offset] {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "'"):
      true
    default: text.isDigit(offset)
    }
  }

  /// The end of the domain that begins at an offset, or after a space there; nil where none does.
  private func domainEnd(from start: Int) -> Int? {
    var offset = text[start] == 0x20 ? start + 1 : start
    var hasDot = false
    /// The end of the last label that may be the last of a domain.
    var end: Int?
    while true {
      let labelEnd = labelEnd(from: offset, hasDot: hasDot)
      guard labelEnd > offset else { return end }
      if hasDot, isTopDomain(offset..<labelEnd) { end = trimmed(offset..<labelEnd) }
      if text[labelEnd] == UInt8(ascii: "."), startsLabel(labelEnd + 1, after: offset) {
        offset = labelEnd + 1
      } else if !hasDot, let next = afterCutDot(labelEnd) {
        return next
      } else {
        return end
      }
      hasDot = true
    }
  }

  /// The end of a run of letters, digits and hyphens; a small letter before a capital ends it behind
  /// a dot, where the next sentence was run in.
  private func labelEnd(from start: Int, hasDot: Bool) -> Int {
    var end = start
    while true {
      let length = text.letterLength(at: end)
      if length > 0 {
        let isNextWord =
          hasDot && end > start && text.isCapital(at: end)
          && !text.isCapital(at: end - text.letterLength(endingAt: end))
        if isNextWord { return end }
        end += length
      } else if text.isDigit(end) || (text[end] == UInt8(ascii: "-") && end > start) {
        end += 1
      } else {
        return end
      }
    }
  }

  /// Whether a label begins behind a dot; a capital after small letters begins a sentence.
  private func startsLabel(_ offset: Int, after previous: Int) -> Bool {
    if text.isDigit(offset) { return true }
    guard text.letterLength(at: offset) > 0 else { return false }
    return !text.isCapital(at: offset) || text.isCapital(at: previous)
  }

  private func isTopDomain(_ range: Range<Int>) -> Bool {
    let label = trimmed(range) - range.lowerBound
    return label >= 2
      && text.bytes[range.lowerBound..<(range.lowerBound + label)].allSatisfy { byte in
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
      }
  }

  private func trimmed(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] == UInt8(ascii: "-") { end -= 1 }
    return end
  }

  /// The end of a last label behind a dot with a space on one side of it, or nil.
  private func afterCutDot(_ offset: Int) -> Int? {
    let isCutAfter = text[offset] == UInt8(ascii: ".") && text[offset + 1] == 0x20
    let isCutBefore = text[offset] == 0x20 && text[offset + 1] == UInt8(ascii: ".")
    guard isCutAfter || isCutBefore else { return nil }
    var end = offset + 2
    while text[end] >= 0x61 && text[end] <= 0x7A { end += 1 }
    let isWhole = text.letterLength(at: end) == 0 && !text.isDigit(end)
    return isWhole && Self.cutTopDomain.contains(end - offset - 2) ? end : nil
  }
}
