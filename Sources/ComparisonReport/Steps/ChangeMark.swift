// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison

/// What happened as a reader sees it: a word, a sign and a colour, and never the colour alone.
protocol ReportMark: Sendable {
  /// The name of the mark's style.
  var styleName: StaticString { get }
  /// A sign that says the same as the word, for those who glance.
  var sign: StaticString { get }
  var word: Phrase { get }
}

/// A kind of change as a reader sees it: a word, a sign and a colour, and never the colour alone.
enum ChangeMark: String, ReportMark, CaseIterable {
  case added, removed, reworded, renumbered, moved, split, merged
  /// What stands under the goal changed.
  case contents
  case retargeted, redated
  /// Has the same days of the new plan's year.
  case sameDays
  case unchanged
  /// A person should look at it.
  case review

  init(_ kind: GoalChange) {
    self =
      switch kind {
      case .unchanged: .unchanged
      case .reworded: .reworded
      case .renumbered: .renumbered
      case .moved: .moved
      case .split: .split
      case .merged: .merged
      }
  }

  init(_ kind: IndicatorChange.Kind) {
    self =
      switch kind {
      case .added: .added
      case .removed: .removed
      case .renamed: .reworded
      case .retargeted: .retargeted
      }
  }

  init(_ kind: ActivityChange.Kind) {
    self =
      switch kind {
      case .added: .added
      case .removed: .removed
      case .reworded: .reworded
      case .redated: .redated
      }
  }

  init(_ kind: SectionChange.Kind) {
    self =
      switch kind {
      case .added: .added
      case .removed: .removed
      case .reworded: .reworded
      }
  }

  init(_ kind: ResultChange.Kind) {
    self =
      switch kind {
      case .added: .added
      case .removed: .removed
      case .reworded: .reworded
      }
  }

  /// The name of the mark's style.
  var styleName: StaticString {
    switch self {
    case .added: "mark added"
    case .removed: "mark removed"
    case .reworded: "mark reworded"
    case .renumbered: "mark renumbered"
    case .moved: "mark moved"
    case .split: "mark split"
    case .merged: "mark merged"
    case .contents: "mark contents"
    case .retargeted: "mark retargeted"
    case .redated: "mark redated"
    case .sameDays: "mark same-days"
    case .unchanged: "mark unchanged"
    case .review: "mark review"
    }
  }

  /// A sign that says the same as the word, for those who glance.
  var sign: StaticString {
    switch self {
    case .added: "+"
    case .removed: "−"
    case .reworded: "~"
    case .renumbered: "#"
    case .moved: "→"
    case .split: "÷"
    case .merged: "&amp;"
    case .contents: "¶"
    case .retargeted: "◎"
    case .redated: "◷"
    case .sameDays: "↻"
    case .unchanged: "="
    case .review: "?"
    }
  }

  /// What the plural of the goals or rows with the mark is called in tables of figures.
  var word: Phrase {
    switch self {
    case .added: .added
    case .removed: .removed
    case .reworded: .reworded
    case .renumbered: .renumbered
    case .moved: .moved
    case .split: .split
    case .merged: .merged
    case .contents: .contentsChanged
    case .retargeted: .retargeted
    case .redated: .redated
    case .sameDays: .sameDays
    case .unchanged: .unchanged
    case .review: .toReview
    }
  }
}

extension Sequence<ChangeMark> {
  /// The marks as the script reads them.
  var dataValue: String { map(\.rawValue).joined(separator: " ") }
}

extension GoalPair {
  /// The marks of the pair, those of what stands under the goals last.
  var marks: [ChangeMark] {
    var marks = kinds.map(ChangeMark.init).filter { $0 != .unchanged }
    if hasContentChanges { marks.append(.contents) }
    if marks.isEmpty { marks.append(.unchanged) }
    if review { marks.append(.review) }
    return marks
  }

  /// The marks, and those of the rows under the goals, that a filter finds the pair by.
  var filterMarks: [ChangeMark] {
    var marks = marks
    if indicators.contains(where: { $0.kinds.contains(.retargeted) }) { marks.append(.retargeted) }
    let activityMarks = Set(activities.flatMap(\.marks))
    return marks + [.redated, .sameDays].filter(activityMarks.contains)
  }

  /// Whether anything under the goals changed but for the year of activities.
  var hasContentChanges: Bool {
    !(sections.isEmpty && results.isEmpty && indicators.isEmpty
      && activitiesChangedBesidesYear.isEmpty)
  }
}
