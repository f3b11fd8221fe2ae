// SPDX-License-Identifier: GPL-2.0-or-later

import ComparisonReport
import PlanComparison
import PlanModel
import Testing

@Suite("Structure of the report")
struct ReportStructureTests {
  private static let older = ReportPlans.plan(
    2025,
    ReportPlans.goal(
      1, "Maten är god och klimatsmart",
      indicators: [ReportPlans.indicator("Andel nöjda", 70)],
      activities: [
        ReportPlans.activity("Ordna en mässa", start: "2025-02-01", end: "2025-03-01")
      ], text: "Vi lagar maten själva."),
    ReportPlans.goal(2, "Barnen leker ute varje dag"),
    ReportPlans.goal(3, "Personalen trivs"))
  private static let newer = ReportPlans.plan(
    2026,
    ReportPlans.goal(
      1, "Maten är god och miljösmart",
      indicators: [ReportPlans.indicator("Andel nöjda", 77)],
      activities: [
        ReportPlans.activity("Ordna en mässa", start: "2026-02-15", end: "2026-03-01")
      ], text: "Vi lagar all mat själva."),
    ReportPlans.goal(2, "Personalen trivs"),
    ReportPlans.goal(3, "Lokalerna är tillgängliga för rullstol"))

  private let html = ReportPlans.report(older, newer)

  @Test("is the same bytes each time")
  func determinism() {
    #expect(html == ReportPlans.report(Self.older, Self.newer))
  }

  @Test("tells what changed in words and signs, with the words of both titles marked")
  func marks() {
    #expect(html.contains("<del>klimatsmart</del>"))
    #expect(html.contains("<ins>miljösmart</ins>"))
    for (sign, word) in [("~", "Omformulerat"), ("+", "Tillagt"), ("−", "Borttaget")] {
      #expect(html.contains("aria-hidden=\"true\">\(sign)</span> \(word)</span>"))
    }
  }

  @Test("says by how much a target was raised and how many days an activity moved")
  func figures() {
    #expect(html.contains("höjt med 7 procentenheter"))
    #expect(html.contains("14 dagar senare på året"))
    #expect(html.contains("samma dag på året"))
    #expect(ReportPlans.report(Self.newer, Self.older).contains("sänkt med 7 procentenheter"))
    #expect(
      ReportPlans.report(Self.newer, Self.older, language: .english)
        .contains("lowered by 7 percentage points"))
  }

  @Test("has a removed goal where it stood")
  func orderOfGoals() throws {
    let tree = try #require(html.firstRange(of: "<ul class=\"goals\">"))
    let rest = html[tree.lowerBound...]
    let places = try ["god och", "Barnen leker", "Personalen trivs", "Lokalerna"].map {
      try #require(rest.firstRange(of: $0)).lowerBound
    }
    #expect(places == places.sorted())
  }

  @Test("lists a row of the newer plan once, and rows that went, in the tables")
  func tables() {
    let older = ReportPlans.plan(
      2025,
      ReportPlans.goal(
        1, "Maten är god",
        indicators: [
          ReportPlans.indicator("Andel nöjda gäster", 70),
          ReportPlans.indicator("Matsvinn i gram", 30),
        ]))
    let newer = ReportPlans.plan(
      2026,
      ReportPlans.goal(
        1, "Maten är god",
        indicators: [
          ReportPlans.indicator("Andel nöjda gäster", 70),
          ReportPlans.indicator("Inköp av ekologiskt", 40),
        ]))
    let html = ReportPlans.report(older, newer)
    for (kind, count) in [("unchanged", 1), ("added", 1), ("removed", 1)] {
      #expect(html.ranges(of: "<tr data-kinds=\"\(kind)\" data-level=\"unit\">").count == count)
    }
  }

  @Test("links to the pages of PDFs, and names those of other files")
  func pages() {
    #expect(html.contains("href=\"./plan%202025.pdf#page=2\">s.\u{A0}2</a>"))
    let placed = ReportPlans.report(
      Self.older, Self.newer, sourcePaths: ["../a/x.PDF", "y.txt"])
    #expect(placed.contains("href=\"./../a/x.PDF#page=2\">"))
    #expect(!placed.contains("y.txt#"))
    #expect(placed.contains("<span class=\"page\">s.\u{A0}2</span>"))
  }

  @Test("says in a language of its own what is unchanged", arguments: ReportLanguage.allCases)
  func languages(language: ReportLanguage) {
    let html = ReportPlans.report(Self.older, Self.older, language: language)
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
    let words = language == .swedish ? "Planerna skiljer sig inte åt." : "The plans do not differ."
    #expect(html.contains(words))
    #expect(!html.contains("<ins>"))
    #expect(!html.contains("<del>"))
  }

  @Test("has the goals over the years where there are more than two plans")
  func histories() {
    #expect(!html.contains("Målen över åren"))
    let gone = ReportPlans.plan(2027, ReportPlans.goal(1, "Personalen trivs"))
    let three = ReportPlans.report(Self.older, gone, Self.older)
    #expect(three.contains("Målen över åren"))
    #expect(three.contains("avbrott <bdi>"))
  }

  @Test("has an index where there are several comparisons")
  func index() {
    let part = ReportedComparison(
      PlanComparer().comparison(of: [Self.older, Self.newer]), of: [Self.older, Self.newer])
    let html = ReportPlans.report([part, part])
    #expect(html.contains("<a href=\"#comparison-2\">"))
    #expect(html.contains("<details class=\"comparison\" id=\"comparison-2\">"))
    let ids = Markup(html).values(of: "id")
    #expect(Set(ids).count == ids.count)
  }

  @Test("points only to places that there are, and closes what it opens")
  func wellFormed() {
    let markup = Markup(html)
    let ids = Set(markup.values(of: "id"))
    let targets =
      markup.values(of: "href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
      + markup.values(of: "aria-labelledby") + markup.values(of: "for")
    #expect(!targets.isEmpty)
    #expect(targets.allSatisfy(ids.contains))
    #expect(markup.isBalanced)
  }

  @Test("allows itself one style sheet and one script, and loads nothing")
  func policy() throws {
    let policy = try #require(Markup(html).values(of: "content").first { $0.contains("src") })
    #expect(policy.hasPrefix("default-src 'none'; style-src 'sha256-"))
    #expect(!policy.contains("unsafe"))
    #expect(html.ranges(of: "<style>").count == 1)
    #expect(html.ranges(of: "<script>").count == 1)
    #expect(Markup(html).values(of: "src").isEmpty)
    #expect(Markup(html).values(of: "style").isEmpty)
  }

  @Test("leaves the middle of long unchanged runs out, and says how many words")
  func gaps() {
    let words = (1...300).map { "ord\($0)" }.joined(separator: " ")
    let html = ReportPlans.report(
      ReportPlans.plan(2025, ReportPlans.goal(1, "Maten är god", text: "Förr \(words) förr")),
      ReportPlans.plan(2026, ReportPlans.goal(1, "Maten är god", text: "Nu \(words) nu")))
    #expect(html.contains("[… 252 oförändrade ord …]"))
    #expect(html.contains("ord24"))
    #expect(!html.contains("ord150"))
  }
}
