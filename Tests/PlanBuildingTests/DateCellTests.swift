// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

/// The contract knows dates and empty cells; what else is printed in a date's column must not be
/// lost, and must not become a date.
struct DateCellTests {
  private static let texts = [
    "Löpande", "Våren 2026", "2026-01", "31/12 2026", "Kvartal 2", "2026-13-01", "2026-02-45",
    "0000-00-00", "Klart", "2026-01-01 (prel.)",
  ]

  private func activity(start: String, end: String) throws -> Activity {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    page.row([(70, "Aktivitet"), (300, "Startdatum"), (400, "Slutdatum")], size: 8, isBold: true)
    page.space(4)
    page.row([(70, "Vi lagar mat"), (300, start), (400, end)], size: 8)
    page.space(4)
    page.row([(70, "Vi sjunger"), (300, "2026-01-01"), (400, "2026-12-31")], size: 8)
    let plan = try Stages.stockholm().plan(page.document)
    #expect(plan.accounting.unaccountedWords == 0)
    let activities = try #require(plan.goals.first).activities
    #expect(activities.last?.cells == ["Vi sjunger", "2026-01-01", "2026-12-31"])
    #expect(activities.count == 2)
    return try #require(activities.first)
  }

  private func isDate(_ text: String?) -> Bool {
    guard let text else { return true }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 && text.utf8.count == 10 && (1...12).contains(parts[1])
      && (1...31).contains(parts[2])
  }

  @Test("a start that is no date is kept, and is no date", arguments: texts)
  func start(text: String) throws {
    let activity = try activity(start: text, end: "2026-12-31")
    #expect(isDate(activity.start), "\(activity.start ?? "")")
    #expect(activity.end == "2026-12-31")
    #expect(activity.text.hasPrefix("Vi lagar mat"))
  }

  @Test("an end that is no date is kept, and is no date", arguments: texts)
  func end(text: String) throws {
    let activity = try activity(start: "2026-01-01", end: text)
    #expect(activity.start == "2026-01-01")
    #expect(isDate(activity.end), "\(activity.end ?? "")")
    #expect(activity.text.hasPrefix("Vi lagar mat"))
  }

  @Test("words that run together with no date in either column are kept", arguments: texts)
  func runTogether(text: String) throws {
    let rows = try GoalText().activities(
      " Vi lagar mat \(text) 2026-12-31\n\n Vi sjunger 2026-01-01 2026-12-31")
    #expect(rows.allSatisfy { isDate($0.start) && isDate($0.end) })
    #expect(rows.last?.cells == ["Vi sjunger", "2026-01-01", "2026-12-31"])
  }

  @Test("a cover's date that cannot be is no date", arguments: ["2025-13-45", "0000-00-00"])
  func cover(line: String) throws {
    let text = "Verksamhetsplan 2026\n\(line)\n\nInledning\n\nEn text.\n\nEnhetsmål: Ett mål\n"
    #expect(try Stages.stockholm().plan(text).plan.date == nil)
  }
}
