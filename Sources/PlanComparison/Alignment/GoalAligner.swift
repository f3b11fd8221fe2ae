// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// Finds the goals of two plans that are the same goal.
///
/// Exact titles come first. Then, level by level from the council's goals down, the goals that are
/// left are assigned to each other by all evidence, and those that stay without a partner are held
/// against the pairs found, as parts that were split off or merged in. As pairs below are evidence
/// for goals above, all levels are gone through until nothing new is found.
struct GoalAligner: Sendable {
  /// More rounds than levels can carry evidence no further.
  private static let roundLimit = 4

  /// The alignment of two plans; with the plans exchanged it is the mirror image.
  func alignment(
    of old: GoalList, with new: GoalList, decisions: [GoalDecision] = []
  ) -> GoalAlignment {
    // The same order of the two, whichever is called the older: sums of fractions and ties then
    // come out alike, and so the mirror image is exact.
    guard !Self.precedes(new, old) else {
      let mirrored = decisions.map {
        GoalDecision(first: $0.second, second: $0.first, isSame: $0.isSame)
      }
      return aligned(new, old, mirrored).mirrored
    }
    return aligned(old, new, decisions)
  }

  private func aligned(
    _ first: GoalList, _ second: GoalList, _ decisions: [GoalDecision]
  ) -> GoalAlignment {
    var matching = GoalMatching(first, second)
    for decision in decisions { matching.apply(decision) }
    matching.pairUniqueTitles()
    for _ in 0..<Self.roundLimit {
      let before = matching.pairCount
      for level in GoalLevel.allCases {
        matching.pairRepeatedTitles(of: level)
        matching.pairByEvidence(of: level)
        matching.linkParts(of: level)
      }
      if matching.pairCount == before { break }
    }
    return matching.alignment()
  }

  /// Whether one list comes before another in an order that only lists of the same goals share.
  private static func precedes(_ one: GoalList, _ other: GoalList) -> Bool {
    for (entry, otherEntry) in zip(one.entries, other.entries) {
      let (fields, otherFields) = (sortFields(entry.goal), sortFields(otherEntry.goal))
      for (field, otherField) in zip(fields, otherFields) where field != otherField {
        return field.utf8.lexicographicallyPrecedes(otherField.utf8)
      }
      if fields.count != otherFields.count { return fields.count < otherFields.count }
    }
    return one.entries.count < other.entries.count
  }

  private static func sortFields(_ goal: Goal) -> [String] {
    [goal.title, goal.level.rawValue, goal.number ?? "", goal.scope?.rawValue ?? "", goal.id]
      + goal.contentTexts
  }
}

/// What a person said about two goals, by their indexes.
struct GoalDecision: Sendable, Hashable {
  var first: Int
  var second: Int
  var isSame: Bool
}
