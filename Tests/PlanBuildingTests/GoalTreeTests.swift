// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

struct GoalTreeTests {
  private func plan(_ lines: String...) throws -> PlanDocument {
    try Stages.stockholm().plan(lines.joined(separator: "\n\n") + "\n")
  }

  /// The tree as indented lines of ids and titles.
  private func outline(_ goals: [Goal], indent: String = "") -> [String] {
    goals.flatMap { goal in
      ["\(indent)\(goal.id) \(goal.title)"] + outline(goal.goals, indent: indent + "  ")
    }
  }

  private func all(_ goals: [Goal]) -> [Goal] { goals.flatMap { [$0] + all($0.goals) } }

  @Test("goals hang on the goal above them")
  func wholeTree() throws {
    let plan = try plan(
      "KF:s inriktningsmål: 1. En stad", "KF:s mål för verksamhetsområdet: 1.1 Ett område",
      "Nämndmål: Nämndens", "Enhetsmål: Ett", "Enhetsmål: Två",
      "KF:s mål för verksamhetsområdet: 1.2 Ett till", "Nämndmål: Nästa",
      "KF:s inriktningsmål: 2. En annan stad")
    #expect(
      outline(plan.goals) == [
        "1 En stad", "  1/1.1 Ett område", "    1/1.1/n1 Nämndens", "      1/1.1/n1/e1 Ett",
        "      1/1.1/n1/e2 Två", "  1/1.2 Ett till", "    1/1.2/n1 Nästa", "2 En annan stad",
      ])
  }

  @Test("where a level is missing, a goal hangs on the nearest one above")
  func missingLevels() throws {
    let plan = try plan(
      "KF:s mål för verksamhetsområdet: 1.1 Ett område", "Enhetsmål: Direkt under området",
      "Nämndmål: Nämndens", "Enhetsmål: Under nämnden", "KF:s inriktningsmål: 2. En stad",
      "Enhetsmål: Direkt under inriktningen", "Nämndmål: Utan område")
    #expect(
      outline(plan.goals) == [
        "1.1 Ett område", "  1.1/e1 Direkt under området", "  1.1/n1 Nämndens",
        "    1.1/n1/e1 Under nämnden", "2 En stad", "  2/e1 Direkt under inriktningen",
        "  2/n1 Utan område",
      ])
  }

  @Test("unit goals alone make a tree of one level")
  func unitGoalsOnly() throws {
    let plan = try plan("Enhetsmål: Ett", "Avdelningsmål: Två", "Åtagande: Tre")
    #expect(outline(plan.goals) == ["e1 Ett", "e2 Två", "e3 Tre"])
    #expect(plan.goals.map(\.scope) == [.enhet, .avdelning, .enhet])
  }

  @Test("a number of one place without a dot is taken off a title that stands below its label")
  func bareNumberBelowLabel() throws {
    let plan = try Stages.stockholm().plan(
      "KF:s inriktningsmål:\n1 Ett öppet Lindviken\n\nKF:s inriktningsmål:\n2 hus i varje by\n")
    #expect(outline(plan.goals) == ["1 Ett öppet Lindviken", "i2 2 hus i varje by"])
    #expect(plan.goals.map(\.number) == ["1", nil])
  }

  @Test("ids are told apart where numbers and titles are the same")
  func sameNumbers() throws {
    let plan = try plan(
      "KF:s inriktningsmål: 1. En stad", "KF:s mål för verksamhetsområdet: 1.1 Ett",
      "KF:s mål för verksamhetsområdet: 1.1 Ett", "Enhetsmål: 1.1.1 Samma", "Enhetsmål: Samma",
      "Enhetsmål: 1.1.1 Samma", "KF:s inriktningsmål: 1. En stad")
    let ids = all(plan.goals).map(\.id)
    #expect(
      ids == ["1", "1/1.1", "1/1.1-2", "1/1.1-2/1.1.1", "1/1.1-2/e2", "1/1.1-2/1.1.1-2", "1-2"])
  }

  @Test("every id of the corpus is unique and begins with its parent's", arguments: CorpusCase.all)
  func corpusIDs(plan: CorpusCase) throws {
    let bytes = try plan.bytes(of: "input.txt")
    let document = try Stages.stockholm().plan(String(decoding: bytes, as: UTF8.self))
    let goals = all(document.goals)
    #expect(goals.count > 10)
    #expect(Set(goals.map(\.id)).count == goals.count)
    for goal in goals {
      for below in goal.goals {
        #expect(below.id.hasPrefix("\(goal.id)/"))
        #expect(below.level.depth > goal.level.depth)
      }
    }
  }

  @Test("a goal has its label as printed and the place where it begins")
  func labelsAndPlaces() throws {
    let plan = try plan(
      "En rad först.", "Enhetsmål: 1.3.1.1 Avdelningsmål: Vi möter alla",
      "Enhetsmål:\nAvdelningsmål: Vi svarar", "ENHETSMÅL 4.\nVi frågar")
    #expect(plan.goals.map(\.title) == ["Vi möter alla", "Vi svarar", "Vi frågar"])
    #expect(
      plan.goals.map(\.label)
        == ["Enhetsmål: 1.3.1.1 Avdelningsmål:", "Enhetsmål: Avdelningsmål:", "ENHETSMÅL 4."])
    #expect(plan.goals.map(\.number) == ["1.3.1.1", nil, "4"])
    #expect(plan.goals.map(\.at.line) == [3, 5, 8])
    #expect(plan.accounting.unaccountedWords == 0)
  }

  @Test("a number on the line below the label is the goal's number")
  func numberBelowLabel() throws {
    let plan = try plan("KF:s mål för verksamhetsområdet:\n1.4 Alla är trygga")
    let goal = try #require(plan.goals.first)
    #expect(goal.number == "1.4")
    #expect(goal.title == "Alla är trygga")
    #expect(goal.label == "KF:s mål för verksamhetsområdet: 1.4")
    #expect(plan.accounting.unaccountedWords == 0)
  }

  @Test("sections stand under their goal in document order, with their places")
  func sections() throws {
    let plan = try plan(
      "Enhetsmål: Ett", "Förväntade resultat:", "- Alla trivs.\n- Alla kommer.", "ARBETSSÄTT",
      "Vi arbetar.", "Nämndmål: Nästa", "Beskrivning", "Nämnden vill.")
    let unit = try #require(plan.goals.first)
    #expect(unit.sections.map(\.kind) == [.expectedResults, .workingMethods])
    #expect(unit.sections.map(\.heading) == ["Förväntade resultat:", "ARBETSSÄTT"])
    #expect(unit.sections.map(\.at.line) == [3, 8])
    #expect(
      unit.sections.first?.blocks == [
        .listItem(marker: "-", text: "Alla trivs.", at: .init(page: 1, line: 5)),
        .listItem(marker: "-", text: "Alla kommer.", at: .init(page: 1, line: 6)),
      ])
    #expect(plan.goals.dropFirst().first?.sections.map(\.kind) == [.description])
  }

  @Test("words before any heading are a section of text")
  func textBeforeHeadings() throws {
    let plan = try plan("Enhetsmål: Ett mål.", "Vi vill alla väl.", "Arbetssätt", "Vi arbetar.")
    let goal = try #require(plan.goals.first)
    #expect(goal.sections.map(\.kind) == [.text, .workingMethods])
    #expect(goal.sections.first?.heading == nil)
  }

  @Test("a title's own number goes before one between the label and its colon")
  func numberedLabel() throws {
    let plan = try Stages.stockholm().plan(
      "KF:s INRIKTNINGSMÅL 1: 1. En stad\n\nNämndmål 1:\n2.1 Alla är trygga\n\n"
        + "Enhetens åtagande 3: Vi möter alla\n")
    #expect(
      outline(plan.goals) == ["1 En stad", "  1/2.1 Alla är trygga", "    1/2.1/3 Vi möter alla"])
    #expect(
      all(plan.goals).map(\.label) == [
        "KF:s INRIKTNINGSMÅL 1: 1.", "Nämndmål 1: 2.1", "Enhetens åtagande 3:",
      ])
    #expect(plan.accounting.unaccountedWords == 0)
  }

  @Test("a goal's own number goes before that of its heading")
  func numberOfHeading() throws {
    let plan = try plan(
      "2 KF:s inriktningsmål:\n1. En stad för alla", "2.1 Nämndmål:\nAlla barn lär sig")
    let direction = try #require(plan.goals.first)
    #expect(direction.number == "1")
    #expect(direction.title == "En stad för alla")
    #expect(direction.label == "2 KF:s inriktningsmål: 1.")
    #expect(direction.goals.map(\.number) == ["2.1"])
    #expect(plan.accounting.unaccountedWords == 0)
  }

  @Test("a heading with its text on one line begins a section")
  func runInHeading() throws {
    let plan = try plan(
      "Enhetsmål: Ett mål", "Arbetssätt: Vi möter alla som kommer,\noch vi lyssnar.")
    let section = try #require(plan.goals.first?.sections.first)
    #expect(section.kind == .workingMethods)
    #expect(section.heading == "Arbetssätt:")
    guard case .paragraph(let text, _) = try #require(section.blocks.first) else {
      Issue.record("\(section.blocks)")
      return
    }
    #expect(text == "Vi möter alla som kommer, och vi lyssnar.")
    #expect(plan.accounting.unaccountedWords == 0)
  }

  @Test(
    "where headings inside goals are plain, the closing begins at one set as the introduction's")
  func closingSetAsIntroduction() throws {
    let text =
      "Enheten arbetar med barn och unga i hela stadsdelen och har gjort det i många år. Det är "
      + "femton personer som arbetar här, och de flesta av dem har varit med sedan starten."
    var page = PrintedPage()
    page.line("Inledning", size: 16, isBold: true)
    page.paragraph(text)
    page.line("Enhetsmål: Alla är trygga", size: 14, isBold: true)
    page.line("Arbetssätt", size: 10)
    page.paragraph(text)
    page.line("Så gör vi", size: 14, isBold: true)
    page.paragraph(text)
    page.line("Vi lär av varandra", size: 16, isBold: true)
    page.paragraph(text)
    let plan = try Stages.stockholm().plan(page.document)
    #expect(plan.closing.map(\.heading) == ["Vi lär av varandra"])
    #expect(plan.goals.map(\.title) == ["Alla är trygga"])
  }
}
