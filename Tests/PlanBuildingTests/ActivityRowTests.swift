// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

/// Rows of activities whose cells an extractor has run together.
struct ActivityRowTests {
  private let text: GoalText

  init() throws { text = try GoalText() }

  private static let forms = [
    RowForm(" Vi lagar mat 2026-01-01 2026-12-31", "Vi lagar mat", "2026-01-01", "2026-12-31"),
    RowForm(
      " Vi lagar mat tillsammans med\nalla grannar\n\n2026-01-01 2026-12-31",
      "Vi lagar mat tillsammans med alla grannar", "2026-01-01", "2026-12-31"),
    RowForm(
      " Vi lagar mat tillsammans med\nalla grannar 2026-01-01 2026-12-31",
      "Vi lagar mat tillsammans med alla grannar", "2026-01-01", "2026-12-31"),
    RowForm(
      " Vi lagar mat\n2026-01-01\n2026-12-31", "Vi lagar mat", "2026-01-01", "2026-12-31"),
    RowForm(" Vi lagar mat  2026-12-31", "Vi lagar mat", "", "2026-12-31"),
    RowForm(
      " Vi lagar mat med\nalla grannar\n\n 2026-12-31", "Vi lagar mat med alla grannar", "",
      "2026-12-31"),
    RowForm(
      " Planen från 2025-03-01 följs upp 2026-01-01 2026-12-31",
      "Planen från 2025-03-01 följs upp", "2026-01-01", "2026-12-31"),
    RowForm(
      " Mat för 10 000 kr, 5 gånger per år 2026-01-01 2026-12-31",
      "Mat för 10 000 kr, 5 gånger per år", "2026-01-01", "2026-12-31"),
    RowForm(
      " Vi går igenom alla hbtqi-\npersoners önskemål\n\n2026-01-01 2026-12-31",
      "Vi går igenom alla hbtqi-personers önskemål", "2026-01-01", "2026-12-31"),
  ]

  @Test("a row gives its cells", arguments: forms)
  func cells(form: RowForm) throws {
    #expect(try text.activities(form.lines).map(\.cells) == [form.cells])
  }

  @Test("a row gives the same cells between two others", arguments: forms)
  func cellsAmongOthers(form: RowForm) throws {
    let neighbour = " Vi sjunger 2026-02-01 2026-03-31"
    let rows = try text.activities("\(neighbour)\n\n\(form.lines)\n\n\(neighbour)")
    let expected = ["Vi sjunger", "2026-02-01", "2026-03-31"]
    #expect(rows.map(\.cells) == [expected, form.cells, expected])
  }

  @Test("a row with one date ends at it")
  func loneDate() throws {
    let rows = try text.activities(
      "Vi lagar mat 2026-02-01\nVi sjunger med alla 2026-02-01 2026-03-31\nVi går\n2026-01-01\n2026-12-31"
    )
    #expect(
      rows.map(\.cells) == [
        ["Vi lagar mat", "2026-02-01", ""], ["Vi sjunger med alla", "2026-02-01", "2026-03-31"],
        ["Vi går", "2026-01-01", "2026-12-31"],
      ])
  }

  @Test("a row without dates is a row")
  func noDates() throws {
    let rows = try text.activities(
      " Vi lagar mat\n\n Vi sjunger 2026-02-01 2026-03-31\n\n Vi dansar\n\n Vi går 2026-01-01 2026-12-31"
    )
    #expect(
      rows.map(\.cells) == [
        ["Vi lagar mat", "", ""], ["Vi sjunger", "2026-02-01", "2026-03-31"],
        ["Vi dansar", "", ""],
        ["Vi går", "2026-01-01", "2026-12-31"],
      ])
  }

  @Test("the last row may be without dates too")
  func noDatesAtEnd() throws {
    let rows = try text.activities(" Vi sjunger 2026-02-01 2026-03-31\n\n Vi lagar mat")
    #expect(rows.map(\.text) == ["Vi sjunger", "Vi lagar mat"])
    #expect(rows.last?.start == nil)
  }

  @Test("words in place of a date, laid out with spaces, are of a row at the end of a table too")
  func wordsInPlaceOfDates() throws {
    let goal = try text.goal(
      """
      Aktivitet                      Startdatum      Slutdatum
      Vi lagar mat                   2026-01-01      2026-12-31
      Vi sjunger                     2026-01-01      Löpande
      Vi dansar                      Löpande

      Vi gör  mycket mer än så.
      """)
    #expect(
      goal.activities.map(\.text) == ["Vi lagar mat", "Vi sjunger Löpande", "Vi dansar Löpande"])
    #expect(goal.activities.map(\.start) == ["2026-01-01", "2026-01-01", nil])
  }

  @Test("a row with a start and no end keeps its date as the start")
  func noEnd() throws {
    let rows = try text.activities(
      " Vi lagar mat 2026-01-01 \n\n Vi sjunger 2026-02-01 2026-03-31")
    #expect(
      rows.map(\.cells) == [
        ["Vi lagar mat", "2026-01-01", ""], ["Vi sjunger", "2026-02-01", "2026-03-31"],
      ])
  }

  @Test("a row that a page break cuts is one row")
  func cutRow() throws {
    let header = GoalText.activityHeader
    let rows = try text.activities(
      " Vi sjunger 2026-02-01 2026-03-31\n\n Vi lagar mat med alla 2026-01-01 2026-12-31\u{C}"
        + "  \(header)\n\ngrannar i huset\n\n Vi dansar 2026-01-01 2026-12-31")
    #expect(
      rows.map(\.text) == ["Vi sjunger", "Vi lagar mat med alla grannar i huset", "Vi dansar"])
    #expect(rows.map(\.at.page) == [1, 1, 2])
  }

  @Test("a row with one date under a repeated header is a row of its own")
  func oneDateAfterPageBreak() throws {
    let header = " Aktivitet Startdatum Slutdatum"
    let rows = try text.activities(
      " Vi lagar mat 2026-01-01 2026-12-31\u{C} \(header)\n\n Vi sjunger med\nalla\n\n2026-02-01 \n"
    )
    #expect(
      rows.map(\.cells) == [
        ["Vi lagar mat", "2026-01-01", "2026-12-31"], ["Vi sjunger med alla", "2026-02-01", ""],
      ])
  }

  @Test("text after the table is no row")
  func textAfterTable() throws {
    let goal = try text.goal(
      """
       \(GoalText.activityHeader)

       Vi sjunger 2026-02-01 2026-03-31

      Det här är allt som vi har tänkt göra under året, och vi räknar med att det räcker.
      """)
    #expect(goal.activities.map(\.text) == ["Vi sjunger"])
    #expect(goal.sections.first?.blocks.count == 1)
  }
}
