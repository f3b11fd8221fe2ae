// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanComparison
package import PlanModel

/// A comparison as a report shows it, with the plans that it was made of.
///
/// A comparison tells what changed; the plans give what did not, and the texts of goals that one
/// plan alone has.
package struct ReportedComparison: Sendable {
  package var comparison: Comparison
  /// As many as ``Comparison/sources``, in their order.
  package var plans: [PlanDocument]
  /// The ways from the folder of the report to the files, in the order of the sources.
  package var sourcePaths: [String]

  /// Creates a part of a report.
  ///
  /// - Parameters:
  ///   - comparison: What changed.
  ///   - plans: The plans that were compared, in the same order.
  ///   - sourcePaths: The ways from the folder of the report to the files, with `/` between their
  ///     parts; nil where they lie beside the report.
  package init(_ comparison: Comparison, of plans: [PlanDocument], sourcePaths: [String]? = nil) {
    self.comparison = comparison
    self.plans = plans
    self.sourcePaths = sourcePaths ?? comparison.sources.map(\.fileName)
  }

  /// The unit that all plans are of, nil where they are of several or say none.
  var unit: String? {
    guard let unit = comparison.sources.first?.unit,
      comparison.sources.allSatisfy({ $0.unit == unit })
    else { return nil }
    return unit
  }
}
