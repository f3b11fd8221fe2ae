// SPDX-License-Identifier: GPL-2.0-or-later

/// The tables that plans are written to, in the order in which a reader meets them.
package enum CSVTable: String, Sendable, CaseIterable {
  /// One row a plan.
  case plans
  /// One row a goal of any level.
  case goals
  /// One row a section of the introduction, a goal or the closing.
  case sections
  /// One row an expected result.
  case results
  /// One row a row of an indicator table.
  case indicators
  /// One row a row of an activity table.
  case activities
  /// One row a remark about the conversion.
  case diagnostics

  /// The name of the table's file, the same in every dialect.
  package var fileName: String { rawValue + ".csv" }

  /// The table's columns and the way to its rows.
  package var definition: PlanTable {
    switch self {
    case .plans: .plans
    case .goals: .goals
    case .sections: .sections
    case .results: .results
    case .indicators: .indicators
    case .activities: .activities
    case .diagnostics: .diagnostics
    }
  }
}
