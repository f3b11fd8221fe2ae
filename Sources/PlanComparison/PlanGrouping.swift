// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel

/// Puts the plans of a folder into the rows that are compared.
package struct PlanGrouping: Sendable {
  /// Rows of at least two plans.
  package private(set) var groups: [[PlanDocument]] = []
  /// Plans that cannot be put anywhere, since they do not name their unit or their year.
  package private(set) var unnamed: [PlanDocument] = []
  /// Plans with nothing to compare them with.
  package private(set) var single: [PlanDocument] = []

  /// The plans of each unit by year, the units by name; none may be there twice.
  package static func byUnit(_ plans: [PlanDocument]) -> PlanGrouping {
    PlanGrouping(plans, key: \.unitKey) { ($0.plan.year ?? 0, "") }
  }

  /// The plans of each year by unit, the years in order.
  package static func byYear(_ plans: [PlanDocument]) -> PlanGrouping {
    PlanGrouping(plans, key: { $0.plan.year.map(String.init) }) { (0, $0.unitKey ?? "") }
  }

  private init(
    _ plans: [PlanDocument], key: (PlanDocument) -> String?, order: (PlanDocument) -> (Int, String)
  ) {
    unnamed = plans.filter { $0.unitKey == nil || $0.plan.year == nil }
    let named = plans.filter { $0.unitKey != nil && $0.plan.year != nil }
    let rows = Dictionary(grouping: named) { key($0) ?? "" }.sorted {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }
    for (_, row) in rows {
      // Plans of one place keep the order that they were given in.
      let sorted = row.enumerated().sorted { one, other in
        let (place, otherPlace) = (order(one.element), order(other.element))
        return place == otherPlace ? one.offset < other.offset : place < otherPlace
      }.map(\.element)
      if sorted.count > 1 { groups.append(sorted) } else { single += sorted }
    }
  }
}

extension PlanDocument {
  /// What the plans of one unit have in common, or nil where the plan names none.
  package var unitKey: String? { plan.unit.flatMap(Self.unitKey) }

  /// A unit's name but for case, spaces and hyphens; nil for no name.
  package static func unitKey(_ unit: String) -> String? {
    unit.isEmpty ? nil : ComparedText.key(unit.lowercased())
  }
}
