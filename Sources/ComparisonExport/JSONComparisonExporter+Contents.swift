// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanExport
import PlanModel
import SourceText

extension JSONByteWriter {
  mutating func write(_ run: TextRun) {
    object { json in
      json.member("kind", run.kind.rawValue)
      json.member("text", run.text)
    }
  }

  mutating func write(_ change: SectionChange) {
    object { json in
      json.member("edits", change.edits) { $0.write($1) }
      json.member("heading", change.heading)
      json.member("kinds", [change.kind.rawValue])
      json.member("newPage", change.newAt?.page)
      json.member("oldPage", change.oldAt?.page)
      json.member("section", change.section.rawValue)
    }
  }

  mutating func write(_ change: ResultChange) {
    object { json in
      json.member("edits", change.edits) { $0.write($1) }
      json.member("kinds", [change.kind.rawValue])
      json.member("new", change.new?.text)
      json.member("newPage", change.new?.at.page)
      json.member("old", change.old?.text)
      json.member("oldPage", change.old?.at.page)
    }
  }

  mutating func write(_ change: IndicatorChange) {
    object { json in
      json.key("councilTarget")
      json.write(change.councilTarget)
      json.member("kinds", change.kinds.map(\.rawValue))
      json.member("nameEdits", change.nameEdits) { $0.write($1) }
      json.member("new", change.new?.name)
      json.member("newPage", change.new?.at.page)
      json.member("old", change.old?.name)
      json.member("oldPage", change.old?.at.page)
      json.key("target")
      json.write(change.target)
    }
  }

  private mutating func write(_ change: TargetChange?) {
    guard let change else {
      null()
      return
    }
    object { json in
      json.member("difference", change.difference)
      json.member("direction", change.direction?.rawValue)
      json.member("new", change.new?.raw)
      json.member("newUnit", change.new?.unit)
      json.member("newValue", change.new?.value)
      json.member("old", change.old?.raw)
      json.member("oldUnit", change.old?.unit)
      json.member("oldValue", change.old?.value)
    }
  }

  mutating func write(_ change: ActivityChange) {
    object { json in
      json.member("edits", change.edits) { $0.write($1) }
      json.member("endDays", change.endDays)
      json.member("endDaysInYear", change.endDaysInYear)
      json.member("kinds", change.kinds.map(\.rawValue))
      json.key("new")
      json.write(change.new)
      json.key("old")
      json.write(change.old)
      json.member("sameDays", change.isOnSameDays)
      json.member("startDays", change.startDays)
      json.member("startDaysInYear", change.startDaysInYear)
    }
  }

  private mutating func write(_ activity: Activity?) {
    guard let activity else {
      null()
      return
    }
    object { json in
      json.member("end", activity.end)
      json.member("page", activity.at.page)
      json.member("start", activity.start)
      json.member("text", activity.text)
    }
  }
}
