// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

extension PlanTable {
  /// One row a row of an indicator table.
  static let indicators = PlanTable(PlanTableCells.inGoals(indicatorColumns)) { plan in
    plan.goalChains().flatMap { chain in
      (chain.goal?.indicators ?? []).map { PlacedItem(chain: chain, item: $0, at: $0.at) }
    }
  }

  private static let indicatorColumns: [PlanTableCells<Indicator>] = [
    .text("name", "Indikator") { $0.item.name },
    .text("target_raw", "Årsmål") { $0.item.target?.raw },
    .decimal("target_value", "Årsmål värde") { $0.item.target?.value },
    .text("target_unit", "Årsmål måttenhet") { $0.item.target?.unit },
    .text("target_comparator", "Årsmål jämförelse") { $0.item.target?.comparator?.rawValue },
    .text("council_target_raw", "KF:s årsmål") { $0.item.councilTarget?.raw },
    .decimal("council_target_value", "KF:s årsmål värde") { $0.item.councilTarget?.value },
    .text("council_target_unit", "KF:s årsmål måttenhet") { $0.item.councilTarget?.unit },
    .text("council_target_comparator", "KF:s årsmål jämförelse") {
      $0.item.councilTarget?.comparator?.rawValue
    },
    .integer("council_target_year", "KF:s årsmål år") { $0.item.councilTargetYear },
    .text("period", "Periodicitet") { $0.item.period },
  ]
}
