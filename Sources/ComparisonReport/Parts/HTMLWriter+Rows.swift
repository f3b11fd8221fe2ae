// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanExport
import PlanModel
import SourceText

/// Rows of indicators and activities that changed, under their goals.
extension HTMLWriter {
  mutating func write(_ indicators: [IndicatorChange], in step: StepReport) {
    guard !indicators.isEmpty else { return }
    element("p", .class("part-head"), say: .indicators)
    for change in indicators {
      element("div", .class("row-change")) { html in
        html.element("p") { html in
          html.write(change.kinds.map(ChangeMark.init))
          html.writeName(of: change)
          html.writePages(change.old?.at, change.new?.at, in: step)
        }
        html.element("dl", .class("targets")) { html in
          html.writeTarget(.target, change.target, \.target, of: change)
          html.writeTarget(.councilTarget, change.councilTarget, \.councilTarget, of: change)
        }
      }
    }
  }

  mutating func write(_ activities: [ActivityChange], in step: StepReport) {
    guard !activities.isEmpty else { return }
    element("p", .class("part-head"), say: .activities)
    let changed = activities.filter { !$0.kindsBesidesYear.isEmpty }
    if changed.count < activities.count {
      element("p", .class("where"), say: .activitiesOnSameDays(activities.count - changed.count))
    }
    for change in changed {
      element("div", .class("row-change")) { html in
        html.element("p") { html in
          html.write(change.marks)
          html.writeText(of: change)
          html.writePages(change.old?.at, change.new?.at, in: step)
        }
        html.element("dl", .class("targets")) { html in
          html.writeTerm(.start) {
            $0.writeDate(change.old?.start, change.new?.start, change.startMove, of: change)
          }
          html.writeTerm(.end) {
            $0.writeDate(change.old?.end, change.new?.end, change.endMove, of: change)
          }
        }
      }
    }
  }

  mutating func writeName(of change: IndicatorChange) {
    writeText(change.old?.name, change.new?.name, change.nameEdits)
  }

  mutating func writeText(of change: ActivityChange) {
    writeText(change.old?.text, change.new?.text, change.edits)
  }

  private mutating func writeText(_ old: String?, _ new: String?, _ edits: [TextRun]) {
    if !edits.isEmpty {
      writeBoth(edits)
    } else if let old, new == nil {
      element("del") { $0.quote(old) }
    } else if let new, old == nil {
      element("ins") { $0.quote(new) }
    } else if let new {
      quote(new)
    }
    space()
  }

  /// Writes the pages of a row in the plans that have it.
  mutating func writePages(_ old: SourcePosition?, _ new: SourcePosition?, in step: StepReport) {
    element("span", .class("pages")) { html in
      if let old {
        html.quote(step.old.label)
        html.space()
        html.writePage(old, of: step.old)
      }
      if old != nil, new != nil { html.plain(", ") }
      if let new {
        html.quote(step.new.label)
        html.space()
        html.writePage(new, of: step.new)
      }
    }
  }

  private mutating func writeTarget(
    _ term: Phrase, _ change: TargetChange?, _ target: KeyPath<Indicator, Target?>,
    of row: IndicatorChange
  ) {
    let unchanged = (row.new ?? row.old)?[keyPath: target]
    guard change != nil || unchanged != nil else { return }
    writeTerm(term) { html in
      if let change { html.write(change) } else if let unchanged { html.quote(unchanged.raw) }
    }
  }

  /// Writes the old and the new target, and in words which way it went.
  mutating func write(_ change: TargetChange) {
    writeValues(change.old?.raw, change.new?.raw)
    space()
    element("span", .class("direction")) { $0.writeDirection(of: change) }
  }

  private mutating func writeDirection(of change: TargetChange) {
    guard change.old != nil else { return say(.targetAdded) }
    guard change.new != nil else { return say(.targetRemoved) }
    guard let direction = change.direction, let difference = change.difference else {
      return say(.otherTarget)
    }
    say(direction == .raised ? .raisedBy : .loweredBy)
    space()
    say(.decimal(difference.magnitude))
    guard let unit = change.new?.unit else { return }
    space()
    // A step from 70 % to 77 % is seven percentage points, and ten per cent.
    guard unit == "%" else { return quote(unit) }
    say(difference.magnitude == 1 ? .percentagePoint : .percentagePoints)
  }

  private mutating func writeDate(
    _ old: String?, _ new: String?, _ move: Phrase?, of change: ActivityChange
  ) {
    if change.old == nil || change.new == nil || old == new || change.isOnSameDays {
      if let date = new ?? old { plain(date) } else { element("span", .class("none"), say: .empty) }
      return
    }
    writeDates(old, new, move)
  }

  /// Writes the old and the new date, and in words by how much it moved.
  mutating func writeDates(_ old: String?, _ new: String?, _ move: Phrase?) {
    writeValues(old, new)
    guard let move else { return }
    space()
    element("span", .class("direction"), say: move)
  }

  private mutating func writeValues(_ old: String?, _ new: String?) {
    if let old {
      element("del") { $0.quote(old) }
    } else {
      element("span", .class("none"), say: .empty)
    }
    element("span", .class("arrow"), .fixed("aria-hidden", "true")) { $0.plain(" → ") }
    if let new {
      element("ins") { $0.quote(new) }
    } else {
      element("span", .class("none"), say: .empty)
    }
  }
}

extension ActivityChange {
  /// By how much the start moved, in words.
  var startMove: Phrase? { Self.move(startDays, startDaysInYear) }

  /// By how much the end moved, in words.
  var endMove: Phrase? { Self.move(endDays, endDaysInYear) }

  private static func move(_ days: Int?, _ daysInYear: Int?) -> Phrase? {
    guard let daysInYear else { return days.flatMap { $0 == 0 ? nil : .daysLater($0) } }
    return daysInYear == 0 ? .sameDay : .daysLaterInYear(daysInYear)
  }
}
