// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

extension PlanTable {
  /// One row an expected result.
  static let results = PlanTable(PlanTableCells.inGoals(resultColumns)) { plan in
    plan.goalChains().flatMap { chain in
      (chain.goal?.expectedResults() ?? []).map { PlacedItem(chain: chain, item: $0, at: $0.at) }
    }
  }

  private static let resultColumns: [PlanTableCells<ExpectedResult>] = [
    .integer("ordinal", "Ordning") { $0.item.ordinal },
    .text("marker", "Punkttecken") { $0.item.marker },
    .text("text", "Förväntat resultat") { $0.item.text },
  ]
}
