// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel
package import SourceText

/// A run of words in a text that changed.
package struct TextRun: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case equal, inserted, deleted
  }

  package var kind: Kind
  /// Words with single spaces between them.
  package var text: String

  /// Creates a run.
  package init(kind: Kind, text: String) {
    self.kind = kind
    self.text = text
  }
}

/// A section that only one of the two goals has, or that says something else.
package struct SectionChange: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case added, removed, reworded
  }

  package var kind: Kind
  package var section: SectionKind
  /// The heading as printed in the newer plan, or in the older one where it was removed.
  package var heading: String?
  /// Where it begins in the older plan; nil where it was added.
  package var oldAt: SourcePosition?
  /// Where it begins in the newer plan; nil where it was removed.
  package var newAt: SourcePosition?
  /// The words of the section.
  package var edits: [TextRun]
}

/// An expected result that was added, removed or reworded.
package struct ResultChange: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case added, removed, reworded
  }

  package var kind: Kind
  /// nil where it was added.
  package var old: ExpectedResult?
  /// nil where it was removed.
  package var new: ExpectedResult?
  /// The words; empty unless reworded.
  package var edits: [TextRun]
}

/// A row of an indicator table that changed.
package struct IndicatorChange: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case added, removed
    /// The name has other words.
    case renamed
    /// The own target or the council's is another.
    case retargeted
  }

  /// ``Kind/added`` or ``Kind/removed`` alone, or the others.
  package var kinds: [Kind]
  /// nil where it was added.
  package var old: Indicator?
  /// nil where it was removed.
  package var new: Indicator?
  /// The words of the name; empty unless renamed.
  package var nameEdits: [TextRun]
  /// The change of Årsmål, the unit's own target; nil where it is the same.
  package var target: TargetChange?
  /// The change of KF:s årsmål, the council's target; nil where it is the same.
  package var councilTarget: TargetChange?
}

/// A target that is another than in the year before.
package struct TargetChange: Sendable, Hashable {
  package enum Direction: String, Sendable, Hashable, CaseIterable {
    case raised, lowered
  }

  /// nil for an empty cell.
  package var old: Target?
  /// nil for an empty cell.
  package var new: Target?

  /// The new value less the old one; nil unless both are numbers of one unit.
  package var difference: Double? {
    guard let was = old?.value, let value = new?.value, old?.unit == new?.unit else { return nil }
    return DecimalDifference.of(value, minus: was)
  }

  /// Whether the number was raised or lowered; nil where there is no difference in numbers.
  package var direction: Direction? {
    guard let difference, difference != 0 else { return nil }
    return difference > 0 ? .raised : .lowered
  }
}

/// A row of an activity table that changed.
package struct ActivityChange: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case added, removed, reworded
    /// The start or the end is another.
    case redated
  }

  /// ``Kind/added`` or ``Kind/removed`` alone, or the others.
  package var kinds: [Kind]
  /// nil where it was added.
  package var old: Activity?
  /// nil where it was removed.
  package var new: Activity?
  /// The words of the text; empty unless reworded.
  package var edits: [TextRun]
  /// How many days later it starts; nil where a date is missing or it was not re-dated.
  package var startDays: Int?
  /// How many days later it ends; nil where a date is missing or it was not re-dated.
  package var endDays: Int?
  /// How many days later in the year of its plan it starts: none where it was 1 March in the plan of
  /// 2025 and is 1 March in that of 2026; nil as for ``startDays``, and where a plan does not say its
  /// year.
  package var startDaysInYear: Int?
  /// How many days later in the year of its plan it ends; nil as for ``startDaysInYear``.
  package var endDaysInYear: Int?
  /// Whether it was re-dated only in that it has the same days of the new plan's year, as all that
  /// is done every year.
  package var isOnSameDays: Bool

  /// What the change is besides that the year of the plan is another: ``kinds``, without
  /// ``Kind/redated`` where the days are the same.
  package var kindsBesidesYear: [Kind] { isOnSameDays ? kinds.filter { $0 != .redated } : kinds }
}
