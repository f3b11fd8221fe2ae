// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel

/// Follows indicators over plans of several years and units.
///
/// Equal names are one indicator, in whichever unit. Where a unit renames one from year to year, the
/// names are aligned as rows of goals are: one to one, by how alike they are, with less asked for
/// under the same goal. Two names that one plan has side by side are never one indicator.
package struct TrendAnalyzer: Sendable {
  /// How alike the names must be under goals of other titles: over a whole plan more indicators
  /// resemble each other than under one goal.
  private static let leastLikenessElsewhere = 0.6

  /// Creates an analyzer.
  package init() {}

  /// The indicators of plans, by canonical name; takes time in proportion to the plans.
  package func trends(of plans: [PlanDocument]) -> [IndicatorTrend] {
    let plans = Self.inOrder(plans)
    let rows = plans.map(Self.rows)
    var classes = NameClasses(rows.map { $0.map(\.key) })
    for newer in plans.indices.dropFirst()
    where plans[newer].unitKey != nil && plans[newer].unitKey == plans[newer - 1].unitKey {
      for (old, new) in renamed(rows[newer - 1], rows[newer]) {
        classes.join(rows[newer - 1][old].key, rows[newer][new].key)
      }
    }
    return trends(rows, classes)
  }

  private struct Row {
    var key: String
    var goalKey: String
    var point: IndicatorTrend.Point
  }

  /// The plans by unit, then by year; plans of one unit and year in the order given.
  private static func inOrder(_ plans: [PlanDocument]) -> [PlanDocument] {
    var seen: Set<String> = []
    return plans.filter { seen.insert($0.source.sha256).inserted }.enumerated().sorted {
      let place = ($0.element.unitKey ?? "", $0.element.plan.year ?? 0, $0.offset)
      return place < ($1.element.unitKey ?? "", $1.element.plan.year ?? 0, $1.offset)
    }.map(\.element)
  }

  private static func rows(of plan: PlanDocument) -> [Row] {
    let goals = GoalList(plan.goals)
    return goals.indices.flatMap { index in
      goals[index].goal.indicators.map { indicator in
        Row(
          key: ComparedText.key(indicator.name), goalKey: goals[index].titleKey,
          point: IndicatorTrend.Point(
            indicator: indicator, source: plan.source, unit: plan.plan.unit,
            year: plan.plan.year, goal: goals.comparedGoal(index)))
      }
    }
  }

  /// The rows of two years that have other names and are likely one indicator.
  private func renamed(_ old: [Row], _ new: [Row]) -> [(Int, Int)] {
    let (oldKeys, newKeys) = (Set(old.map(\.key)), Set(new.map(\.key)))
    let gone = old.indices.filter { !newKeys.contains(old[$0].key) }
    let come = new.indices.filter { !oldKeys.contains(new[$0].key) }
    guard !gone.isEmpty, !come.isEmpty, gone.count * come.count <= RowMatching.pairLimit else {
      return []
    }
    let profiles = TextProfiles.trigrams(of: (old + new).map(\.point.indicator.name))
    let index = profiles.index(of: come.map { old.count + $0 })
    let candidates = gone.flatMap { one in
      zip(come, profiles.overlaps(of: one, with: index)).compactMap { other, likeness in
        let isUnderOneGoal =
          old[one].goalKey == new[other].goalKey && !old[one].goalKey.isEmpty
        let least =
          isUnderOneGoal ? RowRule.indicators.leastLikeness : Self.leastLikenessElsewhere
        return likeness < least
          ? nil : AssignmentCandidate(first: one, second: other, gain: likeness)
      }
    }
    return Assignment.best(candidates).map { ($0.first, $0.second) }
  }

  private func trends(_ rows: [[Row]], _ classes: NameClasses) -> [IndicatorTrend] {
    let points = Dictionary(grouping: rows.joined()) { classes.representative(of: $0.key) }
    return points.values.map { rows in
      IndicatorTrend(canonicalName: Self.canonicalName(of: rows), points: rows.map(\.point))
    }.sorted { one, other in
      let (name, otherName) = (one.canonicalName, other.canonicalName)
      return name.utf8.lexicographicallyPrecedes(otherName.utf8)
    }
  }

  /// The name of the latest year; of several the most frequent, then the first by its bytes.
  private static func canonicalName(of rows: [Row]) -> String {
    let latest = rows.map { $0.point.year ?? 0 }.max() ?? 0
    let names = rows.filter { ($0.point.year ?? 0) == latest }.map(\.point.indicator.name)
    let counts = names.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return counts.min { one, other in
      one.value != other.value
        ? one.value > other.value : one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
    }?.key ?? ""
  }
}

/// Names that mean one indicator.
private struct NameClasses {
  private var parents: [String: String] = [:]
  /// The plans that have a name of the class, by its representative.
  private var plans: [String: Set<Int>] = [:]

  init(_ keys: [[String]]) {
    for (plan, keys) in keys.enumerated() {
      for key in keys {
        parents[key] = key
        plans[key, default: []].insert(plan)
      }
    }
  }

  func representative(of key: String) -> String {
    var key = key
    while let parent = parents[key], parent != key { key = parent }
    return key
  }

  /// Joins the classes of two names, unless a plan has names of both.
  mutating func join(_ one: String, _ other: String) {
    let (first, second) = (representative(of: one), representative(of: other))
    guard first != second, let members = plans[first], let others = plans[second],
      members.isDisjoint(with: others)
    else { return }
    // The smaller class joins the larger one, so that ways to the representative stay short.
    let (root, leaf) = members.count < others.count ? (second, first) : (first, second)
    parents[leaf] = root
    plans[root] = members.union(others)
    plans[leaf] = nil
  }
}
