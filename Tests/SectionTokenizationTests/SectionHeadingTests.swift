// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import SourceText
import TestSupport
import Testing

struct SectionHeadingTests {
  private let stages: Stages

  init() throws { stages = try .stockholm() }

  @Test(
    "a heading may have a colon, capitals and the plural",
    arguments: [
      ("Beskrivning", .description), ("Förväntat resultat", .expectedResults),
      ("Förväntade resultat", .expectedResults), ("Förväntat resultat:", .expectedResults),
      ("FÖRVÄNTAT RESULTAT", .expectedResults), ("Arbetssätt", .workingMethods),
      ("ARBETSSÄTT:", .workingMethods), ("Resursanvändning", .resourceUse),
      ("Förväntat resultat 2026", .expectedResults), ("Uppföljning och utvärdering", .followUp),
      ("Uppföljning", .followUp), ("Uppföljning :", .followUp), ("Utveckling", .development),
    ] as [(String, SectionHeadingKind)])
  func headings(line: String, kind: SectionHeadingKind) throws {
    let text = "Enhetsmål: Ett mål\n\n\(line)\n\nEn text som hör till rubriken ovanför.\n"
    #expect(try stages.tokens(text).token(of: line) == .sectionHeading(kind))
  }

  @Test(
    "a heading may stand before its text on one line",
    arguments: [
      ("Arbetssätt: Vi möter alla.", 12), ("Förväntat resultat: alla trivs", 21),
      ("Utveckling Fler möten prövas.", 10),
    ])
  func runInHeadings(line: String, count: Int) throws {
    let text = "Enhetsmål: Ett mål\n\nBeskrivning\n\nTexten börjar här.\n\n\(line)\n"
    let token = try #require(try stages.tokens(text).token(of: line))
    guard case .runInHeading(_, let found) = token else {
      Issue.record("\(token)")
      return
    }
    #expect(found == count)
  }

  @Test(
    "words of a heading in a sentence, a title or a row head nothing",
    arguments: [
      "Uppföljning BUP gör varje år.", "Arbetssätt 2026 visas för alla.", "arbetssätt: lek",
      "Utvecklingen: se nedan.", "Beskrivning:",
    ])
  func noRunInHeadings(line: String) throws {
    let text = "Enhetsmål: Ett mål\n\nBeskrivning\n\nTexten börjar här.\n\n\(line)\nMer.\n"
    let token = try #require(try stages.tokens(text).token(of: line))
    #expect(!token.shortName.hasSuffix("+text"), "\(token)")
  }

  @Test("a heading may have the number that headings of the plan have")
  func numberedHeadings() throws {
    let tokens = try stages.tokens(
      """
      1 Inledning
      Vi är en enhet i norr.
      Enhetsmål: Ett mål
      2.1.1 Arbetssätt
      Vi möter alla.
      3 Ekonomi
      Budgeten är i balans.
      """)
    #expect(tokens.token(of: "1 Inledning") == .heading(depth: 1))
    #expect(tokens.token(of: "2.1.1 Arbetssätt") == .sectionHeading(.workingMethods))
    #expect(tokens.token(of: "3 Ekonomi") == .heading(depth: 1))
  }

  @Test("a numbered item with the word of a heading is an item where headings have no numbers")
  func numberedItems() throws {
    let tokens = try stages.tokens(
      "Inledning\nVi är här.\nEnhetsmål: Ett mål\nArbetssätt\nPå mötet:\n1. Utveckling\n2. Övrigt\n"
    )
    #expect(tokens.token(of: "1. Utveckling") == .listItem(markerUTF8Count: 2))
    #expect(tokens.token(of: "2. Övrigt") == .listItem(markerUTF8Count: 2))
  }

  @Test(
    "a sentence that begins with the words of a heading is text",
    arguments: [
      "Uppföljning av verksamheten sker varje månad.",
      "Uppföljning och återkoppling i ledningsgruppen görs varje vecka med alla chefer",
      "Beskrivning av hur det gick lämnas i mars.", "Utveckling pågår.",
      "Arbetssätt som har prövats visas för andra.", "Förväntat resultat är att alla trivs.",
      "Resursanvändningen följs.", "arbetssätt", "Uppföljning.", "Förväntat",
    ])
  func sentences(line: String) throws {
    let text = """
      Enhetsmål: Ett mål

      Beskrivning

      Vi fortsätter under hela året att pröva och att bygga vidare på våra bästa
      \(line)
      """
    let token = try #require(try stages.tokens(text).token(of: line))
    #expect(token == .paragraph || token == .continuation, "\(token)")
  }

