// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel

/// An indicator that several units have, side by side.
struct SharedIndicator: Sendable {
  /// A unit's own targets, by year.
  struct Row: Sendable {
    let unit: TrendUnit
    let series: ReportedSeries
    /// The cells as printed, each once; by year, 0 for plans that do not say it.
    let targets: [Int: [String]]
  }

  /// The own targets of all units in a year that are numbers of the commonest unit of measure.
  struct Spread: Sendable, Hashable {
    let year: Int
    let unitCount: Int
    let least: Double
    let median: Double
    let greatest: Double
    /// What the units say the council's target is, each once, the most frequent first.
    let councilTargets: [String]
    /// The council's target where all say the same number of the same unit of measure.
    let councilValue: Double?
  }

  let name: String
  /// By unit, as the units of the report.
  let rows: [Row]
  /// By rising year; years in which fewer than two units have a number are left out.
  let spreads: [Spread]
  /// That of the spreads; nil for numbers without one.
  let unitOfMeasure: String?
  /// The years of the plans, 0 for those that do not say it.
  let years: [Int]
  /// Counted from 0.
  let index: Int

  /// The indicators that two units or more have, those of most units first.
  static func all(in units: [TrendUnit]) -> [SharedIndicator] {
    var rows: [String: [Row]] = [:]
    for unit in units {
      for series in unit.series {
        rows[series.series.canonicalName, default: []].append(Row(unit, series))
      }
    }
    return rows.filter { $0.value.count > 1 }.sorted { one, other in
      one.value.count != other.value.count
        ? one.value.count > other.value.count
        : one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
    }.enumerated().map { SharedIndicator($0.element.key, $0.element.value, index: $0.offset) }
  }

  private init(_ name: String, _ rows: [Row], index: Int) {
    self.name = name
    self.rows = rows
    self.index = index
    years = Set(rows.flatMap { $0.targets.keys }).sorted()
    unitOfMeasure = Self.commonestUnit(rows)
    let unit = unitOfMeasure
    let dated = rows.flatMap { $0.series.series.years }
    spreads = Dictionary(grouping: dated, by: \.year).sorted { $0.key < $1.key }
      .compactMap { Self.spread($0.key, $0.value, unit) }
  }

  private static func commonestUnit(_ rows: [Row]) -> String? {
    let units = rows.flatMap(\.series.series.points).compactMap { point -> String?? in
      guard let target = point.indicator.target, target.value != nil else { return nil }
      return .some(target.unit)
    }
    let counts = units.reduce(into: [String?: Int]()) { $0[$1, default: 0] += 1 }
    return counts.min { one, other in
      one.value != other.value
        ? one.value > other.value
        : (one.key ?? "").utf8.lexicographicallyPrecedes((other.key ?? "").utf8)
    }?.key ?? nil
  }

  /// The spread of a year; `units` are the units that have the indicator in it.
  private static func spread(
    _ year: Int, _ units: [IndicatorSeries.Year], _ unitOfMeasure: String?
  ) -> Spread? {
    // Of a unit with several numbers in a year the mean stands for it.
    let values = units.compactMap { unit -> Double? in
      let numbers = unit.points.compactMap { $0.indicator.target }
        .filter { $0.unit == unitOfMeasure }.compactMap(\.value)
      return numbers.isEmpty ? nil : numbers.reduce(0, +) / Double(numbers.count)
    }.sorted()
    guard values.count > 1, let least = values.first, let greatest = values.last else { return nil }
    let middle = values.count / 2
    let median =
      values.count.isMultiple(of: 2) ? (values[middle - 1] + values[middle]) / 2 : values[middle]
    let council = units.flatMap(\.points).compactMap(\.indicator.councilTarget)
    let counts = council.reduce(into: [String: Int]()) { $0[$1.raw, default: 0] += 1 }
    let numbers = Set(council.map { $0.unit == unitOfMeasure ? $0.value : nil })
    return Spread(
      year: year, unitCount: values.count, least: least, median: median, greatest: greatest,
      councilTargets: counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key),
      councilValue: numbers.count == 1 ? numbers.first ?? nil : nil)
  }
}

extension SharedIndicator.Row {
  fileprivate init(_ unit: TrendUnit, _ series: ReportedSeries) {
    self.unit = unit
    self.series = series
    targets = Dictionary(grouping: series.series.points) { $0.year ?? 0 }.mapValues { points in
      var seen: Set<String> = []
      return points.compactMap(\.indicator.target?.raw).filter { seen.insert($0).inserted }
    }
  }
}
