// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel
package import SourceText

/// What changed over two plans or more, in the order in which they were given.
package struct Comparison: Sendable, Hashable {
  /// The plans, oldest first as a rule; every other number of a plan is an index into these.
  package var sources: [ComparedSource]
  /// One for each two neighbouring plans.
  package var steps: [ComparisonStep]
  /// Every goal of every plan, followed over the plans; each goal stands in exactly one.
  package var histories: [GoalHistory]

  /// Whether anything at all differs between two neighbouring plans.
  package var hasDifferences: Bool { steps.contains { $0.hasDifferences } }
}

/// One of the plans.
package struct ComparedSource: Sendable, Hashable {
  package var fileName: String
  /// SHA-256 of the file that the plan was read from, 64 hexadecimal digits.
  package var sha256: String
  package var year: Int?
  package var unit: String?

  /// What a comparison keeps of a plan's source.
  package init(_ plan: PlanDocument) {
    fileName = plan.source.fileName
    sha256 = plan.source.sha256
    year = plan.plan.year
    unit = plan.plan.unit
  }
}

/// What changed from one plan to the next.
package struct ComparisonStep: Sendable, Hashable {
  /// The index of the older plan in ``Comparison/sources``.
  package var oldSource: Int
  /// The index of the newer plan.
  package var newSource: Int
  /// The goals that are the same goal, in the order of the newer plan.
  ///
  /// A goal that was split stands in several pairs, and so does one that others were merged into.
  package var pairs: [GoalPair]
  /// Goals of the newer plan without a partner, in its order.
  package var added: [UnpairedGoal]
  /// Goals of the older plan without a partner, in its order.
  package var removed: [UnpairedGoal]

  /// Whether anything differs.
  package var hasDifferences: Bool {
    !added.isEmpty || !removed.isEmpty || pairs.contains { !$0.isUnchanged }
  }
}

/// A goal as a comparison names it.
package struct ComparedGoal: Sendable, Hashable {
  /// Unique within its plan.
  package var id: String
  package var title: String
  package var number: String?
  /// On unit goals only.
  package var scope: GoalScope?
  /// The goal above it, nil at the top.
  package var parentID: String?
  /// Where it stands in its source.
  package var at: SourcePosition
}

/// A goal of the older plan and the goal of the newer plan that it is, or became in part.
package struct GoalPair: Sendable, Hashable {
  package var level: GoalLevel
  package var old: ComparedGoal
  package var new: ComparedGoal
  /// What happened to the goal itself; ``GoalChange/unchanged`` alone, or any of the others.
  package var kinds: [GoalChange]
  /// How likely it is that the two are the same goal, 0…1.
  package var score: Double
  /// The score less that of the best other partner of either goal; negative where a person or the
  /// other pairs decided against the likelier one.
  package var margin: Double
  /// What told the pair from its best rival.
  package var decidedBy: DecidingEvidence
  /// Whether a person should look at it.
  package var review: Bool
  /// The words of the title; empty where they are the same.
  package var titleEdits: [TextRun]
  /// Sections that were added, removed or reworded; those of expected results only where added or
  /// removed as a whole.
  package var sections: [SectionChange]
  package var results: [ResultChange]
  package var indicators: [IndicatorChange]
  package var activities: [ActivityChange]

  /// Whether nothing changed, neither the goal itself nor anything under it.
  package var isUnchanged: Bool {
    kinds == [.unchanged] && sections.isEmpty && results.isEmpty && indicators.isEmpty
      && activities.isEmpty
  }

  /// The activities of which more changed than the year of the plan.
  package var activitiesChangedBesidesYear: [ActivityChange] {
    activities.filter { !$0.kindsBesidesYear.isEmpty }
  }

  /// Whether nothing changed but the year of activities on the same days.
  package var isUnchangedBesidesYear: Bool {
    kinds == [.unchanged] && sections.isEmpty && results.isEmpty && indicators.isEmpty
      && activitiesChangedBesidesYear.isEmpty
  }
}

/// What happened to a goal from one plan to the next.
package enum GoalChange: String, Sendable, Hashable, CaseIterable {
  case unchanged
  /// The title has other words.
  case reworded
  case renumbered
  /// It stands under another goal than its parent's partner.
  case moved
  /// It became several goals.
  case split
  /// Several goals became it.
  case merged
}

/// What told that two goals are one.
package enum DecidingEvidence: String, Sendable, Hashable, CaseIterable {
  case title, number, parent, content
  /// A person said so in a file of decisions.
  case person
}

/// A goal of one plan that has no partner in the other.
package struct UnpairedGoal: Sendable, Hashable {
  package var level: GoalLevel
  package var goal: ComparedGoal
  /// The goal of the other plan that came closest, nil where none is at all alike.
  package var nearest: NearMiss?
  /// Whether a person should look at it, since the nearest goal might be its partner.
  package var review: Bool
}

/// A goal that might have been the partner, and was not taken.
package struct NearMiss: Sendable, Hashable {
  package var goal: ComparedGoal
  /// How likely it is that the two are the same goal, 0…1.
  package var score: Double
}

/// A goal followed over the plans.
package struct GoalHistory: Sendable, Hashable {
  /// The goal in one plan.
  package struct Member: Sendable, Hashable {
    /// The index of the plan in ``Comparison/sources``.
    package var source: Int
    package var goal: ComparedGoal
  }

  package var level: GoalLevel
  /// At least one, by rising source.
  package var members: [Member]

  /// The plans between the first and the last member that lack the goal.
  package var breaks: [Int] {
    guard let first = members.first, let last = members.last else { return [] }
    let present = Set(members.map(\.source))
    return (first.source...last.source).filter { !present.contains($0) }
  }
}
