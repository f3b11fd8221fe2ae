// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

/// Tells which sections of two goals are the same: those of one kind, the first the first, the
/// second the second; sections with headings of their own by these.
struct SectionIdentity: Sendable, Hashable {
  private var kind: SectionKind
  /// For sections that are not of a known kind.
  private var headingKey: String
  /// Counted from 0 among those that are otherwise the same.
  private var ordinal: Int

  /// The sections of a goal with their identities.
  static func sections(of goal: Goal) -> [(identity: SectionIdentity, section: Section)] {
    var counts: [SectionIdentity: Int] = [:]
    return goal.sections.map { section in
      let heading = section.kind == .heading ? ComparedText.key(section.heading ?? "") : ""
      var identity = SectionIdentity(kind: section.kind, headingKey: heading, ordinal: 0)
      let count = counts[identity, default: 0]
      counts[identity] = count + 1
      identity.ordinal = count
      return (identity, section)
    }
  }
}

extension SectionChange {
  static func added(_ section: Section) -> SectionChange {
    SectionChange(
      kind: .added, section: section.kind, heading: section.heading, oldAt: nil,
      newAt: section.at, edits: WordEdits.run(.inserted, section.wholeText))
  }

  static func removed(_ section: Section) -> SectionChange {
    SectionChange(
      kind: .removed, section: section.kind, heading: section.heading, oldAt: section.at,
      newAt: nil, edits: WordEdits.run(.deleted, section.wholeText))
  }

  /// The change of a section that both goals have; nil where the words are the same, and for
  /// expected results, whose changes are told result by result.
  static func reworded(_ old: Section, _ new: Section) -> SectionChange? {
    let (text, newText) = (old.wholeText, new.wholeText)
    guard new.kind != .expectedResults, ComparedText.key(text) != ComparedText.key(newText)
    else { return nil }
    return SectionChange(
      kind: .reworded, section: new.kind, heading: new.heading, oldAt: old.at, newAt: new.at,
      edits: WordEdits.runs(from: text, to: newText))
  }
}

extension Section {
  /// The texts of the section with single spaces between them.
  var wholeText: String { texts.joined(separator: " ") }
}

extension WordEdits {
  /// A single run, for a text that the other plan lacks.
  static func run(_ kind: TextRun.Kind, _ text: String) -> [TextRun] {
    text.isEmpty ? [] : [TextRun(kind: kind, text: text)]
  }
}
