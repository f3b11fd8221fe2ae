// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel

/// A flat table that plans are written to: its columns, and the rows that one plan gives.
///
/// The tables are data for every format that has rows and columns; the name of a table and the names
/// of its columns are a public contract.
package struct PlanTable: Sendable {
  /// The table's columns, left to right; every row has a cell for each.
  package let columns: [PlanTableColumn]
  private let makeRows: @Sendable (PlanDocument, String) -> [[CellValue]]

  /// Creates a table of the items that `items` finds in a plan, in document order.
  init<Item: Sendable>(
    _ cells: [PlanTableCells<Item>], items: @escaping @Sendable (PlanDocument) -> [PlacedItem<Item>]
  ) {
    columns = cells.map(\.column)
    makeRows = { plan, planID in
      items(plan).map { placed in
        let row = PlanTableRow(
          planID: planID, plan: plan, chain: placed.chain, item: placed.item, at: placed.at)
        return cells.map { $0.value(row) }
      }
    }
  }

  /// The rows of one plan, in document order.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - planID: The plan's name among the others, which the first cell of each row repeats.
  /// - Returns: A row an item, each with a cell a column.
  package func rows(for plan: PlanDocument, planID: String) -> [[CellValue]] {
    makeRows(plan, planID)
  }
}
