// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// Two lists of goals while their pairs are being found.
struct GoalMatching: Sendable {
  /// Levels with more possible pairs are paired by their exact titles only: the largest plan known
  /// has some 60 unit goals, 3,600 pairs.
  static let pairLimit = 25_000_000
  /// How many partners a goal may have to choose from: more than there can be good ones.
  private static let choiceLimit = 32
  /// Even odds: below, two goals are more likely two than one.
  private static let leastPoints = 0.0
  /// Lifts equal titles over everything else in an assignment, so that as many as can be are paired.
  private static let sameTitleGain = 1_000.0

  let first: GoalList
  let second: GoalList
  let titles: TextProfiles
  let contents: TextProfiles

  private(set) var partnerOfFirst: [Int?]
  private(set) var partnerOfSecond: [Int?]
  private(set) var pairCount = 0
  /// Goals that are part of what another became, or of what it was, besides the pairs.
  private var parts: [GoalLevel: [(first: Int, second: Int)]] = [:]
  /// Pairs and parts.
  private(set) var linked: Set<Int> = []
  private(set) var linkedFirst: Set<Int> = []
  private(set) var linkedSecond: Set<Int> = []
  private(set) var forbidden: Set<Int> = []
  private(set) var decidedByPerson: Set<Int> = []
  /// Pairs that were the only ones left under their parents when they were found.
  private(set) var onlyOnesLeft: Set<Int> = []
  /// How many pairs, of those found without regard to what stands above and below, stand below each
  /// two goals of one level.
  private(set) var kin: [Int: Int] = [:]
  var levelsWithMeaningfulNumbers: Set<GoalLevel> = []
  var levelsWithLastingContent: Set<GoalLevel> = []

  init(_ first: GoalList, _ second: GoalList) {
    self.first = first
    self.second = second
    let goals = first.entries + second.entries
    titles = .trigrams(of: goals.map(\.goal.title))
    contents = .wordStems(of: goals.map { $0.goal.contentTexts.joined(separator: " ") })
    partnerOfFirst = Array(repeating: nil, count: first.entries.count)
    partnerOfSecond = Array(repeating: nil, count: second.entries.count)
  }

  // MARK: - Pairs

  /// Keeps to what a person said; of several partners for one goal only the first can be its pair.
  mutating func apply(_ decision: GoalDecision) {
    let key = key(decision.first, decision.second)
    guard first[decision.first].goal.level == second[decision.second].goal.level else { return }
    guard decision.isSame else {
      forbidden.insert(key)
      return
    }
    decidedByPerson.insert(key)
    guard partnerOfFirst[decision.first] == nil, partnerOfSecond[decision.second] == nil else {
      return
    }
    pair(decision.first, decision.second)
  }

  /// Pairs the goals whose title no other goal of the level has in either plan.
  mutating func pairUniqueTitles() {
    for level in GoalLevel.allCases {
      let others = Dictionary(grouping: second.goals(of: level)) { second[$0].titleKey }
      for (title, group) in Dictionary(grouping: first.goals(of: level), by: { first[$0].titleKey })
      {
        guard !title.isEmpty, group.count == 1, let others = others[title], others.count == 1,
          isFree(group[0], others[0])
        else { continue }
        pair(group[0], others[0])
      }
      judgeNumbers(of: level)
      judgeContent(of: level)
    }
  }

  /// Pairs goals of equal titles that occur more than once, each with the likeliest; goals without
  /// a title where all else is equal and they stand under goals that are one.
  mutating func pairRepeatedTitles(of level: GoalLevel) {
    let others = Dictionary(grouping: freeSecond(level)) { sameness(of: second[$0]) }
    let groups = Dictionary(grouping: freeFirst(level)) { sameness(of: first[$0]) }
    // In document order, as pairs found earlier are evidence for later ones.
    for (sameness, group) in groups.sorted(by: { $0.value[0] < $1.value[0] }) {
      guard let others = others[sameness] else { continue }
      guard group.count * others.count <= Self.choiceLimit * Self.choiceLimit else {
        for (one, other) in zip(group, others) where isFree(one, other) { pair(one, other) }
        continue
      }
      let possible = group.flatMap { one in others.map { (one, $0) } }.filter { one, other in
        isFree(one, other) && (!first[one].titleKey.isEmpty || standUnderOneGoal(one, other))
      }
      let best = Assignment.best(
        possible.map { one, other in
          let points = evidence(one, other).points
          return AssignmentCandidate(
            first: first[one].rank, second: second[other].rank, gain: Self.sameTitleGain + points)
        })
      pair(best, of: level)
    }
  }

  /// Pairs the goals of a level that are more likely one than two, so that the likelihood of all
  /// pairs together is greatest.
  mutating func pairByEvidence(of level: GoalLevel) {
    let (ones, others) = (freeFirst(level), freeSecond(level))
    guard !ones.isEmpty, !others.isEmpty, ones.count * others.count <= Self.pairLimit else {
      return
    }
    let left = GoalsLeft(ones, others, self)
    var candidates: [AssignmentCandidate] = []
    for (one, row) in evidenceRows(ones, others, left) {
      let choices = zip(others, row).filter { other, evidence in
        evidence.points >= Self.leastPoints && !forbidden.contains(key(one, other))
      }
      let best = choices.sorted { ($1.1.points, $0.0) < ($0.1.points, $1.0) }
      candidates += best.prefix(Self.choiceLimit).map { other, evidence in
        AssignmentCandidate(
          first: first[one].rank, second: second[other].rank, gain: evidence.points + 0.001)
      }
    }
    for (one, other) in pair(Assignment.best(candidates), of: level)
    where left.areOnlyOnes(one, other) {
      onlyOnesLeft.insert(key(one, other))
    }
  }

