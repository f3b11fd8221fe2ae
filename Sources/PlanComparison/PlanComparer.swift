// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel

/// Tells what changed from each plan to the next.
package struct PlanComparer: Sendable {
  private let decisions: [AlignmentDecision]

  /// Creates a comparer that keeps to what a person decided.
  package init(decisions: [AlignmentDecision] = []) {
    self.decisions = decisions
  }

  /// The comparison of plans in the given order, the oldest first.
  ///
  /// Takes time with the number of plans, and for two plans at worst with the product of their
  /// goals of a level. The comparison of two plans the other way round is its mirror image.
  package func comparison(of plans: [PlanDocument]) -> Comparison {
    let lists = plans.map { GoalList($0.goals) }
    var steps: [ComparisonStep] = []
    var alignments: [GoalAlignment] = []
    for newer in plans.indices.dropFirst() {
      let comparer = StepComparer(
        oldSource: newer - 1, newSource: newer,
        yearsBetween: Self.years(from: plans[newer - 1], to: plans[newer]), old: lists[newer - 1],
        new: lists[newer],
        decisions: decisions.filter { $0.concerns(plans[newer - 1], plans[newer]) })
      alignments.append(comparer.alignment)
      steps.append(comparer.step())
    }
    return Comparison(
      sources: plans.map(ComparedSource.init), steps: steps,
      histories: GoalHistories.all(lists, alignments))
  }

  private static func years(from old: PlanDocument, to new: PlanDocument) -> Int? {
    guard let year = old.plan.year, let newYear = new.plan.year else { return nil }
    let (years, overflows) = newYear.subtractingReportingOverflow(year)
    // Dates have years of four digits.
    return overflows || years.magnitude > 9_999 ? nil : years
  }
}
