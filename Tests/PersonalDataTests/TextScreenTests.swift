// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import TestSupport
import Testing

@testable import PersonalData

/// The screen looks at eight bytes at a time, and may not overlook what the scanners would find.
struct TextScreenTests {
  /// What texts are made of: titles and names in letters of any case, numbers, signs and parts of
  /// words.
  private static let pieces = [
    "enhetschef", "REKTORNS", "Chef", "förvaltare", "ÖVERLÄKARE", "Åsa", "Öberg", "Šimić", "×", "–",
    "@", "08", "465", " ", " ", " ", "-", ".", "å", "s", "chefa", "2026", "(", "●", "S",
  ]

  private static func text(_ chance: inout Chance) -> String {
    (0..<chance.below(14)).map { _ in pieces[chance.below(pieces.count)] }.joined()
  }

  @Test("a text is let through where it holds an address, six digits or a title")
  func sameAsReading() throws {
    let words = PersonalDataWords(try .stockholm())
    var chance = Chance(seed: 5)
    var withoutTitle = 0
    for _ in 0..<4_000 {
      let text = Self.text(&chance)
      let screen = TextScreen(text, words)
      let bytes = TextBytes(text)
      #expect(screen.mayHoldEmail == text.contains("@"))
      #expect(screen.mayHoldNumber == (bytes.bytes.count { $0 >= 0x30 && $0 <= 0x39 } >= 6))
      let hasTitle = NameWordReader.words(in: bytes).contains { word in
        words.titles.match(FoldedText(utf8: Array(bytes.bytes[word.range])).utf8)
      }
      #expect(screen.mayHoldTitle || !hasTitle, "\(text)")
      if !screen.mayHoldTitle { withoutTitle += 1 }
    }
    #expect(withoutTitle > 500)
  }

  @Test("a text is read for a name where a capital with the right letter after it stands")
  func names() {
    var names = KnownNames()
    names.add(name: Array("Åsa Öberg".utf8))
    for count in 0..<9 {
      let before = String(repeating: "x", count: count)
      #expect(names.mayStand(in: "\(before) Åsa Öberg"))
      #expect(names.mayStand(in: "\(before) ASA OBERG och flera andra"))
      #expect(!names.mayStand(in: "\(before) åsa öberg och Öberg, Šimić och Åke"))
    }
  }
}
