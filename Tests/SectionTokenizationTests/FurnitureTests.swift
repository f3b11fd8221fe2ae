// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import SourceText
import TestSupport
import Testing

struct FurnitureTests {
  private let stages: Stages

  init() throws { stages = try .stockholm() }

  /// Running text that is different on every page.
  private func body(_ page: Int) -> String {
    let names = ["Mosippan", "Granen", "Lärken", "Tallen", "Eken", "Björken", "Almen", "Linden"]
    let name = names[page % names.count]
    return """
      På förskolan \(name) arbetar alla tillsammans för att barnen ska få en bra dag
      varje dag, och det gör de genom att planera varje vecka. Vi på \(name) tycker att
      det är viktigt att alla får vara med. Till hösten börjar \(name) med en ny grupp
      för de yngsta, och då behövs det fler som vill läsa högt på eftermiddagarna.
      Det sista som sker varje dag är att barnen säger vad de vill göra på \(name).
      """
  }

  /// A text of pages, each with a head and a foot.
  private func document(
    pages: Int, head: (Int) -> String?, foot: (Int) -> String? = { _ in nil }
  ) throws -> TokenizedDocument {
    let texts = (1...pages).map { page in
      [head(page), body(page), foot(page)].compactMap { $0 }.joined(separator: "\n")
    }
    return try stages.tokens("Inledning\n" + texts.joined(separator: "\u{C}"))
  }

  private func furniture(_ document: TokenizedDocument) -> [String] {
    document.listing.filter { $0.token == .furniture }.map(\.text)
  }

  @Test("a head and a foot that come again on most pages are furniture")
  func recurring() throws {
    let document = try document(
      pages: 5, head: { $0 == 1 ? nil : "Tjänsteutlåtande" }, foot: { _ in "start.stockholm" })
    let expected =
      ["start.stockholm"] + (2...5).flatMap { _ in ["Tjänsteutlåtande", "start.stockholm"] }
    #expect(furniture(document) == expected)
  }

