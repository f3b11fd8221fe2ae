// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel

/// What a person said about two goals.
package struct AlignmentDecision: Sendable, Hashable {
  package var level: GoalLevel
  /// The goal's id in the older plan.
  package var oldID: String
  /// The goal's id in the newer plan.
  package var newID: String
  /// Whether the two are the same goal.
  package var isSame: Bool
  /// The file of the older plan, nil for any.
  package var oldFileName: String?
  /// The file of the newer plan, nil for any.
  package var newFileName: String?

  /// Creates a decision; without file names it holds for every two neighbouring plans that have
  /// goals of these ids.
  package init(
    level: GoalLevel, oldID: String, newID: String, isSame: Bool, oldFileName: String? = nil,
    newFileName: String? = nil
  ) {
    self.level = level
    self.oldID = oldID
    self.newID = newID
    self.isSame = isSame
    self.oldFileName = oldFileName
    self.newFileName = newFileName
  }

  /// Whether the decision speaks of these two plans.
  func concerns(_ old: PlanDocument, _ new: PlanDocument) -> Bool {
    (oldFileName ?? old.source.fileName) == old.source.fileName
      && (newFileName ?? new.source.fileName) == new.source.fileName
  }
}
