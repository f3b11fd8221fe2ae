// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

internal import PlanModel
internal import SectionTokenization

/// Reads what a target cell demands: "Minst 95 %", "10 000 st", "öka", "Fastställs 2016".
///
/// Each way to part the end of a row is tried as cells, so cells are read as UTF-8 where they stand.
/// They have one space between two words and none at their ends.
///
/// A class, since each row gets one, and a structure of so many lists takes long to copy. It never
/// changes.
final class TargetReader: Sendable {
  private struct ComparatorWords: Sendable {
    /// The numbers of its words.
    let words: [Int]
    let comparator: Target.Comparator
    /// The only word where that is a sign, which may be glued to a number ("<5 %"), else nil.
    let sign: [UInt8]?
  }

  /// Most words first.
  private let comparators: [ComparatorWords]
  private let comparatorWords: KnownTexts
  /// Whether a comparator begins with the word of that number.
  private let beginsComparator: [Bool]
  /// The first bytes of the words that compare.
  private let mayBeginComparator: [Bool]
  /// Folded, without spaces.
  private let phrases: [[UInt8]]
  /// The first words of the phrases.
  private let phraseStarts: KnownTexts
  /// The first bytes of the phrases.
  private let mayBeginPhrase: [Bool]
  private let units: KnownTexts

  /// No comparator has more words.
  private static let longestComparator = 3
  /// No cell is so narrow that it cuts a word after fewer letters.
  private static let leastCutLength = 6

  init(_ vocabulary: Vocabulary) {
    var words = KnownTexts()
    var comparators: [ComparatorWords] = []
    for entry in vocabulary.comparators {
      guard let comparator = Target.Comparator(rawValue: entry.comparator) else { continue }
      for text in entry.words {
        comparators.append(Self.comparatorWords(text, comparator, in: &words))
      }
    }
    self.comparators = comparators.sorted { $0.words.count > $1.words.count }
    comparatorWords = words
    beginsComparator = Self.beginnings(of: comparators)
    mayBeginComparator = Self.firstBytes(
      vocabulary.comparators.flatMap(\.words).map(Self.firstWord))
    phrases = vocabulary.targetPhrases.map { FoldedText($0).utf8.filter { $0 != 0x20 } }
    var starts = KnownTexts()
    for phrase in vocabulary.targetPhrases {
      let start = phrase.spaceSeparatedWords().first ?? ""
      _ = starts.add(String(start))
      // A narrow cell cuts a long word before its end.
      for length in Self.leastCutLength..<max(Self.leastCutLength, start.count) {
        _ = starts.add(String(start.prefix(length)))
      }
    }
    phraseStarts = starts
    mayBeginPhrase = Self.firstBytes(phrases)
    var units = KnownTexts()
    for unit in vocabulary.units { _ = units.add(unit) }
    self.units = units
  }

  private static func comparatorWords(
    _ text: String, _ comparator: Target.Comparator, in known: inout KnownTexts
  ) -> ComparatorWords {
    let words = text.spaceSeparatedWords()
    let sign = words.count == 1 ? firstWord(of: text) : []
    return ComparatorWords(
      words: words.map { known.add($0) }, comparator: comparator,
      sign: sign.first.map { $0 < 0x41 || $0 >= 0xE2 } == true ? sign : nil)
  }

  private static func beginnings(of comparators: [ComparatorWords]) -> [Bool] {
    let lastNumber = comparators.flatMap(\.words).max() ?? KnownTexts.unknown
    let firsts = Set(comparators.compactMap(\.words.first))
    return (KnownTexts.unknown...lastNumber).map { firsts.contains($0) }
  }

  private static func firstWord(of text: String) -> [UInt8] {
    FoldedText(text.spaceSeparatedWords().first ?? "").utf8
  }

  private static func firstBytes(_ texts: [[UInt8]]) -> [Bool] {
    var flags = [Bool](repeating: false, count: 256)
    for text in texts { if let first = text.first { flags[Int(first)] = true } }
    return flags
  }

  /// The target in a cell, or nil where the cell is empty.
  func target(from cell: String) -> Target? {
    guard !cell.isEmpty else { return nil }
    var text = cell
    return text.withUTF8 { utf8 in
      let content = content(of: utf8)
      return Target(
        raw: cell, value: content?.number.flatMap { NumberWord.value(utf8, $0) },
        unit: content?.unit.map { String(decoding: utf8[$0], as: UTF8.self) },
        comparator: content?.comparator)
    }
  }

  /// Whether a target can begin with a word: a quick look before the words are read.
  func mayBegin(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let byte = word.first else { return false }
    if byte < 0x41 || byte >= 0xC2 && byte != 0xC3 { return true }
    return beginsComparator[comparatorWords.number(of: word)]
      || phraseStarts.number(of: word) != KnownTexts.unknown
  }

  /// What a cell demands; the places are in bytes of the cell.
  struct Content {
    /// Where the number stands with its groups, or nil.
    var number: Range<Int>?
    /// Where the unit stands, or nil.
    var unit: Range<Int>?
    var comparator: Target.Comparator
    /// Whether the unit is one of the vocabulary's, or there is none.
    var isUnitKnown: Bool
  }

