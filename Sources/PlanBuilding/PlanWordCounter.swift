// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel

/// Counts the texts of a finished plan that stand for printed words.
struct PlanWordCounter {
  /// Counts the introduction, the goals and the closing down from the tally.
  func countPlan(_ plan: PlanDocument, in tally: inout WordTally) -> Int {
    var count = 0
    forEachPlanText(plan) { count += tally.count($0, by: -1) }
    return count
  }

  func countContents(_ plan: PlanDocument, in tally: inout WordTally) -> Int {
    var count = 0
    forEachContentsText(plan) { count += tally.count($0, by: -1) }
    return count
  }

  private func forEachContentsText(_ plan: PlanDocument, _ body: (String) -> Void) {
    if let heading = plan.contentsHeading { body(heading) }
    for entry in plan.contents {
      if let number = entry.number { body(number) }
      body(entry.title)
      if let page = entry.page { body(String(page)) }
    }
  }

  private func forEachPlanText(_ plan: PlanDocument, _ body: (String) -> Void) {
    for section in plan.introduction { visit(section, body) }
    for goal in plan.goals { visit(goal, body) }
    for section in plan.closing { visit(section, body) }
  }

  private func visit(_ goal: Goal, _ body: (String) -> Void) {
    body(goal.label)
    body(goal.title)
    for section in goal.sections { visit(section, body) }
    for header in goal.tableHeaders { header.columns.forEach(body) }
    for indicator in goal.indicators {
      body(indicator.name)
      if let target = indicator.target { body(target.raw) }
      if let target = indicator.councilTarget { body(target.raw) }
      if let period = indicator.period { body(period) }
    }
    for activity in goal.activities {
      body(activity.text)
      if let start = activity.start { body(start) }
      if let end = activity.end { body(end) }
    }
    for below in goal.goals { visit(below, body) }
  }

  private func visit(_ section: Section, _ body: (String) -> Void) {
    if let heading = section.heading { body(heading) }
    for block in section.blocks {
      switch block {
      case .paragraph(let text, _): body(text)
      case .listItem(let marker, let text, _):
        body(marker)
        body(text)
      case .table(let columns, let rows, _):
        columns.forEach(body)
        for row in rows { row.forEach(body) }
      }
    }
    for below in section.sections { visit(below, body) }
  }
}
