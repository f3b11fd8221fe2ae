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
  ///
  /// - Parameters:
  ///   - row: The activity in both plans, or in one.
  ///   - yearsBetween: How many years the newer plan is after the older one; nil where one does not
  ///     say its year.
  init?(_ row: ComparedRow<Activity>, yearsBetween: Int?) {
    old = row.old
    new = row.new
    edits = WordEdits.runs(from: row.old?.text, to: row.new?.text)
    isOnSameDays = false
    guard let was = row.old, let now = row.new else {
      kinds = [row.old == nil ? .added : .removed]
      return
    }
    kinds = row.hasSameText ? [] : [.reworded]
    if was.start != now.start || was.end != now.end {
      kinds.append(.redated)
      startDays = CalendarDate.days(from: was.start, to: now.start)
      endDays = CalendarDate.days(from: was.end, to: now.end)
      setDaysInYear(was, now, yearsBetween)
    }
    guard !kinds.isEmpty else { return nil }
  }
}

extension ActivityChange {
  private mutating func setDaysInYear(_ was: Activity, _ now: Activity, _ yearsBetween: Int?) {
    guard let yearsBetween, yearsBetween != 0 else { return }
    startDaysInYear = CalendarDate.days(from: was.start, to: now.start, yearsBetween: yearsBetween)
    endDaysInYear = CalendarDate.days(from: was.end, to: now.end, yearsBetween: yearsBetween)
    // A date that only one plan has is a change, and one that neither has is none.
    isOnSameDays =
      (startDaysInYear == 0 || (was.start == nil && now.start == nil))
      && (endDaysInYear == 0 || (was.end == nil && now.end == nil))
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
