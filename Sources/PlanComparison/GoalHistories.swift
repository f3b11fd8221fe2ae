// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// Follows goals over all plans of a comparison.
///
/// Of a goal that was split the history goes on with the part that is most like it, and of goals
/// that were merged that of the one most like the result. A goal that comes back after years
/// without it is told by its exact title, since the plans between have nothing to align it by.
struct GoalHistories: Sendable {
  /// What a goal that comes back is told by.
  private struct Identity: Hashable {
    var level: GoalLevel
    var scope: GoalScope?
    var titleKey: String
  }

  private let lists: [GoalList]
  private let alignments: [GoalAlignment]
  private var histories: [GoalHistory] = []
  private var ended: [Identity: [Int]] = [:]

  /// The histories of all goals of the lists, by their first plan and their place in it; there is an
  /// alignment for each two neighbouring lists.
  static func all(_ lists: [GoalList], _ alignments: [GoalAlignment]) -> [GoalHistory] {
    var histories = GoalHistories(lists, alignments)
    histories.follow()
    return histories.histories
  }

  private init(_ lists: [GoalList], _ alignments: [GoalAlignment]) {
    self.lists = lists
    self.alignments = alignments
  }

  private mutating func follow() {
    var previous: [Int: Int] = [:]
    for (source, list) in lists.enumerated() {
      var current: [Int: Int] = [:]
      let links = source > 0 ? alignments[source - 1].links.filter(\.isPrimary) : []
      let partners = Dictionary(links.map { ($0.new, $0.old) }, uniquingKeysWith: { one, _ in one })
      for goal in list.indices {
        let continued = partners[goal].flatMap { previous[$0] } ?? resumed(goal, of: list)
        let history = continued ?? histories.count
        if continued == nil {
          histories.append(GoalHistory(level: list[goal].goal.level, members: []))
        }
        histories[history].members.append(
          GoalHistory.Member(source: source, goal: list.comparedGoal(goal)))
        current[goal] = history
      }
      let going = Set(current.values)
      for (goal, history) in previous.sorted(by: { $0.key < $1.key })
      where !going.contains(history) {
        ended[identity(of: lists[source - 1], goal), default: []].append(history)
      }
      previous = current
    }
  }

  /// The history of a goal that comes back, which is then no longer among the ended ones.
  private mutating func resumed(_ goal: Int, of list: GoalList) -> Int? {
    guard !list[goal].titleKey.isEmpty else { return nil }
    return ended[identity(of: list, goal)]?.popLast()
  }

  private func identity(of list: GoalList, _ goal: Int) -> Identity {
    Identity(
      level: list[goal].goal.level, scope: list[goal].goal.scope, titleKey: list[goal].titleKey)
  }
}
