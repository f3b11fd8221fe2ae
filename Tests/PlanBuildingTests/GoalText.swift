// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SectionTokenization
import TestSupport
import Testing

/// Plans of one goal, for tests of what stands under it.
struct GoalText {
  private let stages: Stages

  static let indicatorHeader = "Indikator Årsmål KF:s årsmål år 2026 Periodicitet"
  static let activityHeader = "Aktivitet Startdatum Slutdatum"

  init() throws { stages = try .stockholm() }

  /// The only goal of a plan that has these lines under its title.
  func goal(_ lines: String) throws -> Goal {
    let plan = try stages.plan("Enhetsmål: Ett mål\n\n\(lines)\n\nArbetssätt\n\nVi arbetar.\n")
    #expect(plan.accounting.unaccountedWords == 0)
    #expect(plan.goals.count == 1)
    return try #require(plan.goals.first)
  }

  func indicators(_ rows: String) throws -> [Indicator] {
    try goal(" \(Self.indicatorHeader)\n\n\(rows)").indicators
  }

  func activities(_ rows: String) throws -> [Activity] {
    try goal(" \(Self.activityHeader)\n\n\(rows)").activities
  }
}

extension Indicator {
  /// The cells as printed; an empty text for an empty cell.
  var cells: [String] { [name, target?.raw ?? "", councilTarget?.raw ?? "", period ?? ""] }
}

extension Activity {
  var cells: [String] { [text, start ?? "", end ?? ""] }
}

/// The lines of a row, and the cells that are to be read from them.
struct RowForm: Sendable, CustomTestStringConvertible {
  let lines: String
  let cells: [String]

  init(_ lines: String, _ cells: String...) {
    self.lines = lines
    self.cells = cells
  }

  var testDescription: String { lines.replacing("\n", with: "/") }
}
