// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

extension PlanTable {
  /// One row a row of an activity table.
  static let activities = PlanTable(PlanTableCells.inGoals(activityColumns)) { plan in
    plan.goalChains().flatMap { chain in
      (chain.goal?.activities ?? []).map { PlacedItem(chain: chain, item: $0, at: $0.at) }
    }
  }

  private static let activityColumns: [PlanTableCells<Activity>] = [
    .text("text", "Aktivitet") { $0.item.text },
    .date("start", "Startdatum") { $0.item.start },
    .date("end", "Slutdatum") { $0.item.end },
  ]
}
