// SPDX-License-Identifier: GPL-2.0-or-later

import PlanArchive
import PlanModel
import SourceText
import TestSupport
import Testing

struct SearchTests {
  private let archive: TestArchive

  init() throws {
    archive = try TestArchive()
    let titles = [
      "Äldreomsorgen är trygg", "God omsorg för alla", "Fler får ett arbete", "Får och lamm",
      "IT och Italien", "En hållbar e-post",
    ]
    for (number, title) in titles.enumerated() {
      try archive.add(
        NewPlan(
          .small(
            unit: number % 2 == 0 ? "Åsens enhet" : "Dalens enhet", year: 2020 + number,
            goal: title)))
    }
  }

  @Test(
    "words are found whole first and then inside others, and å, ä and ö are letters",
    arguments: [
      ("omsorg", ["God [omsorg] för alla", "Äldre[omsorg]en är trygg"]),
      ("OMSORG", ["God [omsorg] för alla", "Äldre[omsorg]en är trygg"]),
      ("äldreomsorgen", ["[Äldreomsorgen] är trygg"]), ("ÄLDRE", ["[Äldre]omsorgen är trygg"]),
      ("aldre", []), ("far", []), ("får", ["[Får] och lamm", "Fler [får] ett arbete"]),
      ("a\u{308}ldreomsorg", ["[Äldreomsorg]en är trygg"]),
      ("om\u{AD}sorg", ["God [omsorg] för alla", "Äldre[omsorg]en är trygg"]),
      ("alla omsorg", ["God [omsorg] för [alla]"]), ("omsorg saknas", []),
      ("\"god omsorg\"", ["[God] [omsorg] för alla"]), ("\"omsorg god\"", []),
      ("it", ["[IT] och Italien"]), ("och ita", ["IT [och] [Ita]lien"]),
      ("e-post", ["En hållbar [e]-[post]"]),
    ] as [(String, [String])])
  func swedish(query: String, expected: [String]) throws {
    #expect(try archive.excerpts(query) == expected)
  }

  @Test("a short word is marked only where a word begins with it, as it is found")
  func shortWords() throws {
    try archive.add(NewPlan(.small(unit: "Ekens enhet", goal: "Oro får åtgärd på året")))
    #expect(try archive.excerpts("å") == ["Oro får [å]tgärd på [å]ret"])
    #expect(try archive.excerpts("o å får") == ["[O]ro [får] [å]tgärd på [å]ret"])
  }

  @Test("hits of whole words come before hits inside words")
  func order() throws {
    #expect(try archive.search("omsorg").map(\.isWholeWord) == [true, false])
    // A word that other words only begin with, of two letters.
    #expect(try archive.search("al").map(\.isWholeWord) == [false])
  }

  @Test("a filter lets only its year or its units through, in capitals or not")
  func filters() throws {
    #expect(try archive.search("omsorg", filter: SearchFilter(year: 2021)).map(\.year) == [2021])
    let unit = try archive.search("omsorg", filter: SearchFilter(unit: "åsens"))
    #expect(unit.map(\.unit) == ["Åsens enhet"])
    #expect(try archive.search("omsorg", filter: SearchFilter(unit: "asens")) == [])
    #expect(try archive.search("omsorg", limit: 1).count == 1)
  }

  @Test("a hit tells plan, unit, year, goal and page")
  func hit() throws {
    let hit = try #require(try archive.search("lamm").first)
    #expect(hit.plan == "Dalens enhet 2023")
    #expect(hit.unit == "Dalens enhet")
    #expect(hit.year == 2023)
    #expect(hit.goal?.title == "Får och lamm")
    #expect(hit.goal?.level == "unit")
    #expect(hit.page == 2)
    #expect(hit.table == .goals)
  }

  @Test("indicators, activities and sections are found with the goals that they belong to")
  func tables() throws {
    try archive.add(NewPlan(SamplePlan.complete))
    func hits(_ text: String) throws -> [String] {
      try archive.search(text).map {
        "\($0.table) \($0.goal?.title ?? "-") \($0.heading ?? "-") p. \($0.page)"
      }
    }
    #expect(try hits("nöjda") == ["indicators  - p. 2"])
    #expect(try hits("mässa") == ["activities  - p. 2"])
    #expect(
      try hits("klagomål")
        == Array(
          repeating: "sections Vi svarar i tid Förväntat resultat p. 3", count: 2))
    #expect(try hits("välkommen") == ["sections - Inledning p. 2"])
    // The heading alone is a hit too.
    #expect(try hits("uppdrag") == ["sections - Uppdrag p. 2"])
  }

  @Test(
    "nothing in a query is syntax, and nothing harms",
    arguments: [
      "\"", "\"\"\"", "omsorg\"", "omsorg*", "omsorg OR", "NEAR(omsorg trygg)", "title:omsorg",
      "^omsorg", "-omsorg", "omsorg AND", "(omsorg", "omsorg\0alla", "omsorg\u{1B}[31m", "'; --",
      "{title} : omsorg", "%", "_", "***", "omsorg + alla", "\u{FFFD}", "omsorg\nalla", "\\", "ﷺ",
    ])
  func hostile(query: String) throws {
    // Where nothing of it is a word it is refused.
    guard (try? SearchQuery(query)) != nil else { return }
    let hits = try archive.search(query)
    // A word that was meant as an operator is a word that has to be there.
    let operators = ["OR", "NEAR", "title", "AND", "31m"]
    if operators.contains(where: query.contains) { #expect(hits.isEmpty) }
    if query.contains("alla") { #expect(hits.map(\.goal?.title) == ["God omsorg för alla"]) }
  }

  @Test("a query of 100 kB is refused, and so is one without words")
  func refusals() {
    #expect(throws: SearchQuery.Refusal.noWords) { try SearchQuery(" § \0 \"") }
    #expect(throws: SearchQuery.Refusal.tooLong(byteLimit: 1_000)) {
      try SearchQuery(String(repeating: "omsorg ", count: 15_000))
    }
  }

  @Test("the excerpt of a long text is the piece that has most of the words")
  func longText() throws {
    var plan = PlanDocument.small(unit: "Ekens enhet")
    var section = Section(kind: .description, heading: nil, depth: nil, at: .init(page: 4, line: 1))
    let filler = Array(repeating: "ord", count: 200).joined(separator: " ")
    section.blocks = [
      .paragraph(
        text: "krokus \(filler) krokus bland andra\ttulpaner \(filler)", at: .init(page: 4, line: 1)
      )
    ]
    plan.goals[0].sections = [section]
    try archive.add(NewPlan(plan))
    let excerpt = try #require(try archive.excerpts("tulpan krokus").first)
    #expect(excerpt.contains(" [krokus] bland andra [tulpan]er ord"))
    #expect(excerpt.hasPrefix("… ord ord"))
    #expect(excerpt.hasSuffix("ord …"))
    #expect(excerpt.count < 180)
  }
}
