// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanExport
import PlanModel
import SourceText

/// The tables of all indicators and all activities of a step.
extension HTMLWriter {
  mutating func writeIndicatorTable(of step: StepReport, headingDepth depth: Int) {
    let rows = step.indicatorRows()
    let columns: [(Phrase, isNumber: Bool)] = [
      (.indicator, false), (.change, false), (.target, true), (.councilTarget, true),
      (.goal, false), (.pages, false),
    ]
    writeTable(of: rows, step, "indicators", .indicators, columns, depth) { html, row in
      html.element("th", .fixed("scope", "row")) { html in
        if let change = row.change { html.writeName(of: change) } else { html.writeName(of: row) }
      }
      html.element("td") { $0.write(row.marks) }
      html.writeCell(row.change?.target, (row.new ?? row.old)?.target)
      html.writeCell(row.change?.councilTarget, (row.new ?? row.old)?.councilTarget)
      html.element("td") { $0.writeBriefTitle(row.goal.title) }
      html.element("td") { html in
        html.writePages(row.oldAt, row.new?.at, in: step)
      }
    }
  }

  mutating func writeActivityTable(of step: StepReport, headingDepth depth: Int) {
    let rows = step.activityRows()
    let columns: [(Phrase, isNumber: Bool)] = [
      (.activity, false), (.change, false), (.start, false), (.end, false), (.goal, false),
      (.pages, false),
    ]
    writeTable(of: rows, step, "activities", .activities, columns, depth) { html, row in
      html.element("th", .fixed("scope", "row")) { html in
        if let change = row.change { html.writeText(of: change) } else { html.writeText(of: row) }
      }
      html.element("td") { $0.write(row.marks) }
      html.writeCell(row.old?.start, row.new?.start, row.change?.startMove, row)
      html.writeCell(row.old?.end, row.new?.end, row.change?.endMove, row)
      html.element("td") { $0.writeBriefTitle(row.goal.title) }
      html.element("td") { html in
        html.writePages(row.oldAt, row.new?.at, in: step)
      }
    }
  }

  /// Writes a heading of a column that sorts the table; a button only where there is a script.
  mutating func writeSortHeading(_ phrase: Phrase, isNumber: Bool = false) {
    element("th", .fixed("scope", "col"), .class(isNumber ? "number" : "words"), say: phrase)
  }

  private mutating func writeTable<Row, Change>(
    of rows: [ReportedRow<Row, Change>], _ step: StepReport, _ kind: StaticString, _ title: Phrase,
    _ columns: [(Phrase, isNumber: Bool)], _ depth: Int,
    writeCells: (inout HTMLWriter, ReportedRow<Row, Change>) -> Void
  ) {
    let anchor = step.anchor(kind)
    heading(depth: depth, anchor) { html in
      html.say(title)
      html.element("span", .class("quiet")) { $0.plain(" \(rows.count)") }
    }
    guard !rows.isEmpty else { return }
    tableRegion(labelledBy: anchor, .class("rows-table sortable")) { html in
      html.element("caption", .class("spoken")) { html in
        html.say(title)
        html.plain(", ")
        html.writeNames(of: step)
      }
      html.element("thead") { html in
        html.element("tr") { html in
          for column in columns { html.writeSortHeading(column.0, isNumber: column.isNumber) }
        }
      }
      html.element("tbody", .fixed("data-rows", kind)) { html in
        for row in rows {
          html.element(
            "tr", .data(.kinds, row.marks.dataValue), .data(.level, row.level.rawValue)
          ) { writeCells(&$0, row) }
          html.line()
        }
      }
    }
  }

  private mutating func writeName(of row: ReportedRow<Indicator, IndicatorChange>) {
    if let name = (row.new ?? row.old)?.name { writeLone(name, row.old == nil, row.new == nil) }
  }

  private mutating func writeText(of row: ReportedRow<Activity, ActivityChange>) {
    if let text = (row.new ?? row.old)?.text { writeLone(text, row.old == nil, row.new == nil) }
  }

  private mutating func writeLone(_ text: String, _ isAdded: Bool, _ isRemoved: Bool) {
    if isAdded {
      element("ins") { $0.quote(text) }
    } else if isRemoved {
      element("del") { $0.quote(text) }
    } else {
      quote(text)
    }
  }

  private mutating func writeCell(_ change: TargetChange?, _ target: Target?) {
    let value = (change?.new ?? target)?.value
    element(
      "td", .class("number"), .data(.sortValue, value.map(DecimalText.shortest) ?? "")
    ) { html in
      if let change { html.write(change) } else if let target { html.quote(target.raw) }
    }
  }

  private mutating func writeCell(
    _ old: String?, _ new: String?, _ move: Phrase?, _ row: ReportedRow<Activity, ActivityChange>
  ) {
    element("td", .class("date"), .data(.sortValue, new ?? old ?? "")) { html in
      if row.old == nil || row.new == nil || old == new || row.change?.isOnSameDays ?? true {
        if let date = new ?? old { html.quote(date) }
      } else {
        html.writeDates(old, new, move)
      }
    }
  }
}
