// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import TestSupport
import Testing

@testable import PersonalData

/// The screen looks at sixteen bytes at a time, and may not overlook what the scanners would find.
struct TextScreenTests {
  /// What texts are made of: titles and names in letters of any case, numbers, signs and parts of
  /// words.
  private static let pieces = [
    "enhetschef", "REKTORNS", "Chef", "förvaltare", "ÖVERLÄKARE", "Åsa", "Öberg", "Šimić", "×", "–",
    "@", "08", "465", " ", " ", " ", " ", " ", "-", ".", ":", "å", "s", "chefa", "2026", "(", "●",
    "S", "Ek", "von", "de", "K.", "är", "biträdande", "ledare”",
  ]

  private let words: PersonalDataWords

  init() throws { words = PersonalDataWords(try .stockholm()) }

  private static func text(_ chance: inout Chance) -> String {
    let separator = chance.below(2) == 0 ? " " : ""
    return (0..<chance.below(12)).map { _ in pieces[chance.below(pieces.count)] }
      .joined(separator: separator)
  }

  @Test("a text is let through where it holds an at sign or six digits")
  func addressesAndNumbers() {
    var chance = Chance(seed: 5)
    for _ in 0..<4_000 {
      let text = Self.text(&chance)
      let screen = TextScreen.of(text, words)
      let isLong = text.utf8.count >= 5
      #expect(screen.mayHoldEmail == (isLong && text.contains("@")), "\(text)")
      #expect(
        screen.mayHoldNumber == (text.utf8.count { $0 >= 0x30 && $0 <= 0x39 } >= 6), "\(text)")
    }
  }

  @Test("a text is let through where it holds a name, a name and a title, or is a title")
  func namesAndTitles() {
    var names = KnownNames()
    for name in ["Åsa Öberg", "Šimić Ek", "Ek von Ek", "Åsa de Öberg", "Chef K. Ek", "S465 Ek"] {
      names.add(name: Array(name.utf8))
    }
    #expect(!names.mayEndInParticle)
    var chance = Chance(seed: 7)
    var found = (none: 0, known: 0, beside: 0, only: 0, titles: 0)
    for _ in 0..<10_000 {
      let text = Self.text(&chance)
      let screen = TextScreen.of(text, words)
      let bytes = TextBytes(text)
      let read = NameWordReader.words(in: bytes)
      let scanner = NameScanner(text: bytes, words: read, vocabulary: words)
      let hasKnown = !names.spans(in: bytes, read, words).isEmpty
      let hasBeside = !scanner.names().isEmpty
      let isOnly = scanner.onlyName() != nil
      #expect(screen.mayHoldName || !hasKnown && !hasBeside && !isOnly, "\(text)")
      #expect(screen.mayHoldTitle || !hasBeside && !scanner.isTitle, "\(text)")
      if hasKnown { found.known += 1 }
      if hasBeside { found.beside += 1 }
      if isOnly { found.only += 1 }
      if scanner.isTitle { found.titles += 1 }
      if !screen.mayHoldName, !screen.mayHoldTitle { found.none += 1 }
    }
    #expect(found.none > 3_000, "\(found)")
    #expect(
      found.known > 30 && found.beside > 30 && found.only > 10 && found.titles > 30, "\(found)")
  }

  @Test(
    "a name is seen wherever sixteen bytes end", arguments: ["Bo Ek", "Åsa de la Ö", "Ek K. Å"])
  func everyPlace(name: String) {
    for count in 0..<40 {
      let before = String(repeating: "x", count: count)
      #expect(TextScreen.of("\(before) \(name) \(before)", words).mayHoldName)
      #expect(!TextScreen.of("\(before). \(name.lowercased()) \(before)", words).mayHoldName)
      #expect(TextScreen.of("\(before)1 23 4\(before)56", words).mayHoldNumber)
      #expect(!TextScreen.of("\(before)1 23 4\(before)5:", words).mayHoldNumber)
      #expect(TextScreen.of("\(before)b@\(before)ek.se", words).mayHoldEmail)
    }
  }

  @Test("a sentence behind another shows no name")
  func sentences() {
    for text in ["Vi gör det. Alla är med. Östermalm", "Enhet: Öppna", "– Ring oss (Anna)"] {
      #expect(!TextScreen.of(text, words).mayHoldName, "\(text)")
    }
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

  @Test(
    "names that end in a particle are told apart",
    arguments: [
      ("maria.von", true), ("maria.de", true), ("maria.von.ek", true), ("maria.ek", false),
      ("bengt.linde", false), ("de.ek", false),
    ])
  func particles(address: String, isParticle: Bool) {
    var names = KnownNames()
    names.add(address: ArraySlice("\(address)@example.se".utf8), words)
    #expect(!names.isEmpty)
    #expect(names.mayEndInParticle == isParticle)
  }
}
