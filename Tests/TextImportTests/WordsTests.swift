// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText
import TestSupport
import Testing

struct WordsTests {
  private static let pieces = ["a", "å", " ", "  ", "verksamhet", "•", "2026-12-31", "-", "9", "é"]

  private func text(_ seed: Int) -> String {
    var chance = Chance(seed: seed)
    return (0..<chance.below(15)).map { _ in Self.pieces[chance.below(Self.pieces.count)] }.joined()
  }

  @Test("words are what stands between spaces", arguments: 0..<200)
  func words(seed: Int) {
    let text = text(seed)
    let expected = text.split(separator: " ")
    #expect(text.spaceSeparatedWords() == expected)
    #expect("x\(text)x".dropFirst().dropLast().spaceSeparatedWords() == expected)
    var copy = text
    let ranges = copy.withUTF8(wordRanges(of:))
    #expect(ranges.map { text.utf8Slice($0) } == expected)
    #expect(text.lastUTF8Byte == text.utf8.last)
  }

  @Test("a text ends in a date where its last word is one", arguments: 0..<200)
  func dates(seed: Int) {
    let text = text(seed)
    let endsInDate = text.last != " " && text.split(separator: " ").last == "2026-12-31"
    #expect(endsInISODate(text) == endsInDate)
    #expect(endsInISODate("x\(text)x".dropFirst().dropLast()) == endsInDate)
  }

  @Test(
    "a date has a month and a day that there can be",
    arguments: [
      ("2026-01-31", true), ("2026-12-01", true), ("2026-13-01", false), ("2026-00-01", false),
      ("2026-01-00", false), ("2026-01-32", false), ("2026/01/01", false), ("2026-01-1", false),
      ("2026-01-011", false), ("", false),
    ])
  func dateParts(text: String, isDate: Bool) {
    #expect(isISODate(text.utf8) == isDate)
    #expect(isISODate(AnyCollection(text.utf8)) == isDate)
  }

  @Test(
    "dates at the end of a text are taken off it, two at the most",
    arguments: [
      ("Skriva plan 2026-01-01 2026-12-31", "Skriva plan", ["2026-01-01", "2026-12-31"]),
      ("Skriva plan 2026-12-31", "Skriva plan", ["2026-12-31"]), ("2026-12-31", "", ["2026-12-31"]),
      ("2026-01-01 2026-12-31", "", ["2026-01-01", "2026-12-31"]),
      ("2026-01-01 2026-02-01 2026-03-01", "2026-01-01", ["2026-02-01", "2026-03-01"]),
      ("Före2026-01-01 2026-12-31", "Före2026-01-01", ["2026-12-31"]), ("Löpande", "Löpande", []),
      ("2026-12-31 Löpande", "2026-12-31 Löpande", []), ("", "", []),
    ])
  func trailingDates(text: String, rest: String, dates: [String]) {
    let found = TrailingISODates(text)
    #expect(found.rest == rest)
    #expect(found.dates == dates)
    #expect(found.count == dates.count)
  }
}
