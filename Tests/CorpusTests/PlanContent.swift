// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// What a plan says, one text for each thing.
///
/// So a conversion and the truth about it can be compared, and a difference reads well. White space
/// makes no difference.
struct PlanContent {
  private(set) var goals: [String] = []
  private(set) var results: [String] = []
  private(set) var indicators: [String] = []
  private(set) var activities: [String] = []
  /// The texts of the sections of goals, with their headings.
  private(set) var sections: [String] = []
  /// The headings of the introduction and the closing.
  private(set) var headings: [String] = []
  /// Those headings, each with its text and the depth that it stands at.
  private(set) var chapters: [String] = []

  /// What is missing and what is too much, compared as often as it stands.
  static func differences(_ found: [String], from expected: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for fact in expected { counts[fact, default: 0] += 1 }
    for fact in found { counts[fact, default: 0] -= 1 }
    return counts.filter { $0.value != 0 }
      .map { fact, count in count > 0 ? "missing: \(fact)" : "too much: \(fact)" }.sorted()
  }

  /// Twice what they have in common, by all that they have.
  static func f1(_ found: [String], _ expected: [String]) -> Double {
    let all = found.count + expected.count
    guard all > 0 else { return 1 }
    var rest: [String: Int] = [:]
    for fact in expected { rest[fact, default: 0] += 1 }
    var common = 0
    for fact in found where rest[fact, default: 0] > 0 {
      rest[fact, default: 0] -= 1
      common += 1
    }
    return 2 * Double(common) / Double(all)
  }

  /// The same content, with words that the truth has soft hyphens in made whole.
  ///
  /// A writer that hides a soft hyphen prints one where a line ends at it, and nothing tells that
  /// one from the hyphen of a compound. In any other word a hyphen too many is a fault.
  func joining(_ words: [SoftHyphenWord]) -> PlanContent {
    var content = self
    for word in words {
      let join = { (fact: String) in fact.replacing(word.printed, with: word.whole) }
      content.sections = content.sections.map(join)
      content.chapters = content.chapters.map(join)
    }
    return content
  }

  private static func letters(_ text: String?) -> String {
    (text ?? "").filter { !$0.isWhitespace && $0 != "\u{AD}" }
  }
}

// MARK: - A converted plan

extension PlanContent {
  init(of plan: PlanDocument) {
    for goal in plan.goals { add(goal, parent: "") }
    for section in plan.introduction + plan.closing { addChapter(section) }
  }

  private mutating func add(_ goal: Goal, parent: String) {
    let title = Self.letters(goal.title)
    let scope = goal.scope?.rawValue ?? "-"
    goals.append("\(goal.level.rawValue) \(scope) \(goal.number ?? "-") \(title) < \(parent)")
    for section in goal.sections {
      sections.append(
        "\(title)|\(section.kind.rawValue)|\(Self.letters(deepText(of: section)))")
      guard section.kind == .expectedResults else { continue }
      for case .listItem(_, let text, _) in section.blocks {
        results.append("\(title)|\(Self.letters(text))")
      }
    }
    for row in goal.indicators {
      let cells = [row.name, row.target?.raw, row.councilTarget?.raw, row.period]
      indicators.append("\(title)|" + cells.map(Self.letters).joined(separator: "|"))
    }
    for row in goal.activities {
      activities.append("\(title)|\(Self.letters(row.text))|\(row.start ?? "-")|\(row.end ?? "-")")
    }
    for below in goal.goals { add(below, parent: title) }
  }

  private func deepText(of section: Section) -> String {
    ownText(of: section)
      + section.sections.map { ($0.heading ?? "") + deepText(of: $0) }.joined()
  }

  private func ownText(of section: Section) -> String {
    section.blocks.map { block in
      switch block {
      case .paragraph(let text, _): text
      case .listItem(let marker, let text, _): marker + text
      case .table(let columns, let rows, _): (columns + rows.joined()).joined()
      }
    }.joined()
  }

  private mutating func addChapter(_ section: Section) {
    headings.append(Self.letters(section.heading))
    let text = Self.letters(ownText(of: section))
    chapters.append("\(section.depth ?? 0) \(Self.letters(section.heading))|\(text)")
    for below in section.sections { addChapter(below) }
  }
}

// MARK: - The truth

extension PlanContent {
  init(of plan: ExpectedPlan) {
    for goal in plan.goals { add(goal, parent: "") }
    for chapter in plan.introduction + plan.closing {
      headings.append(Self.letters(chapter.heading))
      chapters.append(
        "\(chapter.depth) \(Self.letters(chapter.heading))|\(Self.letters(chapter.text))")
    }
  }

  private mutating func add(_ goal: ExpectedPlan.Goal, parent: String) {
    let title = Self.letters(goal.title)
    goals.append(
      "\(goal.level) \(goal.scope ?? "-") \(goal.number ?? "-") \(title) < \(parent)")
    for section in goal.sections {
      sections.append("\(title)|\(section.kind)|\(Self.letters(section.text))")
      for item in section.items ?? [] { results.append("\(title)|\(Self.letters(item))") }
    }
    for row in goal.indicators {
      let cells = [row.name, row.target, row.councilTarget, row.period]
      indicators.append("\(title)|" + cells.map(Self.letters).joined(separator: "|"))
    }
    for row in goal.activities {
      activities.append("\(title)|\(Self.letters(row.text))|\(row.start ?? "-")|\(row.end ?? "-")")
    }
    for below in goal.goals { add(below, parent: title) }
  }
}
