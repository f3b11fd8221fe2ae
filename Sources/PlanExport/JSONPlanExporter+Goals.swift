// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

extension JSONByteWriter {
  mutating func write(_ goal: Goal) {
    object { json in
      json.member("activities", goal.activities) { $0.write($1) }
      json.member("at", goal.at)
      json.member("goals", goal.goals) { $0.write($1) }
      json.member("id", goal.id)
      json.member("indicators", goal.indicators) { $0.write($1) }
      json.member("label", goal.label)
      json.member("level", goal.level.rawValue)
      json.member("number", goal.number)
      if goal.level == .unit { json.member("scope", goal.scope?.rawValue) }
      json.member("sections", goal.sections) { $0.write($1) }
      json.member("tableHeaders", goal.tableHeaders) { $0.write($1) }
      json.member("title", goal.title)
    }
  }

  private mutating func write(_ activity: Activity) {
    object { json in
      json.member("at", activity.at)
      json.member("end", activity.end)
      json.member("start", activity.start)
      json.member("text", activity.text)
    }
  }

  private mutating func write(_ indicator: Indicator) {
    object { json in
      json.member("at", indicator.at)
      json.key("councilTarget")
      json.write(indicator.councilTarget)
      json.member("councilTargetYear", indicator.councilTargetYear)
      json.member("name", indicator.name)
      json.member("period", indicator.period)
      json.key("target")
      json.write(indicator.target)
    }
  }

  private mutating func write(_ target: Target?) {
    guard let target else {
      null()
      return
    }
    object { json in
      json.member("comparator", target.comparator?.rawValue)
      json.member("raw", target.raw)
      json.member("unit", target.unit)
      json.member("value", target.value)
    }
  }

  private mutating func write(_ header: TableHeader) {
    object { json in
      json.member("at", header.at)
      json.member("columns", header.columns)
    }
  }
}
