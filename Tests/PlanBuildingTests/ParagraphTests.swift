// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

/// Where paragraphs and items of lists begin and end.
struct ParagraphTests {
  private static let sentence =
    "Vi arbetar tillsammans med alla som bor här och alla som arbetar här hos oss varje dag."

  /// The texts under the first heading of a plan's first goal.
  private func texts(_ plan: PlanDocument) throws -> [String] {
    #expect(plan.accounting.unaccountedWords == 0)
    return try #require(plan.goals.first?.sections.first).blocks.map { block in
      switch block {
      case .paragraph(let text, _): text
      case .listItem(let marker, let text, _): "\(marker) \(text)"
      case .table(_, let rows, _): "table of \(rows.count) rows"
      }
    }
  }

  private func texts(_ text: String) throws -> [String] {
    try texts(try Stages.stockholm().plan(text))
  }

  @Test("a small letter goes on with a line that ends well before the longest one")
  func smallLetter() throws {
    let found = try texts(
      """
      Enhetsmål: Ett mål
      Förväntat resultat
      Alla genomförandeplaner är aktuella och utformade med den enskilde
      eller en företrädare
      Sjukfrånvaron minskar
      Arbetssätt
      \(Self.sentence) \(Self.sentence)
      """)
    #expect(
      found == [
        "Alla genomförandeplaner är aktuella och utformade med den enskilde eller en företrädare",
        "Sjukfrånvaron minskar",
      ])
  }

  @Test("short lines that begin with small letters are lines of their own")
  func shortLines() throws {
    let found = try texts(
      """
      Enhetsmål: Ett mål
      Arbetssätt
      Under året ska alla barn få
      läsa varje dag
      räkna varje dag
      Beskrivning
      \(Self.sentence) \(Self.sentence)
      """)
    #expect(found == ["Under året ska alla barn få", "läsa varje dag", "räkna varje dag"])
  }

  @Test("a sentence below the last item of expected results is none of it")
  func textBelowItems() throws {
    let found = try texts(
      """
      Enhetsmål: Ett mål
      Förväntat resultat
      • Alla barn läser
      • Alla barn räknar
      Fler barn sjunger
      Arbetssätt
      \(Self.sentence)
      """)
    #expect(found == ["• Alla barn läser", "• Alla barn räknar", "Fler barn sjunger"])
  }

  @Test("what stands below an item and as far in as its text belongs to it", arguments: [70.0, 85])
  func placedTextBelowItems(x: Double) throws {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    page.line("Förväntat resultat", size: 11, isBold: true)
    for item in ["Alla barn läser", "Alla barn räknar"] {
      page.row([(x: 70, text: "•"), (x: 85, text: item)])
    }
    page.line("Fler barn sjunger", x: x)
    page.line("Arbetssätt", size: 11, isBold: true)
    page.paragraph(Self.sentence + " " + Self.sentence)
    let found = try texts(try Stages.stockholm().plan(page.document))
    #expect(
      found
        == (x > 70
          ? ["• Alla barn läser", "• Alla barn räknar Fler barn sjunger"]
          : ["• Alla barn läser", "• Alla barn räknar", "Fler barn sjunger"]))
  }

  @Test("lines on pages of another form say nothing of the edge of these")
  func pageOnItsSide() throws {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    page.line("Arbetssätt", size: 11, isBold: true)
    page.paragraph(Self.sentence + " " + Self.sentence)
    let portrait = page.document
    let found = try texts(try Stages.stockholm().plan(portrait))
    #expect(found == [Self.sentence + " " + Self.sentence])
    page.newPage()
    page.line("Bilaga", size: 11, isBold: true)
    for _ in 0..<6 { page.line(Self.sentence + " " + Self.sentence) }
    var document = page.document
    document.pageHeights[1] = 595
    #expect(try texts(try Stages.stockholm().plan(document)).first == found.first)
  }
}
