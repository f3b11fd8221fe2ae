// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel

/// An indicator over the years, in one unit's plans or several units'.
package struct IndicatorTrend: Sendable, Hashable {
  /// The indicator as one plan has it.
  package struct Point: Sendable, Hashable {
    package var indicator: Indicator
    /// The plan's file.
    package var source: SourceFile
    /// nil where the plan does not name its unit.
    package var unit: String?
    /// nil where the plan does not say its year.
    package var year: Int?
    /// The goal that the indicator stands under.
    package var goal: ComparedGoal
  }

  /// The name in the latest plan that has the indicator.
  package var canonicalName: String
  /// By unit, then by year; at least one.
  package var points: [Point]
}
