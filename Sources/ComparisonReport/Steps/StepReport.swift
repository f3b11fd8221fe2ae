// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel

/// What the report tells of two neighbouring plans.
struct StepReport: Sendable {
  let step: ComparisonStep
  let summary: ComparisonSummary
  let old: ReportedSource
  let new: ReportedSource
  let tree: GoalTree
  /// The numbers of the comparison and of the step in the report, from 0, for anchors.
  let comparisonIndex: Int
  let stepIndex: Int
  /// The titles of the other goals that a split goal became, by the id of the old goal.
  private let partsOfOld: [String: [GoalPair]]

  init(
    _ step: ComparisonStep, old: ReportedSource, new: ReportedSource, comparisonIndex: Int,
    stepIndex: Int
  ) {
    self.step = step
    self.old = old
    self.new = new
    self.comparisonIndex = comparisonIndex
    self.stepIndex = stepIndex
    summary = ComparisonSummary(of: step)
    tree = GoalTree(step, old: old.goals, new: new.goals)
    partsOfOld = Dictionary(grouping: step.pairs, by: \.old.id)
  }

  /// A place in this step's part of the page.
  func anchor(_ kind: StaticString) -> Anchor { Anchor(kind, comparisonIndex, stepIndex) }

  /// The other pairs of a goal that was split.
  func otherParts(of pair: GoalPair) -> [GoalPair] {
    (partsOfOld[pair.old.id] ?? []).filter { $0.new.id != pair.new.id }
  }

  /// The rows of indicators of both plans, in the order of the tree.
  func indicatorRows() -> [ReportedRow<Indicator, IndicatorChange>] {
    rows(rows: \.indicators, changes: \.indicators, old: \.old, new: \.new)
  }

  /// The rows of activities of both plans, in the order of the tree.
  func activityRows() -> [ReportedRow<Activity, ActivityChange>] {
    rows(rows: \.activities, changes: \.activities, old: \.old, new: \.new)
  }

  private func rows<Row: Hashable & PlacedRow, Change: MarkedChange>(
    rows: KeyPath<Goal, [Row]>, changes: KeyPath<GoalPair, [Change]>,
    old oldRow: KeyPath<Change, Row?>, new newRow: KeyPath<Change, Row?>
  ) -> [ReportedRow<Row, Change>] {
    /// A row of a split or merged goal may be told of in a pair that is not the goal's first.
    var changesOfNew: [Row: Change] = [:]
    for change in step.pairs.flatMap({ $0[keyPath: changes] }) {
      if let row = change[keyPath: newRow] { changesOfNew[row] = change }
    }
    var found: [ReportedRow<Row, Change>] = []
    for node in tree.order.map({ tree.nodes[$0] }) {
      switch node.content {
      case .added(let goal):
        for row in new.goals.goal(goal.goal.id)?[keyPath: rows] ?? [] {
          found.append(ReportedRow(goal.goal, node.level, old: nil, new: row, change: nil))
        }
      case .removed(let goal):
        for row in old.goals.goal(goal.goal.id)?[keyPath: rows] ?? [] {
          found.append(ReportedRow(goal.goal, node.level, old: row, new: nil, change: nil))
        }
      case .paired(let pairs):
        guard let goal = pairs.first?.new else { continue }
        for row in new.goals.goal(goal.id)?[keyPath: rows] ?? [] {
          let change = changesOfNew[row]
          let was = change.map { $0[keyPath: oldRow] } ?? row
          found.append(ReportedRow(goal, node.level, old: was, new: row, change: change))
        }
        for change in pairs.flatMap({ $0[keyPath: changes] }) where change[keyPath: newRow] == nil {
          found.append(
            ReportedRow(
              goal, node.level, old: change[keyPath: oldRow], new: nil, change: change))
        }
      }
    }
    return found
  }
}
