// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel
import TestSupport
import Testing

struct GoalAlignmentTests {
  private func step(
    _ old: [SmallGoal], _ new: [SmallGoal], _ decisions: [AlignmentDecision] = []
  ) throws -> ComparisonStep {
    let comparison = PlanComparer(decisions: decisions)
      .comparison(of: [SmallGoal.plan(old, year: 2026), SmallGoal.plan(new, year: 2027)])
    return try #require(comparison.steps.first)
  }

  private func links(_ step: ComparisonStep) -> [String] {
    step.pairs.map { "\($0.old.id) \($0.new.id)" }
  }

  @Test("a goal keeps its title and gets another number")
  func renumbered() throws {
    let step = try step(
      [SmallGoal(.direction, "En stad för alla", number: "1")],
      [SmallGoal(.direction, "En stad för alla", number: "3")])
    let pair = try #require(step.pairs.first)
    #expect(pair.kinds == [.renumbered])
    #expect(pair.decidedBy == .title)
    #expect(!pair.review)
  }

  @Test("a number that means other goals this year pairs nothing")
  func misleadingNumbers() throws {
    let step = try step(
      [
        SmallGoal(.area, "Äldre bor tryggt", number: "1.1"),
        SmallGoal(.area, "Luften är ren", number: "1.2"),
        SmallGoal(.area, "Skolan når alla", number: "1.3"),
      ],
      [
        SmallGoal(.area, "Luften är ren", number: "1.1"),
        SmallGoal(.area, "Skolan når alla", number: "1.2"),
        SmallGoal(.area, "Krisberedskapen är god", number: "1.3"),
      ])
    #expect(links(step) == ["2 1", "3 2"])
    #expect(step.added.map(\.goal.title) == ["Krisberedskapen är god"])
    #expect(step.removed.map(\.goal.title) == ["Äldre bor tryggt"])
  }

  @Test("of two goals with one title each stays under its parent, also where these change places")
  func sameTitleUnderTwoParents() throws {
    let homes = SmallGoal(.committee, "Boendet är hemtrevligt", [SmallGoal(.unit, "Vi lär av fel")])
    let meals = SmallGoal(.committee, "Måltiden är god", [SmallGoal(.unit, "Vi lär av fel")])
    let step = try step([homes, meals], [meals, homes])
    #expect(links(step) == ["2 1", "2/1 1/1", "1 2", "1/1 2/1"])
    #expect(step.pairs.allSatisfy { $0.kinds == [.unchanged] && !$0.review })
    #expect(step.pairs[1].decidedBy == .parent)
  }

  @Test("a goal under another parent is moved")
  func moved() throws {
    let goal = SmallGoal(.unit, "Barnen har inflytande")
    let step = try step(
      [SmallGoal(.committee, "Förskolan är god", [goal]), SmallGoal(.committee, "Trygga platser")],
      [SmallGoal(.committee, "Förskolan är god"), SmallGoal(.committee, "Trygga platser", [goal])])
    #expect(step.pairs.map(\.kinds) == [[.unchanged], [.unchanged], [.moved]])
  }

  private let language = "Vi läser högt varje dag och lånar böcker på barnens alla modersmål."
  private let speech = "Logopeden handleder arbetslagen i samtal kring bilder och ramsor."

  @Test("a goal whose text went to two goals is split")
  func split() throws {
    func committee(_ goals: [SmallGoal]) -> [SmallGoal] {
      [SmallGoal(.committee, "Förskolan är god", goals)]
    }
    let whole = SmallGoal(.unit, "Barnen läser och talar").with {
      $0.text = language + " " + speech
    }
    let parts = [
      SmallGoal(.unit, "Barnen läser").with { $0.text = language },
      SmallGoal(.unit, "Barnen talar").with { $0.text = speech },
    ]
    let split = try step(committee([whole]), committee(parts))
    #expect(links(split) == ["1 1", "1/1 1/1", "1/1 1/2"])
    #expect(split.pairs.dropFirst().allSatisfy { $0.kinds == [.reworded, .split] })
    let merged = try step(committee(parts), committee([whole]))
    #expect(links(merged) == ["1 1", "1/1 1/1", "1/2 1/1"])
    #expect(merged.pairs.dropFirst().allSatisfy { $0.kinds == [.reworded, .merged] })
  }

  @Test("a council's goal with other words is known by the goals below it")
  func knownByKin() throws {
    let below = ["Maten slängs inte", "Resorna är fossilfria", "Energin räcker till alla"]
      .map { SmallGoal(.committee, $0) }
    let step = try step(
      [SmallGoal(.area, "Klimatsmart stad", below)],
      [SmallGoal(.area, "Utsläppen sjunker för kommande generationer", below)])
    #expect(step.pairs.first?.kinds == [.reworded])
    #expect(step.pairs.first?.decidedBy == .content)
  }

  @Test("the unit's goal is not the department's beside it, however alike the titles are")
  func scopes() throws {
    let step = try step(
      [
        SmallGoal(
          .committee, "God arbetsgivare",
          [
            SmallGoal(.unit, "Enheten är en god arbetsgivare med god arbetsmiljö")
          ])
      ],
      [
        SmallGoal(
          .committee, "God arbetsgivare",
          [
            SmallGoal(.unit, "Avdelningen är en god arbetsgivare med god arbetsmiljö")
              .with { $0.scope = .avdelning },
            SmallGoal(.unit, "Enhetens medarbetare trivs på arbetet"),
          ])
      ])
    #expect(links(step) == ["1 1", "1/1 1/2"])
    #expect(step.added.map(\.goal.id) == ["1/1"])
  }

  @Test("goals without titles are paired where all else is the same")
  func noTitles() throws {
    let goals = [
      SmallGoal(.area, "", number: "1.1", [SmallGoal(.unit, ""), SmallGoal(.unit, "")]),
      SmallGoal(.area, "", number: "1.2"),
    ]
    let step = try step(goals, goals)
    #expect(links(step) == ["1 1", "1/1 1/1", "1/2 1/2", "2 2"])
    #expect(!step.hasDifferences)
  }

  @Test("what a person says is so, and needs no review")
  func decisions() throws {
    let old = [SmallGoal(.unit, "Vi svarar i tid"), SmallGoal(.unit, "Vi hälsar på grannen")]
    let new = [SmallGoal(.unit, "Vi svarar i tid"), SmallGoal(.unit, "Odlingen blomstrar")]
    let step = try step(
      old, new,
      [
        AlignmentDecision(level: .unit, oldID: "1", newID: "1", isSame: false),
        AlignmentDecision(level: .unit, oldID: "2", newID: "2", isSame: true),
        AlignmentDecision(level: .unit, oldID: "9", newID: "9", isSame: true),
      ])
    #expect(links(step) == ["2 2"])
    #expect(step.pairs.first?.decidedBy == .person)
    #expect(step.pairs.first?.review == false)
    #expect(step.added.map(\.goal.id) == ["1"])
    #expect(step.removed.map(\.goal.id) == ["1"])
  }

  @Test("thousands of equal titles, and titles of a hundred kilobytes, end")
  func hostile() throws {
    let many = (0..<1_100).map { _ in SmallGoal(.unit, "samma") }
    #expect(try step(many, many).hasDifferences == false)
    let long = String(repeating: "ord \u{202E}<b> ", count: 9_000)
    let step = try step([SmallGoal(.unit, long)], [SmallGoal(.unit, long + "slut")])
    #expect(step.pairs.first?.kinds == [.reworded])
  }
}