  /// What a cell demands, or nil for prose.
  func content(of cell: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Content? {
    var offset = start
    let comparator = takeComparator(cell, &offset)
    guard let (number, unitStart) = takeNumber(cell, &offset) else {
      guard let comparator, offset >= cell.count,
        comparator == .increase || comparator == .decrease
      else { return nil }
      return Content(number: nil, unit: nil, comparator: comparator, isUnitKnown: true)
    }
    offset = unitStart ?? offset
    let unit = offset..<max(offset, cell.count)
    var isKnown = true
    while offset < cell.count {
      let end = wordEnd(cell, from: offset)
      let word = UnsafeBufferPointer(rebasing: cell[offset..<end])
      if offset == unit.lowerBound { isKnown = units.number(of: word) != KnownTexts.unknown }
      // "10 % minskning till 2018": after a known unit a year may stand.
      guard mayBeUnit(word) || isKnown && isYear(word) else { return nil }
      offset = end + 1
    }
    return Content(
      number: number, unit: unit.isEmpty ? nil : unit, comparator: comparator ?? .equal,
      isUnitKnown: isKnown)
  }

  // MARK: - Phrases

  /// How a cell goes with prose that stands for a target.
  enum PhraseMatch {
    case whole, beginning
  }

  /// Whether a cell is prose that stands for a target, or its beginning; nil for neither.
  func phraseMatch(_ cell: UnsafeBufferPointer<UInt8>) -> PhraseMatch? {
    guard let byte = cell.first, mayBeginPhrase[Int(foldedByte(byte, after: 0))] else {
      return nil
    }
    let count = FoldedText.count(of: cell)
    let hasYear =
      cell.count > 5 && cell[cell.count - 5] == 0x20
      && isYear(UnsafeBufferPointer(rebasing: cell[(cell.count - 4)...]))
    var isBeginning = false
    for phrase in phrases {
      let match = match(cell, upTo: count, with: phrase)
      if match == .whole { return .whole }
      if hasYear, self.match(cell, upTo: cell.count - 5, with: phrase) == .whole { return .whole }
      isBeginning = isBeginning || match == .beginning
    }
    guard isBeginning else { return nil }
    let start = UnsafeBufferPointer(rebasing: cell[..<wordEnd(cell, from: 0)])
    return phraseStarts.number(of: start) != KnownTexts.unknown ? .beginning : nil
  }

  /// Compares without spaces, since a narrow cell cuts words anywhere.
  private func match(
    _ cell: UnsafeBufferPointer<UInt8>, upTo end: Int, with phrase: [UInt8]
  ) -> PhraseMatch? {
    var matched = 0
    var previous: UInt8 = 0
    for offset in 0..<end where cell[offset] != 0x20 {
      guard matched < phrase.count, foldedByte(cell[offset], after: previous) == phrase[matched]
      else { return nil }
      previous = cell[offset]
      matched += 1
    }
    return matched == phrase.count ? .whole : .beginning
  }

  // MARK: - The parts of a cell

  private func wordEnd(_ cell: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < cell.count, cell[end] != 0x20 { end += 1 }
    return end
  }

  private func isYear(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    word.count == 4 && word.allSatisfy(isDigit)
  }

  private func takeComparator(
    _ cell: UnsafeBufferPointer<UInt8>, _ offset: inout Int
  ) -> Target.Comparator? {
    guard offset < cell.count, mayBeginComparator[Int(foldedByte(cell[offset], after: 0))] else {
      return nil
    }
    let first = UnsafeBufferPointer(rebasing: cell[offset..<wordEnd(cell, from: offset)])
    let number = comparatorWords.number(of: first)
    if beginsComparator[number] {
      for entry in comparators where entry.words.first == number {
        guard let end = end(of: entry.words, in: cell, from: offset) else { continue }
        offset = end
        return entry.comparator
      }
    }
    // "<5 %", "≥90": a sign glued to the number.
    guard cell[offset] < 0x41 || cell[offset] >= 0xC2 else { return nil }
    for entry in comparators {
      guard let sign = entry.sign, first.count > sign.count, first.starts(with: sign) else {
        continue
      }
      offset += sign.count
      return entry.comparator
    }
    return nil
  }

  /// Where the word after some words begins, or nil where other words stand there.
  private func end(
    of words: [Int], in cell: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard words.count <= Self.longestComparator else { return nil }
    var offset = start
    for word in words {
      guard offset < cell.count else { return nil }
      let end = wordEnd(cell, from: offset)
      let printed = UnsafeBufferPointer(rebasing: cell[offset..<end])
      guard comparatorWords.number(of: printed) == word else { return nil }
      offset = min(end + 1, cell.count)
    }
    return offset
  }

  /// Takes a number with its groups of three digits; "88%" also gives where its unit begins.
  private func takeNumber(
    _ cell: UnsafeBufferPointer<UInt8>, _ offset: inout Int
  ) -> (number: Range<Int>, unitStart: Int?)? {
    let start = offset
    var end = wordEnd(cell, from: start)
    guard let first = NumberWord(cell, start..<end), first.mayBeFirst else { return nil }
    var last = first
    var mayTakeGroup = first.mayTakeGroup
    while mayTakeGroup, end < cell.count {
      let groupEnd = wordEnd(cell, from: end + 1)
      guard let group = NumberWord(cell, (end + 1)..<groupEnd), group.isGroup else { break }
      last = group
      mayTakeGroup = !group.hasUnit && !group.hasFraction
      end = groupEnd
    }
    offset = min(end + 1, cell.count)
    return (start..<last.end, last.hasUnit ? last.end : nil)
  }

  private func mayBeUnit(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    if units.number(of: word) != KnownTexts.unknown { return true }
    guard !word.isEmpty else { return false }
    let first = decodeScalar(word, at: 0).scalar
    return first.properties.isAlphabetic || first == "/" || first == "°" || first == "%"
      || first == "(" || first == "‰"
  }
}
