// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

/// Plans that print the council's goals as numbered headings without labels.
struct NumberedGoalTests {
  private static let text =
    "Enheten arbetar med barn och unga i hela stadsdelen och har gjort det i många år. Det är "
    + "femton personer som arbetar här, och de flesta av dem har varit med sedan starten."

  private func contents(_ titles: [String]) -> String {
    "Innehållsförteckning\n"
      + titles.enumerated().map { "\($1) ........ \($0 + 2)\n" }.joined() + "\n"
  }

  /// The tree as lines of levels, numbers and titles.
  private func outline(_ goals: [Goal], indent: String = "") -> [String] {
    goals.flatMap { goal in
      ["\(indent)\(goal.level.rawValue) \(goal.number ?? "-") \(goal.title)"]
        + outline(goal.goals, indent: indent + "  ")
    }
  }

  private static let headings = [
    "Inledning", "1. Ett Lindviken som håller samman", "1.1 Alla barn lär sig", "Nämndmål: Ett",
    "1.2 Alla äldre är trygga", "Nämndmål: Två", "2. Ett grönt Lindviken", "2.1 Luften är ren",
    "Nämndmål: Tre", "Övrigt",
  ]
  private static let tree = [
    "direction 1 Ett Lindviken som håller samman", "  area 1.1 Alla barn lär sig",
    "    committee - Ett", "  area 1.2 Alla äldre är trygga", "    committee - Två",
    "direction 2 Ett grönt Lindviken", "  area 2.1 Luften är ren", "    committee - Tre",
  ]

  @Test("numbered headings that the contents list are goals where labelled ones stand under them")
  func listed() throws {
    let listed = Self.headings.filter { !$0.hasPrefix("Nämndmål") }
    let body = Self.headings.joined(separator: "\n\n\(Self.text)\n\n")
    let plan = try Stages.stockholm().plan(contents(listed) + body + "\n\n\(Self.text)\n")
    #expect(outline(plan.goals) == Self.tree)
    #expect(plan.goals.first?.label == "1.")
    #expect(plan.goals.first?.sections.count == 1)
    #expect(plan.closing.map(\.heading) == ["Övrigt"])
    #expect(plan.accounting.unaccountedWords == 0)
    #expect(try Stages.stockholm().plan(body).goals.map(\.title) == ["Ett", "Två", "Tre"])
  }

  @Test("so are those that are set as headings")
  func setApart() throws {
    var page = PrintedPage()
    for heading in Self.headings {
      page.line(heading, size: 16, isBold: true)
      page.paragraph(Self.text)
    }
    #expect(outline(try Stages.stockholm().plan(page.document).goals) == Self.tree)
  }

  @Test("a level that has labels elsewhere has none of these")
  func labelledLevel() throws {
    let headings = Self.headings.map {
      $0.contains(".1 ") || $0.contains(".2 ") ? "KF:s mål för verksamhetsområdet: \($0)" : $0
    }
    let listed = Self.headings.filter { !$0.hasPrefix("Nämndmål") } + ["3.1 Alla svarar"]
    let body = headings.joined(separator: "\n\n\(Self.text)\n\n") + "\n\n3.1 Alla svarar\n\n"
    let plan = try Stages.stockholm().plan(contents(listed) + body + Self.text)
    #expect(outline(plan.goals) == Self.tree)
  }

  @Test(
    "numbers of chapters are none of goals",
    arguments: [
      ["1 Inledning", "2. Vad vi gör", "2.1 Mål", "Nämndmål: Ett"],
      [
        "1. Om oss", "1.1 Uppdrag", "1.2 Lokaler", "1.3 Personal", "2. Mål", "2.1 I år",
        "Nämndmål: Ett",
      ],
      ["1. Om oss", "2. Mål", "Nämndmål: Ett"],
    ])
  func chapters(headings: [String]) throws {
    let listed = headings.filter { !$0.hasPrefix("Nämndmål") }
    let body = headings.joined(separator: "\n\n\(Self.text)\n\n") + "\n\n\(Self.text)\n"
    #expect(
      outline(try Stages.stockholm().plan(contents(listed) + body).goals) == ["committee - Ett"])
  }
}
