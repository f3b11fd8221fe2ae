// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import SourceText
import TestSupport
import Testing

/// Headings of the introduction and the closing, which no vocabulary lists.
struct ChapterHeadingTests {
  private let stages: Stages

  init() throws { stages = try .stockholm() }

  private static let text =
    "Enheten arbetar med barn och unga i hela stadsdelen och har gjort det i många år. Det är "
    + "femton personer som arbetar här, och de flesta av dem har varit med sedan starten."

  private func heading(_ line: String, in text: String) throws -> Bool {
    let token = try #require(try stages.tokens(text).token(of: line))
    return token.shortName == "heading"
  }

  @Test("a short line between two paragraphs is a heading")
  func plainHeading() throws {
    let text = """
      Inledning

      Enhetens uppdrag
      Enheten arbetar med barn och unga i hela stadsdelen och har gjort det i många år. Det
      är femton personer som arbetar här.
      Organisation
      Rektor leder arbetet tillsammans med två biträdande rektorer, och varje avdelning har
      ett arbetslag med minst en legitimerad förskollärare.
      """
    #expect(try heading("Enhetens uppdrag", in: text))
    #expect(try heading("Organisation", in: text))
  }

  @Test("a heading that wraps is one where the contents list it, and text elsewhere")
  func listedHeading() throws {
    let contents = """
      Innehållsförteckning
      Inledning ............................................... 2
      Lagar och andra bestämmelser som är av särskild betydelse för arbetet i vår enhet ... 3
      Övrigt ................................................... 4
      """
    let text = """
      Inledning
      Enheten arbetar med barn och unga i hela stadsdelen och har gjort det i många år nu.
      Lagar och andra bestämmelser som är av särskild betydelse för arbetet
      i vår enhet
      Skollagen och läroplanen styr arbetet, och dessutom gäller stadens egna riktlinjer här.
      """
    let tokens = try stages.tokens(contents + "\n" + text)
    #expect(
      tokens.tokens.suffix(5).map(\.shortName)
        == ["heading", "paragraph", "heading", "headingRest", "paragraph"])
    #expect(try !stages.tokens(text).tokens.contains { $0.shortName == "headingRest" })
  }

  @Test("the end of a sentence that has a listed heading's words is text")
  func listedWordsInSentence() throws {
    let text = """
      Innehållsförteckning
      Inledning ............................................... 2
      Handledning ............................................. 3
      Inledning
      Enheten arbetar med barn och unga i hela stadsdelen och alla som arbetar här kan få
      handledning.
      Handledning
      Rektor leder arbetet tillsammans med två biträdande rektorer, och alla är välkomna.
      """
    #expect(
      try stages.tokens(text).tokens.suffix(4).map(\.shortName)
        == ["paragraph", "rest", "heading", "paragraph"])
  }

  /// Four pages under a head, the third of which begins with a line above a name.
  private func headingUnderHead(_ line: String) throws -> Bool {
    let body = """
      Skolan arbetar med barn och unga inom hela stadsdelen och har gjort det i många år. Det
      är femton personer som arbetar här, och de flesta av dem har varit med sedan starten.
      """
    let below = """
      Lindvikens riktlinjer styr det som skolan gör för barn och unga, och de är desamma som
      förut.
      """
    let text = (1...4).map { page in
      "Sid \(page) (4)\n" + (page == 3 ? "\(line)\n\(below)\n" : "") + body
    }.joined(separator: "\u{C}")
    return try heading(line, in: "Inledning\n\(text)")
  }

  @Test("a full line that begins a page is a heading also under the page's head")
  func fullHeadingUnderHead() throws {
    let long =
      "Lagar och andra bestämmelser som har stor betydelse för vår enhet och för vårt arbete"
    #expect(try headingUnderHead(long))
    // A word that the document never ends a sentence with leads on to the name below.
    #expect(
      try !headingUnderHead(
        "Lagar och andra bestämmelser som har stor betydelse för vår enhet och för alla inom"))
  }

  @Test("in narrow text the lines of a paragraph are shorter too")
  func narrowText() throws {
    let text = """
      Inledning

      Uppdrag
      Enheten arbetar med barn och unga i hela
      stadsdelen och har gjort det i många år.
      Rektor leder arbetet tillsammans med två
      biträdande rektorer, och varje avdelning
      har ett arbetslag med minst en lärare.
      """
    #expect(try heading("Uppdrag", in: text))
  }

  @Test(
    "lines that name something and say what it is, and amounts, are text below a heading",
    arguments: [
      ["Enhetens namn: Kulturskolan Eken", "Enhetschef: Karin Alm"],
      ["Intäkter 38 200", "Resultat 0"],
    ])
  func fields(lines: [String]) throws {
    let text = """
      Inledning

      Enheten arbetar med barn och unga i hela stadsdelen och har gjort det i många år.

      Uppgifter
      \(lines.joined(separator: "\n"))

      Rektor leder arbetet tillsammans med två biträdande rektorer, och varje avdelning har
      ett arbetslag med minst en legitimerad förskollärare.
      """
    #expect(try heading("Uppgifter", in: text))
    for line in lines { #expect(try !heading(line, in: text)) }
  }

  @Test(
    "a line that ends like a sentence, or has an address, is text",
    arguments: [
      "Så är det.", "Rektor: Vendela Tallmo, vendela@example.se", "Ring 08-465 004 11",
      "Är det så?",
      "med små bokstäver", "- en punkt",
    ])
  func noPlainHeading(line: String) throws {
    let text = """
      Inledning

      Enheten arbetar med barn och unga i hela stadsdelen och har gjort det i många år.
      \(line)
      Rektor leder arbetet tillsammans med två biträdande rektorer, och varje avdelning har
      ett arbetslag med minst en legitimerad förskollärare.
      """
    #expect(try !heading(line, in: text))
  }

  @Test("a line that leads on to a list is text")
  func lineBeforeList() throws {
    let text = """
      Inledning

      Enheten arbetar med barn och unga i hela stadsdelen och har gjort det i många år.

      Under året ska enheten:
      - läsa mera
      - leka mera
      """
    #expect(try !heading("Under året ska enheten:", in: text))
  }

  @Test("the closing begins at a heading that the contents list, not at the title of the last goal")
  func listedClosing() throws {
    let contents = """
      Innehållsförteckning
      Inledning ............................................... 2
      Alla är trygga i hela stadsdelen ........................ 3
      Vi lär av varandra ...................................... 4

      """
    let text = """
      Inledning

      \(Self.text)

      Enhetsmål:
      Alla är trygga i hela stadsdelen

      Arbetssätt

      \(Self.text)

      Vi lär av varandra

      \(Self.text)
      """
    #expect(
      try stages.tokens(contents + text).tokens.suffix(6).map(\.shortName)
        == ["unit", "title", "workingMethods", "paragraph", "heading", "paragraph"])
    #expect(try !heading("Vi lär av varandra", in: text))
  }

  @Test("sizes and weights rank headings below the known chapters")
  func depths() {
    var page = PrintedPage()
    page.line("Inledning", size: 18, isBold: true)
    page.paragraph(Self.text)
    page.line("Enhetens uppdrag", size: 14, isBold: true)
    page.paragraph(Self.text)
    page.line("Kontakt", size: 11, isBold: true)
    page.paragraph(Self.text)
    page.line("Vad vi vill", size: 14, isBold: true)
    page.paragraph(Self.text)
    let tokens = stages.tokens(page.document)
    #expect(tokens.token(of: "Inledning") == .heading(depth: 1))
    #expect(tokens.token(of: "Enhetens uppdrag") == .heading(depth: 2))
    #expect(tokens.token(of: "Kontakt") == .heading(depth: 3))
    #expect(tokens.token(of: "Vad vi vill") == .heading(depth: 2))
  }

  @Test("without a known chapter the largest headings are the chapters")
  func depthsWithoutChapter() {
    var page = PrintedPage()
    for (heading, size) in [("Om oss", 16.0), ("Lokaler", 12), ("Vad vi vill", 16)] {
      page.line(heading, size: size, isBold: true)
      page.paragraph(Self.text)
    }
    let tokens = stages.tokens(page.document)
    #expect(tokens.token(of: "Om oss") == .heading(depth: 1))
    #expect(tokens.token(of: "Lokaler") == .heading(depth: 2))
    #expect(tokens.token(of: "Vad vi vill") == .heading(depth: 1))
  }

  @Test("a large heading that wraps is one heading")
  func wrappedHeading() {
    var page = PrintedPage()
    page.line("Inledning", size: 18, isBold: true)
    page.paragraph(Self.text)
    page.line(
      "Hur enheten möter de barn och unga som behöver oss", size: 15, isBold: true)
    page.line("allra mest", size: 15, isBold: true)
    page.paragraph(Self.text)
    let listing = stages.tokens(page.document).listing
    #expect(listing.first { $0.text == "allra mest" }?.token == .headingContinuation)
    #expect(listing.filter { $0.token.shortName == "heading" }.count == 2)
  }

  @Test("large lines of the last goal do not begin the closing above its table")
  func largeLineInGoal() {
    var page = PrintedPage()
    page.line("Inledning", size: 18, isBold: true)
    page.paragraph(Self.text)
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    page.line("Arbetssätt", size: 11, isBold: true)
    page.paragraph(Self.text)
    page.line("Visste du", size: 13, isBold: true)
    page.paragraph(Self.text)
    page.row([(70, "Aktivitet"), (300, "Startdatum"), (400, "Slutdatum")], size: 9, isBold: true)
    page.row([(70, "Vi sjunger"), (300, "2026-01-01"), (400, "2026-12-31")], size: 9)
    page.space(10)
    page.line("Till sist", size: 13, isBold: true)
    page.paragraph(Self.text)
    let tokens = stages.tokens(page.document)
    #expect(tokens.closingStart == tokens.document.lines.firstIndex { $0.text == "Till sist" })
  }

  @Test("a sentence in larger type is a heading only where it is bold", arguments: [true, false])
  func largeSentence(isBold: Bool) {
    var page = PrintedPage()
    page.line("Inledning", size: 18, isBold: true)
    page.paragraph(Self.text)
    page.line("Vi gör skillnad.", size: 12, isBold: isBold)
    page.paragraph(Self.text)
    let token = stages.tokens(page.document).token(of: "Vi gör skillnad.")
    #expect(token?.shortName == (isBold ? "heading" : "paragraph"))
  }

  @Test("a bold paragraph is emphasis, not a heading")
  func boldParagraph() {
    var page = PrintedPage()
    page.line("Inledning", size: 18, isBold: true)
    for _ in 0..<3 { page.paragraph(Self.text) }
    let bold = [
      "Enheten arbetar med barn och unga i hela stadsdelen och har gjort det i många",
      "år. Det är femton personer som arbetar här, och de flesta av dem har varit med i",
      "flera år. Det är femton personer som arbetar här, och de flesta av dem vill att",
      "det blir flera än så, och att det blir det redan under våren och inte senare än",
      "sommaren.",
    ]
    for line in bold { page.line(line, isBold: true) }
    page.paragraph(Self.text)
    let tokens = stages.tokens(page.document)
    for line in bold { #expect(tokens.token(of: line)?.shortName != "heading") }
  }

  @Test("the entries of a PDF's outline are headings, however they are set")
  func outline() {
    var page = PrintedPage()
    page.line("Inledning", size: 18, isBold: true)
    page.paragraph(Self.text)
    page.line("Uppdraget")
    page.paragraph(Self.text)
    var document = page.document
    #expect(stages.tokens(document).token(of: "Uppdraget")?.shortName == "paragraph")
    document.outline = [.init(title: "Uppdraget", depth: 2, page: 1)]
    #expect(stages.tokens(document).token(of: "Uppdraget")?.shortName == "heading")
  }
}
