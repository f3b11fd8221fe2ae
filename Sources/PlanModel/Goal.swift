// SPDX-License-Identifier: GPL-2.0-or-later

public import SourceText

/// How far down the chain from the city council a goal stands.
public enum GoalLevel: String, Sendable, Hashable, Codable, CaseIterable {
  /// KF:s inriktningsmål: the council's direction goal.
  case direction
  /// KF:s mål för verksamhetsområdet: the council's goal for the operational area.
  case area
  /// Nämndmål: the committee's goal.
  case committee
  /// Enhetsmål or avdelningsmål: the unit's or department's goal.
  case unit

  /// 1 for a direction goal to 4 for a unit goal.
  public var depth: Int {
    switch self {
    case .direction: 1
    case .area: 2
    case .committee: 3
    case .unit: 4
    }
  }
}

/// Whose goal a unit goal is.
public enum GoalScope: String, Sendable, Hashable, Codable, CaseIterable {
  case enhet, avdelning
}

/// A goal with all that stands under it, and the goals below it.
public struct Goal: Sendable, Hashable, Codable {
  /// The path in this document, such as "1/1.4/n1/e2"; the same for the same input.
  public var id: String
  /// How far down the chain the goal stands.
  public var level: GoalLevel
  /// On unit goals only.
  public var scope: GoalScope?
  /// Digits and dots without a trailing dot, or nil.
  public var number: String?
  /// One line, without label and number; empty where the document gives none.
  public var title: String
  /// The label as printed, with the number where there is one: "Enhetsmål: 1.3.1.1 Avdelningsmål:".
  public var label: String
  /// The sections under the goal, in document order.
  public var sections: [Section]
  /// The rows of the goal's tables of indicators.
  public var indicators: [Indicator]
  /// The rows of the goal's tables of activities.
  public var activities: [Activity]
  /// The header rows of the goal's tables as printed, repeated ones included.
  public var tableHeaders: [TableHeader]
  /// The goals below it.
  public var goals: [Goal]
  /// Where its label stands.
  public var at: SourcePosition

  /// Creates a goal with nothing under it.
  public init(
    id: String, level: GoalLevel, scope: GoalScope?, number: String?, title: String, label: String,
    at: SourcePosition
  ) {
    self.id = id
    self.level = level
    self.scope = scope
    self.number = number
    self.title = title
    self.label = label
    self.at = at
    sections = []
    indicators = []
    activities = []
    tableHeaders = []
    goals = []
  }
}

/// A printed header row of a table of indicators or activities.
public struct TableHeader: Sendable, Hashable, Codable {
  /// The cells of the row, left to right.
  public var columns: [String]
  /// Where the row begins.
  public var at: SourcePosition

  /// Creates a header row.
  public init(columns: [String], at: SourcePosition) {
    self.columns = columns
    self.at = at
  }
}

/// A row of an indicator table.
public struct Indicator: Sendable, Hashable, Codable {
  /// The name as printed, on one line.
  public var name: String
  /// Årsmål, the unit's own target; nil for an empty cell.
  public var target: Target?
  /// KF:s årsmål, the council's target; nil for an empty cell.
  public var councilTarget: Target?
  /// The year in the header "KF:s årsmål år N", or nil.
  public var councilTargetYear: Int?
  /// Periodicitet as printed ("År", "Tertial"), or nil.
  public var period: String?
  /// Where the row begins.
  public var at: SourcePosition

  /// Creates a row.
  public init(
    name: String, target: Target?, councilTarget: Target?, councilTargetYear: Int?,
    period: String?, at: SourcePosition
  ) {
    self.name = name
    self.target = target
    self.councilTarget = councilTarget
    self.councilTargetYear = councilTargetYear
    self.period = period
    self.at = at
  }
}

/// A cell that says what an indicator is to reach.
public struct Target: Sendable, Hashable, Codable {
  /// What the cell demands of the value.
  public enum Comparator: String, Sendable, Hashable, Codable, CaseIterable {
    case equal = "="
    case atMost = "<="
    case atLeast = ">="
    case increase, decrease
  }

  /// The cell as printed, on one line.
  public var raw: String
  /// The number in the cell: "7,2 %" gives 7.2, "10 000 st" gives 10000; nil for prose.
  public var value: Double?
  /// What stands after the number: "%", "st", "kg CO2 per kg livsmedel"; nil where nothing does.
  public var unit: String?
  /// nil where the cell is prose.
  public var comparator: Comparator?

  /// Creates a target cell.
  public init(raw: String, value: Double?, unit: String?, comparator: Comparator?) {
    self.raw = raw
    self.value = value
    self.unit = unit
    self.comparator = comparator
  }
}

/// A row of an activity table.
public struct Activity: Sendable, Hashable, Codable {
  /// The text as printed, on one line.
  public var text: String
  /// ISO 8601 date as printed, or nil for an empty cell.
  public var start: String?
  /// ISO 8601 date as printed, or nil for an empty cell.
  public var end: String?
  /// Where the row begins.
  public var at: SourcePosition

  /// Creates a row.
  public init(text: String, start: String?, end: String?, at: SourcePosition) {
    self.text = text
    self.start = start
    self.end = end
    self.at = at
  }
}
