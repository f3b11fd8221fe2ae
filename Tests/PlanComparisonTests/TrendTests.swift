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
