// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Reads a goal's label and number at the start of a line: "Enhetsmål: 1.3.1.1 Avdelningsmål: …", or
/// "3.1.1 Nämndmål: …" where a plan numbers its headings.
struct GoalLabelReader: Sendable {
  /// By the byte that they begin with, in lower case; in the order in which they are tried.
  private let labelsByFirstByte: [[VocabularyIndex.LabelEntry]]
  private let beginnings: WordBeginnings

  init(labels: [VocabularyIndex.LabelEntry]) {
    var labelsByFirstByte = [[VocabularyIndex.LabelEntry]](repeating: [], count: 256)
    var beginnings = WordBeginnings()
    for label in labels {
      labelsByFirstByte[Int(label.folded[0])].append(label)
      beginnings.insert(label.folded)
    }
    self.labelsByFirstByte = labelsByFirstByte
    self.beginnings = beginnings
  }

  /// Whether a line may begin with a label, told by its first bytes.
  func mayBegin(_ line: LineEdges) -> Bool {
    beginnings.mayBegin(line) || line.startsWithDigit
  }

  /// The label at the start of the text, or nil.
  ///
  /// A label is followed by a colon, by a number and a colon, a full stop or a capital, or by a dash
  /// and a capital, or it is all there is on the line. The same words in a sentence ("Enhetsmål
  /// formuleras av …") are no label.
  func label(in text: String) -> GoalLabel? {
    guard mayBegin(LineEdges(text)) else { return nil }
    var text = text
    return text.withUTF8 { utf8 in
      let number = GoalNumber.leadingOrBare(utf8, from: 0)
      let start = number.map { skipSpaces(utf8, $0.utf8End) } ?? 0
      guard var label = labelAndNumber(in: utf8, from: start) else { return nil }
      if label.titleUTF8Offset < utf8.count, label.level == .unit,
        let nested = labelAndNumber(in: utf8, from: label.titleUTF8Offset), nested.level == .unit
      {
        label = GoalLabel(
          level: .unit, scope: nested.scope, number: nested.number ?? label.number,
          numberIsOfLabel: nested.number == nil ? label.numberIsOfLabel : nested.numberIsOfLabel,
          titleUTF8Offset: nested.titleUTF8Offset)
      }
      // The goal's own number stands behind its label; what stands before it counts headings.
      if label.number == nil, let number {
        label.number = number.text
        label.numberIsOfLabel = true
      }
      return label
    }
  }

