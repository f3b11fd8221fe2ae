// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel

/// The goals followed over all plans of a comparison.
extension HTMLWriter {
  mutating func writeHistories(of part: ComparisonPart, headingDepth depth: Int) {
    let anchor = part.anchor("histories")
    element("section") { html in
      html.heading(depth: depth, anchor, say: .goalHistories)
      html.tableRegion(labelledBy: anchor, .class("histories")) { html in
        html.element("thead") { html in
          html.element("tr") { html in
            html.element("th", .fixed("scope", "col"), say: .goal)
            html.element("th", .fixed("scope", "col"), say: .course)
            for source in part.sources {
              html.element("th", .fixed("scope", "col")) { $0.quote(source.label) }
            }
          }
        }
        html.element("tbody", .fixed("data-rows", "histories")) { html in
          for history in part.reported.comparison.histories { html.write(history, of: part) }
        }
      }
    }
    line()
  }

  private mutating func write(_ history: GoalHistory, of part: ComparisonPart) {
    guard let last = history.members.last else { return }
    element("tr", .data(.level, history.level.rawValue)) { html in
      html.element("th", .fixed("scope", "row")) { html in
        html.element("span", .class("goal-level")) {
          $0.say(.name(of: history.level, scope: last.goal.scope))
        }
        html.space()
        html.writeBriefTitle(last.goal.title)
      }
      html.element("td") { $0.writeCourse(of: history, part) }
      html.writeWordings(of: history, part)
    }
    line()
  }

  /// Writes from when to when the goal stood in the plans, and where it was missing between.
  private mutating func writeCourse(of history: GoalHistory, _ part: ComparisonPart) {
    guard let first = history.members.first?.source, let last = history.members.last?.source
    else { return }
    if first == 0, last == part.sources.count - 1 {
      if history.breaks.isEmpty { element("span", .class("quiet"), say: .allPlans) }
    } else if first == last {
      quote(part.sources[first].label)
    } else {
      quote(part.sources[first].label)
      plain("–")
      quote(part.sources[last].label)
    }
    for gap in history.breaks {
      space()
      element("span", .class("mark moved")) { html in
        html.say(.interrupted)
        html.space()
        html.quote(part.sources[gap].label)
      }
    }
  }

  private mutating func writeWordings(of history: GoalHistory, _ part: ComparisonPart) {
    var wording: String?
    for (index, source) in part.sources.enumerated() {
      guard let member = history.members.first(where: { $0.source == index }) else {
        element("td", .class("none")) { html in
          html.element("span", .fixed("aria-hidden", "true")) { $0.plain("–") }
          html.element("span", .class("spoken"), say: .missing)
        }
        continue
      }
      element("td") { html in
        if let number = member.goal.number {
          html.quote(number)
          html.space()
        }
        if wording == member.goal.title {
          html.element("span", .class("quiet"), say: .sameWording)
        } else {
          html.writeBriefTitle(member.goal.title)
        }
        html.space()
        html.writePage(member.goal.at, of: source)
      }
      wording = member.goal.title
    }
  }
}