  @Test(
    "a page counter in any form is furniture",
    arguments: [
      "Sid # (5)", "# (5)", "Sida # av 5", "Sid # av 5", "#/5", "Sidan # (5)", "# av 5",
      "Page # of 5",
    ])
  func counters(form: String) throws {
    let document = try document(pages: 5) { page in
      form.replacing("#", with: String(page))
    }
    // The first page's stands under the heading "Inledning" and is at no edge.
    #expect(
      furniture(document).suffix(4) == (2...5).map { form.replacing("#", with: String($0)) }[...])
  }

  @Test("heads of several lines in varying order are furniture")
  func varyingOrder() throws {
    let document = try document(pages: 6) { page in
      let lines = ["Tjänsteutlåtande", "Norra Ekuddens stadsdelsförvaltning", "Sid \(page) (6)"]
      return (page.isMultiple(of: 2) ? lines : lines.reversed()).joined(separator: "\n")
    }
    let found = furniture(document)
    #expect(found.filter { $0 == "Tjänsteutlåtande" }.count >= 5)
    #expect(found.filter { $0.hasPrefix("Norra") }.count >= 5)
    #expect(found.filter { $0.hasPrefix("Sid ") }.count >= 5)
    #expect(!found.contains { $0.contains("förskolan") })
  }

  @Test("a heading or a label that begins many pages is none")
  func structureIsNoFurniture() throws {
    let document = try document(pages: 5, head: { _ in "Enhetsmål: Vi möter alla" })
    #expect(furniture(document).isEmpty)
    #expect(document.listing.filter { $0.token.shortName == "unit" }.count == 5)
    let headings = try self.document(
      pages: 5, head: { $0 == 1 ? "Enhetsmål: Ett mål\nUppföljning" : "Uppföljning" })
    #expect(furniture(headings).isEmpty)
  }

  @Test("a line that begins one page only is text")
  func onePageOnly() throws {
    let document = try document(pages: 5, head: { $0 == 3 ? "Tjänsteutlåtande" : nil })
    #expect(furniture(document).isEmpty)
  }

  @Test("a long line that comes again is text")
  func longLine() throws {
    let long = "Alla som arbetar i enheten har rätt att säga vad de tycker om planen och läget."
    let document = try document(pages: 5, head: { _ in long })
    #expect(furniture(document).isEmpty)
  }

  @Test("a head that is glued to the first line of a page is cut off it")
  func glued() throws {
    let texts = (1...5).map { page in
      page == 4
        ? "Tjänsteutlåtande Sid 4 (5) \(body(4))"
        : "Tjänsteutlåtande\nSid \(page) (5)\n\(body(page))"
    }
    let document = try stages.tokens("Inledning\n" + texts.joined(separator: "\u{C}"))
    let page = document.listing.enumerated().filter {
      document.document.lines[$0.offset].position.page == 4
    }.map(\.element)
    let head = try #require(page.first)
    #expect(head == TokenLine("Tjänsteutlåtande Sid 4 (5)", .furniture))
    let rest = try #require(page.dropFirst().first)
    #expect(rest.text.hasPrefix("På förskolan Eken arbetar"))
    #expect(rest.token != .furniture)
    #expect(document.tokens.count == document.document.lines.count)
    let starts = document.document.lines.filter { $0.startsPage && $0.position.page == 4 }
    #expect(starts.map(\.text) == ["Tjänsteutlåtande Sid 4 (5)"])
  }

  @Test("a page counter before a table's last cells is furniture where its page has no other")
  func misplacedCounter() throws {
    let texts = (1...5).map { page in
      page == 3
        ? "\(body(page))\n\nSida 3 av 5\n\nPeriodicitet\n\nÅr" : "\(body(page))\nSida \(page) av 5"
    }
    let document = try stages.tokens("Inledning\n" + texts.joined(separator: "\n\u{C}"))
    #expect(furniture(document) == (1...5).map { "Sida \($0) av 5" })
  }

  @Test("a head that is glued to the first lines of all pages is cut off them")
  func alwaysGlued() throws {
    for head in ["Tjänsteutlåtande", "Lindvikens förskola Verksamhetsplan 2018"] {
      let texts = (1...3).map { "\(head) Sid \($0) (3) \(body($0))" }
      let document = try stages.tokens(
        "Inledning\n\(body(4))\u{C}\(texts.joined(separator: "\u{C}"))")
      #expect(furniture(document) == (1...3).map { "\(head) Sid \($0) (3)" })
    }
  }

  @Test("a head that stands on few pages is furniture beside its counter")
  func rareHeadWithCounter() throws {
    for head in ["Tjänsteutlåtande", "Lindvikens förskola\nVerksamhetsplan 2018"] {
      let document = try document(
        pages: 12, head: { [4, 9].contains($0) ? "\(head)\nSid \($0) (12)" : nil },
        // A short line above the page break could be taken for one of the head.
        foot: { [3, 8].contains($0) ? "- Almen \($0)" : nil })
      let lines = head.split(separator: "\n").map(String.init)
      #expect(furniture(document) == lines + ["Sid 4 (12)"] + lines + ["Sid 9 (12)"])
    }
  }

  @Test("a foot that stands on few pages is known by coming back")
  func rareFoot() throws {
    let foot = ["Lindvikens förskola", "Kvarnbacksgatan 8", "08-465 004 00", "lindviken.example"]
    let document = try document(
      pages: 12, head: { _ in nil },
      foot: { [2, 6, 11].contains($0) ? foot.joined(separator: "\n") : nil })
    #expect(furniture(document) == foot + foot + foot)
  }

  @Test("rows of a table at the edges of pages are no furniture, though only their digits differ")
  func rowsAtEdges() throws {
    for row in ["2026-01-0# 2026-12-31", "8# % 9# % År"] {
      let document = try document(
        pages: 5, head: { _ in nil }, foot: { row.replacing("#", with: String($0)) })
      #expect(furniture(document).isEmpty)
    }
  }

  @Test("cells and headings of tables that come back on a few pages are no furniture")
  func cellsAtEdges() throws {
    for cell in ["2026-12-31", "100 %", "Aktivitet\n\nStartdatum\n\nSlutdatum"] {
      let document = try document(
        pages: 12, head: { _ in nil }, foot: { [2, 6, 11].contains($0) ? cell : nil })
      #expect(furniture(document).isEmpty)
    }
  }

  @Test("a line that is all of a page stands there once")
  func pageOfOneLine() throws {
    let document = try stages.tokens("Inledning\n\(body(1))\u{C}Totalt 152,8 8,0 144,8 3,3\n")
    #expect(furniture(document).isEmpty)
  }

  @Test("a head with the administration and a date, and a foot of many lines, are furniture")
  func longHeadInsideText() throws {
    let head = [
      "Norra Ekudden", "Lindvikens förskola", "Tjänsteutlåtande", "Sid 2 (3)", "2026-01-15",
    ]
    let foot = [
      "Besöksadress", "Kvarnbacksgatan 8", "100 00 Lindviken", "Telefon 08-465 004 00",
      "Växel 08-465 004 01", "lindviken.example",
    ]
    let block = [head, foot].map { $0.joined(separator: "\n") }.joined(separator: "\n\n\n")
    let document = try stages.tokens("Inledning\n\(body(1))\n\n\n\n\(block)\n\n\(body(2))\n")
    #expect(furniture(document) == head + foot)
  }

  @Test("a foot may stand above the next page's head")
  func footAboveHead() throws {
    let block = "lindviken.example\n08-465 004 00\n\n\nTjänsteutlåtande\nSid 2 (3)"
    let document = try stages.tokens("Inledning\n\(body(1))\n\n\n\n\(block)\n\n\(body(2))\n")
    #expect(
      furniture(document)
        == ["lindviken.example", "08-465 004 00", "Tjänsteutlåtande", "Sid 2 (3)"])
  }

  @Test("a head in the middle of a text without page marks is found by its counter")
  func insideText() throws {
    let foot =
      "\n\n\n\nTjänsteutlåtande\nSid 2 (3)\n\nlindviken.example\nKvarnbacksgatan 8\n08-465 004 00\n\n"
    let document = try stages.tokens("Inledning\n\(body(1))\(foot)\(body(2))\n")
    #expect(
      furniture(document) == [
        "Tjänsteutlåtande", "Sid 2 (3)", "lindviken.example", "Kvarnbacksgatan 8", "08-465 004 00",
      ])
  }

  @Test("heads and feet are found by their counters where nothing parts the pages of a text")
  func counterSeries() throws {
    let pages = (1...5).map { page in
      "\(body(page))\nTallgatan 14\nlindviken.example\nKulturskolan\nSid \(page + 1) (7)"
    }
    let text = (["Inledning"] + pages + [body(6), "Tallgatan 14", "lindviken.example"])
      .joined(separator: "\n")
    let expected = (2...6).flatMap {
      ["Tallgatan 14", "lindviken.example", "Kulturskolan", "Sid \($0) (7)"]
    }
    let document = try stages.tokens(text)
    #expect(furniture(document) == expected + ["Tallgatan 14", "lindviken.example"])
    let ends = document.document.lines.filter { $0.text.hasPrefix("Det sista som sker") }
    #expect(ends.map(\.position.page) == [1, 2, 3, 4, 5, 6])
    #expect(document.document.pageCount == 7)
  }

  @Test("counters in feet number the pages above them")
  func pagesAboveFeet() throws {
    let text = (1...4).map { "\(body($0))\nKulturskolan\nSid \($0) (4)" }.joined(separator: "\n")
    let document = try stages.tokens("Inledning\n\(text)").document
    let last = document.lines.filter { $0.text.hasPrefix("Det sista som sker") }
    #expect(last.map(\.position.page) == [1, 2, 3, 4])
    #expect(document.pageCount == 4)
  }

  @Test(
    "lines like counters that do not count pages are text",
    arguments: [[2, 3], [2, 4, 3], [2, 5, 9, 12]])
  func noCounterSeries(numbers: [Int]) throws {
    let parts = numbers.map { "\(body($0))\nKulturskolan\n\($0) (14)" }
    let text = (["Inledning"] + parts + [body(1)]).joined(separator: "\n")
    #expect(furniture(try stages.tokens(text)) == [])
  }

  @Test("what only the first page has round its counter is the cover's")
  func letterhead() throws {
    let text = """
      Kulturskolan Eken
      Tjänsteutlåtande
      Dnr: NE 2026/12
      Sid 1 (3)
      2026-01-15
      Verksamhetsplan 2026 för Kulturskolan Eken



      Tjänsteutlåtande
      Sid 2 (3)

      Inledning
      \(body(1))
      """
    let document = try stages.tokens(text)
    #expect(
      furniture(document)
        == ["Tjänsteutlåtande", "Sid 1 (3)", "Tjänsteutlåtande", "Sid 2 (3)"])
    let cover = document.listing.filter { $0.token == .cover }.map(\.text)
    #expect(cover.contains("Dnr: NE 2026/12"))
    #expect(cover.contains("2026-01-15"))
  }

  @Test("a head in the middle of a text whose counter stands in the foot is found by coming back")
  func counterInFoot() throws {
    let pages = (1...3).map { page in
      "\n\n\n\nKulturskolan\nVerksamhetsplan 2013\n\n\nSida \(page) av 3\n\n\(body(page))"
    }
    let document = try stages.tokens("Inledning\n\(body(4))\(pages.joined())\n")
    let expected = (1...3).flatMap {
      ["Kulturskolan", "Verksamhetsplan 2013", "Sida \($0) av 3"]
    }
    #expect(furniture(document) == expected)
  }

  @Test("short lines that come back after blank lines are text where no counter follows them")
  func shortLinesThatComeBack() throws {
    let text = (1...4).map { "\n\n\n\nSe planen.\n\n\(body($0))" }.joined()
    #expect(furniture(try stages.tokens("Inledning\n\(body(5))\(text)\n")) == [])
  }

  @Test("a head that stands on few pages is furniture outside the body's area of a PDF")
  func rareHead() {
    var page = PrintedPage()
    for number in 1...24 {
      if number > 1 { page.newPage() }
      page.move(to: 30)
      if number == 4 || number == 7 { page.line("Bilaga till planen", size: 8) }
      page.move(to: 80)
      page.paragraph(body(number))
      page.move(to: 800)
      page.line("\(number) (24)", x: 500, size: 8)
    }
    let found = furniture(stages.tokens(page.document))
    #expect(found.filter { $0 == "Bilaga till planen" }.count == 2)
    #expect(found.filter { $0.hasSuffix("(24)") }.count == 24)
    #expect(found.count == 26)
  }

  @Test("a long head of a PDF is furniture where most pages have it")
  func longHead() {
    let head =
      "Norra Ekuddens stadsdelsförvaltning, förskolorna Mosippan och Granen Tjänsteutlåtande"
    var page = PrintedPage()
    for number in 1...4 {
      if number > 1 { page.newPage() }
      page.line(head, size: 8)
      page.space(20)
      page.paragraph(body(number))
    }
    #expect(furniture(stages.tokens(page.document)) == [String](repeating: head, count: 4))
  }

  @Test("amounts, dates and numbers of goals are no page counters")
  func noCounters() throws {
    for line in ["2/5 av barnen", "7 (5)", "Sid 2", "2025/26", "1.4 (2)", "12"] {
      let document = try document(pages: 2, head: { $0 == 2 ? line : nil })
      #expect(furniture(document).isEmpty, "\(line)")
    }
  }

  // MARK: - What names the page's goal

  /// Pages of a PDF that each begin a goal; a head above names the goal.
  private func pages(
    headSize: Double, head: (Int) -> String
  ) -> SourceDocument {
    var page = PrintedPage()
    for number in 1...5 {
      if number > 1 { page.newPage() }
      page.move(to: 30)
      page.line(head(number), size: headSize)
      page.line("Verksamhetsplan 2026", size: 8)
      page.move(to: 80)
      page.line("Enhetsmål: \(number). \(title(number))", size: 14, isBold: true)
      page.paragraph(body(number).replacing("\n", with: " "))
    }
    return page.document
  }

  private func title(_ page: Int) -> String {
    let titles = [
      "Alla barn trivs på förskolan", "Maten är god och lagas här", "Ingen behöver vänta länge",
      "Vi lyssnar på alla som hör av sig", "Nya vägar till ett gott samtal",
    ]
    return titles[page - 1]
  }

  @Test("a head in smaller type that names the page's goal is furniture, with and without label")
  func runningTitles() {
    for label in ["Enhetsmål: ", ""] {
      let tokens = stages.tokens(
        pages(headSize: 8) { "\(label)\($0). \(self.title($0).prefix(20)) …" })
      #expect(furniture(tokens).count == 10, "\(label)")
      #expect(tokens.listing.count { $0.text.hasSuffix("som hör av sig") } == 1)
    }
  }

  @Test("the same title in the same type is a goal of its own")
  func repeatedTitles() {
    let tokens = stages.tokens(pages(headSize: 14) { "Enhetsmål: \(self.title($0))" })
    #expect(!furniture(tokens).contains { $0.hasPrefix("Enhetsmål") })
  }

  @Test("numbers that count the lines of a page are furniture, where one page alone has them too")
  func lineNumbers() {
    for counts in [["1 2 3 4 5", "", ""], ["1 2 3 4 5", "6 7 8", "9"]] {
      var page = PrintedPage()
      for (number, count) in counts.enumerated() {
        if number > 0 { page.newPage() }
        page.paragraph(body(number + 1).replacing("\n", with: " "))
        if !count.isEmpty { page.apart(count, yTop: 60) }
      }
      #expect(furniture(stages.tokens(page.document)) == counts.filter { !$0.isEmpty })
    }
  }

  @Test("what stands beside the lines of two pages is furniture, and hides no foot")
  func besideLines() {
    var page = PrintedPage()
    for number in 1...6 {
      if number > 1 { page.newPage() }
      page.paragraph(body(number).replacing("\n", with: " "))
      page.move(to: 800)
      page.line("lindviken.example", size: 8)
      if number != 2, number != 4 { continue }
      page.apart("UTKAST", yTop: 300)
    }
    #expect(
      furniture(stages.tokens(page.document)) == [
        "lindviken.example", "lindviken.example", "UTKAST", "lindviken.example",
        "lindviken.example", "UTKAST", "lindviken.example", "lindviken.example",
      ])
  }
}
