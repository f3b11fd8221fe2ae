// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

internal import PlanModel
internal import SectionTokenization

/// Reads what a target cell demands: "Minst 95 %", "10 000 st", "öka", "Fastställs 2016".
struct TargetReader {
  private let comparators: [(words: [[UInt8]], comparator: Target.Comparator)]
  /// Folded, without spaces.
  private let phrases: [[UInt8]]
  /// The first words of what compares.
  private let comparatorStarts: Set<[UInt8]>
  /// The first words of the phrases.
  private let phraseStarts: Set<[UInt8]>
  /// The first bytes of the phrases.
  private let phraseLetters: Set<UInt8>
  /// The first bytes of the words that compare.
  private let comparatorLetters: Set<UInt8>
  private let units: Set<[UInt8]>

  init(_ vocabulary: Vocabulary) {
    comparators = vocabulary.comparators.flatMap { entry in
      entry.words.compactMap { text -> (words: [[UInt8]], comparator: Target.Comparator)? in
        guard let comparator = Target.Comparator(rawValue: entry.comparator) else { return nil }
        return (text.spaceSeparatedWords().map { FoldedText($0).utf8 }, comparator)
      }
    }.sorted { $0.words.count > $1.words.count }
    phrases = vocabulary.targetPhrases.map { FoldedText($0).utf8.filter { $0 != 0x20 } }
    phraseStarts = Set(
      vocabulary.targetPhrases.map { FoldedText($0.spaceSeparatedWords().first ?? "").utf8 })
    comparatorStarts = Set(comparators.map { $0.words[0] })
    phraseLetters = Set(phrases.compactMap(\.first))
    comparatorLetters = Set(comparators.compactMap { $0.words[0].first })
    units = Set(vocabulary.units.map { FoldedText($0).utf8 })
  }

  /// The target in a cell, or nil where the cell is empty.
  func target(from cell: String) -> Target? {
    guard !cell.isEmpty else { return nil }
    let words = cell.spaceSeparatedWords().map(String.init)
    let content = content(of: words[...])
    return Target(
      raw: cell, value: content?.value, unit: content?.unit, comparator: content?.comparator)
  }

  /// Whether a target can begin with a word: a quick look before the words are read.
  func mayBegin(_ word: String) -> Bool {
    guard let byte = word.utf8.first else { return false }
    if byte < 0x41 || byte >= 0xC2 && byte != 0xC3 { return true }
    let letter = foldedLetter(byte)
    guard comparatorLetters.contains(letter) || phraseLetters.contains(letter) else { return false }
    let folded = FoldedText(word).utf8
    return comparatorStarts.contains(folded) || phraseStarts.contains(folded)
  }

  struct Content {
    var value: Double?
    var unit: String?
    var comparator: Target.Comparator
    /// Whether the unit is one of the vocabulary's, or there is none.
    var isUnitKnown: Bool
  }

  /// What the words of a cell demand, or nil for prose.
  func content(of words: ArraySlice<String>) -> Content? {
    var rest = words
    let comparator = takeComparator(&rest)
    guard let (value, attachedUnit) = takeNumber(&rest) else {
      guard let comparator, rest.isEmpty, comparator == .increase || comparator == .decrease else {
        return nil
      }
      return Content(value: nil, unit: nil, comparator: comparator, isUnitKnown: true)
    }
    let unitWords = (attachedUnit.map { [$0] } ?? []) + rest
    let isKnown = unitWords.first.map { units.contains(FoldedText($0).utf8) } ?? true
    // "10 % minskning till 2018": after a known unit a year may stand.
    guard unitWords.allSatisfy({ mayBeUnit($0) || isKnown && isYear($0) }) else { return nil }
    let unit = unitWords.isEmpty ? nil : unitWords.joined(separator: " ")
    return Content(
      value: value, unit: unit, comparator: comparator ?? .equal, isUnitKnown: isKnown)
  }

  /// Whether words are prose that stands for a target, or its beginning.
  func phraseMatch(_ words: ArraySlice<String>) -> (isWhole: Bool, isBeginning: Bool) {
    guard let firstWord = words.first, let byte = firstWord.utf8.first,
      phraseLetters.contains(foldedLetter(byte))
    else { return (false, false) }
    // Without spaces, since a narrow cell cuts words anywhere.
    let folded = FoldedText(words.joined()).utf8
    let endsInYear = words.count > 1 && isYear(words.last ?? "")
    var isWhole = false
    var isBeginning = false
    for phrase in phrases {
      if phrase == folded { isWhole = true }
      if endsInYear, phrase.elementsEqual(folded.dropLast(4)) { isWhole = true }
    }
    if let first = words.first.map({ FoldedText($0).utf8 }), phraseStarts.contains(first) {
      isBeginning = phrases.contains { $0.starts(with: folded) }
    }
    return (isWhole, isBeginning)
  }

