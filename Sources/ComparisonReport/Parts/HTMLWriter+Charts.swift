// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison

/// Charts as SVG: shapes tell the series apart, colours only help.
extension HTMLWriter {
  /// Writes the own targets (filled dots, a line) and the council's (open squares, a broken line).
  mutating func write(_ chart: DrawnTargets, of series: ReportedSeries) {
    let scale = ChartScale(years: chart.years, values: chart.values)
    let missing = series.gaps.map(\.year)
    writeChart(scale, series.series.canonicalName, chart.unitOfMeasure) { html in
      html.sayCourse(of: chart.own, .target, chart.unitOfMeasure)
      html.sayCourse(of: chart.council, .councilTarget, chart.unitOfMeasure)
      if !missing.isEmpty { html.say(.chartGaps(missing)) }
    } drawContent: { html in
      html.draw(chart.council, scale, "council", "council-marks") {
        $0.addSquare(around: $1, halfSide: 6)
      }
      html.draw(chart.own, scale, "own", "own-marks") { $0.addCircle(around: $1, radius: 4) }
      for year in chart.yearsOfOtherTargets {
        html.writeLabel(.otherTargetLabel, "other", x: scale.x(year), y: ChartScale.height / 2)
      }
    }
  }

  /// Writes what the shapes of the charts mean, for those who see them.
  mutating func writeLegend() {
    let middle = ChartPoint(x: 24, y: 8)
    var (dot, square) = (ChartPath(), ChartPath())
    dot.addCircle(around: middle, radius: 4)
    square.addSquare(around: middle, halfSide: 6)
    element("p", .class("legend")) { html in
      html.writeSample(.target, dot, "own", "own-marks")
      html.writeSample(.councilTarget, square, "council", "council-marks")
    }
  }

  private mutating func writeSample(
    _ phrase: Phrase, _ mark: ChartPath, _ lineStyle: StaticString, _ markStyle: StaticString
  ) {
    var line = ChartPath()
    line.addLine(from: ChartPoint(x: 0, y: 8), to: ChartPoint(x: 48, y: 8))
    element("span") { html in
      html.element(
        "svg", .class("chart"), .fixed("viewBox", "0 0 48 16"), .fixed("aria-hidden", "true")
      ) { html in
        html.draw(line, lineStyle)
        html.draw(mark, markStyle)
      }
      html.say(phrase)
    }
  }

  /// Writes the span of several units' own targets with its median, and the council's target.
  mutating func write(_ chart: SpreadChart, name: String) {
    let scale = chart.scale
    writeChart(scale, name, chart.unitOfMeasure) { html in
      for spread in chart.spreads {
        html.say(.chartSpread(spread.unitCount, spread.year))
        html.plain(" ")
        html.say(.decimal(spread.least))
        html.plain("–")
        html.say(.decimal(spread.greatest))
        html.plain(". ")
      }
    } drawContent: { html in
      var (bars, medians, council) = (ChartPath(), ChartPath(), ChartPath())
      for spread in chart.spreads {
        bars.addLine(
          from: scale.point(spread.year, spread.least),
          to: scale.point(spread.year, spread.greatest))
        medians.addCircle(around: scale.point(spread.year, spread.median), radius: 4)
        if let value = spread.councilValue, ChartScale.canShow(value) {
          council.addSquare(around: scale.point(spread.year, value), halfSide: 6)
        }
      }
      html.draw(bars, "span")
      html.draw(council, "council-marks")
      html.draw(medians, "own-marks")
    }
  }

  private mutating func writeChart(
    _ scale: ChartScale, _ name: String, _ unit: String?,
    sayContent: (inout HTMLWriter) -> Void, drawContent: (inout HTMLWriter) -> Void
  ) {
    element("figure") { html in
      html.element(
        "svg", .class("chart"), .fixed("viewBox", "0 0 320 128"), .fixed("role", "img")
      ) { html in
        html.element("title") { html in
          // A name longer than this is in the heading and would be read twice.
          html.plain(String(name.prefix(120)))
          if let unit { html.plain(", \(unit.prefix(40))") }
        }
        html.element("desc") { html in
          sayContent(&html)
          html.say(.chartSeeTable)
        }
        html.drawAxes(scale, unit)
        drawContent(&html)
      }
      if let unit, unit != "%" {
        html.element("figcaption") { html in
          html.say(.unitOfMeasure)
          html.plain(": ")
          html.writeBriefTitle(unit)
        }
      }
    }
  }

  private mutating func drawAxes(_ scale: ChartScale, _ unit: String?) {
    var lines = ChartPath()
    let isFlat = scale.values.lowerBound == scale.values.upperBound
    for value in isFlat
      ? [scale.values.lowerBound] : [scale.values.lowerBound, scale.values.upperBound]
    {
      let y = scale.y(value)
      lines.addLine(
        from: ChartPoint(x: scale.left - 10, y: y), to: ChartPoint(x: scale.right + 10, y: y))
      let label = Phrase.decimal(value) + Phrase(unit == "%" ? " %" : "")
      writeLabel(label, "value", x: scale.left - 15, y: y + 4)
    }
    draw(lines, "grid")
    for year in scale.labelledYears {
      writeLabel(Phrase(String(year)), "year", x: scale.x(year), y: ChartScale.yearLine)
    }
  }

  private mutating func writeLabel(_ phrase: Phrase, _ style: StaticString, x: Int, y: Int) {
    element("text", .class(style), .x(x), .y(y), say: phrase)
  }

  private mutating func draw(
    _ marks: [DrawnTargets.Mark], _ scale: ChartScale, _ lineStyle: StaticString,
    _ markStyle: StaticString, addMark: (inout ChartPath, ChartPoint) -> Void
  ) {
    var (lines, shapes) = (ChartPath(), ChartPath())
    for line in DrawnTargets.lines(between: marks) {
      lines.addLine(
        from: scale.point(line.from.year, line.from.value),
        to: scale.point(line.to.year, line.to.value))
    }
    for mark in marks { addMark(&shapes, scale.point(mark.year, mark.value)) }
    draw(lines, lineStyle)
    draw(shapes, markStyle)
  }

  private mutating func draw(_ path: ChartPath, _ style: StaticString) {
    guard !path.isEmpty else { return }
    element("path", .class(style), .path(path)) { _ in }
  }

  /// Says where a course of numbers begins and ends.
  private mutating func sayCourse(
    of marks: [DrawnTargets.Mark], _ what: Phrase, _ unit: String?
  ) {
    guard let first = marks.first, let last = marks.last else { return }
    let unit = unit.map { String($0.prefix(40)) }
    say(
      .chartCourse(
        what, .valueInYear(first.value, unit, first.year), .valueInYear(last.value, unit, last.year)
      ))
  }
}