  private func labelAndNumber(
    in utf8: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> GoalLabel? {
    guard let (entry, end) = labelWord(in: utf8, from: start) else { return nil }
    var offset = skipSpaces(utf8, end)
    var hasColon = false
    if offset < utf8.count, utf8[offset] == UInt8(ascii: ":") {
      hasColon = true
      offset = skipSpaces(utf8, offset + 1)
    }
    // "Åtagande nr 1: …"
    if !hasColon, utf8[offset...].starts(with: "nr ".utf8) { offset += 3 }
    var number = GoalNumber.leadingOrBare(utf8, from: offset)
    if number == nil, !hasColon { number = GoalNumber.beforeSignOrEnd(utf8, from: offset) }
    if let number {
      offset = skipSpaces(utf8, number.utf8End)
      if !hasColon {
        // "Åtagande 1:", "Åtagande 1." or "Åtagande 1 Vi …" — without any of these it is a sentence.
        let endsInDot = utf8[number.utf8End - 1] == UInt8(ascii: ".")
        let colonFollows = offset < utf8.count && utf8[offset] == UInt8(ascii: ":")
        offset = titleAfterDash(utf8, offset) ?? offset
        let capitalFollows = startsWithCapital(UnsafeBufferPointer(rebasing: utf8[offset...]))
        guard endsInDot || colonFollows || capitalFollows || offset == utf8.count else {
          return nil
        }
      }
      if offset < utf8.count, utf8[offset] == UInt8(ascii: ":") {
        offset = skipSpaces(utf8, offset + 1)
      }
    } else if !hasColon, offset < utf8.count {
      guard let title = titleAfterDash(utf8, offset) else { return nil }
      offset = title
    }
    return GoalLabel(
      level: entry.level, scope: entry.scope, number: number?.text,
      numberIsOfLabel: number != nil && !hasColon, titleUTF8Offset: offset)
  }

  private func labelWord(
    in utf8: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (VocabularyIndex.LabelEntry, Int)? {
    guard start < utf8.count else { return nil }
    let first = foldedByte(utf8[start], after: 0)
    for entry in labelsByFirstByte[Int(first)] {
      guard start + entry.folded.count <= utf8.count else { continue }
      var index = 0
      var previous: UInt8 = 0
      while index < entry.folded.count {
        let byte = utf8[start + index]
        if foldedByte(byte, after: previous) != entry.folded[index] { break }
        previous = byte
        index += 1
      }
      if index == entry.folded.count { return (entry, start + index) }
    }
    return nil
  }

  /// Where a title begins behind a dash with spaces round it ("Nämndmål – Alla barn …"), or nil.
  private func titleAfterDash(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int? {
    guard offset > 0, utf8[offset - 1] == 0x20 else { return nil }
    for dash in ["-", "–"] where utf8[offset...].starts(with: dash.utf8) {
      let end = offset + dash.utf8.count
      guard end + 1 < utf8.count, utf8[end] == 0x20 else { return nil }
      let number = GoalNumber.leadingOrBare(utf8, from: end + 1)
      let title = number.map { skipSpaces(utf8, $0.utf8End) } ?? end + 1
      return startsWithCapital(UnsafeBufferPointer(rebasing: utf8[title...])) ? end + 1 : nil
    }
    return nil
  }

  private func skipSpaces(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Int {
    var offset = offset
    while offset < utf8.count, utf8[offset] == 0x20 { offset += 1 }
    return offset
  }
}

/// Reads the numbers of goals.
///
/// They come as "1.", "1.4", "3.1.1.1." and, by a slip, "3.5.1. 1".
package enum GoalNumber {
  package struct Match {
    /// Digits and dots without a trailing dot or space.
    package let text: String
    /// Where the number ends, its trailing dot included.
    package let utf8End: Int
  }

  /// More digits than this in one place are a year or an amount.
  private static let digitLimit = 3

  /// The number at an offset, or nil.
  ///
  /// A number with one place must end in a dot ("1."), so that a title may begin with an amount.
  package static func leading(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Match? {
    var offset = start
    var text: [UInt8] = []
    var placeCount = 0
    var end = start
    var endsInDot = false
    while let placeEnd = digits(utf8, from: offset) {
      if placeCount > 0 { text.append(UInt8(ascii: ".")) }
      text.append(contentsOf: utf8[offset..<placeEnd])
      placeCount += 1
      end = placeEnd
      endsInDot = end < utf8.count && utf8[end] == UInt8(ascii: ".")
      guard endsInDot else { break }
      end += 1
      offset = end
      // A space inside a long number is a slip ("3.5.1. 1"); after "1. " a title may begin.
      if placeCount >= 2, offset + 1 < utf8.count, utf8[offset] == 0x20,
        let next = digits(utf8, from: offset + 1), endsPlace(utf8, next)
      {
        offset += 1
      }
    }
    guard placeCount >= 2 || (placeCount == 1 && endsInDot), endsPlace(utf8, end) else {
      return nil
    }
    return Match(text: String(decoding: text, as: UTF8.self), utf8End: end)
  }

  /// A number of one place without a dot after a label: "KF:s inriktningsmål: 2 Lindviken …".
  ///
  /// A small letter after it means that it counts something.
  private static func bare(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Match? {
    guard let end = digits(utf8, from: start), end - start <= 2, end + 1 < utf8.count,
      utf8[end] == 0x20, startsWithCapital(UnsafeBufferPointer(rebasing: utf8[(end + 1)...]))
    else { return nil }
    return Match(text: String(decoding: utf8[start..<end], as: UTF8.self), utf8End: end)
  }

  /// The number at an offset, which may also be one of one place without a dot, or nil.
  package static func leadingOrBare(
    _ utf8: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Match? {
    leading(utf8, from: start) ?? bare(utf8, from: start)
  }

  /// A number of one place between a label and its colon or dash, or behind a label that has its line
  /// to itself: "Åtagande 2: …", "Åtagande 2 – …", "Åtagande 2".
  static func beforeSignOrEnd(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Match? {
    guard let end = digits(utf8, from: start),
      end == utf8.count && end - start <= 2
        || [":", " - ", " – "].contains(where: { utf8[end...].starts(with: $0.utf8) })
    else { return nil }
    return Match(text: String(decoding: utf8[start..<end], as: UTF8.self), utf8End: end)
  }

  private static func digits(_ utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var end = start
    while end < utf8.count, isDigit(utf8[end]) { end += 1 }
    return end > start && end - start <= digitLimit ? end : nil
  }

  /// Whether a number may end here: before a space, a colon, a dot or the end.
  private static func endsPlace(_ utf8: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    guard offset < utf8.count else { return true }
    let byte = utf8[offset]
    return byte == 0x20 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".")
  }
}
