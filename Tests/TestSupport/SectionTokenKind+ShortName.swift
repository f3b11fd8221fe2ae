// SPDX-License-Identifier: GPL-2.0-or-later

package import SectionTokenization

extension SectionTokenKind {
  /// One word, for tests that list the tokens of many lines.
  package var shortName: String {
    switch self {
    case .furniture: "furniture"
    case .cover: "cover"
    case .contentsHeading: "contents"
    case .contentsEntry: "entry"
    case .contentsContinuation: "entryRest"
    case .goal(let label): label.level.rawValue
    case .goalLabel: "label"
    case .goalTitle: "title"
    case .sectionHeading(let kind): kind.rawValue
    case .runInHeading(let kind, _): kind.rawValue + "+text"
    case .heading: "heading"
    case .headingContinuation: "headingRest"
    case .tableHeader: "header"
    case .tableHeaderContinuation: "headerRest"
    case .lateTableHeading: "lateHeading"
    case .tableRow: "row"
    case .freeTableRow: "freeRow"
    case .listItem: "item"
    case .paragraph: "paragraph"
    case .continuation: "rest"
    }
  }
}
