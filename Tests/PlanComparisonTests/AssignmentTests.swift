// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

@testable import PlanComparison

struct AssignmentTests {
  private func gain(_ candidates: [AssignmentCandidate]) -> Double {
    candidates.reduce(0) { $0 + $1.gain }
  }

  /// The greatest gain of all assignments, tried one by one.
  private func greatestGain(_ candidates: ArraySlice<AssignmentCandidate>) -> Double {
    guard let first = candidates.first else { return 0 }
    let rest = candidates.dropFirst()
    let compatible = rest.filter { $0.first != first.first && $0.second != first.second }
    return max(greatestGain(rest), first.gain + greatestGain(compatible[...]))
  }

  @Test("no assignment gains more than the one found", arguments: 0..<60)
  func optimal(seed: Int) {
    var chance = Chance(seed: seed)
    var candidates: [AssignmentCandidate] = []
    for first in 0..<5 {
      for second in 0..<4 where chance.below(3) > 0 {
        let gain = Double(1 + chance.below(12)) / 4
        candidates.append(AssignmentCandidate(first: first, second: second, gain: gain))
      }
    }
    let best = Assignment.best(candidates)
    #expect(Set(best.map(\.first)).count == best.count)
    #expect(Set(best.map(\.second)).count == best.count)
    #expect(gain(best) == greatestGain(candidates[...]))
  }

  @Test("of equal candidates document order decides")
  func ties() {
    let candidates = (0..<6).flatMap { first in
      (0..<6).map { AssignmentCandidate(first: first, second: $0, gain: 1) }
    }
    let best = Assignment.best(candidates)
    #expect(best.map(\.second) == Array(0..<6))
    #expect(Assignment.best(candidates.filter { $0.second < 3 }).map(\.first) == [0, 1, 2])
  }
}
