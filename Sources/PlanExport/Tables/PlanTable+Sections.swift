// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

/// The part of a plan that a section belongs to.
package enum SectionPart: String, Sendable, CaseIterable {
  case introduction, goal, closing
}

/// A section with where in the plan it stands.
struct PlacedSection: Sendable {
  var part: SectionPart
  /// The headings from the outermost section to this one; words before any heading add none.
  var headingPath: [String]
  var section: Section
}

extension PlanTable {
  /// One row a section, sub-headings included, each with its own text only.
  static let sections = PlanTable(PlanTableCells.inGoals(sectionColumns)) { plan in
    var items = placed(plan.introduction, in: .introduction)
    for chain in plan.goalChains() {
      items += placed(chain.goal?.sections ?? [], in: .goal, of: chain)
    }
    return items + placed(plan.closing, in: .closing)
  }

  private static let sectionColumns: [PlanTableCells<PlacedSection>] = [
    .text("part", "Del av planen") { $0.item.part.rawValue },
    .text("heading_path", "Rubrikväg") { $0.item.headingPath.joined(separator: " > ") },
    .text("kind", "Slag") { $0.item.section.kind.rawValue },
    .text("heading", "Rubrik") { $0.item.section.heading },
    .integer("depth", "Rubriknivå") { $0.item.section.depth },
    .text("text", "Text") { $0.item.section.blocks.plainText },
    .integer("words", "Antal ord") { $0.item.section.blocks.plainText.wordCount },
  ]

  private static func placed(
    _ sections: [Section], in part: SectionPart, of chain: GoalChain = GoalChain()
  ) -> [PlacedItem<PlacedSection>] {
    var items: [PlacedItem<PlacedSection>] = []
    func visit(_ sections: [Section], below path: [String]) {
      for section in sections {
        let path = path + [section.heading].compactMap { $0 }
        let item = PlacedSection(part: part, headingPath: path, section: section)
        items.append(PlacedItem(chain: chain, item: item, at: section.at))
        visit(section.sections, below: path)
      }
    }
    visit(sections, below: [])
    return items
  }
}

extension [Block] {
  /// The blocks' text, a line a block or a table's row: markers as printed, cells parted by " | ".
  package var plainText: String {
    flatMap { block -> [String] in
      switch block {
      case .paragraph(let text, _): [text]
      case .listItem(let marker, "", _): [marker]
      case .listItem(let marker, let text, _): [marker + " " + text]
      case .table(let columns, let rows, _):
        (columns.isEmpty ? rows : [columns] + rows).map { $0.joined(separator: " | ") }
      }
    }
    .joined(separator: "\n")
  }
}
