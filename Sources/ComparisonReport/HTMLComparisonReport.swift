// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
package import PlanModel

/// Writes comparisons as one HTML page that needs nothing beside it.
///
/// The same comparisons always give the same bytes.
package struct HTMLComparisonReport: Sendable {
  private let language: ReportLanguage
  private let generator: Generator

  /// Creates a writer of reports in a language, which say that `generator` wrote them.
  package init(language: ReportLanguage, generator: Generator) {
    self.language = language
    self.generator = generator
  }

  /// The page of comparisons in UTF-8, in their order; where they are several, an index leads to
  /// them.
  package func bytes(for comparisons: [ReportedComparison]) -> [UInt8] {
    let parts = comparisons.enumerated().map { ComparisonPart($0.element, index: $0.offset) }
    let only = parts.count == 1 ? parts.first : nil
    let page = ReportPage(
      kind: .comparisonOfPlans, subject: only?.title, language: language, generator: generator)
    return page.bytes { html in
      html.writeContentsList(of: parts)
      html.writeFilter()
    } writeContent: { html in
      if let only {
        html.writeSources(of: only)
        html.writeSteps(of: only, headingDepth: 2)
      } else {
        html.writeIndex(of: parts)
        for part in parts { html.write(part) }
      }
      html.writeReadingGuide()
    }
  }
}

/// One comparison with its place in the report.
struct ComparisonPart: Sendable {
  let sources: [ReportedSource]
  let steps: [StepReport]
  let reported: ReportedComparison
  /// Counted from 0.
  let index: Int

  init(_ reported: ReportedComparison, index: Int) {
    self.reported = reported
    self.index = index
    let sources = ReportedSource.all(of: reported)
    self.sources = sources
    steps = reported.comparison.steps.enumerated().map { number, step in
      StepReport(
        step, old: sources[step.oldSource], new: sources[step.newSource], comparisonIndex: index,
        stepIndex: number)
    }
  }

  /// The unit, where all plans are of one.
  var title: String? { reported.unit }

  var anchor: Anchor { Anchor("comparison", index) }

  func anchor(_ kind: StaticString) -> Anchor { Anchor(kind, index) }
}
