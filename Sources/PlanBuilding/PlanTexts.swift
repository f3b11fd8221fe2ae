// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel

/// The texts of a finished plan that stand for printed words.
struct PlanTexts {
  private(set) var cover = JoinedTexts()
  private(set) var contents = JoinedTexts()
  /// The introduction, the goals and the closing.
  private(set) var body = JoinedTexts()
  private(set) var furniture = JoinedTexts()

  init(_ plan: PlanDocument) {
    for line in plan.cover { cover.append(line) }
    addContents(plan)
    for section in plan.introduction { addToBody(section) }
    for goal in plan.goals { addToBody(goal) }
    for section in plan.closing { addToBody(section) }
    for line in plan.furniture { furniture.append(line.text) }
  }

  private mutating func addContents(_ plan: PlanDocument) {
    if let heading = plan.contentsHeading { contents.append(heading) }
    for entry in plan.contents {
      if let number = entry.number { contents.append(number) }
      contents.append(entry.title)
      if let page = entry.page { contents.append(String(page)) }
    }
  }

  private mutating func addToBody(_ goal: Goal) {
    body.append(goal.label)
    body.append(goal.title)
    for section in goal.sections { addToBody(section) }
    for header in goal.tableHeaders { header.columns.forEach { body.append($0) } }
    for indicator in goal.indicators {
      body.append(indicator.name)
      if let target = indicator.target { body.append(target.raw) }
      if let target = indicator.councilTarget { body.append(target.raw) }
      if let period = indicator.period { body.append(period) }
    }
    for activity in goal.activities {
      body.append(activity.text)
      if let start = activity.start { body.append(start) }
      if let end = activity.end { body.append(end) }
    }
    for below in goal.goals { addToBody(below) }
  }

  private mutating func addToBody(_ section: Section) {
    if let heading = section.heading { body.append(heading) }
    for block in section.blocks {
      switch block {
      case .paragraph(let text, _): body.append(text)
      case .listItem(let marker, let text, _):
        body.append(marker)
        body.append(text)
      case .table(let columns, let rows, _):
        columns.forEach { body.append($0) }
        for row in rows { row.forEach { body.append($0) } }
      }
    }
    for below in section.sections { addToBody(below) }
  }
}