  @discardableResult
  private mutating func pair(
    _ candidates: [AssignmentCandidate], of level: GoalLevel
  ) -> [(Int, Int)] {
    let (ones, others) = (first.goals(of: level), second.goals(of: level))
    return candidates.map { candidate in
      let (one, other) = (ones[candidate.first], others[candidate.second])
      pair(one, other)
      return (one, other)
    }
  }

  private mutating func pair(_ one: Int, _ other: Int) {
    partnerOfFirst[one] = other
    partnerOfSecond[other] = one
    pairCount += 1
    link(one, other)
    // What was paired for its parents' sake cannot speak for them in turn.
    guard evidence(one, other).standsAlone else { return }
    for above in first.ancestors(of: one) {
      for otherAbove in second.ancestors(of: other)
      where first[above].goal.level == second[otherAbove].goal.level {
        kin[key(above, otherAbove), default: 0] += 1
      }
    }
  }

  private mutating func link(_ one: Int, _ other: Int) {
    linked.insert(key(one, other))
    linkedFirst.insert(one)
    linkedSecond.insert(other)
  }

  /// Takes a part away; its goals that have a pair stay linked by that.
  private mutating func unlink(_ one: Int, _ other: Int) {
    linked.remove(key(one, other))
    if partnerOfFirst[one] == nil { linkedFirst.remove(one) }
    if partnerOfSecond[other] == nil { linkedSecond.remove(other) }
  }

  // MARK: - Parts

  /// Links goals of a level without a partner to a goal that has one, where it was split into both
  /// or both were merged into it.
  ///
  /// A goal that keeps its title is the same goal, whatever was moved out of it or into it.
  mutating func linkParts(of level: GoalLevel) {
    for part in parts[level] ?? [] { unlink(part.first, part.second) }
    let pairs = first.goals(of: level).compactMap { one in
      partnerOfFirst[one].map { (one: one, other: $0) }
    }
    let reworded = pairs.filter { first[$0.one].titleKey != second[$0.other].titleKey }
    let (ones, others) = (freeFirst(level), freeSecond(level))
    guard (ones.count + others.count) * reworded.count <= Self.pairLimit else { return }
    var found: [(first: Int, second: Int)] = []
    for other in others {
      if let one = bestWhole(reworded.map(\.one), { evidence($0, other, asPart: true) }) {
        found.append((one, other))
      }
    }
    for one in ones {
      if let other = bestWhole(reworded.map(\.other), { evidence(one, $0, asPart: true) }) {
        found.append((one, other))
      }
    }
    found.removeAll { part in
      forbidden.contains(key(part.first, part.second))
        || first[part.first].goal.scope != second[part.second].goal.scope
    }
    // What a person said is so.
    for key in decidedByPerson.subtracting(linked).sorted() {
      let (one, other) = (key / max(second.entries.count, 1), key % max(second.entries.count, 1))
      if first[one].goal.level == level, !found.contains(where: { $0 == (one, other) }) {
        found.append((one, other))
      }
    }
    parts[level] = found
    for part in found { link(part.first, part.second) }
  }

  private func bestWhole(_ goals: [Int], _ evidence: (Int) -> GoalEvidence) -> Int? {
    let scored = goals.map { ($0, evidence($0).points) }
    guard let best = scored.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }),
      best.1 >= Self.leastPoints
    else { return nil }
    return best.0
  }

  // MARK: - Goals

  private func freeFirst(_ level: GoalLevel) -> [Int] {
    first.goals(of: level).filter { partnerOfFirst[$0] == nil }
  }

  private func freeSecond(_ level: GoalLevel) -> [Int] {
    second.goals(of: level).filter { partnerOfSecond[$0] == nil }
  }

  private func isFree(_ one: Int, _ other: Int) -> Bool {
    partnerOfFirst[one] == nil && partnerOfSecond[other] == nil
      && !forbidden.contains(key(one, other))
  }

  /// Whether the goals above two goals are one, or both goals stand at the top.
  private func standUnderOneGoal(_ one: Int, _ other: Int) -> Bool {
    guard let parent = first[one].parent, let otherParent = second[other].parent else {
      return first[one].parent == nil && second[other].parent == nil
    }
    return linked.contains(key(parent, otherParent))
  }

  private func sameness(of entry: GoalList.Entry) -> String {
    guard entry.titleKey.isEmpty else { return entry.titleKey }
    let content = ComparedText.key(entry.goal.contentTexts.joined())
    return "\u{0}\(entry.goal.number ?? "")\u{0}\(entry.goal.scope?.rawValue ?? "")\u{0}\(content)"
  }

  /// A number for two goals.
  func key(_ one: Int, _ other: Int) -> Int { one * max(second.entries.count, 1) + other }
}
