// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import TestSupport
import Testing

/// Plans as word processors save them as text: a paragraph a line, and a tab between the cells of a
/// row.
struct TabbedTextTests {
  /// The lines of a plan from its introduction on.
  private struct Lines {
    private(set) var lines: [String] = []

    init(of plan: PlanDocument) {
      lines = plan.cover
      for section in plan.introduction { add(section) }
      for goal in plan.goals { add(goal) }
      for section in plan.closing { add(section) }
    }

    private mutating func add(_ section: Section) {
      if let heading = section.heading { lines.append(heading) }
      for block in section.blocks {
        switch block {
        case .paragraph(let text, _): lines.append(text)
        case .listItem(let marker, let text, _): lines.append("\(marker) \(text)")
        case .table(let columns, let rows, _): for row in [columns] + rows { addRow(row) }
        }
      }
      for below in section.sections { add(below) }
    }

    private mutating func addRow(_ cells: [String]) {
      lines.append(cells.joined(separator: "\t"))
    }

    private mutating func add(_ goal: Goal) {
      lines.append("\(goal.label) \(goal.title)")
      for section in goal.sections { add(section) }
      if !goal.indicators.isEmpty {
        addRow(["Indikator", "Årsmål", "KF:s årsmål", "Periodicitet"])
        for row in goal.indicators {
          addRow([
            row.name, row.target?.raw ?? "", row.councilTarget?.raw ?? "", row.period ?? "",
          ])
        }
      }
      if !goal.activities.isEmpty {
        addRow(["Aktivitet", "Startdatum", "Slutdatum"])
        for row in goal.activities { addRow([row.text, row.start ?? "", row.end ?? ""]) }
      }
      for below in goal.goals { add(below) }
    }
  }

  /// Cells that a document has no field for cannot be written back to their columns.
  private static let plans = CorpusCase.all.filter {
    (try? ExpectedPlan(of: $0).remarks) == .some(nil)
  }

  @Test("nearly all plans have a field for each cell")
  func exist() {
    #expect(Self.plans.count >= 17)
  }

  @Test(
    "goals, their sections and their rows come back", arguments: Self.plans, ["\n", "\n\n"])
  func roundTrip(corpusCase: CorpusCase, separator: String) throws {
    let plan = try CorpusPlans.plan(corpusCase, .txt)
    let text = Lines(of: plan).lines.joined(separator: separator) + "\n"
    let document = try Stages.stockholm().plan(text)
    let (found, expected) = (PlanContent(of: document), PlanContent(of: plan))
    #expect(document.accounting.unaccountedWords == 0)
    #expect(PlanContent.differences(found.goals, from: expected.goals) == [])
    #expect(PlanContent.differences(found.sections, from: expected.sections) == [])
    #expect(PlanContent.differences(found.indicators, from: expected.indicators) == [])
    #expect(PlanContent.differences(found.activities, from: expected.activities) == [])
  }
}
