// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// What stands under a goal that only one of the plans has.
extension HTMLWriter {
  mutating func writeContents(of goal: Goal) {
    for section in goal.sections { write(section) }
    if !goal.indicators.isEmpty {
      element("p", .class("part-head"), say: .indicators)
      element("ul", .class("rows")) { html in
        for indicator in goal.indicators {
          html.element("li") { html in
            html.quote(indicator.name)
            html.writeTargets(of: indicator)
          }
        }
      }
    }
    if !goal.activities.isEmpty {
      element("p", .class("part-head"), say: .activities)
      element("ul", .class("rows")) { html in
        for activity in goal.activities {
          html.element("li") { html in
            html.quote(activity.text)
            html.writeDates(of: activity)
          }
        }
      }
    }
  }

  private mutating func writeTargets(of indicator: Indicator) {
    guard indicator.target != nil || indicator.councilTarget != nil else { return }
    element("dl", .class("targets")) { html in
      if let target = indicator.target { html.writeTerm(.target) { $0.quote(target.raw) } }
      if let target = indicator.councilTarget {
        html.writeTerm(.councilTarget) { $0.quote(target.raw) }
      }
    }
  }

  private mutating func writeDates(of activity: Activity) {
    guard activity.start != nil || activity.end != nil else { return }
    element("span", .class("pages")) { html in
      html.plain(" \(activity.start ?? "") – \(activity.end ?? "")")
    }
  }

  private mutating func write(_ section: Section) {
    if let heading = section.heading, !heading.isEmpty {
      element("p", .class("part-head")) { $0.quote(heading) }
    }
    write(section.blocks)
    for inner in section.sections { write(inner) }
  }

  private mutating func write(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let text, _):
        element("p") { $0.quote(text) }
      case .listItem(let marker, let text, _):
        element("p", .class("item")) { html in
          html.quote(marker)
          html.space()
          html.quote(text)
        }
      case .table(let columns, let rows, _):
        // Its rows as lines: a scrolling table inside a goal would be in the way on a phone.
        for row in (columns.isEmpty ? [] : [columns]) + rows {
          element("p", .class("item")) { html in
            for (index, cell) in row.enumerated() {
              if index > 0 { html.plain(" | ") }
              html.quote(cell)
            }
          }
        }
      }
    }
  }
}
