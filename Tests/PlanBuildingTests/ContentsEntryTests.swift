// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import TestSupport
import Testing

struct ContentsEntryTests {
  /// A line of printed contents, and what it says.
  struct Entry: Sendable, CustomTestStringConvertible {
    let line: String
    let number: String?
    let title: String
    let page: Int?

    var testDescription: String { line }

    init(_ line: String, _ number: String?, _ title: String, _ page: Int?) {
      self.line = line
      self.number = number
      self.title = title
      self.page = page
    }
  }

  @Test(
    "an entry has its number, its title and its page",
    arguments: [
      Entry("Inledning ....... 3", nil, "Inledning", 3), Entry("Inledning 3", nil, "Inledning", 3),
      Entry("1.4 Alla är trygga.......7", "1.4", "Alla är trygga", 7),
      Entry("1. En stad för alla … … 7", "1", "En stad för alla", 7),
      Entry("Budget 2026 ..... 12", nil, "Budget 2026", 12),
      Entry("Budget 2026 12", nil, "Budget 2026", 12),
      Entry("Växel 08-465 004 30", nil, "Växel 08-465 004", 30),
      Entry("Mål t.ex. för alla ..... 4", nil, "Mål t.ex. för alla", 4),
      Entry(
        "Enhetsmål: 1.1.1 Vi möter alla .... 9", nil, "Enhetsmål: 1.1.1 Vi möter alla", 9),
      Entry("Bilaga 1 ..... 14", nil, "Bilaga 1", 14),
      Entry("10.2 Ett mål ..... 14", "10.2", "Ett mål", 14),
    ])
  func entries(entry: Entry) throws {
    let text = """
      Verksamhetsplan 2026 för Lönnen
      Innehållsförteckning
      \(entry.line)
      Inledning
      Enheten finns för alla som bor i stadsdelen och som vill ha råd, stöd eller sällskap.
      Enhetsmål: Ett mål
      """ + String(repeating: "\u{C}Enhetsmål: Ett mål till", count: 20)
    let plan = try Stages.stockholm().plan(text)
    #expect(plan.contentsHeading == "Innehållsförteckning")
    let found = try #require(plan.contents.first)
    #expect(plan.contents.count == 1)
    #expect(found.number == entry.number)
    #expect(found.title == entry.title)
    #expect(found.page == entry.page)
    #expect(plan.accounting.unaccountedWords == 0)
  }

  @Test("an entry that wraps is one entry, a cut word in it one word")
  func wrappedEntry() throws {
    let text = """
      Innehåll
      1.4 Alla barn i staden får en trygg start och goda förutsätt-
      ningar att lära .... 7
      1.5 Alla är trygga .... 9
      Inledning
      Goda förutsättningar finns för alla som bor i stadsdelen och som vill ha råd eller stöd.
      """
    let plan = try Stages.stockholm().plan(text)
    #expect(
      plan.contents.map(\.title) == [
        "Alla barn i staden får en trygg start och goda förutsättningar att lära",
        "Alla är trygga",
      ])
    #expect(plan.contents.map(\.page) == [7, 9])
    #expect(plan.accounting.unaccountedWords == 0)
  }
}
