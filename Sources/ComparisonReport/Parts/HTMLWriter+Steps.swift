// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel

/// The steps of a comparison, one after the other, and what changed in figures.
extension HTMLWriter {
  /// Writes the steps of a comparison, and the histories of its goals where there are several.
  mutating func writeSteps(of part: ComparisonPart, headingDepth depth: Int) {
    for step in part.steps {
      element("section", .class("step")) { html in
        html.heading(depth: depth, step.anchor("step")) { $0.writeNames(of: step) }
        html.writeFigures(of: step, headingDepth: depth + 1)
        html.writeGoals(of: step, headingDepth: depth + 1)
        html.writeIndicatorTable(of: step, headingDepth: depth + 1)
        html.writeActivityTable(of: step, headingDepth: depth + 1)
      }
      line()
    }
    if part.sources.count > 2 { writeHistories(of: part, headingDepth: depth) }
  }

  private mutating func writeFigures(of step: StepReport, headingDepth depth: Int) {
    let summary = step.summary
    let title = step.anchor("figures")
    heading(depth: depth, title, say: .inFigures)
    if !step.step.hasDifferences { element("p", .class("no-differences"), say: .noDifferences) }
    element("ul", .class("tiles")) { html in
      for mark in [
        ChangeMark.added, .removed, .reworded, .renumbered, .moved, .split, .merged, .review,
      ] {
        html.element("li", .class(summary.count(of: mark) == 0 ? "tile zero" : "tile")) { html in
          html.element("span", .class("tile-number")) { html in
            html.plain(String(summary.count(of: mark)))
          }
          html.space()
          html.write(mark)
        }
      }
    }
    line()
    writeGoalFigures(summary, title, step.anchor("goal-figures"))
    writeContentFigures(summary, step.anchor("content-figures"))
    element("p", .class("quiet"), say: .severalKinds)
  }

  private mutating func writeGoalFigures(
    _ summary: ComparisonSummary, _ title: Anchor, _ caption: Anchor
  ) {
    let marks: [ChangeMark] = [
      .added, .removed, .reworded, .renumbered, .moved, .split, .merged, .unchanged,
    ]
    tableRegion(labelledBy: caption) { html in
      html.element("caption", .id(caption), say: .goalsByKind)
      html.element("thead") { html in
        html.element("tr") { html in
          html.element("th", .fixed("scope", "col"), say: .kind)
          for level in GoalLevel.allCases {
            html.element("th", .fixed("scope", "col"), .class("number"), say: .name(of: level))
          }
          html.element("th", .fixed("scope", "col"), .class("number"), say: .total)
        }
      }
      html.element("tbody") { html in
        for mark in marks {
          html.element("tr") { html in
            html.element("th", .fixed("scope", "row")) { $0.write(mark) }
            for level in GoalLevel.allCases { html.writeCount(summary.count(of: mark, level)) }
            html.writeCount(summary.count(of: mark))
          }
        }
      }
    }
  }

  private mutating func writeContentFigures(_ summary: ComparisonSummary, _ caption: Anchor) {
    let marks: [ChangeMark] = [.added, .removed, .reworded, .retargeted, .redated, .sameDays]
    let rows: [(Phrase, [ChangeMark: Int])] = [
      (.sections, Self.counts(summary.sections, ChangeMark.init)),
      (.expectedResults, Self.counts(summary.results, ChangeMark.init)),
      (.indicators, Self.counts(summary.indicators, ChangeMark.init)),
      (.activities, Self.activityCounts(summary)),
    ]
    tableRegion(labelledBy: caption) { html in
      html.element("caption", .id(caption), say: .contentsByKind)
      html.element("thead") { html in
        html.element("tr") { html in
          html.element("th", .fixed("scope", "col"), say: .kind)
          for row in rows {
            html.element("th", .fixed("scope", "col"), .class("number"), say: row.0)
          }
        }
      }
      html.element("tbody") { html in
        for mark in marks {
          html.element("tr") { html in
            html.element("th", .fixed("scope", "row")) { $0.write(mark) }
            for row in rows { html.writeCount(row.1[mark] ?? 0) }
          }
        }
      }
    }
  }

  /// Activities by mark: those on the same days of the new plan's year are not among the re-dated.
  private static func activityCounts(_ summary: ComparisonSummary) -> [ChangeMark: Int] {
    var counts = counts(summary.activities, ChangeMark.init)
    counts[.redated, default: 0] -= summary.activitiesOnSameDays
    counts[.sameDays] = summary.activitiesOnSameDays
    return counts
  }

  private static func counts<Kind: Hashable>(
    _ counts: [Kind: Int], _ mark: (Kind) -> ChangeMark
  ) -> [ChangeMark: Int] {
    Dictionary(counts.map { (mark($0.key), $0.value) }, uniquingKeysWith: +)
  }

  private mutating func writeCount(_ count: Int) {
    element("td", .class(count == 0 ? "number zero" : "number")) { $0.plain(String(count)) }
  }
}

extension ComparisonSummary {
  /// How many goals have a mark, on a level or, for nil, on all.
  func count(of mark: ChangeMark, _ level: GoalLevel? = nil) -> Int {
    let counts: [GoalLevel: Int]
    switch mark {
    case .added: counts = added
    case .removed: counts = removed
    case .reworded: counts = pairs[.reworded] ?? [:]
    case .renumbered: counts = pairs[.renumbered] ?? [:]
    case .moved: counts = pairs[.moved] ?? [:]
    case .split: counts = pairs[.split] ?? [:]
    case .merged: counts = pairs[.merged] ?? [:]
    case .unchanged: counts = pairs[.unchanged] ?? [:]
    case .review: return toReview
    case .contents, .retargeted, .redated, .sameDays: return 0
    }
    guard let level else { return counts.values.reduce(0, +) }
    return counts[level] ?? 0
  }
}
