// SPDX-License-Identifier: GPL-2.0-or-later

internal import CommandLineSupport
internal import PlanPipeline
internal import SectionTokenization
internal import SourceText

/// Prints each line of a document with what it was taken for.
struct TokenListing {
  let usesColour: Bool

  func text(of document: TokenizedDocument) -> String {
    var text = ""
    for (line, token) in zip(document.document.lines, document.tokens) {
      let place = "\(line.position.page):\(line.position.line)"
      let name = Self.name(of: token)
      text += place.padded(to: 8) + style(name.padded(to: 24)) + Console.withoutControls(line.text)
      text += "\n"
    }
    return text
  }

  private func style(_ name: String) -> String {
    usesColour ? "\u{1B}[36m\(name)\u{1B}[0m" : name
  }

  static func name(of token: SectionTokenKind) -> String {
    switch token {
    case .furniture: "furniture"
    case .cover: "cover"
    case .contentsHeading: "contents-heading"
    case .contentsEntry: "contents-entry"
    case .contentsContinuation: "contents-continuation"
    case .goal(let label): "goal-\(label.level.rawValue)" + (label.number.map { " \($0)" } ?? "")
    case .goalLabel: "goal-label"
    case .goalTitle: "goal-title"
    case .sectionHeading(let kind): "section \(kind.rawValue)"
    case .runInHeading(let kind, _): "run-in \(kind.rawValue)"
    case .heading(let depth): "heading \(depth)"
    case .headingContinuation: "heading-continuation"
    case .tableHeader: "table-header"
    case .tableHeaderContinuation: "table-header-cont."
    case .lateTableHeading: "late-table-heading"
    case .tableRow: "table-row"
    case .freeTableRow: "free-table-row"
    case .listItem: "list-item"
    case .paragraph: "paragraph"
    case .continuation: "continuation"
    }
  }
}
