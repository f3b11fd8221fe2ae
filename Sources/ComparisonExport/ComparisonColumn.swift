// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanExport
import PlanModel
import SourceText

/// A column of the table of changes, with the way to its cells.
struct ComparisonColumn: Sendable {
  let column: PlanTableColumn
  let value: @Sendable (ChangeRow) -> CellValue

  private static func text(
    _ name: String, _ heading: String, _ value: @escaping @Sendable (ChangeRow) -> String?
  ) -> Self {
    Self(column: PlanTableColumn(name: name, swedishHeading: heading, kind: .text)) {
      CellValue(text: value($0))
    }
  }

  private static func integer(
    _ name: String, _ heading: String, _ value: @escaping @Sendable (ChangeRow) -> Int?
  ) -> Self {
    Self(column: PlanTableColumn(name: name, swedishHeading: heading, kind: .integer)) {
      CellValue(integer: value($0))
    }
  }

  private static func decimal(
    _ name: String, _ heading: String, _ value: @escaping @Sendable (ChangeRow) -> Double?
  ) -> Self {
    Self(column: PlanTableColumn(name: name, swedishHeading: heading, kind: .decimal)) {
      CellValue(decimal: value($0))
    }
  }

  private static func date(
    _ name: String, _ heading: String, _ value: @escaping @Sendable (ChangeRow) -> String?
  ) -> Self {
    Self(column: PlanTableColumn(name: name, swedishHeading: heading, kind: .date)) {
      CellValue(date: value($0))
    }
  }

  /// The columns, left to right; their names are a public contract.
  static let all: [ComparisonColumn] =
    plans + goals + changes + targets + dates + places + daysInYear

  private static let plans: [ComparisonColumn] = [
    text("old_file", "Äldre fil") { $0.oldSource.fileName },
    text("new_file", "Nyare fil") { $0.newSource.fileName },
    text("old_unit", "Äldre enhet") { $0.oldSource.unit },
    text("new_unit", "Nyare enhet") { $0.newSource.unit },
    integer("old_year", "Äldre år") { $0.oldSource.year },
    integer("new_year", "Nyare år") { $0.newSource.year },
  ]

  private static let goals: [ComparisonColumn] = [
    text("level", "Målnivå") { $0.level.rawValue },
    text("old_goal_id", "Äldre mål-id") { $0.oldGoal?.id },
    text("new_goal_id", "Nyare mål-id") { $0.newGoal?.id },
    text("old_number", "Äldre målnummer") { $0.oldGoal?.number },
    text("new_number", "Nyare målnummer") { $0.newGoal?.number },
    text("old_title", "Äldre mål") { $0.oldGoal?.title },
    text("new_title", "Nyare mål") { $0.newGoal?.title },
  ]

  private static let changes: [ComparisonColumn] = [
    text("item", "Vad") { $0.item.rawValue },
    text("kind", "Ändring") { $0.kind },
    text("section", "Avsnitt") { $0.section },
    text("old_text", "Äldre text") { $0.oldText },
    text("new_text", "Nyare text") { $0.newText },
  ]

  private static let targets: [ComparisonColumn] = [
    text("target", "Vems årsmål") { $0.target?.owner.rawValue },
    text("old_target", "Äldre årsmål") { $0.target?.change.old?.raw },
    text("new_target", "Nyare årsmål") { $0.target?.change.new?.raw },
    decimal("old_value", "Äldre värde") { $0.target?.change.old?.value },
    decimal("new_value", "Nyare värde") { $0.target?.change.new?.value },
    decimal("difference", "Skillnad") { $0.target?.change.difference },
  ]

  private static let dates: [ComparisonColumn] = [
    date("old_start", "Äldre startdatum") { $0.oldActivity?.start },
    date("new_start", "Nyare startdatum") { $0.newActivity?.start },
    integer("start_days", "Startdatum flyttat, dagar") { $0.startDays },
    date("old_end", "Äldre slutdatum") { $0.oldActivity?.end },
    date("new_end", "Nyare slutdatum") { $0.newActivity?.end },
    integer("end_days", "Slutdatum flyttat, dagar") { $0.endDays },
  ]

  private static let places: [ComparisonColumn] = [
    integer("old_page", "Äldre sida") { $0.oldAt?.page },
    integer("new_page", "Nyare sida") { $0.newAt?.page },
    decimal("score", "Säkerhet") { $0.pair.map { ($0.score * 10_000).rounded() / 10_000 } },
    text("decided_by", "Avgjort av") { $0.pair?.decidedBy.rawValue },
    text("review", "Att granska") { $0.review ? "yes" : "no" },
  ]

  private static let daysInYear: [ComparisonColumn] = [
    integer("start_days_in_year", "Startdatum flyttat, dagar på året") { $0.startDaysInYear },
    integer("end_days_in_year", "Slutdatum flyttat, dagar på året") { $0.endDaysInYear },
  ]
}
