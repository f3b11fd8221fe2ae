// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel
import SourceText

/// A plan as the report names it and leads to its pages.
struct ReportedSource: Sendable {
  /// What the plan is called where there is little room: its year as a rule.
  let label: String
  let source: ComparedSource
  let goals: PlanGoals
  /// The way from the report to the file, nil where it is no PDF, whose pages a link can open.
  let path: String?

  /// The plans of a comparison.
  static func all(of reported: ReportedComparison) -> [ReportedSource] {
    let sources = reported.comparison.sources
    let labels = labels(of: sources)
    return sources.indices.map { index in
      let path = index < reported.sourcePaths.count ? reported.sourcePaths[index] : ""
      return ReportedSource(
        label: labels[index], source: sources[index],
        goals: PlanGoals(index < reported.plans.count ? reported.plans[index].goals : []),
        path: path.lowercased().hasSuffix(".pdf") ? path : nil)
    }
  }

  /// The shortest names that tell the plans apart: years, units, both, or else the files' names.
  private static func labels(of sources: [ComparedSource]) -> [String] {
    let years = sources.map { $0.year.map(String.init) }
    let units = sources.map(\.unit)
    let both = zip(units, years).map { unit, year in
      unit.flatMap { unit in year.map { "\(unit) \($0)" } }
    }
    for names in [years, units, both] {
      let known = names.compactMap { $0 }
      if known.count == sources.count, Set(known).count == known.count { return known }
    }
    let names = sources.map(\.fileName)
    guard Set(names).count < names.count else { return names }
    return names.enumerated().map { "\($0.element) (\($0.offset + 1))" }
  }
}

/// The goals of a plan in document order, found by their ids.
struct PlanGoals: Sendable {
  private(set) var goals: [Goal] = []
  /// The index of the goal above each, nil at the top.
  private(set) var parents: [Int?] = []
  private var indexes: [String: Int] = [:]

  init(_ tree: [Goal]) {
    add(tree, below: nil)
  }

  /// The index of a goal; of goals that share an id, as no plan of this program's has, the first.
  subscript(id: String) -> Int? { indexes[id] }

  /// The goal with an id.
  func goal(_ id: String) -> Goal? { indexes[id].map { goals[$0] } }

  private mutating func add(_ tree: [Goal], below parent: Int?) {
    for goal in tree {
      let index = goals.count
      var bare = goal
      bare.goals = []
      goals.append(bare)
      parents.append(parent)
      if indexes[goal.id] == nil { indexes[goal.id] = index }
      add(goal.goals, below: index)
    }
  }
}
