// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanComparison
package import PlanExport
import PlanModel
import SourceText

/// Writes indicators over the years as one long table: a row an indicator, unit and year.
package struct CSVTrendExporter: Sendable {
  private let dialect: CSVDialect

  /// Creates an exporter for the programs that `dialect` is for.
  package init(dialect: CSVDialect) {
    self.dialect = dialect
  }

  private static let columns: [PlanTableColumn] = [
    PlanTableColumn(name: "indicator", swedishHeading: "Indikator", kind: .text),
    PlanTableColumn(name: "canonical_name", swedishHeading: "Gemensamt namn", kind: .text),
    PlanTableColumn(name: "unit", swedishHeading: "Enhet", kind: .text),
    PlanTableColumn(name: "year", swedishHeading: "År", kind: .integer),
    PlanTableColumn(name: "own_target", swedishHeading: "Årsmål", kind: .text),
    PlanTableColumn(name: "council_target", swedishHeading: "KF:s årsmål", kind: .text),
    PlanTableColumn(name: "value", swedishHeading: "Årsmål värde", kind: .decimal),
    PlanTableColumn(name: "council_value", swedishHeading: "KF:s årsmål värde", kind: .decimal),
    PlanTableColumn(name: "unit_of_measure", swedishHeading: "Måttenhet", kind: .text),
    PlanTableColumn(name: "page", swedishHeading: "Sida", kind: .integer),
    PlanTableColumn(name: "file", swedishHeading: "Fil", kind: .text),
    PlanTableColumn(name: "goal_id", swedishHeading: "Mål-id", kind: .text),
  ]

  /// The whole file: the row of headings, then the points of each trend.
  package func bytes(for trends: [IndicatorTrend]) -> [UInt8] {
    var writer = CSVWriter(dialect: dialect)
    writer.beginFile()
    writer.row(Self.columns.map { .text(dialect.heading(of: $0)) })
    for trend in trends {
      for point in trend.points { writer.row(cells(of: point, trend.canonicalName)) }
    }
    return writer.bytes
  }

  private func cells(of point: IndicatorTrend.Point, _ canonicalName: String) -> [CellValue] {
    let (target, councilTarget) = (point.indicator.target, point.indicator.councilTarget)
    return [
      .text(point.indicator.name), .text(canonicalName), CellValue(text: point.unit),
      CellValue(integer: point.year), CellValue(text: target?.raw),
      CellValue(text: councilTarget?.raw), CellValue(decimal: target?.value),
      CellValue(decimal: councilTarget?.value),
      CellValue(text: target?.unit ?? councilTarget?.unit), .integer(point.indicator.at.page),
      .text(point.source.fileName), .text(point.goal.id),
    ]
  }
}
