// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

/// What one row is about, with all that it needs to stand alone.
struct PlanTableRow<Item: Sendable>: Sendable {
  /// The plan's name among the others, given by the caller.
  var planID: String
  var plan: PlanDocument
  /// The goals above the item; empty outside the goals.
  var chain: GoalChain
  var item: Item
  /// Where the item starts, or nil where it has no place of its own.
  var at: SourcePosition?
}

/// An item of a table with its place in the plan.
struct PlacedItem<Item: Sendable>: Sendable {
  var chain = GoalChain()
  var item: Item
  var at: SourcePosition?
}

/// A goal and the goals above it, one a level.
struct GoalChain: Sendable {
  private(set) var direction: Goal?
  private(set) var area: Goal?
  private(set) var committee: Goal?
  private(set) var unit: Goal?
  /// The lowest goal of the chain, nil in an empty one.
  private(set) var goal: Goal?

  /// The chain down to `goal`, which hangs below this one's lowest goal.
  func appending(_ goal: Goal) -> GoalChain {
    var chain = self
    chain.goal = goal
    switch goal.level {
    case .direction: chain.direction = goal
    case .area: chain.area = goal
    case .committee: chain.committee = goal
    case .unit: chain.unit = goal
    }
    return chain
  }
}

extension PlanDocument {
  /// Every goal with the goals above it, in document order.
  func goalChains() -> [GoalChain] {
    var chains: [GoalChain] = []
    func visit(_ goals: [Goal], below chain: GoalChain) {
      for goal in goals {
        let chain = chain.appending(goal)
        chains.append(chain)
        visit(goal.goals, below: chain)
      }
    }
    visit(goals, below: GoalChain())
    return chains
  }
}
