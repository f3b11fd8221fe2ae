// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel
import PlanReading
import TestSupport
import Testing

/// Two plans of the corpus, the one of the following year second.
struct CorpusYears: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String

  var testDescription: String { "\(old) → \(new)" }

  static let all = [
    CorpusYears(old: "forskola-2022", new: "forskola-2023"),
    CorpusYears(old: "forskola-2023", new: "forskola-2024"),
    CorpusYears(old: "hemtjanst-2018", new: "hemtjanst-2019"),
    CorpusYears(old: "hemtjanst-2019", new: "hemtjanst-2020"),
    CorpusYears(old: "vuxen-2024", new: "vuxen-2025"),
    CorpusYears(old: "vuxen-2025", new: "vuxen-2026"),
    // Two units that have nothing to do with each other.
    CorpusYears(old: "hemtjanst-2018", new: "stor-enhet-2017"),
  ]

  func plans() throws -> [PlanDocument] { try [old, new].map(Self.plan) }

  static func plan(_ name: String) throws -> PlanDocument {
    try JSONPlanReader().plan(from: CorpusCase(name: name).bytes(of: "plan.json"))
  }
}

struct CorpusComparisonTests {
  @Test("a plan has no differences from itself", arguments: CorpusCase.all)
  func itself(plan: CorpusCase) throws {
    let document = try CorpusYears.plan(plan.name)
    let comparison = PlanComparer().comparison(of: [document, document, document])
    #expect(!comparison.hasDifferences)
    #expect(comparison.histories.allSatisfy { $0.members.count == 3 })
  }

  @Test("a comparison the other way round is the mirror image", arguments: CorpusYears.all)
  func mirrored(years: CorpusYears) throws {
    let plans = try years.plans()
    let forth = try #require(PlanComparer().comparison(of: plans).steps.first)
    let back = try #require(PlanComparer().comparison(of: plans.reversed()).steps.first)
    #expect(Set(forth.pairs.map { Facts($0) }) == Set(back.pairs.map { Facts(mirrored: $0) }))
    #expect(forth.added == back.removed)
    #expect(forth.removed == back.added)
  }

  /// What a pair says, in an order of its own, so that mirror images can be held together.
  private struct Facts: Hashable {
    var old: ComparedGoal
    var new: ComparedGoal
    var kinds: Set<GoalChange>
    var score: Double
    var margin: Double
    var decidedBy: DecidingEvidence
    var results: Set<[String?]>
    var indicators: Set<[String?]>
    var activities: Set<[String?]>
    var days: Set<[Int?]>
    var title: [TextRun]

    init(_ pair: GoalPair) {
      old = pair.old
      new = pair.new
      kinds = Set(pair.kinds)
      (score, margin, decidedBy) = (pair.score, pair.margin, pair.decidedBy)
      results = Set(pair.results.map { [$0.old?.text, $0.new?.text] })
      indicators = Set(pair.indicators.map { [$0.old?.name, $0.new?.name] })
      activities = Set(pair.activities.map { [$0.old?.text, $0.new?.text] })
      days = Set(pair.activities.map { [$0.startDays, $0.endDays] })
      title = Self.sides(pair.titleEdits)
    }

    init(mirrored pair: GoalPair) {
      self.init(pair)
      swap(&old, &new)
      kinds = Set(
        pair.kinds.map { kind in
          switch kind {
          case .split: .merged
          case .merged: .split
          default: kind
          }
        })
      results = Set(results.map { $0.reversed() })
      indicators = Set(indicators.map { $0.reversed() })
      activities = Set(activities.map { $0.reversed() })
      days = Set(days.map { $0.map { $0.map { -$0 } } })
      let flipped = pair.titleEdits.map { run in
        switch run.kind {
        case .equal: run
        case .inserted: TextRun(kind: .deleted, text: run.text)
        case .deleted: TextRun(kind: .inserted, text: run.text)
        }
      }
      title = Self.sides(flipped)
    }

    /// Words that came before words that went where both stand in one place.
    private static func sides(_ runs: [TextRun]) -> [TextRun] {
      var runs = runs
      for index in runs.indices.dropFirst()
      where runs[index - 1].kind == .deleted && runs[index].kind == .inserted {
        runs.swapAt(index - 1, index)
      }
      return runs
    }
  }

  @Test("goals are followed over three years, and over a year without them")
  func histories() throws {
    let all = try ["vuxen-2024", "vuxen-2025", "vuxen-2026"].map(CorpusYears.plan)
    let comparison = PlanComparer().comparison(of: all)
    let members = comparison.histories.flatMap { history in
      history.members.map { "\($0.source) \($0.goal.id)" }
    }
    #expect(Set(members).count == members.count)
    #expect(members.count == all.map { count($0.goals) }.reduce(0, +))
    #expect(comparison.histories.allSatisfy { $0.breaks.isEmpty })

    func year(_ year: Int, _ titles: [String]) -> PlanDocument {
      SmallGoal.plan(titles.map { SmallGoal(.unit, $0) }, year: year)
    }
    let gap = PlanComparer().comparison(of: [
      year(2024, ["Vi odlar", "Vi läser"]), year(2025, ["Vi läser"]),
      year(2026, ["Vi läser", "Vi odlar"]),
    ])
    #expect(gap.histories.map { $0.members.map(\.source) } == [[0, 2], [0, 1, 2]])
    #expect(gap.histories.map(\.breaks) == [[1], []])
  }

  private func count(_ goals: [Goal]) -> Int { goals.reduce(0) { $0 + 1 + count($1.goals) } }
}
