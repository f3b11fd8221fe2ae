// SPDX-License-Identifier: GPL-2.0-or-later

package import SourceText

/// One expected result of a goal.
package struct ExpectedResult: Sendable, Hashable {
  /// Counted from 1 within the goal, in document order.
  package var ordinal: Int
  /// As printed ("-", "1."); nil for a result without one.
  package var marker: String?
  /// As printed, without the marker.
  package var text: String
  /// Where it begins.
  package var at: SourcePosition
}

extension Goal {
  /// The results in the goal's sections of expected results, sub-headings included, in order.
  ///
  /// A list item, a paragraph and a table's row are a result each. A marker that stands alone ("1.")
  /// belongs to the paragraph after it; without one it is no result.
  package func expectedResults() -> [ExpectedResult] {
    var results: [ExpectedResult] = []
    func visit(_ sections: [Section], areResults: Bool) {
      for section in sections {
        let areResults = areResults || section.kind == .expectedResults
        if areResults { results.append(contentsOf: section.blocks.expectedResults()) }
        visit(section.sections, areResults: areResults)
      }
    }
    visit(sections, areResults: false)
    for index in results.indices { results[index].ordinal = index + 1 }
    return results
  }
}

extension [Block] {
  /// The results in the blocks of one section, with ordinals still to be set.
  fileprivate func expectedResults() -> [ExpectedResult] {
    var results: [ExpectedResult] = []
    var lone: (marker: String, at: SourcePosition)?
    for block in self {
      switch block {
      case .listItem(let marker, "", let at):
        lone = (marker, at)
        continue
      case .listItem(let marker, let text, let at):
        results.append(ExpectedResult(ordinal: 0, marker: marker, text: text, at: at))
      case .paragraph(let text, let at):
        results.append(
          ExpectedResult(ordinal: 0, marker: lone?.marker, text: text, at: lone?.at ?? at))
      case .table(_, let rows, let at):
        for row in rows {
          let text = row.joined(separator: " | ")
          results.append(ExpectedResult(ordinal: 0, marker: nil, text: text, at: at))
        }
      }
      lone = nil
    }
    return results
  }
}
