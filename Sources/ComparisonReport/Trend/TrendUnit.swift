// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel

/// A unit as a report of trends shows it.
struct TrendUnit: Sendable {
  /// A plan with the way to its file.
  struct Plan: Sendable {
    let plan: UnitTrends.Plan
    /// The way from the report to the file, nil where it is no PDF, whose pages a link can open.
    let path: String?
  }

  let unit: String?
  let plans: [Plan]
  let series: [ReportedSeries]
  let years: [Int]
  /// Counted from 0.
  let index: Int

  init(_ trends: UnitTrends, index: Int, paths: [String: String]) {
    unit = trends.unit
    self.index = index
    years = trends.years
    plans = trends.plans.map { plan in
      let path = paths[plan.source.sha256] ?? plan.source.fileName
      return Plan(plan: plan, path: path.lowercased().hasSuffix(".pdf") ? path : nil)
    }
    let years = Set(trends.years)
    series = trends.series.enumerated().map {
      ReportedSeries($0.element, unitIndex: index, index: $0.offset, planYears: years)
    }
  }

  var anchor: Anchor { Anchor("unit", index) }

  /// The way to a plan's file, nil where no link can open its pages.
  func path(to source: SourceFile) -> String? {
    plans.first { $0.plan.source.sha256 == source.sha256 }?.path
  }

  func count(of mark: TrendMark) -> Int { series.count { $0.marks.contains(mark) } }
}

/// An indicator of a unit as a report shows it.
struct ReportedSeries: Sendable {
  let series: IndicatorSeries
  let marks: [TrendMark]
  let charts: [DrawnTargets]
  /// The years between the first and the last that lack the indicator, and whether the unit has a
  /// plan of the year.
  let gaps: [(year: Int, hasPlan: Bool)]
  private let unitIndex: Int
  private let index: Int

  init(_ series: IndicatorSeries, unitIndex: Int, index: Int, planYears: Set<Int>) {
    self.series = series
    self.unitIndex = unitIndex
    self.index = index
    charts = DrawnTargets.all(of: series)
    gaps = series.missingYears.map { ($0, planYears.contains($0)) }
    marks = TrendMark.all(of: series)
  }

  var anchor: Anchor { Anchor("series", unitIndex, index) }

  /// The names that the plans give it, each with its years, where there are several; in the order of
  /// the years.
  var names: [(name: String, years: [Int])] {
    var names: [(name: String, years: [Int])] = []
    for year in series.years {
      for name in Set(year.points.map(\.indicator.name)).sorted() {
        if let place = names.firstIndex(where: { $0.name == name }) {
          names[place].years.append(year.year)
        } else {
          names.append((name, [year.year]))
        }
      }
    }
    return names.count > 1 ? names : []
  }
}

/// What happened to an indicator over the years, as a reader sees it.
enum TrendMark: String, Sendable, CaseIterable {
  /// The unit's own target is another than the year before.
  case retargeted
  /// The council's target is.
  case council
  case renamed
  /// A year between the first and the last lacks it.
  case interrupted
  /// Several years, and none of the above.
  case steady
  /// One year only.
  case single

  static func all(of series: IndicatorSeries) -> [TrendMark] {
    var marks: [TrendMark] = []
    if series.isRetargeted { marks.append(.retargeted) }
    if series.hasOtherCouncilTargets { marks.append(.council) }
    if series.isRenamed { marks.append(.renamed) }
    if !series.missingYears.isEmpty { marks.append(.interrupted) }
    guard marks.isEmpty else { return marks }
    return series.years.count > 1 ? [.steady] : [.single]
  }
}

extension TrendMark: ReportMark {
  var styleName: StaticString {
    switch self {
    case .retargeted: "mark retargeted"
    case .council: "mark split"
    case .renamed: "mark reworded"
    case .interrupted: "mark moved"
    case .steady, .single: "mark unchanged"
    }
  }

  var sign: StaticString {
    switch self {
    case .retargeted: "◎"
    case .council: "□"
    case .renamed: "~"
    case .interrupted: "⋯"
    case .steady: "="
    case .single: "1"
    }
  }

  var word: Phrase {
    switch self {
    case .retargeted: .retargeted
    case .council: .councilRetargeted
    case .renamed: .renamedIndicator
    case .interrupted: .missingYears
    case .steady: .unchanged
    case .single: .oneYear
    }
  }
}
