// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel
import SourceText

/// An indicator over the years in the plans of one unit.
package struct IndicatorSeries: Sendable, Hashable {
  package typealias Point = IndicatorTrend.Point

  /// The indicator as the plans of one year have it: once as a rule, more often where two goals
  /// have it or there are two plans of the year.
  package struct Year: Sendable, Hashable {
    package var year: Int
    /// At least one.
    package var points: [Point]
  }

  /// The name in the latest plan of any unit that has the indicator.
  package let canonicalName: String
  /// By rising year.
  package let years: [Year]
  /// The indicator in plans that do not say their year.
  package let undated: [Point]

  /// Puts points of one unit and indicator, at least one, into years.
  init(canonicalName: String, points: [Point]) {
    self.canonicalName = canonicalName
    undated = points.filter { $0.year == nil }
    years = Dictionary(grouping: points.filter { $0.year != nil }) { $0.year ?? 0 }
      .map { Year(year: $0.key, points: $0.value) }.sorted { $0.year < $1.year }
  }

  /// All points, the latest last.
  package var points: [Point] { undated + years.flatMap(\.points) }

  /// Whether the unit's own target is another than in the last year before that had the indicator.
  package var isRetargeted: Bool { changes(of: \.target?.raw) }

  /// Whether the council's target is another than in the last year before that had the indicator.
  package var hasOtherCouncilTargets: Bool { changes(of: \.councilTarget?.raw) }

  /// Whether the name is another than in the last year before that had the indicator.
  package var isRenamed: Bool { changes(of: \.name) }

  /// The years between the first and the last that lack the indicator; none where they are so far
  /// apart that one of them can be no plan's.
  package var missingYears: [Int] {
    guard let first = years.first?.year, let last = years.last?.year,
      Self.canBePlans(from: first, to: last)
    else { return [] }
    let present = Set(years.map(\.year))
    return (first...last).filter { !present.contains($0) }
  }

  /// Whether plans of a unit can span the years; none spans a hundred.
  private static func canBePlans(from first: Int, to last: Int) -> Bool {
    let (span, overflows) = last.subtractingReportingOverflow(first)
    return !overflows && span < 100
  }

  /// Whether a text, told apart as in a comparison of plans, is not the same in two years that
  /// follow each other.
  private func changes(of text: (Indicator) -> String?) -> Bool {
    let texts = years.map { year in
      Set(year.points.map { ComparedText.key(text($0.indicator) ?? "") })
    }
    return zip(texts, texts.dropFirst()).contains { $0 != $1 }
  }
}

/// A unit with its plans and the indicators in them.
package struct UnitTrends: Sendable, Hashable {
  /// A plan of the unit.
  package struct Plan: Sendable, Hashable {
    package var source: SourceFile
    package var year: Int?
  }

  /// As the latest plan names it; nil where the plan does not say.
  package var unit: String?
  /// By rising year.
  package var plans: [Plan]
  /// Those of the latest plan first, in its order.
  package var series: [IndicatorSeries]

  /// The years of the plans, each once.
  package var years: [Int] { Set(plans.compactMap(\.year)).sorted() }

  /// The units of plans with the trends of their indicators, by name, those without one last.
  ///
  /// A plan that does not name its unit stands for itself.
  package static func all(
    _ trends: [IndicatorTrend], of plans: [PlanDocument]
  ) -> [UnitTrends] {
    var seen: Set<String> = []
    let plans = plans.filter { seen.insert($0.source.sha256).inserted }
    let keys = Dictionary(
      plans.map { ($0.source.sha256, UnitKey($0)) }, uniquingKeysWith: { one, _ in one })
    var series: [UnitKey: [IndicatorSeries]] = [:]
    for trend in trends {
      let units = Dictionary(grouping: trend.points) { keys[$0.source.sha256] }
      for (unit, points) in units {
        guard let unit else { continue }
        series[unit, default: []]
          .append(IndicatorSeries(canonicalName: trend.canonicalName, points: points))
      }
    }
    return Dictionary(grouping: plans, by: UnitKey.init).sorted { $0.key < $1.key }.map {
      UnitTrends($0.value, series[$0.key] ?? [])
    }
  }

  private init(_ plans: [PlanDocument], _ series: [IndicatorSeries]) {
    // Plans of one year keep the order that they were given in.
    let plans = plans.enumerated().sorted { one, other in
      (one.element.plan.year ?? 0, one.offset) < (other.element.plan.year ?? 0, other.offset)
    }.map(\.element)
    unit = plans.last?.plan.unit
    self.plans = plans.map { Plan(source: $0.source, year: $0.plan.year) }
    self.series = series.map { ($0, Place($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// What tells units apart.
  private struct UnitKey: Hashable, Comparable {
    var name: String?
    /// For a plan that does not name its unit.
    var sha256: String
    var fileName: String

    init(_ plan: PlanDocument) {
      name = plan.unitKey
      sha256 = name == nil ? plan.source.sha256 : ""
      fileName = name == nil ? plan.source.fileName : ""
    }

    static func < (one: UnitKey, other: UnitKey) -> Bool {
      switch (one.name, other.name) {
      case (let name?, let otherName?): name.utf8.lexicographicallyPrecedes(otherName.utf8)
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): (one.fileName, one.sha256) < (other.fileName, other.sha256)
      }
    }
  }

  /// Where a series stands in the latest plan that has it.
  private struct Place: Comparable {
    var year: Int
    var page: Int
    var line: Int
    var name: String

    init(_ series: IndicatorSeries) {
      let last = series.points.last
      year = last?.year ?? 0
      page = last?.indicator.at.page ?? 0
      line = last?.indicator.at.line ?? 0
      name = series.canonicalName
    }

    static func < (one: Place, other: Place) -> Bool {
      guard one.year == other.year else { return one.year > other.year }
      return (one.page, one.line, one.name) < (other.page, other.line, other.name)
    }
  }
}
