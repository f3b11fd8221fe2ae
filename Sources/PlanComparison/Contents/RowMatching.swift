// SPDX-License-Identifier: GPL-2.0-or-later

/// Finds the rows of two goals (results, indicators, activities) that are the same row.
///
/// Equal texts come first, in document order. The others are assigned to each other by how alike
/// they are among all rows of the two plans.
struct RowMatching: Sendable {
  /// How alike rows must be that are taken for one: reworded ones share 0.3 and more, others of the
  /// same goal hardly ever that much.
  static let leastLikeness = 0.33
  /// More pairs than any goal has: beyond, only equal rows are paired.
  private static let pairLimit = 250_000

  /// The texts of all rows of both plans, those of the older one first.
  private let profiles: TextProfiles
  private let texts: [String]
  private let keys: [String]

  init(_ texts: [String]) {
    self.texts = texts
    keys = texts.map(ComparedText.key)
    profiles = .trigrams(of: texts)
  }

  /// Whether two rows have the same words.
  func areEqual(_ one: Int, _ other: Int) -> Bool { keys[one] == keys[other] }

  /// Whether the rows have the same words in the same order, wherever one ends and the next begins.
  func haveSameWords(_ ones: [Int], _ others: [Int]) -> Bool {
    ones.map { keys[$0] }.joined() == others.map { keys[$0] }.joined()
  }

  /// The pairs of rows, given by their places among all rows, by rising first place.
  func pairs(_ old: [Int], _ new: [Int]) -> [(old: Int, new: Int)] {
    let isMirrored = new.lazy.map { texts[$0] }.lexicographicallyPrecedes(old.map { texts[$0] })
    guard isMirrored else { return orderedPairs(old, new).map { (old: $0.0, new: $0.1) } }
    return orderedPairs(new, old).map { (old: $0.1, new: $0.0) }.sorted { $0.old < $1.old }
  }

  private func orderedPairs(_ ones: [Int], _ others: [Int]) -> [(Int, Int)] {
    var pairs = equalPairs(ones, others)
    let (paired, otherPaired) = (Set(pairs.map(\.0)), Set(pairs.map(\.1)))
    let left = ones.indices.filter { !paired.contains(ones[$0]) }
    let otherLeft = others.indices.filter { !otherPaired.contains(others[$0]) }
    guard left.count * otherLeft.count <= Self.pairLimit else { return pairs }
    let candidates = left.flatMap { place in
      otherLeft.compactMap { otherPlace -> AssignmentCandidate? in
        let likeness = profiles.overlap(ones[place], others[otherPlace])
        guard likeness >= Self.leastLikeness else { return nil }
        return AssignmentCandidate(first: place, second: otherPlace, gain: likeness)
      }
    }
    pairs += Assignment.best(candidates).map { (ones[$0.first], others[$0.second]) }
    return pairs.sorted { $0.0 < $1.0 }
  }

  private func equalPairs(_ ones: [Int], _ others: [Int]) -> [(Int, Int)] {
    var places = Dictionary(grouping: others.reversed()) { keys[$0] }
    return ones.compactMap { one in
      places[keys[one]]?.popLast().map { (one, $0) }
    }
  }
}
