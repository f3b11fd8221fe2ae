// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import PlanModel
import TestSupport
import Testing

/// What the corpus says about the changes from year to year, against the plans of those years.
///
/// It is written from the sources: where it says what the plans do not, one of the two is wrong.
struct ComparisonTruthTests {
  /// A goal of a plan with the `id` of the goal above it.
  private struct PlacedGoal {
    let goal: Goal
    let parent: String?
  }

  private func goals(of plan: CorpusCase, _ form: PlanForm) throws -> [String: PlacedGoal] {
    var found: [String: PlacedGoal] = [:]
    func visit(_ goals: [Goal], below parent: String?) {
      for goal in goals {
        found[goal.id] = PlacedGoal(goal: goal, parent: parent)
        visit(goal.goals, below: goal.id)
      }
    }
    visit(try CorpusPlans.plan(plan, form).goals, below: nil)
    return found
  }

  @Test("the years of four units are compared")
  func corpus() {
    #expect(ExpectedComparison.followers.count >= 8)
  }

  @Test(
    "every goal of both years is paired, added or removed",
    arguments: ExpectedComparison.followers, PlanForm.allCases)
  func allGoals(plan: CorpusCase, form: PlanForm) throws {
    let truth = try ExpectedComparison(of: plan)
    let (old, new) = (try goals(of: truth.old, form), try goals(of: truth.new, form))
    let olds = truth.pairs.map { ($0.level, $0.old) } + truth.removed.map { ($0.level, $0.goal) }
    let news = truth.pairs.map { ($0.level, $0.new) } + truth.added.map { ($0.level, $0.goal) }
    #expect(Set(olds.map(\.1.id)) == Set(old.keys))
    #expect(Set(news.map(\.1.id)) == Set(new.keys))
    for (said, plan) in [(olds, old), (news, new)] {
      for (level, goal) in said {
        let found = try #require(plan[goal.id]?.goal)
        #expect(found.level.rawValue == level)
        #expect(found.title == goal.title)
        #expect(found.number == goal.number)
      }
    }
    let paired = Set(truth.pairs.map(\.old.id))
    #expect(paired.isDisjoint(with: truth.removed.map(\.id)))
    #expect(Set(truth.pairs.map(\.new.id)).isDisjoint(with: truth.added.map(\.id)))
  }

  @Test(
    "the kinds of a pair are what its two goals show", arguments: ExpectedComparison.followers)
  func kinds(plan: CorpusCase) throws {
    let truth = try ExpectedComparison(of: plan)
    let (old, new) = (try goals(of: truth.old, .pdf), try goals(of: truth.new, .pdf))
    let links = Set(truth.pairs.map { [$0.old.id, $0.new.id] })
    #expect(links.count == truth.pairs.count)
    for pair in truth.pairs {
      var kinds: Set<String> = []
      if pair.old.title != pair.new.title { kinds.insert("reworded") }
      if pair.old.number != pair.new.number { kinds.insert("renumbered") }
      let parents = [old[pair.old.id]?.parent, new[pair.new.id]?.parent]
      if parents != [nil, nil], !links.contains(parents.map { $0 ?? "" }) { kinds.insert("moved") }
      if truth.pairs.count(where: { $0.old.id == pair.old.id }) > 1 { kinds.insert("split") }
      if truth.pairs.count(where: { $0.new.id == pair.new.id }) > 1 { kinds.insert("merged") }
      if kinds.isEmpty { kinds = ["unchanged"] }
      #expect(Set(pair.kinds) == kinds, "\(pair.old.id) → \(pair.new.id)")
      let isWhole = kinds.isDisjoint(with: ["split", "merged"])
      #expect((pair.results != nil) == isWhole, "\(pair.old.id) → \(pair.new.id)")
    }
  }

