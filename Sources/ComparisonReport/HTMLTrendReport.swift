// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanComparison
package import PlanModel

/// Writes indicators over the years as one HTML page that needs nothing beside it.
///
/// The same plans always give the same bytes.
package struct HTMLTrendReport: Sendable {
  private let language: ReportLanguage
  private let generator: Generator

  /// Creates a writer of reports in a language, which say that `generator` wrote them.
  package init(language: ReportLanguage, generator: Generator) {
    self.language = language
    self.generator = generator
  }

  /// The page of trends in UTF-8.
  ///
  /// - Parameters:
  ///   - trends: The indicators of the plans.
  ///   - plans: The plans, also those without an indicator.
  ///   - sourcePaths: The ways from the folder of the report to the plans' files, in their order,
  ///     with `/` between their parts; nil where they lie beside the report.
  /// - Returns: A whole file.
  package func bytes(
    for trends: [IndicatorTrend], of plans: [PlanDocument], sourcePaths: [String]? = nil
  ) -> [UInt8] {
    let paths = Dictionary(
      zip(plans, sourcePaths ?? plans.map(\.source.fileName)).map { ($0.source.sha256, $1) },
      uniquingKeysWith: { first, _ in first })
    let units = UnitTrends.all(trends, of: plans).enumerated().map {
      TrendUnit($0.element, index: $0.offset, paths: paths)
    }
    let shared = SharedIndicator.all(in: units)
    let page = ReportPage(
      kind: .indicatorsOverYears, subject: units.count == 1 ? units.first?.unit : nil,
      language: language, generator: generator)
    return page.bytes { html in
      html.writeContentsList(of: units, hasShared: !shared.isEmpty)
      html.writeFilter(of: units)
    } writeContent: { html in
      html.writeFigures(of: units, indicatorCount: trends.count)
      html.writeSharedIndicators(shared)
      html.writeUnits(units)
      html.writeReadingGuide([.readingTrends, .readingCharts, .readingSpreads, .readingTargets])
    }
  }
}
