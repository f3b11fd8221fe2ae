// SPDX-License-Identifier: GPL-2.0-or-later

/// When two rows of one kind are taken for the same row, though their texts differ.
struct RowRule: Sendable {
  /// How alike two rows must be, 0…1.
  var leastLikeness: Double
  /// How alike the only two rows must be that are left in a goal; nil where that tells nothing.
  var leastLikenessOfOnlyOnes: Double?
  /// How much of the likeness is what the longer text holds of the shorter one, 0…1; the rest is
  /// what both share of both.
  var shareOfContainment: Double = 0
  /// For equal words before a colon that no other row of the goal has.
  var sameLabelLikeness: Double = 0

  /// Reworded results share 0.22 and more with what they were, others of one goal up to 0.18; the
  /// only two that are left are told apart only where they share next to nothing (0.07).
  static let results = RowRule(
    leastLikeness: 0.21, leastLikenessOfOnlyOnes: 0.12)
  /// Renamed indicators share 0.24 and more with what they were, others of one goal hardly 0.05.
  static let indicators = RowRule(
    leastLikeness: 0.2, leastLikenessOfOnlyOnes: nil)
  /// Activities of one goal are often about one thing ("… at the meeting place").
  ///
  /// Other activities reach 0.41 (`hemtjanst-2019`), what is one activity has 0.44 and more
  /// (`forskola-2024`, `vuxen-2025`). The next step in a matter is often told in fewer words, or more, than the step before. Words before
  /// a colon say what kind of thing it is: this year's exercise has another theme than the last
  /// one's (`vuxen-2026`).
  static let activities = RowRule(
    leastLikeness: 0.43, leastLikenessOfOnlyOnes: nil, shareOfContainment: 0.7,
    sameLabelLikeness: 0.2)
}

/// Finds the rows of two goals (results, indicators, activities) that are the same row.
///
/// Equal texts come first, in document order. The others are assigned to each other by how alike
/// they are among all rows of the two plans.
struct RowMatching: Sendable {
  /// More pairs than any goal has: beyond, only equal rows are paired.
  static let pairLimit = 250_000
  /// For a day of the year that both rows have, start or end, and no others.
  ///
  /// The same thing is done every spring; but the more rows have the day, the less it tells, and most
  /// run from January to December.
  private static let sameDayLikeness = 0.1

  /// The texts of all rows of both plans, those of the older one first.
  private let profiles: TextProfiles
  private let texts: [String]
  private let keys: [String]
  /// The words before the first colon of each row, as texts are compared; nil where there is none.
  private let labels: [String?]
  /// The days of the year that a row has, by place; "" for none.
  private let days: [[String]]
  /// For each place, the share of the rows that have a day there.
  private let dayShares: [[String: Double]]
  private let rule: RowRule

  init(_ texts: [String], days: [[String]], rule: RowRule) {
    self.texts = texts
    self.days = days
    dayShares = Self.shares(of: days)
    self.rule = rule
    keys = texts.map(ComparedText.key)
    labels = texts.map(Self.label)
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
    let labels = singleLabels(ones).intersection(singleLabels(others))
    let candidates = left.flatMap { place in
      otherLeft.compactMap { otherPlace -> AssignmentCandidate? in
        let likeness = likeness(ones[place], others[otherPlace], labels)
        guard likeness >= rule.leastLikeness else { return nil }
        return AssignmentCandidate(first: place, second: otherPlace, gain: likeness)
      }
    }
    pairs += Assignment.best(candidates).map { (ones[$0.first], others[$0.second]) }
    pairs += onlyOnesLeft(ones, others, pairs)
    return pairs.sorted { $0.0 < $1.0 }
  }

  /// How alike two rows are; `labels` are those that tell rows apart.
  private func likeness(_ one: Int, _ other: Int, _ singleLabels: Set<String>) -> Double {
    let share = rule.shareOfContainment
    var likeness = (1 - share) * profiles.overlap(one, other)
    if share > 0 { likeness += share * profiles.containment(one, other) }
    if let label = labels[one], label == labels[other], singleLabels.contains(label) {
      likeness += rule.sameLabelLikeness
    }
    for (place, day) in days[one].enumerated() where !day.isEmpty && days[other][place] == day {
      likeness += Self.sameDayLikeness * (1 - dayShares[place][day, default: 1])
    }
    return likeness
  }

  private static func shares(of days: [[String]]) -> [[String: Double]] {
    (0..<(days.first?.count ?? 0)).map { place in
      let counts = days.reduce(into: [String: Double]()) { $0[$1[place], default: 0] += 1 }
      return counts.mapValues { $0 / Double(days.count) }
    }
  }

  /// The labels that one row has and no other.
  private func singleLabels(_ rows: [Int]) -> Set<String> {
    guard rule.sameLabelLikeness > 0 else { return [] }
    let counts = rows.compactMap { labels[$0] }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    return Set(counts.filter { $0.value == 1 }.keys)
  }

  private static func label(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon != text.startIndex,
      text.utf8.index(after: colon) < text.endIndex,
      text.utf8[text.utf8.index(after: colon)] == UInt8(ascii: " ")
    else { return nil }
    return ComparedText.key(String(text[..<colon]))
  }

  private func onlyOnesLeft(
    _ ones: [Int], _ others: [Int], _ pairs: [(Int, Int)]
  ) -> [(Int, Int)] {
    guard let least = rule.leastLikenessOfOnlyOnes, ones.count == pairs.count + 1,
      others.count == pairs.count + 1
    else { return [] }
    let (paired, otherPaired) = (Set(pairs.map(\.0)), Set(pairs.map(\.1)))
    guard let one = ones.first(where: { !paired.contains($0) }),
      let other = others.first(where: { !otherPaired.contains($0) }),
      likeness(one, other, []) >= least
    else { return [] }
    return [(one, other)]
  }

  private func equalPairs(_ ones: [Int], _ others: [Int]) -> [(Int, Int)] {
    var places = Dictionary(grouping: others.reversed()) { keys[$0] }
    return ones.compactMap { one in
      places[keys[one]]?.popLast().map { (one, $0) }
    }
  }
}
