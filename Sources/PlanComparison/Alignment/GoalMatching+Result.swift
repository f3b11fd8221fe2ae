// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

extension GoalMatching {
  /// A pair that is ahead of its best rival by less is for a person to look at: odds of 2.7 to one.
  private static let sureLead = 1.0

  /// The pairs and parts with what decided them, and the nearest of the goals that are left.
  func alignment() -> GoalAlignment {
    var links: [GoalAlignment.Link] = []
    var nearest: [Int: GoalAlignment.Nearest] = [:]
    var nearestOfSecond: [Int: GoalAlignment.Nearest] = [:]
    for level in GoalLevel.allCases {
      let rivals = rivals(of: level)
      for one in first.goals(of: level) {
        links += partners(of: one).map { link(one, $0, rivals) }
        guard !linkedFirst.contains(one), let rival = rivals.ofFirst[one] else { continue }
        nearest[one] = .init(other: rival.goal, score: rival.evidence.score)
      }
      for other in second.goals(of: level) where !linkedSecond.contains(other) {
        guard let rival = rivals.ofSecond[other] else { continue }
        nearestOfSecond[other] = .init(other: rival.goal, score: rival.evidence.score)
      }
    }
    return GoalAlignment(links: links, nearestOfOld: nearest, nearestOfNew: nearestOfSecond)
  }

  /// For each goal of a level the best of those that it is not linked to.
  private struct Rivals {
    struct Rival {
      var goal: Int
      var evidence: GoalEvidence
    }

    var ofFirst: [Int: Rival] = [:]
    var ofSecond: [Int: Rival] = [:]
    /// The evidence of the pairs themselves.
    var pairs: [Int: GoalEvidence] = [:]
  }

  private func rivals(of level: GoalLevel) -> Rivals {
    let (ones, others) = (first.goals(of: level), second.goals(of: level))
    var rivals = Rivals()
    guard ones.count * others.count <= Self.pairLimit else { return rivals }
    for (one, row) in evidenceRows(ones, others, nil) {
      for (other, evidence) in zip(others, row) {
        let key = key(one, other)
        if linked.contains(key) {
          rivals.pairs[key] = evidence
        } else if !forbidden.contains(key) {
          if evidence.points > rivals.ofFirst[one]?.evidence.points ?? -.infinity {
            rivals.ofFirst[one] = .init(goal: other, evidence: evidence)
          }
          if evidence.points > rivals.ofSecond[other]?.evidence.points ?? -.infinity {
            rivals.ofSecond[other] = .init(goal: one, evidence: evidence)
          }
        }
      }
    }
    return rivals
  }

  private func link(_ one: Int, _ other: Int, _ rivals: Rivals) -> GoalAlignment.Link {
    let isPrimary = partnerOfFirst[one] == other
    let found = rivals.pairs[key(one, other)]
    let evidence = isPrimary ? found ?? evidence(one, other) : evidence(one, other, asPart: true)
    let rival = [rivals.ofFirst[one], rivals.ofSecond[other]].compactMap { $0?.evidence }
      .max { $0.points < $1.points }
    let isByPerson = decidedByPerson.contains(key(one, other))
    let lead = evidence.points - (rival?.points ?? -.infinity)
    return GoalAlignment.Link(
      old: one, new: other, score: isByPerson ? 1 : evidence.score,
      margin: (isByPerson ? 1 : evidence.score) - (rival?.score ?? 0),
      decidedBy: isByPerson ? .person : evidence.deciding(over: rival), isPrimary: isPrimary,
      review: !isByPerson && (evidence.points < GoalEvidence.sure || lead < Self.sureLead))
  }

  /// The goals of the second list that a goal of the first is linked to, its pair among them.
  private func partners(of one: Int) -> [Int] {
    second.goals(of: first[one].goal.level).filter { linked.contains(key(one, $0)) }
  }
}
