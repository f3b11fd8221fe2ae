// SPDX-License-Identifier: GPL-2.0-or-later

import ComparisonReport
import PlanComparison
import PlanModel
import SourceText
import TestSupport

/// Made-up plans to compare, and the reports of them.
enum ReportPlans {
  static func report(
    _ plans: PlanDocument..., language: ReportLanguage = .swedish, sourcePaths: [String]? = nil
  ) -> String {
    let comparison = PlanComparer().comparison(of: plans)
    return report([ReportedComparison(comparison, of: plans, sourcePaths: sourcePaths)], language)
  }

  static func report(
    _ parts: [ReportedComparison], _ language: ReportLanguage = .swedish
  ) -> String {
    let writer = HTMLComparisonReport(
      language: language, generator: Generator(name: "rodtrad", version: "0.0.0"))
    return String(decoding: writer.bytes(for: parts), as: UTF8.self)
  }

  /// A plan with unit goals, in order, all of a single committee goal.
  static func plan(
    _ year: Int, unit: String? = "Enheten", fileName: String? = nil, _ goals: Goal...
  ) -> PlanDocument {
    var plan = SamplePlan.empty
    plan.source.fileName = fileName ?? "plan \(year).pdf"
    plan.plan.year = year
    plan.plan.unit = unit
    var committee = Goal(
      id: "n1", level: .committee, scope: nil, number: nil, title: "Alla är trygga",
      label: "Nämndmål:", at: SourcePosition(page: 1, line: 1))
    committee.goals = goals
    plan.goals = [committee]
    return plan
  }

  /// A unit goal with indicators, activities and a section of text.
  static func goal(
    _ number: Int, _ title: String, indicators: [Indicator] = [], activities: [Activity] = [],
    text: String? = nil
  ) -> Goal {
    var goal = Goal(
      id: "n1/e\(number)", level: .unit, scope: .enhet, number: nil, title: title,
      label: "Enhetsmål:", at: SourcePosition(page: number + 1, line: 1))
    goal.indicators = indicators
    goal.activities = activities
    if let text {
      var section = Section(
        kind: .workingMethods, heading: "Arbetssätt", depth: nil,
        at: SourcePosition(page: number + 1, line: 2))
      section.blocks = [.paragraph(text: text, at: SourcePosition(page: number + 1, line: 3))]
      goal.sections = [section]
    }
    return goal
  }

  static func indicator(_ name: String, _ value: Double, page: Int = 2) -> Indicator {
    Indicator(
      name: name,
      target: Target(raw: "\(Int(value)) %", value: value, unit: "%", comparator: .equal),
      councilTarget: nil, councilTargetYear: nil, period: "År",
      at: SourcePosition(page: page, line: 5))
  }

  static func activity(_ text: String, start: String, end: String) -> Activity {
    Activity(text: text, start: start, end: end, at: SourcePosition(page: 2, line: 7))
  }
}
