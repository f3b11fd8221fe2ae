// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SourceText

/// The goals from the top of the tree down to the one in hand.
struct GoalStack {
  private var path: [Goal] = []
  private var finished: [Goal] = []

  var isEmpty: Bool { path.isEmpty && finished.isEmpty }

  /// Makes a goal the one in hand, below the nearest goal of a higher level.
  mutating func begin(_ goal: consuming Goal) {
    let depth = goal.level.depth
    while !path.isEmpty, path[path.count - 1].level.depth >= depth { close() }
    path.append(goal)
  }

  mutating func changeCurrent(_ change: (inout Goal) -> Void) {
    guard !path.isEmpty else { return }
    change(&path[path.count - 1])
  }

  mutating func begin(_ section: consuming Section) {
    guard !path.isEmpty else { return }
    path[path.count - 1].sections.append(section)
  }

  /// Begins a sub-heading in the section in hand.
  mutating func beginSubsection(_ section: Section) {
    changeCurrent { goal in
      if goal.sections.isEmpty {
        goal.sections.append(Section(kind: .text, heading: nil, depth: nil, at: section.at))
      }
      var section = section
      section.depth = nil
      goal.sections[goal.sections.count - 1].sections.append(section)
    }
  }

  mutating func append(_ block: Block) {
    changeCurrent { goal in
      if goal.sections.isEmpty {
        goal.sections.append(Section(kind: .text, heading: nil, depth: nil, at: block.at))
      }
      let last = goal.sections.count - 1
      let deepest = goal.sections[last].sections.count - 1
      if deepest >= 0 {
        goal.sections[last].sections[deepest].blocks.append(block)
      } else {
        goal.sections[last].blocks.append(block)
      }
    }
  }

  /// All goals at the top of the tree.
  mutating func finish() -> [Goal] {
    while !path.isEmpty { close() }
    return finished
  }

  private mutating func close() {
    let goal = path.removeLast()
    if path.isEmpty {
      finished.append(goal)
    } else {
      path[path.count - 1].goals.append(goal)
    }
  }
}

/// The sections of a chapter from its heading down to the one in hand.
struct SectionStack {
  private var path: [Section] = []
  private var finished: [Section] = []

  mutating func begin(_ section: Section) {
    while let last = path.last, (last.depth ?? 1) >= (section.depth ?? 1) { close() }
    path.append(section)
  }

  mutating func append(_ block: Block) {
    if path.isEmpty { path.append(Section(kind: .text, heading: nil, depth: 1, at: block.at)) }
    path[path.count - 1].blocks.append(block)
  }

  mutating func finish() -> [Section] {
    while !path.isEmpty { close() }
    return finished
  }

  private mutating func close() {
    let section = path.removeLast()
    if path.isEmpty {
      finished.append(section)
    } else {
      path[path.count - 1].sections.append(section)
    }
  }
}

/// Gives goals the paths that name them: "1", "1/1.4", "1/1.4/n1/e2".
struct GoalIdentifiers {
  func assign(to goals: inout [Goal]) {
    assign(to: &goals, below: "")
  }

  private func assign(to goals: inout [Goal], below parent: String) {
    guard !goals.isEmpty else { return }
    /// By depth.
    var counts = [Int](repeating: 0, count: GoalLevel.unit.depth + 1)
    var used: [String: Int] = [:]
    used.reserveCapacity(goals.count)
    for index in goals.indices {
      let level = goals[index].level
      counts[level.depth] += 1
      var step = goals[index].number ?? letter(of: level) + String(counts[level.depth])
      // The same number twice under one parent: the later ones are told apart by their order.
      let count = used[step, default: 0] + 1
      used[step] = count
      if count > 1 { step += "-\(count)" }
      let id = parent.isEmpty ? step : parent + "/" + step
      goals[index].id = id
      assign(to: &goals[index].goals, below: id)
    }
  }

  /// The first letter of the Swedish word for a goal of the level.
  private func letter(of level: GoalLevel) -> String {
    switch level {
    case .direction: "i"
    case .area: "v"
    case .committee: "n"
    case .unit: "e"
    }
  }
}
