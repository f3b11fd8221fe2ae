// SPDX-License-Identifier: GPL-2.0-or-later

internal import PersonalData
package import PlanModel

/// Tells what was replaced in a plan, for commands that write no table of it.
package enum RedactionRemark {
  /// How many personal data of each kind a page were replaced, and never what; nil where none were.
  ///
  /// The kinds are named as in `redactions.csv`.
  package static func text(for plan: PlanDocument) -> String? {
    var parts: [(page: Int?, counts: [String])] = []
    for row in PersonalDataTally(marksIn: plan).rows {
      let count = "\(row.kind.rawValue) \(row.count)"
      if let last = parts.indices.last, parts[last].page == row.page {
        parts[last].counts.append(count)
      } else {
        parts.append((row.page, [count]))
      }
    }
    guard !parts.isEmpty else { return nil }
    let places = parts.map { part in
      let place = part.page.map { "page \($0)" } ?? "cover and properties"
      return "\(place): \(part.counts.joined(separator: ", "))"
    }
    return "personal data replaced by marks; \(places.joined(separator: "; "))"
  }
}
