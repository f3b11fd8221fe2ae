// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel
import SourceText

/// One change, with all that its row in a table needs to stand alone.
struct ChangeRow: Sendable {
  /// What changed.
  enum Item: String, Sendable {
    case goal, section, result, indicator, activity
  }

  /// A target that changed, and whose it is.
  struct OwnedTarget: Sendable {
    enum Owner: String, Sendable {
      case own, council
    }

    var owner: Owner
    var change: TargetChange
  }

  var oldSource: ComparedSource
  var newSource: ComparedSource
  var level: GoalLevel
  /// nil where the goal was added.
  var oldGoal: ComparedGoal?
  /// nil where the goal was removed.
  var newGoal: ComparedGoal?
  /// nil for goals without a partner.
  var pair: GoalPair?
  var review: Bool
  var item = Item.goal
  var kind = ""
  var section: String?
  var oldText: String?
  var newText: String?
  var target: OwnedTarget?
  var oldActivity: Activity?
  var newActivity: Activity?
  var startDays: Int?
  var endDays: Int?
  var startDaysInYear: Int?
  var endDaysInYear: Int?
  var oldAt: SourcePosition?
  var newAt: SourcePosition?

  /// The changes of a comparison in the order of its steps, each goal's before the next goal's.
  static func all(in comparison: Comparison) -> [ChangeRow] {
    comparison.steps.flatMap { step in
      let sources = (comparison.sources[step.oldSource], comparison.sources[step.newSource])
      return step.pairs.flatMap { rows(of: $0, sources) }
        + step.added.map { ChangeRow($0, "added", sources) }
        + step.removed.map { ChangeRow($0, "removed", sources) }
    }
  }

  private init(
    _ goal: UnpairedGoal, _ kind: String, _ sources: (ComparedSource, ComparedSource)
  ) {
    (oldSource, newSource) = sources
    level = goal.level
    review = goal.review
    self.kind = kind
    if kind == "added" {
      newGoal = goal.goal
      newAt = goal.goal.at
    } else {
      oldGoal = goal.goal
      oldAt = goal.goal.at
    }
  }

  private init(_ pair: GoalPair, _ sources: (ComparedSource, ComparedSource)) {
    (oldSource, newSource) = sources
    level = pair.level
    oldGoal = pair.old
    newGoal = pair.new
    self.pair = pair
    review = pair.review
    oldAt = pair.old.at
    newAt = pair.new.at
  }

  private static func rows(
    of pair: GoalPair, _ sources: (ComparedSource, ComparedSource)
  ) -> [ChangeRow] {
    let bare = ChangeRow(pair, sources)
    return pair.kinds.filter { $0 != .unchanged }.map { bare.with(.goal, $0.rawValue) }
      + pair.sections.map(bare.row) + pair.results.map(bare.row)
      + pair.indicators.flatMap(bare.rows) + pair.activities.flatMap(bare.rows)
  }

  private func with(_ item: Item, _ kind: String) -> ChangeRow {
    var row = self
    row.item = item
    row.kind = kind
    return row
  }

  private func row(_ change: SectionChange) -> ChangeRow {
    var row = with(.section, change.kind.rawValue)
    row.section = change.heading ?? change.section.rawValue
    row.oldText = Self.text(of: change.edits, without: .inserted)
    row.newText = Self.text(of: change.edits, without: .deleted)
    (row.oldAt, row.newAt) = (change.oldAt, change.newAt)
    return row
  }

  private func row(_ change: ResultChange) -> ChangeRow {
    var row = with(.result, change.kind.rawValue)
    (row.oldText, row.newText) = (change.old?.text, change.new?.text)
    (row.oldAt, row.newAt) = (change.old?.at, change.new?.at)
    return row
  }

  private func rows(_ change: IndicatorChange) -> [ChangeRow] {
    change.kinds.flatMap { kind -> [ChangeRow] in
      var row = with(.indicator, kind.rawValue)
      (row.oldText, row.newText) = (change.old?.name, change.new?.name)
      (row.oldAt, row.newAt) = (change.old?.at, change.new?.at)
      guard kind == .retargeted else { return [row] }
      let targets: [(OwnedTarget.Owner, TargetChange?)] = [
        (.own, change.target), (.council, change.councilTarget),
      ]
      return targets.compactMap { owner, target in
        guard let target else { return nil }
        var row = row
        row.target = OwnedTarget(owner: owner, change: target)
        return row
      }
    }
  }

  private func rows(_ change: ActivityChange) -> [ChangeRow] {
    change.kinds.map { kind in
      var row = with(.activity, kind.rawValue)
      (row.oldText, row.newText) = (change.old?.text, change.new?.text)
      (row.oldActivity, row.newActivity) = (change.old, change.new)
      (row.oldAt, row.newAt) = (change.old?.at, change.new?.at)
      if kind == .redated {
        (row.startDays, row.endDays) = (change.startDays, change.endDays)
        (row.startDaysInYear, row.endDaysInYear) = (change.startDaysInYear, change.endDaysInYear)
      }
      return row
    }
  }

  /// One side of a changed text; nil where that side has no words.
  private static func text(of edits: [TextRun], without kind: TextRun.Kind) -> String? {
    let words = edits.filter { $0.kind != kind }.map(\.text)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
