// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

extension PlanTable {
  /// One row a goal of any level.
  static let goals = PlanTable(PlanTableCells.inGoals(goalColumns)) { plan in
    plan.goalChains().compactMap { chain in
      chain.goal.map { PlacedItem(chain: chain, item: $0, at: $0.at) }
    }
  }

  private static let goalColumns: [PlanTableCells<Goal>] = [
    .text("number", "Nr") { $0.item.number },
    .text("title", "Mål") { $0.item.title },
    .text("label", "Etikett") { $0.item.label },
    .integer("goals_below", "Mål under") { $0.item.goals.count },
    .integer("sections", "Avsnitt") { $0.item.sections.count },
    .integer("expected_results", "Förväntade resultat") { $0.item.expectedResults().count },
    .integer("indicators", "Indikatorer") { $0.item.indicators.count },
    .integer("activities", "Aktiviteter") { $0.item.activities.count },
  ]
}
