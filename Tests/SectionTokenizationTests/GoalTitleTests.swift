// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import SourceText
import TestSupport
import Testing

struct GoalTitleTests {
  private let stages: Stages

  init() throws { stages = try .stockholm() }

  private func names(_ text: String) throws -> [String] {
    try stages.tokens(text).tokens.map(\.shortName)
  }

  @Test("a label alone on its line takes the title from the next ones")
  func lonelyLabel() throws {
    let text = """
      Enhetsmål:
      Barnen på förskolan Mosippan möter varje dag ett språk som är rikt
      och som växer med dem
      Beskrivning
      """
    #expect(try names(text) == ["unit", "title", "title", "description"])
  }

  @Test("a title goes on while lines are full")
  func wrappedTitle() throws {
    let text = """
      KF:s mål för verksamhetsområdet: 1.1 Barn i Lindviken får en trygg
      start och goda förutsättningar att lära
      Nämndmål: Barnen möter en förskola av god kvalitet
      Beskrivning
      """
    #expect(try names(text) == ["area", "title", "committee", "description"])
  }

  @Test("a title may wrap early before a name, and ends before a part or a blank line")
  func earlyWrap() throws {
    let text = """
      Inriktningsmål: 2 Ett grönt
      Lindviken som leder en rättvis
      klimatomställning
      Nämndmål: Alla är trygga i
      Södra Ekuddens stadsdelsområde

      Nämnden vill att alla ska vara trygga och arbetar för det på många olika sätt i år.
      """
    #expect(
      try names(text) == ["direction", "title", "title", "committee", "title", "paragraph"])
    let cell = """
      Nämndmål: Alla är trygga i
                                                            KF:s
      Beskrivning
      """
    #expect(try names(cell) == ["committee", "paragraph", "description"])
  }

  @Test("a blank line may stand inside a title where the page's margin is kept")
  func spacedOutTitle() throws {
    let text = """
      Nämndmål: Fler barn och unga i hela kommunen tar del av kulturskolans

      utbud

      Beskrivning
      """
    let margin = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "          \($0)" }.joined(separator: "\n")
    let filler = "          Enheten arbetar i hela stadsdelen och har gjort det i många år nu."
    let many = "\n" + [String](repeating: filler, count: 5).joined(separator: "\n")
    #expect(try names(margin + many).prefix(3) == ["committee", "title", "description"])
    #expect(try names(text + many).prefix(3) == ["committee", "paragraph", "description"])
  }

  @Test("text under a title that has ended is no title")
  func textUnderTitle() throws {
    let text = """
      Enhetsmål: Alla trivs

      Vi har frågat alla som bor här, och de svarade att de trivs för det mesta.
      """
    #expect(try names(text) == ["unit", "paragraph"])
  }

  @Test("a page break and its head may stand inside a title")
  func titleAcrossPages() throws {
    let text = """
      Enhetsmål: Barnen på förskolan Mosippan möter varje dag ett språk som är\u{C}Sid 2 (3)
      rikt och växer med dem
      Beskrivning
      En text.\u{C}Sid 3 (3)
      Arbetssätt
      """
    let expected = [
      "unit", "furniture", "title", "description", "paragraph", "furniture", "workingMethods",
    ]
    #expect(try names(text) == expected)
  }

  @Test(
    "a line of a title that begins with a dash is no list",
    arguments: [
      ("Lindviken är en stad för alla som bor och arbetar", "– genom hela livet", "title"),
      ("Lindviken är en stad för alla som bor och arbetar", "- med god omsorg", "title"),
      ("Lindviken är en stad för alla som bor och arbetar", "- Med god omsorg", "item"),
      ("Lindviken är för alla", "- med god omsorg", "item"),
    ])
  func dashInTitle(title: String, below: String, expected: String) throws {
    let text = "KF:s mål för verksamhetsområdet: 2.1 \(title)\n\(below)\nBeskrivning\n"
    let short = "Nämndmål: \(title)\n\(below)\nBeskrivning\n"
    #expect(try names(expected == "title" ? text : short).dropFirst().first == expected)
  }

  @Test("a label above a second label of the same goal is no goal of its own")
  func labelAboveLabel() throws {
    let text = """
      Enhetsmål:
      Avdelningsmål: Vi möter alla lika
      Beskrivning
      """
    let listing = try stages.tokens(text).listing
    #expect(listing.first?.token == .goalLabel)
    #expect(try names(text) == ["label", "unit", "description"])
  }

  @Test("a goal may have a title and nothing else")
  func titlesOnly() throws {
    let text = """
      Enhetsmål: Vi möter alla lika. Se mål 2.1, 2.2 och 2.5
      Enhetsmål: Vi svarar i tid
      Nämndmål: Alla är trygga
      """
    #expect(try names(text) == ["unit", "unit", "committee"])
  }

  @Test(
    "a title set large ends where the lines are set otherwise, and may stand in a narrow box",
    arguments: [
      ["Enhetsmål: Barnen på förskolan Mosippan möter varje dag", "ett rikt språk"],
      ["Enhetsmål: Barnen har lust att", "lära"],
    ])
  func placedTitle(lines: [String]) {
    var page = PrintedPage()
    page.paragraph("En text som säger hur enheten är ordnad och vad den gör under hela året.")
    for line in lines { page.line(line, size: 14, isBold: true) }
    page.line("Vi har lyssnat på barnen och sett att de vill berätta mer än de får tid till i dag.")
    #expect(
      stages.tokens(page.document).tokens.map(\.shortName)
        == ["paragraph", "unit", "title", "paragraph"])
  }

  @Test("a title goes on with a small letter where its label is set otherwise")
  func smallLabel() {
    var page = PrintedPage()
    page.paragraph("En text som säger hur enheten är ordnad och vad den gör under hela året.")
    for labelSize in [8.0, 12] {
      page.line("Enhetsmål: Barnen möter språk och får", size: labelSize, isBold: labelSize > 8)
      page.line("möjlighet att växa", size: 10, isBold: true)
      page.space(10)
      page.line("Vi har lyssnat på barnen och sett att de vill berätta mer än de får tid till.")
    }
    #expect(
      stages.tokens(page.document).tokens.map(\.shortName)
        == ["paragraph", "unit", "title", "paragraph", "unit", "title", "paragraph"])
  }

  @Test(
    "a label in a cell of its own has its title beside it, and heads columns where a heading is there",
    arguments: [("Alla barn trivs", "committee"), ("Beskrivning", ""), ("Enhetsmål", "")])
  func labelInCell(beside: String, name: String) {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    page.line("Arbetssätt", size: 11, isBold: true)
    page.paragraph("En text som säger hur enheten är ordnad och vad den gör under hela året.")
    page.row([(70, "Nämndmål"), (200, beside)], size: 12, isBold: true)
    page.paragraph("En text som säger hur enheten är ordnad och vad den gör under hela året.")
    let names = stages.tokens(page.document).tokens.map(\.shortName)
    #expect(names.contains("committee") == !name.isEmpty)
  }

  @Test("a lonely label set large takes the lines below it as its title")
  func placedLonelyLabel() {
    var page = PrintedPage()
    page.line("Enhetsmål:", size: 14, isBold: true)
    page.line("Barnen möter ett rikt språk", size: 14, isBold: true)
    page.space(6)
    page.line("Beskrivning", size: 11, isBold: true)
    page.line("Vi har lyssnat på barnen och sett att de vill berätta mer än de får tid till i dag.")
    #expect(
      stages.tokens(page.document).tokens.map(\.shortName)
        == ["unit", "title", "description", "paragraph"])
  }
}
