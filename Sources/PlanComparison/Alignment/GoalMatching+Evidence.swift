// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

extension GoalMatching {
  /// What speaks for two goals being one, or with `asPart` for one having been part of the other.
  func evidence(_ one: Int, _ other: Int, asPart: Bool = false) -> GoalEvidence {
    let offset = first.entries.count
    return evidence(
      one, other, titleLikeness: titles.overlap(one, offset + other),
      contentLikeness: contents.cosine(one, offset + other), asPart: asPart)
  }

  private func evidence(
    _ one: Int, _ other: Int, titleLikeness: Double, contentLikeness: Double, asPart: Bool = false
  ) -> GoalEvidence {
    let (goal, otherGoal) = (first[one].goal, second[other].goal)
    let lackTitles = first[one].titleKey.isEmpty && second[other].titleKey.isEmpty
    var evidence = GoalEvidence(
      title: lackTitles ? EvidenceWeight.noTitles : EvidenceWeight.title * titleLikeness,
      parent: parentPoints(one, other), content: 0,
      kin: kinPoints(one, other, asPart: asPart), number: 0)
    if goal.scope != otherGoal.scope { evidence.parent += EvidenceWeight.otherScope }
    if !contents.isEmpty(one), !contents.isEmpty(first.entries.count + other) {
      let size = Double(min(contents.size(of: one), contents.size(of: first.entries.count + other)))
      evidence.content =
        EvidenceWeight.content * (contentLikeness - EvidenceWeight.unrelatedContent)
        * size / (size + EvidenceWeight.thinContent)
      if !asPart, levelsWithLastingContent.contains(goal.level) {
        evidence.content += strangeness(contentLikeness)
      }
    }
    if !asPart, let number = goal.number, let otherNumber = otherGoal.number,
      lackTitles || levelsWithMeaningfulNumbers.contains(goal.level)
    {
      evidence.number =
        number == otherNumber ? EvidenceWeight.sameNumber : EvidenceWeight.otherNumber
    }
    return evidence
  }

  private func strangeness(_ likeness: Double) -> Double {
    let range = EvidenceWeight.familiarLikeness - EvidenceWeight.strangeLikeness
    let part = (EvidenceWeight.familiarLikeness - likeness) / range
    return EvidenceWeight.strangeContent * min(1, max(0, part))
  }

  private func parentPoints(_ one: Int, _ other: Int) -> Double {
    guard let parent = first[one].parent, let otherParent = second[other].parent else { return 0 }
    if linked.contains(key(parent, otherParent)) { return EvidenceWeight.sameParent }
    let areBothLinked = linkedFirst.contains(parent) && linkedSecond.contains(otherParent)
    return areBothLinked ? EvidenceWeight.otherParent : 0
  }

  private func kinPoints(_ one: Int, _ other: Int, asPart: Bool) -> Double {
    let counts = (first[one].descendantCount, second[other].descendantCount)
    guard counts.0 > 0, counts.1 > 0, let shared = kin[key(one, other)] else { return 0 }
    // All that a part has came from the whole, but the whole has more.
    let whole = asPart ? Double(min(counts.0, counts.1)) : Double(counts.0 + counts.1) / 2
    return EvidenceWeight.kin * Double(shared) / whole
  }

  /// The evidence of each of some goals with each of others, row by row.
  func evidenceRows(
    _ ones: [Int], _ others: [Int], _ left: GoalsLeft?
  ) -> some Sequence<(Int, [GoalEvidence])> {
    let offset = first.entries.count
    let titleIndex = titles.index(of: others.map { $0 + offset })
    let contentIndex = contents.index(of: others.map { $0 + offset })
    return ones.lazy.map { one in
      let likenesses = zip(
        titles.overlaps(of: one, with: titleIndex), contents.cosines(of: one, with: contentIndex))
      let row = zip(others, likenesses).map { other, likeness in
        var evidence = evidence(
          one, other, titleLikeness: likeness.0, contentLikeness: likeness.1)
        if left?.areOnlyOnes(one, other) ?? onlyOnesLeft.contains(key(one, other)) {
          evidence.parent += EvidenceWeight.onlyOnesLeft
        }
        return evidence
      }
      return (one, row)
    }
  }

  /// Content lasts on a level where goals of equal titles mostly have content that is alike: in the
  /// plans of one unit, as a rule, and not in those of two.
  mutating func judgeContent(of level: GoalLevel) {
    let likenesses = first.goals(of: level).compactMap { one -> Double? in
      guard let other = partnerOfFirst[one] else { return nil }
      let place = first.entries.count + other
      guard !contents.isEmpty(one), !contents.isEmpty(place) else { return nil }
      return contents.cosine(one, place)
    }.sorted()
    guard likenesses.count >= 2, likenesses[likenesses.count / 2] >= 0.5 else { return }
    levelsWithLastingContent.insert(level)
  }

  /// Numbers mean something on a level where goals of equal titles have equal numbers.
  mutating func judgeNumbers(of level: GoalLevel) {
    var agreeing = 0
    var counted = 0
    for one in first.goals(of: level) {
      guard let other = partnerOfFirst[one], let number = first[one].goal.number,
        let otherNumber = second[other].goal.number
      else { continue }
      counted += 1
      if number == otherNumber { agreeing += 1 }
    }
    // Two may agree by chance; of many, one may have been moved.
    if counted >= 3, agreeing * 5 >= counted * 4 { levelsWithMeaningfulNumbers.insert(level) }
  }
}

/// The goals of a level that have no partner yet, counted by the goal that they stand under.
struct GoalsLeft: Sendable {
  private struct Place: Hashable {
    var parent: Int
    var scope: GoalScope?
  }

  private let matching: GoalMatching
  private let counts: [Place: Int]
  private let otherCounts: [Place: Int]

  init(_ ones: [Int], _ others: [Int], _ matching: GoalMatching) {
    self.matching = matching
    counts = Self.counts(ones, matching.first)
    otherCounts = Self.counts(others, matching.second)
  }

  /// Whether two goals are the only ones of their kind without a partner under goals that are one.
  func areOnlyOnes(_ one: Int, _ other: Int) -> Bool {
    guard matching.first[one].goal.level == .unit, let place = Self.place(one, matching.first),
      let otherPlace = Self.place(other, matching.second), place.scope == otherPlace.scope
    else { return false }
    return counts[place] == 1 && otherCounts[otherPlace] == 1
      && matching.linked.contains(matching.key(place.parent, otherPlace.parent))
  }

  private static func counts(_ goals: [Int], _ list: GoalList) -> [Place: Int] {
    goals.reduce(into: [:]) { counts, goal in
      if let place = place(goal, list) { counts[place, default: 0] += 1 }
    }
  }

  private static func place(_ goal: Int, _ list: GoalList) -> Place? {
    list[goal].parent.map { Place(parent: $0, scope: list[goal].goal.scope) }
  }
}
