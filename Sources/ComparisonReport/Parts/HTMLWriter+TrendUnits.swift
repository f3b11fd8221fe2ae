// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel
import SourceText

/// The units of a report of trends, each with its indicators.
extension HTMLWriter {
  /// So many units are open at first that a reader need not look for them.
  private static let openUnits = 1

  mutating func writeUnits(_ units: [TrendUnit]) {
    element("section", .labelled(by: Anchor("units"))) { html in
      html.heading(depth: 2, Anchor("units"), say: .unitsInOrder)
      html.writeLegend()
      for unit in units {
        if units.count > Self.openUnits {
          html.element(
            "details", .class("comparison"), .id(unit.anchor), .data(.group, "units")
          ) { $0.writeContent(of: unit) }
        } else {
          html.element(
            "details", .class("comparison"), .id(unit.anchor), .data(.group, "units"), .flag("open")
          ) { $0.writeContent(of: unit) }
        }
        html.line()
      }
    }
    line()
  }

  private mutating func writeContent(of unit: TrendUnit) {
    element("summary") { html in
      html.element("h3") { html in
        html.writeName(of: unit)
        html.space()
        html.element("span", .class("quiet")) { html in
          html.plain(Self.span(of: unit.years) + ", ")
          html.say(.indicatorCount(unit.series.count))
        }
      }
    }
    writePlans(of: unit)
    element("ul", .class("series-list"), .fixed("data-rows", "series")) { html in
      for series in unit.series { html.write(series, of: unit) }
    }
  }

  private mutating func writePlans(of unit: TrendUnit) {
    element("p", .class("where")) { html in
      for (index, plan) in unit.plans.enumerated() {
        if index > 0 { html.plain(", ") }
        html.writeYear(plan.plan.year)
        html.space()
        if let path = plan.path {
          html.element("a", .href(RelativeLink(toFile: path))) {
            $0.quote(plan.plan.source.fileName)
          }
        } else {
          html.quote(plan.plan.source.fileName)
        }
      }
    }
  }

  private mutating func writeYear(_ year: Int?) {
    if let year { plain(String(year)) } else { say(.yearNotStated) }
  }

  private mutating func write(_ series: ReportedSeries, of unit: TrendUnit) {
    let kinds = series.marks.map(\.rawValue).joined(separator: " ")
    element("li", .class("series"), .id(series.anchor), .data(.kinds, kinds)) { html in
      html.element("h4") { $0.writeBriefTitle(series.series.canonicalName) }
      html.write(series.marks)
      if let goal = series.series.points.last?.goal, !goal.title.isEmpty {
        html.element("p", .class("where")) { html in
          html.say(.underGoal)
          html.space()
          html.writeBriefTitle(goal.title)
        }
      }
      html.writeNames(of: series)
      html.element("div", .class("series-body")) { html in
        if !series.charts.isEmpty {
          html.element("div") { html in
            for chart in series.charts { html.write(chart, of: series) }
          }
        }
        html.writeTable(of: series, unit)
      }
    }
    line()
  }

  private mutating func writeNames(of series: ReportedSeries) {
    let names = series.names
    guard !names.isEmpty else { return }
    element("dl", .class("targets")) { html in
      for (name, years) in names {
        html.element("div") { html in
          html.element("dt") { html in
            html.say(.names)
            html.plain(" " + Self.span(of: years))
          }
          html.space()
          html.element("dd") { $0.writeBriefTitle(name) }
        }
      }
    }
  }

  private mutating func writeTable(of series: ReportedSeries, _ unit: TrendUnit) {
    element("table", .class("series-table")) { html in
      html.element("thead") { html in
        html.element("tr") { html in
          for heading in [Phrase.year, .target, .councilTarget, .pageHeading] {
            html.element("th", .fixed("scope", "col"), say: heading)
          }
        }
      }
      html.element("tbody") { html in
        html.writeRows(nil, series.series.undated, unit)
        var gaps = series.gaps[...]
        for year in series.series.years {
          while let gap = gaps.first, gap.year < year.year {
            html.writeGap(gap.year, hasPlan: gap.hasPlan)
            gaps.removeFirst()
          }
          html.writeRows(year.year, year.points, unit)
        }
      }
    }
  }

  private mutating func writeGap(_ year: Int, hasPlan: Bool) {
    element("tr") { html in
      html.element("th", .fixed("scope", "row")) { $0.plain(String(year)) }
      html.element(
        "td", .columns(3), .class("none"), say: hasPlan ? .notInPlanOfYear : .noPlanOfYear)
    }
  }

  /// Writes the rows of a year: one for each pair of targets, with all the pages that have it.
  private mutating func writeRows(
    _ year: Int?, _ points: [IndicatorSeries.Point], _ unit: TrendUnit
  ) {
    var rows: [[IndicatorSeries.Point]] = []
    for point in points {
      if let place = rows.firstIndex(where: { $0[0].hasSameTargets(as: point) }) {
        rows[place].append(point)
      } else {
        rows.append([point])
      }
    }
    let hasSeveralFiles = Set(points.map(\.source.sha256)).count > 1
    for row in rows {
      element("tr") { html in
        html.element("th", .fixed("scope", "row")) { $0.writeYear(year) }
        html.writeCell(row[0].indicator.target)
        html.writeCell(row[0].indicator.councilTarget)
        html.element("td") { html in
          for (index, point) in row.enumerated() {
            if index > 0 { html.plain(", ") }
            html.writePage(point.indicator.at, path: unit.path(to: point.source))
            guard hasSeveralFiles else { continue }
            html.space()
            html.quote(point.source.fileName)
          }
        }
      }
    }
  }

  private mutating func writeCell(_ target: Target?) {
    element("td") { html in
      if let target { html.quote(target.raw) }
    }
  }
}

extension IndicatorTrend.Point {
  fileprivate func hasSameTargets(as other: Self) -> Bool {
    indicator.target?.raw == other.indicator.target?.raw
      && indicator.councilTarget?.raw == other.indicator.councilTarget?.raw
  }
}
