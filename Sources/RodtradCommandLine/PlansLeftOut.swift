// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanComparison
internal import PlanModel

/// Says which plans of folders are in no comparison, and why: a line a reason.
struct PlansLeftOut {
  let grouping: PlanGrouping
  let acrossUnits: Bool
  let path: (PlanDocument) -> String

  /// Plans that a line names, where there are more.
  private static let longestList = 3

  /// What is said of plans that do not tell where they belong.
  var unnamed: [String] {
    let plans = grouping.unnamed
    return [
      unnamed(plans.filter { $0.unitKey == nil && $0.plan.year != nil }) { "\($0) unit" },
      unnamed(plans.filter { $0.unitKey != nil }) { "\($0) year" },
      unnamed(plans.filter { $0.unitKey == nil && $0.plan.year == nil }) {
        "\($0) unit and \($0) year"
      },
    ].compactMap(\.self)
  }

  private func unnamed(_ plans: [PlanDocument], _ missing: (_ owner: String) -> String) -> String? {
    switch plans.count {
    case 0: nil
    case 1:
      "\(names(plans)): the plan does not name \(missing("its")); compare it by naming the files"
    default:
      "\(names(plans)): the plans do not name \(missing("their")); compare them by naming the files"
    }
  }

  /// What is said of plans that have nothing beside them.
  var single: [String] {
    let plans = grouping.single
    guard !plans.isEmpty else { return [] }
    let (owner, object) = plans.count == 1 ? ("its", "it") : ("their", "them")
    let other = acrossUnits ? "unit of \(owner) year" : "year of \(owner) unit"
    return ["\(names(plans)): no other \(other) is there to compare \(object) with"]
  }

  /// "a.txt, b.txt, c.txt and 4 more".
  private func names(_ plans: [PlanDocument]) -> String {
    let named = plans.prefix(Self.longestList).map(path).joined(separator: ", ")
    let rest = plans.count - Self.longestList
    return rest > 0 ? "\(named) and \(rest) more" : named
  }
}
