// SPDX-License-Identifier: GPL-2.0-or-later

/// Columns whose values stand in columns of another table.
package struct TableReference: Sendable, Hashable {
  /// The names of the columns, the same in both tables.
  package let columns: [String]
  package let table: CSVTable
}

extension CSVTable {
  /// The names of the columns that tell a row from all others; empty where rows may be alike.
  ///
  /// Two rows of an indicator table can be the same in every cell, and are two rows all the same.
  package var primaryKey: [String] {
    switch self {
    case .plans: ["plan_id"]
    case .goals: ["plan_id", "goal_id"]
    case .results: ["plan_id", "goal_id", "ordinal"]
    case .sections, .indicators, .activities, .diagnostics: []
    }
  }

  /// The rows of other tables that each row belongs to.
  ///
  /// A section's goal is not among them: a section of the introduction or the closing has none.
  package var references: [TableReference] {
    let plan = TableReference(columns: ["plan_id"], table: .plans)
    let goal = TableReference(columns: ["plan_id", "goal_id"], table: .goals)
    return switch self {
    case .plans: []
    case .goals, .sections, .diagnostics: [plan]
    case .results, .indicators, .activities: [plan, goal]
    }
  }
}