  /// The first byte of a word in lower case; å, ä and ö begin with the same byte in both cases.
  private func foldedLetter(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  private func isYear(_ word: String) -> Bool {
    word.utf8.count == 4 && word.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private func takeComparator(_ words: inout ArraySlice<String>) -> Target.Comparator? {
    guard let first = words.first, let byte = first.utf8.first,
      comparatorLetters.contains(foldedLetter(byte))
    else { return nil }
    let folded = words.prefix(3).map { FoldedText($0).utf8 }
    for entry in comparators where folded.starts(with: entry.words) {
      words = words.dropFirst(entry.words.count)
      return entry.comparator
    }
    // "<5 %", "≥90": a sign glued to the number.
    for entry in comparators where entry.words.count == 1 {
      let sign = entry.words[0]
      guard sign.first.map({ $0 < 0x41 || $0 >= 0xE2 }) == true, first.utf8.count > sign.count,
        first.utf8.starts(with: sign)
      else { continue }
      words[words.startIndex] = String(first.utf8.dropFirst(sign.count)) ?? first
      return entry.comparator
    }
    return nil
  }

  /// Takes a number with its groups of three digits; "88%" also gives its unit.
  private func takeNumber(_ words: inout ArraySlice<String>) -> (Double, String?)? {
    guard let first = words.first, var number = NumberWord(first), number.mayBeFirst else {
      return nil
    }
    words = words.dropFirst()
    while number.mayTakeGroup, let next = words.first, let group = NumberWord(next),
      group.isGroup
    {
      number.append(group)
      words = words.dropFirst()
    }
    guard let value = Double(number.digits) else { return nil }
    return (value, number.unit)
  }

  private func mayBeUnit(_ word: String) -> Bool {
    if units.contains(FoldedText(word).utf8) { return true }
    guard let first = word.unicodeScalars.first else { return false }
    return first.properties.isAlphabetic || first == "/" || first == "°" || first == "%"
      || first == "(" || first == "‰"
  }
}

/// A word that is a number or a part of one.
private struct NumberWord {
  /// Digits with a decimal point, and a sign before.
  private(set) var digits: String
  /// What is glued to the number: "%" in "88%".
  private(set) var unit: String?
  /// Whether the word is three digits, which may follow a number as a group.
  private(set) var isGroup: Bool
  /// Whether a number may begin with the word: "000" is only ever a group.
  private(set) var mayBeFirst: Bool
  /// Whether a group of three digits may follow.
  private(set) var mayTakeGroup: Bool

  init?(_ word: String) {
    var digits = ""
    var rest = Array(word.utf8)
    if rest.first == UInt8(ascii: "-") || rest.starts(with: Array("−".utf8)) {
      digits = "-"
      rest.removeFirst(rest[0] == UInt8(ascii: "-") ? 1 : 3)
    }
    let whole = rest.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard !whole.isEmpty, whole.count <= 12 else { return nil }
    // "000" is a group, never the start of a number.
    let startsWithZero = whole.first == 0x30 && whole.count > 1
    digits += String(decoding: whole, as: UTF8.self)
    rest.removeFirst(whole.count)
    var hasFraction = false
    if let mark = rest.first, mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { $0 >= 0x30 && $0 <= 0x39 }
      if !fraction.isEmpty {
        digits += "." + String(decoding: fraction, as: UTF8.self)
        rest.removeFirst(fraction.count + 1)
        hasFraction = true
      } else if rest.count == 1 {
        rest.removeAll()
      }
    }
    // "1-14" and "2024/25" are no numbers.
    if let next = rest.first, next == UInt8(ascii: "-") || next == UInt8(ascii: "/") { return nil }
    unit = rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
    self.digits = digits
    isGroup = whole.count == 3 && digits.first != "-"
    mayBeFirst = !startsWithZero
    mayTakeGroup = whole.count <= 3 && !hasFraction && unit == nil && !startsWithZero
    if startsWithZero, whole.count != 3 || hasFraction { return nil }
  }

  mutating func append(_ group: NumberWord) {
    digits += group.digits
    unit = group.unit
    mayTakeGroup = group.unit == nil && !group.digits.contains(".")
  }
}
