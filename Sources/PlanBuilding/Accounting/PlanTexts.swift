// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SourceText

/// The texts of a finished plan that stand for printed words.
struct PlanTexts {
  let cover: JoinedTexts
  let contents: JoinedTexts
  /// The introduction, the goals and the closing.
  let body: JoinedTexts
  let furniture: JoinedTexts

  init(_ plan: PlanDocument) {
    var joiner = TextJoiner(capacity: 1 << 10)
    for line in plan.cover { joiner.append(line) }
    cover = JoinedTexts(joiner)
    joiner = TextJoiner(capacity: 1 << 12)
    joiner.appendContents(of: plan)
    contents = JoinedTexts(joiner)
    // Most plans have no more, and the others take it anew a few times.
    joiner = TextJoiner(capacity: 1 << 15)
    joiner.append(plan.introduction)
    joiner.append(plan.goals)
    joiner.append(plan.closing)
    body = JoinedTexts(joiner)
    joiner = TextJoiner(capacity: 1 << 12)
    for line in plan.furniture { joiner.append(line.text) }
    furniture = JoinedTexts(joiner)
  }
}

extension TextJoiner {
  fileprivate mutating func appendContents(of plan: PlanDocument) {
    if let heading = plan.contentsHeading { append(heading) }
    for entry in plan.contents {
      if let number = entry.number { append(number) }
      append(entry.title)
      if let page = entry.page { append(String(page)) }
    }
  }

  fileprivate mutating func append(_ goals: [Goal]) {
    for goal in goals { append(goal) }
  }

  private mutating func append(_ goal: Goal) {
    append(goal.label)
    append(goal.title)
    append(goal.sections)
    appendTables(of: goal)
    append(goal.goals)
  }

  /// Appends each header of a table, and the rows down to the next one.
  private mutating func appendTables(of goal: Goal) {
    var rows = (indicator: 0, activity: 0)
    for (index, header) in goal.tableHeaders.enumerated() {
      append(header.columns)
      let next = goal.tableHeaders.indices.contains(index + 1) ? goal.tableHeaders[index + 1] : nil
      appendRows(of: goal, from: &rows, before: next?.at)
    }
    appendRows(of: goal, from: &rows, before: nil)
  }

  private mutating func appendRows(
    of goal: Goal, from rows: inout (indicator: Int, activity: Int), before end: SourcePosition?
  ) {
    let isAbove = { (place: SourcePosition) in
      end.map { (place.page, place.line) < ($0.page, $0.line) } ?? true
    }
    while rows.indicator < goal.indicators.count, isAbove(goal.indicators[rows.indicator].at) {
      append(goal.indicators[rows.indicator])
      rows.indicator += 1
    }
    while rows.activity < goal.activities.count, isAbove(goal.activities[rows.activity].at) {
      append(goal.activities[rows.activity])
      rows.activity += 1
    }
  }

  private mutating func append(_ activity: Activity) {
    append(activity.text)
    if let start = activity.start { append(start) }
    if let end = activity.end { append(end) }
  }

  private mutating func append(_ indicator: Indicator) {
    append(indicator.name)
    if let target = indicator.target { append(target.raw) }
    if let target = indicator.councilTarget { append(target.raw) }
    if let period = indicator.period { append(period) }
  }

  fileprivate mutating func append(_ sections: [Section]) {
    for section in sections { append(section) }
  }

  private mutating func append(_ section: Section) {
    if let heading = section.heading { append(heading) }
    for block in section.blocks {
      switch block {
      case .paragraph(let text, _): append(text)
      case .listItem(let marker, let text, _):
        append(marker)
        append(text)
      case .table(let columns, let rows, _):
        append(columns)
        for row in rows { append(row) }
      }
    }
    append(section.sections)
  }

  private mutating func append(_ texts: [String]) {
    for text in texts { append(text) }
  }
}
