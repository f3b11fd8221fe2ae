// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// What changed under a pair of goals.
struct PairContents: Sendable {
  var sections: [SectionChange] = []
  var results: [ResultChange] = []
  var indicators: [IndicatorChange] = []
  var activities: [ActivityChange] = []
}

/// Goals that went together: one of each plan, or more where a goal was split or several merged.
///
/// What stands under all of the one side is held against what stands under all of the other, so
/// that a row that went to the second part of a split goal is not taken for removed.
struct GoalGroup: Sendable {
  /// Indexes into the older plan's list, in document order.
  var old: [Int]
  /// Indexes into the newer plan's list, in document order.
  var new: [Int]
}

/// Compares what stands under goals that are the same.
struct ContentComparer: Sendable {
  private let old: GoalList
  private let new: GoalList
  private let results: RowComparison<ExpectedResult>
  private let indicators: RowComparison<Indicator>
  private let activities: RowComparison<Activity>
  private let yearsBetween: Int?

  /// - Parameters:
  ///   - old: The goals of the older plan.
  ///   - new: The goals of the newer plan.
  ///   - yearsBetween: How many years the newer plan is after the older one; nil where one does not
  ///     say its year.
  init(_ old: GoalList, _ new: GoalList, yearsBetween: Int?) {
    self.old = old
    self.new = new
    self.yearsBetween = yearsBetween
    results = RowComparison(
      old, new, rule: .results, rows: { $0.expectedResults() }, text: \.text)
    indicators = RowComparison(old, new, rule: .indicators, rows: \.indicators, text: \.name)
    activities = RowComparison(
      old, new, rule: .activities, rows: \.activities, text: \.text,
      days: { [CalendarDate.dayOfYear($0.start), CalendarDate.dayOfYear($0.end)] })
  }

  /// What changed under each pair of a group.
  ///
  /// A row of both sides belongs to the pair of the goals that it stands under; one that was added
  /// to the first pair of its new goal, one that was removed to the first pair of its old goal.
  func contents(
    of group: GoalGroup, pairs: [GoalAlignment.Link]
  ) -> [PairContents] {
    var contents = pairs.map { _ in PairContents() }
    func index(old: Int?, new: Int?) -> Int {
      let fits = pairs.indices.filter { index in
        (old ?? pairs[index].old) == pairs[index].old
          && (new ?? pairs[index].new) == pairs[index].new
      }
      // Rows may also have gone between goals of a group that are no pair.
      let nearest = fits.isEmpty ? pairs.indices.filter { pairs[$0].new == new } : fits
      return nearest.first { pairs[$0].isPrimary } ?? nearest.first ?? 0
    }
    for change in sectionChanges(group) {
      contents[index(old: change.old, new: change.new)].sections.append(change.change)
    }
    // Two forms of a plan may cut the same words into results differently.
    for row in results.haveSameWords(group) ? [] : results.rows(of: group) where row.isChanged {
      contents[index(old: row.oldGoal, new: row.newGoal)].results.append(ResultChange(row))
    }
    for row in indicators.rows(of: group) {
      guard let change = IndicatorChange(row) else { continue }
      contents[index(old: row.oldGoal, new: row.newGoal)].indicators.append(change)
    }
    for row in activities.rows(of: group) {
      guard let change = ActivityChange(row, yearsBetween: yearsBetween) else { continue }
      contents[index(old: row.oldGoal, new: row.newGoal)].activities.append(change)
    }
    return contents
  }

  private struct PlacedChange {
    var old: Int?
    var new: Int?
    var change: SectionChange
  }

  private func sectionChanges(_ group: GoalGroup) -> [PlacedChange] {
    let sections = group.old.flatMap { goal in
      SectionIdentity.sections(of: old[goal].goal).map { (goal: goal, $0) }
    }
    let newSections = group.new.flatMap { goal in
      SectionIdentity.sections(of: new[goal].goal).map { (goal: goal, $0) }
    }
    // Two forms of a plan may tell headings and paragraphs apart differently.
    guard Self.key(sections.map(\.1.section)) != Self.key(newSections.map(\.1.section)) else {
      return []
    }
    var left = newSections
    var changes: [PlacedChange] = []
    for (goal, section) in sections {
      guard let place = left.firstIndex(where: { $0.1.identity == section.identity }) else {
        changes.append(PlacedChange(old: goal, new: nil, change: .removed(section.section)))
        continue
      }
      let (newGoal, newSection) = left.remove(at: place)
      if let change = SectionChange.reworded(section.section, newSection.section) {
        changes.append(PlacedChange(old: goal, new: newGoal, change: change))
      }
    }
    return changes
      + left.map { PlacedChange(old: nil, new: $0.goal, change: .added($0.1.section)) }
  }

  private static func key(_ sections: [Section]) -> String {
    ComparedText.key(sections.flatMap { ($0.heading.map { [$0] } ?? []) + $0.texts }.joined())
  }
}
