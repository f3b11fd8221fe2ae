// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import TestSupport
import Testing

struct KnownTextsTests {
  private static let pieces = [
    "å", "Å", "Ö", "ö", "m", "M", "ål", "ÅL", "×", "÷", "é", "€", " ", ".",
  ]

  private func text(_ chance: inout Chance, of count: Int) -> String {
    (0..<count).map { _ in Self.pieces[chance.below(Self.pieces.count)] }.joined()
  }

  @Test("a text has the number of the known one that is folded alike", arguments: 0..<50)
  func numbers(seed: Int) {
    var chance = Chance(seed: seed)
    var known = KnownTexts()
    var folded: [FoldedText] = []
    for _ in 0..<40 {
      let text = text(&chance, of: chance.below(7))
      let number = known.add(text)
      if number > folded.count { folded.append(FoldedText(text)) }
      #expect(folded[number - 1] == FoldedText(text))
    }
    #expect(known.longest == folded.map(\.utf8.count).max())
    for _ in 0..<400 {
      let text = text(&chance, of: chance.below(7)) + ["", ":", ".", ": "][chance.below(4)]
      let expected = folded.firstIndex(of: FoldedText(text)).map { $0 + 1 } ?? KnownTexts.unknown
      #expect(known.number(of: text) == expected, "\(text)")
    }
  }
}
