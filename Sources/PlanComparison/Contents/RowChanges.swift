// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

extension ResultChange {
  /// The change of a result that is not in both plans with the same words.
  init(_ row: ComparedRow<ExpectedResult>) {
    kind = row.old == nil ? .added : row.new == nil ? .removed : .reworded
    old = row.old
    new = row.new
    edits = WordEdits.runs(from: row.old?.text, to: row.new?.text)
  }
}

extension IndicatorChange {
  /// The change of an indicator; nil where it is the same.
  init?(_ row: ComparedRow<Indicator>) {
    old = row.old
    new = row.new
    nameEdits = WordEdits.runs(from: row.old?.name, to: row.new?.name)
    guard let was = row.old, let now = row.new else {
      kinds = [row.old == nil ? .added : .removed]
      return
    }
    target = TargetChange(was.target, now.target)
    councilTarget = TargetChange(was.councilTarget, now.councilTarget)
    kinds = row.hasSameText ? [] : [.renamed]
    if target != nil || councilTarget != nil { kinds.append(.retargeted) }
    guard !kinds.isEmpty else { return nil }
  }
}

extension TargetChange {
  /// The change of a cell; nil where it says the same.
  init?(_ old: Target?, _ new: Target?) {
    guard ComparedText.key(old?.raw ?? "") != ComparedText.key(new?.raw ?? "") else { return nil }
    self.old = old
    self.new = new
  }
}

extension ActivityChange {
  /// The change of an activity; nil where it is the same.
  init?(_ row: ComparedRow<Activity>) {
    old = row.old
    new = row.new
    edits = WordEdits.runs(from: row.old?.text, to: row.new?.text)
    guard let was = row.old, let now = row.new else {
      kinds = [row.old == nil ? .added : .removed]
      return
    }
    kinds = row.hasSameText ? [] : [.reworded]
    if was.start != now.start || was.end != now.end {
      kinds.append(.redated)
      startDays = CalendarDate.days(from: was.start, to: now.start)
      endDays = CalendarDate.days(from: was.end, to: now.end)
    }
    guard !kinds.isEmpty else { return nil }
  }
}

extension WordEdits {
  /// The runs between two texts that are both there; none where the words are the same but for
  /// hyphens and spaces.
  fileprivate static func runs(from old: String?, to new: String?) -> [TextRun] {
    guard let old, let new, ComparedText.key(old) != ComparedText.key(new) else { return [] }
    return runs(from: old, to: new)
  }
}