  @Test(
    "the rows, results and sections that changed stand under their goals",
    arguments: ExpectedComparison.followers, PlanForm.allCases)
  func contents(plan: CorpusCase, form: PlanForm) throws {
    let truth = try ExpectedComparison(of: plan)
    let (old, new) = (try goals(of: truth.old, form), try goals(of: truth.new, form))
    for pair in truth.pairs {
      let before = GoalContent(of: try #require(old[pair.old.id]?.goal))
      let after = GoalContent(of: try #require(new[pair.new.id]?.goal))
      let place: Comment = "\(pair.old.id) → \(pair.new.id)"
      for change in pair.sections ?? [] {
        #expect(before.sections.contains(change.section) == (change.kinds != ["added"]), place)
        #expect(after.sections.contains(change.section) == (change.kinds != ["removed"]), place)
      }
      for change in pair.results ?? [] {
        if let text = change.old { #expect(before.results.contains(text), place) }
        if let text = change.new { #expect(after.results.contains(text), place) }
        let hasBoth = change.old != nil && change.new != nil
        #expect(hasBoth == (change.kinds == ["reworded"]), place)
      }
      for change in pair.indicators ?? [] {
        check(change, before, after, place)
      }
      for change in pair.activities ?? [] {
        if let row = change.old { #expect(before.activities.contains(row), place) }
        if let row = change.new { #expect(after.activities.contains(row), place) }
        guard let old = change.old, let new = change.new else { continue }
        #expect(change.kinds.contains("reworded") == (old.text != new.text), place)
        #expect(
          change.kinds.contains("redated") == (old.start != new.start || old.end != new.end), place)
        guard change.kinds.contains("redated") else { continue }
        #expect(try change.startDays == days(from: old.start, to: new.start), place)
        #expect(try change.endDays == days(from: old.end, to: new.end), place)
      }
    }
  }

  private func check(
    _ change: ExpectedComparison.Indicator, _ before: GoalContent, _ after: GoalContent,
    _ place: Comment
  ) {
    let (old, new) = (
      change.old.flatMap { before.indicators[$0] }, change.new.flatMap { after.indicators[$0] }
    )
    #expect((old != nil) == (change.old != nil), place)
    #expect((new != nil) == (change.new != nil), place)
    #expect((change.old != change.new) == (change.kinds != ["retargeted"]), place)
    if let target = change.target {
      #expect(old?.target?.raw == target.old, place)
      #expect(new?.target?.raw == target.new, place)
    }
    if let target = change.councilTarget {
      #expect(old?.councilTarget?.raw == target.old, place)
      #expect(new?.councilTarget?.raw == target.new, place)
    }
  }

  /// How many days later the newer date is; nil where one is missing.
  private func days(from old: String?, to new: String?) throws -> Int? {
    guard let old, let new else { return nil }
    let dates = try [old, new].map { try Date($0, strategy: .iso8601.year().month().day()) }
    return Int((dates[1].timeIntervalSince(dates[0]) / 86_400).rounded())
  }

  @Test("every kind of change has three cases or more")
  func coverage() throws {
    var counts: [String: Int] = [:]
    for plan in ExpectedComparison.followers {
      let truth = try ExpectedComparison(of: plan)
      counts["goal added", default: 0] += truth.added.count
      counts["goal removed", default: 0] += truth.removed.count
      for pair in truth.pairs {
        for kind in pair.kinds { counts["goal \(kind)", default: 0] += 1 }
        for kind in (pair.sections ?? []).flatMap(\.kinds) {
          counts["section \(kind)", default: 0] += 1
        }
        for kind in (pair.results ?? []).flatMap(\.kinds) {
          counts["result \(kind)", default: 0] += 1
        }
        for kind in (pair.indicators ?? []).flatMap(\.kinds) {
          counts["indicator \(kind)", default: 0] += 1
        }
        for kind in (pair.activities ?? []).flatMap(\.kinds) {
          counts["activity \(kind)", default: 0] += 1
        }
      }
    }
    let goalKinds = [
      "unchanged", "reworded", "renumbered", "moved", "split", "merged", "added", "removed",
    ]
    let textKinds = ["added", "removed", "reworded"]
    let expected =
      goalKinds.map { "goal \($0)" } + textKinds.map { "section \($0)" }
      + textKinds.map { "result \($0)" } + (textKinds + ["redated"]).map { "activity \($0)" }
      + ["added", "removed", "renamed", "retargeted"].map { "indicator \($0)" }
    #expect(Set(counts.keys) == Set(expected))
    for kind in expected { #expect(counts[kind, default: 0] >= 3, "\(kind)") }
  }
}

/// What stands under a goal, as the truth about changes tells of it.
private struct GoalContent {
  /// The kinds of its sections.
  let sections: Set<String>
  let results: Set<String>
  /// By their names.
  let indicators: [String: Indicator]
  let activities: Set<ExpectedComparison.ActivityRow>

  init(of goal: Goal) {
    sections = Set(goal.sections.map(\.kind.rawValue))
    let blocks = goal.sections.filter { $0.kind == .expectedResults }.flatMap(\.blocks)
    results = Set(
      blocks.compactMap { block in
        switch block {
        case .paragraph(let text, _), .listItem(_, let text, _): text
        case .table: nil
        }
      })
    indicators = Dictionary(goal.indicators.map { ($0.name, $0) }) { first, _ in first }
    activities = Set(
      goal.activities.map {
        ExpectedComparison.ActivityRow(text: $0.text, start: $0.start, end: $0.end)
      })
  }
}
