// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// The goals of one plan in document order, each with its place in the tree.
struct GoalList: Sendable {
  struct Entry: Sendable {
    var goal: Goal
    /// The index of the goal above, nil at the top.
    var parent: Int?
    /// The index after the last goal below this one.
    var end: Int
    /// The title as titles are compared; empty where there is none.
    var titleKey: String
    /// How many goals of the level come before it.
    var rank: Int

    /// How many goals stand below it, at any depth.
    var descendantCount: Int = 0
  }

  private(set) var entries: [Entry] = []
  /// The indexes of the goals of each level, in document order.
  private(set) var byLevel: [GoalLevel: [Int]] = [:]

  /// The goals of a plan; ids tell them apart.
  init(_ goals: [Goal]) {
    add(goals, below: nil)
  }

  subscript(index: Int) -> Entry { entries[index] }

  var indices: Range<Int> { entries.indices }

  /// The goals of a level in document order.
  func goals(of level: GoalLevel) -> [Int] { byLevel[level] ?? [] }

  /// The goals above a goal, the nearest first.
  func ancestors(of index: Int) -> [Int] {
    var ancestors: [Int] = []
    var next = entries[index].parent
    while let parent = next {
      ancestors.append(parent)
      next = entries[parent].parent
    }
    return ancestors
  }

  private mutating func add(_ goals: [Goal], below parent: Int?) {
    for goal in goals {
      let index = entries.count
      var bare = goal
      bare.goals = []
      let rank = byLevel[goal.level]?.count ?? 0
      entries.append(
        Entry(
          goal: bare, parent: parent, end: 0, titleKey: ComparedText.key(goal.title), rank: rank))
      byLevel[goal.level, default: []].append(index)
      add(goal.goals, below: index)
      entries[index].end = entries.count
      entries[index].descendantCount = entries.count - index - 1
    }
  }
}

extension Goal {
  /// All that stands under the goal itself, text by text: sections with their headings, names of
  /// indicators, activities.
  var contentTexts: [String] {
    sections.flatMap(\.texts) + indicators.map(\.name) + activities.map(\.text)
  }
}

extension Section {
  /// The texts of the section and its sub-sections in printed order, its own heading left out.
  var texts: [String] {
    blocks.flatMap(\.texts)
      + sections.flatMap { section in
        (section.heading.map { [$0] } ?? []) + section.texts
      }
  }
}

extension Block {
  /// The texts of the block: one, or those of a table's cells.
  var texts: [String] {
    switch self {
    case .paragraph(let text, _), .listItem(_, let text, _): [text]
    case .table(let columns, let rows, _): columns + rows.flatMap { $0 }
    }
  }
}
