// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

extension PlanParser {
  private enum GoalField: String, PlanField {
    case activities, at, goals, id, indicators, label, level, number, scope, sections, tableHeaders
    case title
    static let table = FieldTable<Self>()
    var mayBeAbsent: Bool { self == .scope }
  }

  mutating func goals() throws(PlanReadingError) -> [Goal] {
    try array { json throws(PlanReadingError) in try json.goal() }
  }

  private mutating func goal() throws(PlanReadingError) -> Goal {
    var goal = Goal(
      id: "", level: .direction, scope: nil, number: nil, title: "", label: "", at: .unread)
    try object(GoalField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .activities:
        goal.activities = try json.array { json throws(PlanReadingError) in try json.activity() }
      case .at: goal.at = try json.position()
      case .goals: goal.goals = try json.goals()
      case .id: goal.id = try json.string()
      case .indicators:
        goal.indicators = try json.array { json throws(PlanReadingError) in try json.indicator() }
      case .label: goal.label = try json.string()
      case .level: goal.level = try json.oneOf(GoalLevel.self)
      case .number: goal.number = try json.optionalString()
      case .scope: goal.scope = try json.oneOf(GoalScope.self)
      case .sections: goal.sections = try json.sections()
      case .tableHeaders:
        goal.tableHeaders = try json.array { json throws(PlanReadingError) in
          try json.tableHeader()
        }
      case .title: goal.title = try json.string()
      }
    }
    // Unit goals, and only they, say whose they are.
    if goal.level == .unit, goal.scope == nil { throw missing(GoalField.scope.rawValue) }
    if goal.level != .unit, goal.scope != nil { throw superfluous(GoalField.scope.rawValue) }
    return goal
  }

  private enum HeaderField: String, PlanField {
    case at, columns
    static let table = FieldTable<Self>()
  }

  private mutating func tableHeader() throws(PlanReadingError) -> TableHeader {
    var header = TableHeader(columns: [], at: .unread)
    try object(HeaderField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .at: header.at = try json.position()
      case .columns: header.columns = try json.strings()
      }
    }
    return header
  }

  private enum ActivityField: String, PlanField {
    case at, end, start, text
    static let table = FieldTable<Self>()
  }

  private mutating func activity() throws(PlanReadingError) -> Activity {
    var activity = Activity(text: "", start: nil, end: nil, at: .unread)
    try object(ActivityField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .at: activity.at = try json.position()
      case .end: activity.end = try json.optionalString()
      case .start: activity.start = try json.optionalString()
      case .text: activity.text = try json.string()
      }
    }
    return activity
  }

  private enum IndicatorField: String, PlanField {
    case at, councilTarget, councilTargetYear, name, period, target
    static let table = FieldTable<Self>()
  }

  private mutating func indicator() throws(PlanReadingError) -> Indicator {
    var indicator = Indicator(
      name: "", target: nil, councilTarget: nil, councilTargetYear: nil, period: nil, at: .unread)
    try object(IndicatorField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .at: indicator.at = try json.position()
      case .councilTarget: indicator.councilTarget = try json.target()
      case .councilTargetYear: indicator.councilTargetYear = try json.optionalInteger()
      case .name: indicator.name = try json.string()
      case .period: indicator.period = try json.optionalString()
      case .target: indicator.target = try json.target()
      }
    }
    return indicator
  }

  private enum TargetField: String, PlanField {
    case comparator, raw, unit, value
    static let table = FieldTable<Self>()
  }

  private mutating func target() throws(PlanReadingError) -> Target? {
    guard try !null() else { return nil }
    var target = Target(raw: "", value: nil, unit: nil, comparator: nil)
    try object(TargetField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .comparator:
        target.comparator = try json.null() ? nil : try json.oneOf(Target.Comparator.self)
      case .raw: target.raw = try json.string()
      case .unit: target.unit = try json.optionalString()
      case .value: target.value = try json.optionalNumber()
      }
    }
    return target
  }
}
