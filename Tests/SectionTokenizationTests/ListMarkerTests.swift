// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import SourceText
import TestSupport
import Testing

struct ListMarkerTests {
  private let stages: Stages

  init() throws { stages = try .stockholm() }

  /// The token of a line below a paragraph and a blank line.
  private func token(of line: String) throws -> SectionTokenKind {
    let text = "Enhetsmål: Ett mål\n\nBeskrivning\n\nVi gör så här:\n\n\(line)\n"
    return try #require(try stages.tokens(text).tokens.last)
  }

  @Test(
    "a marker begins an item",
    arguments: [
      ("- ett", 1), ("-ett", 1), ("• ett", 3), ("•ett", 3), ("* ett", 1), ("– ett", 3),
      ("▪ ett", 3), ("\u{F0B7} ett", 3), ("1. ett", 2), ("45. ett", 3), ("1) ett", 2), ("1.", 2),
      ("a) ett", 2),
      ("· ett", 2), ("➢ ett", 3), ("✓ett", 3), ("→ ett", 3), ("□ ett", 3), ("\u{F0D8} ett", 3),
      ("⮚ ett", 3), ("‐ ett", 1), ("− ett", 3), ("o Ett", 1), ("o  Ett", 1),
    ])
  func markers(line: String, utf8Count: Int) throws {
    #expect(try token(of: line) == .listItem(markerUTF8Count: utf8Count))
  }

  @Test(
    "what only looks like a marker is text",
    arguments: [
      "-- som vi brukar säga", "-5 grader var det i mars", "*stjärna utan mellanrum",
      "–utan mellanrum", "2024. Det året var bra", "1.4 Alla är trygga", "A) stor bokstav",
      "117. Paragrafen gäller", "-", "−5 grader var det i mars", "o s v, som vi brukar säga",
      "ont om tid är det alltid", "\u{F041}\u{F042} i en teckenfont", "√2 är ett tal",
    ])
  func noMarkers(line: String) throws {
    #expect(try token(of: line) == .paragraph)
  }

  @Test(
    "a bullet on a line of its own heads the next line", arguments: ["•", "\u{F0B7}", "-", "o"])
  func loneBullets(bullet: String) throws {
    let text = """
      Enhetsmål: Ett mål
      Förväntat resultat
      \(bullet)
      Alla barn läser
      \(bullet)
      Alla barn räknar
      Arbetssätt
      Vi läser.
      """
    #expect(
      try stages.tokens(text).tokens.map(\.shortName)
        == [
          "unit", "expectedResults", "item", "rest", "item", "rest", "workingMethods", "paragraph",
        ])
  }

  @Test("a dash before a blank line is an empty cell")
  func loneDash() throws {
    let text = "Enhetsmål: Ett mål\n\nBeskrivning\n\nSumma\n\n–\n\nTotalt\n"
    #expect(try stages.tokens(text).tokens.allSatisfy { $0.shortName != "item" })
  }

  @Test("numbers go on from each other, so that a line cut before an amount is no item")
  func numbersFollow() throws {
    let text = """
      Enhetsmål: Ett mål

      Beskrivning

      1. Vi börjar med att fråga alla barn vad de tycker om maten och gården
      2. Vi frågar sedan alla föräldrar, och vi räknar med att det kommer in minst
      40. Svaren visas i maj
      3. Vi berättar
      """
    #expect(
      try stages.tokens(text).tokens.map(\.shortName)
        == ["unit", "description", "item", "item", "rest", "item"])
  }

  @Test("a dash that a line happens to begin with goes on with the sentence")
  func dashInSentence() throws {
    let text = """
      Enhetsmål: Ett mål

      Beskrivning

      Stadsdelen ska vara en bra plats att växa upp i och en bra plats att åldras i
      - med god omsorg för alla som behöver den och för alla som vill ha den.
      """
    let last = try #require(try stages.tokens(text).tokens.last)
    #expect(last == .continuation)
  }

  @Test("the bullets of the second level are markers too, and an o inside a sentence is not")
  func secondLevel() throws {
    let text = """
      Enhetsmål: Ett mål

      Arbetssätt

      Under året är barnen och de som arbetar här med och planerar både lek, sång
      o dylikt.
      • Vi planerar tillsammans med alla barn och lyssnar på vad de vill göra under året
      o lek på gården
      o Sång
      • Vi berättar
      """
    #expect(
      try stages.tokens(text).tokens.map(\.shortName)
        == ["unit", "workingMethods", "paragraph", "rest", "item", "item", "item", "item"])
  }

  @Test("items wrap, and a new marker begins a new item")
  func wrappedItems() throws {
    let text = """
      Enhetsmål: Ett mål

      Förväntat resultat

      - Alla barn har under året fått pröva på minst en ny aktivitet tillsammans med
      andra barn från en annan avdelning.
      - Föräldrar är nöjda.
      """
    #expect(
      try stages.tokens(text).tokens.map(\.shortName)
        == ["unit", "expectedResults", "item", "rest", "item"])
  }

  @Test("a number alone on its line is an item, with its paragraphs below")
  func lonelyNumbers() throws {
    let text = """
      Enhetsmål: Ett mål

      Förväntat resultat

      1.
      Alla barn har fått pröva på något nytt.

      2.
      Föräldrar är nöjda.
      """
    #expect(
      try stages.tokens(text).tokens.map(\.shortName).filter { $0 == "item" }.count == 2)
  }
}
