// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel
import SourceText

/// A row of a table of indicators or activities in two plans.
struct ReportedRow<Row: PlacedRow, Change: MarkedChange>: Sendable {
  /// The goal that it stands under; that of the older plan where the goal was removed.
  let goal: ComparedGoal
  let level: GoalLevel
  /// nil where it was added.
  let old: Row?
  /// nil where it was removed.
  let new: Row?
  /// nil where it is unchanged, and where it came or went with its goal.
  let change: Change?

  init(_ goal: ComparedGoal, _ level: GoalLevel, old: Row?, new: Row?, change: Change?) {
    self.goal = goal
    self.level = level
    self.old = old
    self.new = new
    self.change = change
  }

  var marks: [ChangeMark] {
    if old == nil { return [.added] }
    if new == nil { return [.removed] }
    return change?.marks ?? [.unchanged]
  }

  /// Where it stands in the older plan; nil also for an unchanged row, which the newer plan gives.
  var oldAt: SourcePosition? {
    change == nil && new != nil ? nil : old?.at
  }
}

/// A row that stands on a page.
protocol PlacedRow: Sendable {
  var at: SourcePosition { get }
}

extension Indicator: PlacedRow {}

extension Activity: PlacedRow {}

/// A change of a row, as a reader sees it.
protocol MarkedChange: Sendable {
  var marks: [ChangeMark] { get }
}

extension IndicatorChange: MarkedChange {
  var marks: [ChangeMark] { kinds.map(ChangeMark.init) }
}

extension ActivityChange: MarkedChange {
  var marks: [ChangeMark] {
    kindsBesidesYear.map(ChangeMark.init) + (isOnSameDays ? [.sameDays] : [])
  }
}
