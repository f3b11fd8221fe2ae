// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

extension PlanTable {
  /// One row a remark; remarks belong to the document, not to a goal.
  static let diagnostics = PlanTable(PlanTableCells.plan + diagnosticColumns) { plan in
    plan.diagnostics.map { PlacedItem(item: $0) }
  }

  private static let diagnosticColumns: [PlanTableCells<Diagnostic>] = [
    .text("code", "Kod") { $0.item.code },
    .text("severity", "Allvarlighet") { $0.item.severity.rawValue },
    .integer("page", "Sida") { $0.item.page },
    .integer("line", "Rad") { $0.item.line },
    .text("message", "Meddelande") { $0.item.message },
  ]
}
