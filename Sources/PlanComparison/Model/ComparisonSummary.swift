// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel

/// How much changed from one plan to the next, counted.
package struct ComparisonSummary: Sendable, Hashable {
  /// How many pairs of each level have each kind; a pair with two kinds is counted twice.
  package private(set) var pairs: [GoalChange: [GoalLevel: Int]] = [:]
  package private(set) var added: [GoalLevel: Int] = [:]
  package private(set) var removed: [GoalLevel: Int] = [:]
  package private(set) var sections: [SectionChange.Kind: Int] = [:]
  package private(set) var results: [ResultChange.Kind: Int] = [:]
  /// A row with two kinds is counted twice.
  package private(set) var indicators: [IndicatorChange.Kind: Int] = [:]
  /// A row with two kinds is counted twice.
  package private(set) var activities: [ActivityChange.Kind: Int] = [:]
  /// How many of the re-dated activities have the same days of the new plan's year.
  package private(set) var activitiesOnSameDays = 0
  /// How many pairs and goals without a partner a person should look at.
  package private(set) var toReview = 0

  /// Counts a step.
  package init(of step: ComparisonStep) {
    for pair in step.pairs {
      for kind in pair.kinds { pairs[kind, default: [:]][pair.level, default: 0] += 1 }
      for section in pair.sections { sections[section.kind, default: 0] += 1 }
      for result in pair.results { results[result.kind, default: 0] += 1 }
      for kind in pair.indicators.flatMap(\.kinds) { indicators[kind, default: 0] += 1 }
      for kind in pair.activities.flatMap(\.kinds) { activities[kind, default: 0] += 1 }
      activitiesOnSameDays += pair.activities.count { $0.isOnSameDays }
      if pair.review { toReview += 1 }
    }
    for goal in step.added { added[goal.level, default: 0] += 1 }
    for goal in step.removed { removed[goal.level, default: 0] += 1 }
    toReview += (step.added + step.removed).count { $0.review }
  }
}
