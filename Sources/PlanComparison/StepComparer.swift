// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// Compares two neighbouring plans.
struct StepComparer: Sendable {
  /// A goal without a partner that comes closer to one than this is for a person to look at.
  private static let nearScore = 0.25

  /// Which goals of the two plans are the same.
  let alignment: GoalAlignment
  private let oldSource: Int
  private let newSource: Int
  private let old: GoalList
  private let new: GoalList
  private let yearsBetween: Int?

  /// - Parameters:
  ///   - oldSource: The index of the older plan.
  ///   - newSource: The index of the newer plan.
  ///   - yearsBetween: How many years the newer plan is after the older one; nil where one does not
  ///     say its year.
  ///   - old: The goals of the older plan.
  ///   - new: The goals of the newer plan.
  ///   - decisions: What a person decided of these plans.
  init(
    oldSource: Int, newSource: Int, yearsBetween: Int?, old: GoalList, new: GoalList,
    decisions: [AlignmentDecision]
  ) {
    self.oldSource = oldSource
    self.newSource = newSource
    self.yearsBetween = yearsBetween
    self.old = old
    self.new = new
    alignment = GoalAligner().alignment(
      of: old, with: new, decisions: Self.goalDecisions(decisions, old, new))
  }

  func step() -> ComparisonStep {
    let contents = contentsOfLinks()
    let pairs = alignment.links.indices.map { index in
      pair(index, contents[index] ?? PairContents())
    }
    let paired = Set(alignment.links.map(\.old))
    let newPaired = Set(alignment.links.map(\.new))
    return ComparisonStep(
      oldSource: oldSource, newSource: newSource, pairs: pairs,
      added: new.indices.filter { !newPaired.contains($0) }.map {
        unpaired(
          $0, of: new, nearest: alignment.nearestOfNew[$0], in: old, alignment.isSureOfOld)
      },
      removed: old.indices.filter { !paired.contains($0) }.map {
        unpaired(
          $0, of: old, nearest: alignment.nearestOfOld[$0], in: new, alignment.isSureOfNew)
      })
  }

  private static func goalDecisions(
    _ decisions: [AlignmentDecision], _ old: GoalList, _ new: GoalList
  ) -> [GoalDecision] {
    guard !decisions.isEmpty else { return [] }
    let (oldPlaces, newPlaces) = (old.indexesByID(), new.indexesByID())
    return decisions.compactMap { decision in
      guard let one = oldPlaces[decision.oldID], let other = newPlaces[decision.newID],
        old[one].goal.level == decision.level, new[other].goal.level == decision.level
      else { return nil }
      return GoalDecision(first: one, second: other, isSame: decision.isSame)
    }
  }

  private func pair(_ index: Int, _ contents: PairContents) -> GoalPair {
    let link = alignment.links[index]
    let (goal, newGoal) = (old[link.old].goal, new[link.new].goal)
    let kinds = kinds(of: link)
    return GoalPair(
      level: newGoal.level, old: old.comparedGoal(link.old), new: new.comparedGoal(link.new),
      kinds: kinds, score: link.score, margin: link.margin, decidedBy: link.decidedBy,
      review: link.review,
      titleEdits: kinds.contains(.reworded)
        ? WordEdits.runs(from: goal.title, to: newGoal.title) : [],
      sections: contents.sections, results: contents.results, indicators: contents.indicators,
      activities: contents.activities)
  }

  private func kinds(of link: GoalAlignment.Link) -> [GoalChange] {
    let (entry, newEntry) = (old[link.old], new[link.new])
    var kinds: [GoalChange] = []
    if entry.titleKey != newEntry.titleKey { kinds.append(.reworded) }
    if entry.goal.number != newEntry.goal.number { kinds.append(.renumbered) }
    if isMoved(entry.parent, newEntry.parent) { kinds.append(.moved) }
    if alignment.partnersOfOld(link.old) > 1 { kinds.append(.split) }
    if alignment.partnersOfNew(link.new) > 1 { kinds.append(.merged) }
    return kinds.isEmpty ? [.unchanged] : kinds
  }

  /// Whether the goals above are not one; a goal whose parent was split or merged stands where it
  /// stood, under what became of its parent.
  private func isMoved(_ parent: Int?, _ newParent: Int?) -> Bool {
    guard let parent, let newParent else { return (parent == nil) != (newParent == nil) }
    return !alignment.areLinked(parent, newParent)
  }

  /// A goal without a partner; `isSure` says whether a goal of the other plan has one for sure.
  private func unpaired(
    _ index: Int, of list: GoalList, nearest: GoalAlignment.Nearest?, in other: GoalList,
    _ isSure: (Int) -> Bool
  ) -> UnpairedGoal {
    UnpairedGoal(
      level: list[index].goal.level, goal: list.comparedGoal(index),
      nearest: nearest.map { NearMiss(goal: other.comparedGoal($0.other), score: $0.score) },
      review: nearest.map { $0.score >= Self.nearScore && !isSure($0.other) } ?? false)
  }

  /// What changed under the goals of each link, by the link's index.
  private func contentsOfLinks() -> [Int: PairContents] {
    let comparer = ContentComparer(old, new, yearsBetween: yearsBetween)
    var contents: [Int: PairContents] = [:]
    for group in alignment.groups() {
      let links = group.map { alignment.links[$0] }
      let goals = GoalGroup(
        old: Set(links.map(\.old)).sorted(), new: Set(links.map(\.new)).sorted())
      for (index, found) in zip(group, comparer.contents(of: goals, pairs: links)) {
        contents[index] = found
      }
    }
    return contents
  }
}

extension GoalList {
  /// The indexes of the goals by their ids; of goals that share one, the first.
  fileprivate func indexesByID() -> [String: Int] {
    Dictionary(indices.map { (self[$0].goal.id, $0) }, uniquingKeysWith: { one, _ in one })
  }

  /// A goal as comparisons name it.
  func comparedGoal(_ index: Int) -> ComparedGoal {
    let entry = self[index]
    return ComparedGoal(
      id: entry.goal.id, title: entry.goal.title, number: entry.goal.number,
      scope: entry.goal.scope, parentID: entry.parent.map { self[$0].goal.id }, at: entry.goal.at)
  }
}
