// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel

/// The goals of the newer plan in their order, with those that were removed where they stood.
struct GoalTree: Sendable {
  /// A goal in the tree.
  struct Node: Sendable {
    enum Content: Sendable {
      /// More than one where goals were merged into it.
      case paired([GoalPair])
      case added(UnpairedGoal)
      case removed(UnpairedGoal)
    }

    let content: Content
    let level: GoalLevel
    /// The goal of the newer plan, or of the older one where it was removed.
    let goal: ComparedGoal
    var children: [Int] = []
  }

  private(set) var nodes: [Node] = []
  /// The goals at the top.
  private(set) var roots: [Int] = []
  /// The nodes in the order in which they are read.
  private(set) var order: [Int] = []

  /// The tree of a step.
  init(_ step: ComparisonStep, old: PlanGoals, new: PlanGoals) {
    let nodesOfNew = addNewGoals(step, new)
    addRemovedGoals(step, old, nodesOfNew)
    order.reserveCapacity(nodes.count)
    var waiting = Array(roots.reversed())
    while let node = waiting.popLast() {
      order.append(node)
      waiting.append(contentsOf: nodes[node].children.reversed())
    }
  }

  /// The nodes of the newer plan's goals by their ids.
  private mutating func addNewGoals(_ step: ComparisonStep, _ new: PlanGoals) -> [String: Int] {
    let pairs = Dictionary(grouping: step.pairs, by: \.new.id)
    let added = Dictionary(
      step.added.map { ($0.goal.id, $0) }, uniquingKeysWith: { one, _ in one })
    var nodesOfGoals: [Int?] = []
    var nodesByID: [String: Int] = [:]
    for (index, goal) in new.goals.enumerated() {
      let (content, compared): (Node.Content, ComparedGoal)
      if let pairs = pairs[goal.id], let pair = pairs.first {
        (content, compared) = (.paired(pairs), pair.new)
      } else if let added = added[goal.id] {
        (content, compared) = (.added(added), added.goal)
      } else {
        nodesOfGoals.append(nil)
        continue
      }
      let parent = new.parents[index].flatMap { nodesOfGoals[$0] }
      let node = insert(
        Node(content: content, level: goal.level, goal: compared), below: parent, after: .last)
      nodesOfGoals.append(node)
      if nodesByID[goal.id] == nil { nodesByID[goal.id] = node }
    }
    return nodesByID
  }

  /// Puts each removed goal under what became of the goal above it, after what became of the
  /// nearest goal before it that stands there too.
  private mutating func addRemovedGoals(
    _ step: ComparisonStep, _ old: PlanGoals, _ nodesOfNew: [String: Int]
  ) {
    var nodesOfOld: [Int: Int] = [:]
    for pair in step.pairs {
      guard let goal = old[pair.old.id], let node = nodesOfNew[pair.new.id] else { continue }
      if nodesOfOld[goal] == nil { nodesOfOld[goal] = node }
    }
    let removed = Dictionary(
      step.removed.map { ($0.goal.id, $0) }, uniquingKeysWith: { one, _ in one })
    /// The last goal read under each goal that is in the tree under the same node.
    var previous: [Int?: [Int?: Int]] = [:]
    for (index, goal) in old.goals.enumerated() {
      let parent = old.parents[index]
      let parentNode = parent.flatMap { nodesOfOld[$0] }
      if nodesOfOld[index] == nil, let gone = removed[goal.id] {
        let place = previous[parent]?[parentNode].map(Place.after) ?? .first
        nodesOfOld[index] = insert(
          Node(content: .removed(gone), level: goal.level, goal: gone.goal), below: parentNode,
          after: place)
      }
      guard let node = nodesOfOld[index] else { continue }
      let siblings = parentNode.map { nodes[$0].children } ?? roots
      if siblings.contains(node) { previous[parent, default: [:]][parentNode] = node }
    }
  }

  private enum Place {
    case first, last
    case after(Int)
  }

  private mutating func insert(_ node: Node, below parent: Int?, after place: Place) -> Int {
    let index = nodes.count
    nodes.append(node)
    var siblings = parent.map { nodes[$0].children } ?? roots
    switch place {
    case .first: siblings.insert(index, at: 0)
    case .last: siblings.append(index)
    case .after(let sibling):
      let before = siblings.firstIndex(of: sibling) ?? siblings.count - 1
      siblings.insert(index, at: before + 1)
    }
    if let parent { nodes[parent].children = siblings } else { roots = siblings }
    return index
  }
}
