// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel

/// The targets of an indicator in one unit that can be drawn in one chart: those that are numbers
/// of one unit of measure.
struct DrawnTargets: Sendable, Hashable {
  /// A number in a year.
  struct Mark: Sendable, Hashable {
    var year: Int
    var value: Double
  }

  /// nil for numbers without one.
  var unitOfMeasure: String?
  /// By rising year; several in one year where plans or goals differ.
  var own: [Mark]
  /// By rising year.
  var council: [Mark]
  /// The years that the indicator is there, from the first to the last.
  var years: ClosedRange<Int>
  /// The years whose own target is words, or a number of another unit of measure.
  var yearsOfOtherTargets: [Int]

  /// The charts of a series, one for each unit of measure that has numbers in two years or more.
  static func all(of series: IndicatorSeries) -> [DrawnTargets] {
    guard let first = series.years.first?.year, let last = series.years.last?.year, last > first,
      ChartScale.canShow(from: first, to: last)
    else { return [] }
    let (own, council) = (marks(of: series, \.target), marks(of: series, \.councilTarget))
    var units: [String?] = []
    for unit in own.map(\.unit) + council.map(\.unit) where !units.contains(unit) {
      units.append(unit)
    }
    return units.compactMap { unit in
      let owns = own.filter { $0.unit == unit }.map(\.mark)
      let councils = council.filter { $0.unit == unit }.map(\.mark)
      guard Set((owns + councils).map(\.year)).count > 1 else { return nil }
      let drawn = Set(owns.map(\.year))
      let others = series.years.filter { year in
        !drawn.contains(year.year) && year.points.contains { $0.indicator.target != nil }
      }
      return DrawnTargets(
        unitOfMeasure: unit, own: owns, council: councils, years: first...last,
        yearsOfOtherTargets: others.map(\.year))
    }
  }

  /// The numbers of a column with their units, each once in a year.
  private static func marks(
    of series: IndicatorSeries, _ target: KeyPath<Indicator, Target?>
  ) -> [(unit: String?, mark: Mark)] {
    series.years.flatMap { year in
      var seen: Set<Target> = []
      return year.points.compactMap { point -> (unit: String?, mark: Mark)? in
        guard let target = point.indicator[keyPath: target], let value = target.value,
          ChartScale.canShow(value),
          seen.insert(Target(raw: "", value: value, unit: target.unit, comparator: nil)).inserted
        else { return nil }
        return (target.unit, Mark(year: year.year, value: value))
      }
    }
  }

  var values: ClosedRange<Double> {
    let values = (own + council).map(\.value)
    return (values.min() ?? 0)...(values.max() ?? 0)
  }

  /// The lines between marks: from each year with one number to the next year, where that has one.
  ///
  /// There is none over a year that lacks the indicator, and none where plans of one year disagree.
  static func lines(between marks: [Mark]) -> [(from: Mark, to: Mark)] {
    let years = Dictionary(grouping: marks, by: \.year)
    return marks.compactMap { mark in
      guard years[mark.year]?.count == 1, let next = years[mark.year + 1], next.count == 1
      else { return nil }
      return (mark, next[0])
    }
  }
}
