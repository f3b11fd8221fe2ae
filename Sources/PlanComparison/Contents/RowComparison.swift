// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// A row of both plans, or of one.
struct ComparedRow<Row: Sendable>: Sendable {
  var old: Row?
  var new: Row?
  /// The index of the goal that it stands under; nil where the plan lacks the row.
  var oldGoal: Int?
  var newGoal: Int?
  /// Whether the texts of the two have the same words; false where one is missing.
  var hasSameText: Bool

  var isChanged: Bool { !hasSameText }
}

/// The rows of one kind of all goals of two plans.
struct RowComparison<Row: Sendable>: Sendable {
  private struct Placed: Sendable {
    var row: Row
    var goal: Int
  }

  private var rows: [Placed] = []
  private var oldRows: [Int: Range<Int>] = [:]
  private var newRows: [Int: Range<Int>] = [:]
  private let matching: RowMatching

  init(
    _ old: GoalList, _ new: GoalList, rule: RowRule, rows rowsOf: (Goal) -> [Row],
    text: (Row) -> String, days: (Row) -> [String] = { _ in [] }
  ) {
    var rows: [Placed] = []
    func add(_ list: GoalList) -> [Int: Range<Int>] {
      var places: [Int: Range<Int>] = [:]
      for index in list.indices {
        let start = rows.count
        rows += rowsOf(list[index].goal).map { Placed(row: $0, goal: index) }
        places[index] = start..<rows.count
      }
      return places
    }
    oldRows = add(old)
    newRows = add(new)
    self.rows = rows
    matching = RowMatching(
      rows.map { text($0.row) }, days: rows.map { days($0.row) }, rule: rule)
  }

  /// The rows under the goals of a group: those of the newer plan in its order, then those that
  /// only the older one has.
  func rows(of group: GoalGroup) -> [ComparedRow<Row>] {
    let old = group.old.flatMap { oldRows[$0] ?? 0..<0 }
    let new = group.new.flatMap { newRows[$0] ?? 0..<0 }
    let pairs = matching.pairs(old, new)
    let partners = Dictionary(uniqueKeysWithValues: pairs.map { ($0.new, $0.old) })
    let paired = Set(pairs.map(\.old))
    return new.map { place in row(old: partners[place], new: place) }
      + old.filter { !paired.contains($0) }.map { row(old: $0, new: nil) }
  }

  /// Whether the rows of both sides have the same words in the same order.
  func haveSameWords(_ group: GoalGroup) -> Bool {
    matching.haveSameWords(
      group.old.flatMap { oldRows[$0] ?? 0..<0 }, group.new.flatMap { newRows[$0] ?? 0..<0 })
  }

  private func row(old: Int?, new: Int?) -> ComparedRow<Row> {
    var hasSameText = false
    if let old, let new { hasSameText = matching.areEqual(old, new) }
    return ComparedRow(
      old: old.map { rows[$0].row }, new: new.map { rows[$0].row },
      oldGoal: old.map { rows[$0].goal }, newGoal: new.map { rows[$0].goal },
      hasSameText: hasSameText)
  }
}
