// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SourceText

extension PlanTableColumn {
  /// The values that a cell of the column can have besides being empty, where these are few.
  package var allowedValues: [String]? {
    switch name {
    case "level": GoalLevel.allCases.map(\.rawValue)
    case "scope": GoalScope.allCases.map(\.rawValue)
    case "part": SectionPart.allCases.map(\.rawValue)
    case "kind": SectionKind.allCases.map(\.rawValue)
    case "severity": Diagnostic.Severity.allCases.map(\.rawValue)
    case "target_comparator", "council_target_comparator":
      Target.Comparator.allCases.map(\.rawValue)
    default: nil
    }
  }

  /// Whether no cell of the column in a table is empty.
  package func isAlwaysGiven(in table: CSVTable) -> Bool {
    switch name {
    case "plan_id", "file": true
    case "goal_id", "level": table != .sections
    case "page", "line": table != .diagnostics
    case "part", "kind", "ordinal", "code", "severity", "message": true
    case "sha256", "media_type", "schema_version", "generator_name", "generator_version": true
    // In the tables of plans and goals the whole numbers are counts and sizes.
    default: kind == .integer && !Self.mayBeUnsaid.contains(name)
    }
  }

  /// Whole numbers that a plan need not say.
  private static let mayBeUnsaid: Set = ["year", "council_target_year", "depth"]

  /// The least whole number that a cell can hold; nil where the plan decides.
  package var minimum: Int? {
    switch name {
    case "page", "line", "ordinal", "depth", "page_count": 1
    case _ where kind == .integer && !Self.mayBeUnsaid.contains(name): 0
    default: nil
    }
  }
}