  @Test("a sentence that begins a page with the words of a heading is text")
  func sentenceAtTopOfPage() throws {
    let line = "Uppföljning och återkoppling i ledningsgruppen görs varje vecka med alla chefer"
    let text = "Enhetsmål: Ett mål\n\nBeskrivning\n\nVi möts ofta.\u{C}\(line)\nsom har tid.\n"
    let token = try #require(try stages.tokens(text).token(of: line))
    #expect(token == .paragraph || token == .continuation, "\(token)")
  }

  @Test("before the first goal the same words head nothing of a goal's")
  func beforeGoals() throws {
    let text = """
      Inledning

      Arbetssätt

      Så här arbetar enheten under året, och det gäller alla som har sin tjänst hos oss.

      Enhetsmål: Ett mål
      """
    let token = try #require(try stages.tokens(text).token(of: "Arbetssätt"))
    #expect(token == .heading(depth: 2))
  }

  @Test("where headings are set apart, the same words in running text are none")
  func setApart() {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    page.line("Beskrivning", size: 11, isBold: true)
    page.paragraph(
      "Så här ser det ut i dag hos oss. Vi har flera olika sätt att gå vidare, och alla som "
        + "arbetar i enheten har fått säga vad de tycker om dem. Det som återstår i år är:")
    page.line("Utveckling")
    page.line("Arbetssätt", size: 11, isBold: true)
    page.paragraph("Vi arbetar tillsammans.")
    let tokens = stages.tokens(page.document)
    #expect(tokens.token(of: "Beskrivning") == .sectionHeading(.description))
    #expect(tokens.token(of: "Arbetssätt") == .sectionHeading(.workingMethods))
    #expect(tokens.token(of: "Utveckling") == .paragraph)
  }

  @Test("headings set like running text are headings all the same")
  func notSetApart() {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål")
    page.space(6)
    page.line("Beskrivning")
    page.paragraph("Så här ser det ut i dag hos oss.")
    page.line("Arbetssätt")
    page.paragraph("Vi arbetar tillsammans.")
    let tokens = stages.tokens(page.document)
    #expect(tokens.token(of: "Beskrivning") == .sectionHeading(.description))
    #expect(tokens.token(of: "Arbetssätt") == .sectionHeading(.workingMethods))
  }

  @Test("a paragraph below results with bullets is none of them")
  func paragraphBelowBullets() throws {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    page.line("Förväntat resultat", size: 11, isBold: true)
    page.row([
      (84, "•"), (96, "Barnen visar intresse för böcker och berättar själva för varandra."),
    ])
    page.row([(84, "•"), (96, "Alla föräldrar vet vad barnen läser och vad de tycker om just nu")])
    page.line("på förskolan.", x: 96)
    page.line("Resultaten mäts med stadens undersökning, som görs varje år i hela staden.")
    #expect(
      stages.tokens(page.document).tokens.map(\.shortName)
        == ["unit", "expectedResults", "item", "item", "rest", "paragraph"])
  }

  @Test("a result of very many lines takes no time with the square of their number")
  func longResult() throws {
    let lines = [String](repeating: "Och det är bra för alla.", count: 20_000)
    let text =
      "Enhetsmål: Ett mål\nFörväntat resultat\n• Alla trivs.\n" + lines.joined(separator: "\n")
    let time = try ContinuousClock().measure { _ = try stages.tokens(text) }
    #expect(time < .seconds(10))
  }

  @Test("a known closing heading ends the goals, and one of a goal's headings may stand in it")
  func closing() throws {
    let text = """
      Enhetsmål: Ett mål

      Uppföljning

      Vi följer upp varje månad tillsammans med alla som arbetar hos oss i enheten.

      Uppföljning av ekonomi

      Resursanvändning

      Budgeten följs varje månad av enhetschefen tillsammans med controllern.

      Övrigt

      Inget finns att säga.
      """
    let tokens = try stages.tokens(text)
    #expect(tokens.token(of: "Uppföljning") == .sectionHeading(.followUp))
    #expect(tokens.token(of: "Uppföljning av ekonomi") == .heading(depth: 1))
    #expect(tokens.token(of: "Resursanvändning") == .heading(depth: 2))
    #expect(tokens.token(of: "Övrigt") == .heading(depth: 1))
    #expect(tokens.closingStart < tokens.tokens.count)
  }
}
