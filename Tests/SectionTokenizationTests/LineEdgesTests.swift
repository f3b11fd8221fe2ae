// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText
import TestSupport
import Testing

@testable import SectionTokenization

struct LineEdgesTests {
  private static let pieces = ["a", "M", "å", "Ö", "×", "÷", "é", "1", ".", "–", "e", "n"]

  private func text(_ seed: Int) -> String {
    var chance = Chance(seed: seed)
    return (0..<chance.below(4)).map { _ in Self.pieces[chance.below(Self.pieces.count)] }.joined()
  }

  @Test("a line's edges say of its letters what the line says", arguments: 0..<300)
  func letters(seed: Int) {
    let text = text(seed)
    let edges = LineEdges(text)
    #expect(edges.startsWithSmallLetter == startsWithSmallLetter(text.utf8))
    #expect(edges.startsWithCapital == startsWithCapital(text.utf8))
    #expect(edges.count == text.utf8.count)
    #expect(edges.last == text.utf8.last ?? 0)
  }

  @Test("a line that begins with a known word may begin with one, in capitals too")
  func beginnings() {
    var beginnings = WordBeginnings()
    for word in ["mål", "årsmål", "e"] { beginnings.insert(FoldedText(word).utf8) }
    for line in ["Mål", "MÅL: 1", "mål", "Årsmål", "ÅRSMÅL", "E", "ett", "Ex", "M"] {
      #expect(beginnings.mayBegin(LineEdges(line)), "\(line)")
    }
    for line in ["", "Nytt", "Öka", "Medel", "1 mål", "Ärende"] {
      #expect(!beginnings.mayBegin(LineEdges(line)), "\(line)")
    }
  }
}
