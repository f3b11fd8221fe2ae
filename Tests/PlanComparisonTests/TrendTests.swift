// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel
import TestSupport
import Testing

struct TrendTests {
  private func plan(_ year: Int, _ unit: String, _ names: [String]) -> PlanDocument {
    var plan = SmallGoal.plan(
      [
        SmallGoal(.unit, "Vi är friska").with { goal in
          goal.indicators = names.map { SmallGoal.indicator($0, .percent(Double(year % 100))) }
        }
      ], year: year, unit: unit)
    plan.source.sha256 = "\(unit) \(year)"
    return plan
  }

  @Test("a renamed indicator stays one, also for a unit that kept the old name")
  func renamed() throws {
    let trends = TrendAnalyzer().trends(of: [
      plan(2026, "Linden", ["Sjukfrånvaro dag 1–14"]),
      plan(2027, "Lönnen", ["Korttidssjukfrånvaro, dag 1–14", "Antal besök"]),
      plan(2025, "Lönnen", ["Sjukfrånvaro dag 1–14", "Antal besök"]),
      plan(2026, "Lönnen", ["Sjukfrånvaro dag 1–14", "Antal besök"]),
    ])
    #expect(trends.map(\.canonicalName) == ["Antal besök", "Korttidssjukfrånvaro, dag 1–14"])
    let trend = try #require(trends.last)
    #expect(trend.points.map(\.unit) == ["Linden", "Lönnen", "Lönnen", "Lönnen"])
    #expect(trend.points.map(\.year) == [2026, 2025, 2026, 2027])
  }

  @Test("a unit's series say what happened to them, and which years are missing")
  func series() throws {
    let plans = [
      plan(2023, "Lönnen", ["Andel nöjda", "Antal besök"]), plan(2024, "LÖNNEN", ["Antal besök"]),
      plan(2025, "Lönnen", ["Andel nöjda", "Antal alla besök"]), plan(2025, "Linden", []),
    ]
    let units = UnitTrends.all(TrendAnalyzer().trends(of: plans), of: plans)
    #expect(units.map(\.unit) == ["Linden", "Lönnen"])
    #expect(units.map { $0.plans.count } == [1, 3])
    let series = try #require(units.last?.series)
    #expect(series.map(\.canonicalName) == ["Andel nöjda", "Antal alla besök"])
    #expect(series.map(\.missingYears) == [[2024], []])
    #expect(series.map(\.isRenamed) == [false, true])
    // The targets of these plans are the last two digits of their years.
    #expect(series.allSatisfy { $0.isRetargeted && !$0.hasOtherCouncilTargets })
  }

  @Test("plans without a unit are not put together, and those without a year have no gaps")
  func unnamed() throws {
    var plans = [
      plan(2025, "", ["Antal besök"]), plan(2026, "", ["Antal besök"]),
      plan(0, "Lönnen", ["Antal besök"]), plan(2026, "Lönnen", ["Antal besök"]),
    ]
    for index in 0..<2 { plans[index].plan.unit = nil }
    plans[2].plan.year = nil
    let units = UnitTrends.all(TrendAnalyzer().trends(of: plans), of: plans)
    #expect(units.map(\.unit) == ["Lönnen", nil, nil])
    let series = try #require(units.first?.series.first)
    #expect(series.undated.count == 1 && series.years.map(\.year) == [2026])
    #expect(series.missingYears.isEmpty)
    plans[2].plan.year = Int.min
    plans[3].plan.year = Int.max
    let far = UnitTrends.all(TrendAnalyzer().trends(of: plans), of: plans)
    #expect(far.first?.series.first?.missingYears == [])
  }

  @Test("two names that stand side by side in a plan are never one indicator")
  func sideBySide() {
    let trends = TrendAnalyzer().trends(of: [
      plan(2025, "Lönnen", ["Andel nöjda elever"]),
      plan(2026, "Lönnen", ["Andel nöjda med skolan"]),
      plan(2026, "Linden", ["Andel nöjda elever", "Andel nöjda med skolan"]),
    ])
    #expect(trends.count == 2)
  }
}
