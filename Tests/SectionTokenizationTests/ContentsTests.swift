// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import SourceText
import TestSupport
import Testing

struct ContentsTests {
  private let stages: Stages

  init() throws { stages = try .stockholm() }

  private func names(_ text: String) throws -> [String] {
    try stages.tokens(text).tokens.map(\.shortName)
  }

  @Test("entries that look like goals and headings are neither")
  func entries() throws {
    let text = """
      Verksamhetsplan 2026
      Innehållsförteckning
      Inledning .............................................. 3
      KF:s inriktningsmål: 1. En stad för alla ............... 4
      KF:s mål för verksamhetsområdet: 1.1 Alla är trygga .... 5
      Enhetsmål: Vi möter alla ............................... 6
      Uppföljning ............................................ 7
      Inledning
      En text som säger vad enheten gör och hur den är ordnad under hela året framöver.
      Enhetsmål: Vi möter alla
      """
    #expect(
      try names(text)
        == ["cover", "contents"] + [String](repeating: "entry", count: 5)
        + ["heading", "paragraph", "unit"])
  }

  @Test("an entry wraps to the line that has its page")
  func wrappedEntry() throws {
    let text = """
      Innehåll
      Inledning ....3
      1.4 Alla barn i staden får en trygg start
      och goda förutsättningar att lära ....7
      1.5 Alla äldre har en trygg ålderdom....9
      Inledning
      En text som säger vad enheten gör och hur den är ordnad under hela året framöver.
      """
    #expect(
      try names(text)
        == ["contents", "entry", "entry", "entryRest", "entry", "heading", "paragraph"])
  }

  @Test("entries without pages are told by the headings that come again")
  func noPages() throws {
    let text = """
      Innehållsförteckning
      Inledning
      Organisation
      KF:s inriktningsmål: 1. En stad för alla som bor och arbetar i den
      Enhetsmål: Vi möter alla
      Inledning
      Organisation
      En text som säger vad enheten gör och hur den är ordnad under hela året framöver.
      KF:s inriktningsmål: 1. En stad för alla
      som bor och arbetar i den
      Enhetsmål:
      Vi möter alla
      """
    #expect(
      try names(text) == ["contents", "entry", "entry", "entry", "entry", "heading", "heading"]
        + ["paragraph", "direction", "title", "unit", "title"])
  }

  @Test("a text below the heading of contents is none")
  func noContents() throws {
    let text = """
      Innehåll
      Planen
      Planen säger vad vi gör.
      Enhetsmål: Vi möter alla
      Planen
      """
    #expect(try !names(text).contains("entry"))
  }

  @Test("without dots the order of the pages tells entries from text")
  func noLeaders() throws {
    let text = """
      Innehållsförteckning
      Inledning 3
      Enhetsmål: Vi möter alla 4
      Övrigt 6
      Inledning
      Förskolorna Mosippan och Granen har tillsammans en budget på 12
      miljoner kronor.\u{C}En sida till.\u{C}Och en.\u{C}Och en.\u{C}Och en.\u{C}Och en.
      """
    #expect(
      try Array(names(text).prefix(6))
        == ["contents", "entry", "entry", "entry", "heading", "paragraph"])
  }

  @Test("four dotted entries are contents also without a heading")
  func noHeading() throws {
    let text = """
      Verksamhetsplan 2026
      Inledning ......... 2
      Vi möter alla ..... 3
      Vi svarar i tid ... 4
      Övrigt ............ 5
      Inledning
      En text.
      """
    #expect(
      try names(text)
        == ["cover", "entry", "entry", "entry", "entry", "heading", "paragraph"])
  }

  @Test("a goal on the page of the title ends the cover")
  func goalOnCover() throws {
    let text = """
      Verksamhetsplan 2026 för Källan
      KF:s mål för verksamhetsområdet: 1.1 Alla är trygga
      Enhetsmål: Vi möter alla\u{C}Enhetsmål: Vi svarar i tid
      """
    #expect(try names(text).first == "cover")
    #expect(try names(text).dropFirst() == ["area", "unit", "unit"])
  }

  @Test("a heading of contents with no entries under it is no contents")
  func nothingListed() throws {
    let text = """
      Innehåll
      Vi vill att verksamheten har ett innehåll som alla kan ta del av.
      Enhetsmål: Vi möter alla
      """
    #expect(try !names(text).contains { $0 == "contents" || $0 == "entry" })
  }

  @Test("a page break inside the contents changes nothing")
  func acrossPages() throws {
    let text = """
      Innehåll
      Inledning .... 3
      Enhetsmål: Vi möter alla .... 4\u{C}Sid 2 (5)
      Enhetsmål: Vi svarar i tid .... 5
      Inledning
      En text.\u{C}Sid 3 (5)
      Mera text.
      """
    #expect(
      try Array(names(text).prefix(6))
        == ["contents", "entry", "entry", "furniture", "entry", "heading"])
  }

  @Test("contents with a long line take no time with the square of its length")
  func longLine() throws {
    let line = String(repeating: "a ", count: 250_000)
    let text = """
      Verksamhetsplan 2026
      Innehållsförteckning
      Inledning
      \(line)
      Övrigt
      Inledning
      En text.
      """
    let time = try ContinuousClock().measure { _ = try names(text) }
    #expect(time < .seconds(10))
  }

  @Test("entries whose page numbers are lost are entries")
  func missingPages() throws {
    let text = """
      Innehållsförteckning
      Inledning ....................................... 3
      1. En stad för alla ............................. Fel! Bokmärket är inte definierat.
      1.1 Alla är trygga i hela sin stadFel! Bokmärket är inte definierat.
      1.2 Alla barn får en trygg start och goda förutsättningar att lära Error! Bookmark
      not defined.
      1.3 Alla äldre har det bra ...................... 7
      Inledning
      En text som säger vad enheten gör och hur den är ordnad under hela året framöver.
      """
    #expect(
      try names(text) == [
        "contents", "entry", "entry", "entry", "entry", "entryRest", "entry", "heading",
        "paragraph",
      ])
  }

  @Test(
    "the end of an entry gives its page",
    arguments: [
      ("Inledning ....... 7", 7, true, "Inledning"), ("Inledning.......7", 7, true, "Inledning"),
      ("Inledning . . . . . 12", 12, true, "Inledning"), ("Inledning … 3", 3, true, "Inledning"),
      ("Inledning ______ 3", 3, true, "Inledning"), ("Inledning 7", 7, false, "Inledning"),
    ])
  func entryEnd(line: String, page: Int, hasLeader: Bool, title: String) {
    let end = EntryEnd(line)
    #expect(end.page == page)
    #expect(end.hasLeader == hasLeader)
    #expect(line.utf8Slice(0..<end.textEnd).split(separator: " ").first == title[...])
  }

  @Test(
    "a line without a page at its end ends no entry",
    arguments: ["Inledning", "Planen för år2026", "t.ex. 12 345 678 9012345", "Inledning ....."])
  func noEntryEnd(line: String) {
    #expect(EntryEnd(line).page == nil)
  }
}
