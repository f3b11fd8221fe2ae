// SPDX-License-Identifier: GPL-2.0-or-later

public import PlanModel
import SourceText

/// A goal with what a comparison looks at, written as a tree.
public struct SmallGoal: Sendable {
  /// How far down it stands.
  public var level: GoalLevel
  /// Empty for none.
  public var title: String
  /// nil for none.
  public var number: String?
  /// Used on unit goals only.
  public var scope: GoalScope = .enhet
  /// The text of its section of working methods; empty for no section.
  public var text = ""
  /// Its expected results.
  public var results: [String] = []
  /// Its rows of indicators.
  public var indicators: [Indicator] = []
  /// Its rows of activities.
  public var activities: [Activity] = []
  /// The goals below it.
  public var goals: [SmallGoal] = []

  /// Creates a goal with others below it.
  public init(_ level: GoalLevel, _ title: String, number: String? = nil, _ goals: [SmallGoal] = [])
  {
    self.level = level
    self.title = title
    self.number = number
    self.goals = goals
  }

  /// The goal with some of its parts set.
  public func with(_ change: (inout SmallGoal) -> Void) -> SmallGoal {
    var goal = self
    change(&goal)
    return goal
  }
}

extension SmallGoal {
  /// A plan of these goals; ids count the goals of each parent: "1", "1/2".
  public static func plan(
    _ goals: [SmallGoal], year: Int = 2027, unit: String = "Lönnens enhet"
  ) -> PlanDocument {
    var plan = SamplePlan.empty
    plan.plan.year = year
    plan.plan.unit = unit
    plan.source.fileName = "\(unit) \(year).pdf"
    plan.source.sha256 = String(repeating: String(year % 10), count: 64)
    plan.goals = goals.enumerated().map { $0.element.goal(id: String($0.offset + 1)) }
    return plan
  }

  private func goal(id: String) -> Goal {
    var goal = Goal(
      id: id, level: level, scope: level == .unit ? scope : nil, number: number, title: title,
      label: "", at: Self.place)
    if !text.isEmpty {
      var section = Section(
        kind: .workingMethods, heading: "Arbetssätt", depth: nil, at: Self.place)
      section.blocks = [.paragraph(text: text, at: Self.place)]
      goal.sections.append(section)
    }
    if !results.isEmpty {
      var section = Section(
        kind: .expectedResults, heading: "Förväntat resultat", depth: nil, at: Self.place)
      section.blocks = results.map { .listItem(marker: "-", text: $0, at: Self.place) }
      goal.sections.append(section)
    }
    goal.indicators = indicators
    goal.activities = activities
    goal.goals = goals.enumerated().map { $0.element.goal(id: "\(id)/\($0.offset + 1)") }
    return goal
  }

  private static let place = SourcePosition(page: 1, line: 1)

  /// An indicator with its own target and the council's.
  public static func indicator(
    _ name: String, _ target: Target?, council: Target? = nil
  ) -> Indicator {
    Indicator(
      name: name, target: target, councilTarget: council, councilTargetYear: nil, period: "År",
      at: place)
  }

  /// An activity.
  public static func activity(_ text: String, _ start: String?, _ end: String?) -> Activity {
    Activity(text: text, start: start, end: end, at: place)
  }
}

extension Target {
  /// A target in per cent.
  public static func percent(_ value: Double) -> Target {
    Target(raw: "\(value) %", value: value, unit: "%", comparator: .equal)
  }
}
