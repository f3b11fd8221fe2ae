// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel

/// The tree of goals of a step.
extension HTMLWriter {
  mutating func writeGoals(of step: StepReport, headingDepth depth: Int) {
    heading(depth: depth, step.anchor("goals"), say: .goals)
    element("p", .class("quiet"), say: .goalsInOrder)
    element("p", .class("tools"), .flag("hidden")) { html in
      html.element("button", .fixed("type", "button"), .class("open-all"), say: .openAll)
      html.space()
      html.element("button", .fixed("type", "button"), .class("close-all"), say: .closeAll)
    }
    line()
    writeGoals(step.tree.roots, of: step)
  }

  private mutating func writeGoals(_ nodes: [Int], of step: StepReport) {
    guard !nodes.isEmpty else { return }
    element("ul", .class("goals")) { html in
      for index in nodes {
        let node = step.tree.nodes[index]
        let marks = node.filterMarks.dataValue
        html.element(
          "li", .data(.kinds, marks), .data(.level, node.level.rawValue)
        ) { html in
          html.element("details", .class(node.styleName)) { html in
            html.element("summary") { $0.writeSummary(of: node) }
            html.element("div", .class("detail")) { $0.writeDetail(of: node, in: step) }
          }
          html.line()
          html.writeGoals(node.children, of: step)
        }
      }
    }
  }

  private mutating func writeSummary(of node: GoalTree.Node) {
    element("span", .class("goal-level"), say: .name(of: node.level, scope: node.goal.scope))
    space()
    element("span", .class("goal-title")) { html in
      switch node.content {
      case .paired(let pairs):
        html.writeNumber(of: pairs)
        if let pair = pairs.first, pairs.count == 1, !pair.titleEdits.isEmpty {
          html.writeBoth(pair.titleEdits)
        } else {
          html.writeTitle(node.goal)
        }
      case .added(let lone):
        html.writeNumber(lone.goal.number)
        html.element("ins") { $0.writeTitle(lone.goal) }
      case .removed(let lone):
        html.writeNumber(lone.goal.number)
        html.element("del") { $0.writeTitle(lone.goal) }
      }
    }
    space()
    write(node.marks)
    if case .paired(let pairs) = node.content { writeCounts(of: pairs) }
  }

  private mutating func writeNumber(of pairs: [GoalPair]) {
    guard let pair = pairs.first else { return }
    guard pairs.count == 1, pair.kinds.contains(.renumbered) else {
      writeNumber(pair.new.number)
      return
    }
    element("span", .class("goal-number")) { html in
      if let number = pair.old.number { html.element("del") { $0.quote(number) } }
      html.space()
      if let number = pair.new.number { html.element("ins") { $0.quote(number) } }
    }
    space()
  }

  private mutating func writeNumber(_ number: String?) {
    guard let number else { return }
    element("span", .class("goal-number")) { $0.quote(number) }
    space()
  }

  /// Writes how much changed under the goal, for the reader who has not opened it.
  private mutating func writeCounts(of pairs: [GoalPair]) {
    var counts: [Phrase] = []
    func add(_ count: Int, _ phrase: (Int) -> Phrase) {
      if count > 0 { counts.append(phrase(count)) }
    }
    add(pairs.reduce(0) { $0 + $1.sections.count }, Phrase.sectionCount)
    add(pairs.reduce(0) { $0 + $1.results.count }, Phrase.resultCount)
    add(pairs.reduce(0) { $0 + $1.indicators.count }, Phrase.indicatorCount)
    add(pairs.reduce(0) { $0 + $1.activitiesChangedBesidesYear.count }, Phrase.activityCount)
    guard !counts.isEmpty else { return }
    element("span", .class("goal-counts")) { html in
      for (index, phrase) in counts.enumerated() {
        if index > 0 { html.plain(", ") }
        html.say(phrase)
      }
    }
  }

  private mutating func writeDetail(of node: GoalTree.Node, in step: StepReport) {
    switch node.content {
    case .paired(let pairs):
      for pair in pairs { write(pair, isOneOfSeveral: pairs.count > 1, in: step) }
    case .added(let lone):
      write(lone, of: step.new, other: step.old)
    case .removed(let lone):
      write(lone, of: step.old, other: step.new)
    }
  }

  /// Writes a goal that only one of the plans has, with all that stands under it.
  private mutating func write(
    _ lone: UnpairedGoal, of source: ReportedSource, other: ReportedSource
  ) {
    element("p", .class("where")) { html in
      html.quote(source.label)
      html.plain(", ")
      html.writePage(lone.goal.at, of: source)
    }
    if let nearest = lone.nearest {
      element("p", .class(lone.review ? "review-note" : "quiet")) { html in
        html.say(lone.review ? .reviewLone : .nearest)
        html.space()
        html.quote(nearest.goal.title)
        html.plain(" (")
        html.quote(other.label)
        html.plain(", ")
        html.writePage(nearest.goal.at, of: other)
        html.plain(", ")
        html.say(.score)
        html.space()
        html.say(.hundredths(nearest.score))
        html.plain(")")
      }
    }
    if let goal = source.goals.goal(lone.goal.id) { writeContents(of: goal) }
  }
}

extension GoalTree.Node {
  var marks: [ChangeMark] {
    switch content {
    case .paired(let pairs): Self.union(pairs.map(\.marks))
    case .added(let lone): lone.review ? [.added, .review] : [.added]
    case .removed(let lone): lone.review ? [.removed, .review] : [.removed]
    }
  }

  var filterMarks: [ChangeMark] {
    switch content {
    case .paired(let pairs): Self.union(pairs.map(\.filterMarks))
    case .added, .removed: marks
    }
  }

  var styleName: StaticString {
    switch content {
    case .paired(let pairs): pairs.allSatisfy(\.isUnchangedBesidesYear) ? "goal same" : "goal"
    case .added: "goal new"
    case .removed: "goal gone"
    }
  }

  /// The marks of any of several pairs, in the order of their declaration.
  private static func union(_ marks: [[ChangeMark]]) -> [ChangeMark] {
    let found = Set(marks.joined())
    return ChangeMark.allCases.filter {
      found.contains($0) && ($0 != .unchanged || found.isSubset(of: [.unchanged, .review]))
    }
  }
}
