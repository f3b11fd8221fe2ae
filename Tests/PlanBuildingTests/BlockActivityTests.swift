// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

/// Rows of activities where blank lines part the cells, as `pdftotext` writes them.
struct BlockActivityTests {
  private let text: GoalText

  init() throws { text = try GoalText() }

  private static let header = "Aktivitet\n\nStartdatum\n\nSlutdatum\n\n"

  private static let forms = [
    BlockForm(
      "in order",
      [
        "Vi lagar mat\nmed alla", "2026-01-01", "2026-06-30", "Vi sjunger", "2026-02-01 2026-03-01",
      ],
      ["Vi lagar mat med alla", "2026-01-01", "2026-06-30"],
      ["Vi sjunger", "2026-02-01", "2026-03-01"]),
    BlockForm(
      "a date at the end of a text's first line",
      ["Vi lagar mat med alla som bor här och 2026-01-01\ndukar till fest", "2026-06-30"],
      ["Vi lagar mat med alla som bor här och dukar till fest", "2026-01-01", "2026-06-30"]),
    BlockForm(
      "the later date first", ["Vi lagar mat", "2026-06-30", "2026-01-01"],
      ["Vi lagar mat", "2026-01-01", "2026-06-30"]),
    BlockForm(
      "dates before their text", ["2026-01-01", "2026-06-30", "Vi lagar mat"],
      ["Vi lagar mat", "2026-01-01", "2026-06-30"]),
    BlockForm(
      "a lone date goes with the text",
      ["Vi lagar mat", "2026-03-01", "Vi sjunger", "2026-02-01", "2026-03-01"],
      ["Vi lagar mat 2026-03-01", "", ""], ["Vi sjunger", "2026-02-01", "2026-03-01"]),
    BlockForm(
      "second dates after all texts",
      ["Vi lagar mat", "2026-01-01", "Vi sjunger", "2026-02-01", "2026-06-30", "2026-07-31"],
      ["Vi lagar mat", "2026-01-01", "2026-06-30"], ["Vi sjunger", "2026-02-01", "2026-07-31"]),
  ]

  @Test("cells are told by their blank lines, and go to the rows that lack them", arguments: forms)
  func rows(_ form: BlockForm) throws {
    #expect(try text.goal(Self.header + form.text).activities.map(\.cells) == form.rows)
  }

  @Test("a date before the heading of the second column is a start")
  func lateHeading() throws {
    let blocks = [
      "Aktivitet", "Startdatum", "Vi lagar mat", "2026-03-01", "Vi sjunger", "2026-01-01",
      "Slutdatum\n2026-12-31",
    ]
    #expect(
      try text.goal(blocks.joined(separator: "\n\n")).activities.map(\.cells) == [
        ["Vi lagar mat", "2026-03-01", ""], ["Vi sjunger", "2026-01-01", "2026-12-31"],
      ])
  }

  @Test("a text ends early where the next one begins, below the rest of the one before the page")
  func restAndText() throws {
    let row = "Alla går utbildning i\n\n2026-01-01\n\n2026-12-31\n\n"
    let next = "2026-02-01\n\n2026-11-30\n\nmatlagning\nVi lagar mat tillsammans med alla som vill"
    #expect(
      try text.goal(Self.header + row + "\u{C}" + Self.header + next).activities.map(\.cells) == [
        ["Alla går utbildning i matlagning", "2026-01-01", "2026-12-31"],
        ["Vi lagar mat tillsammans med alla som vill", "2026-02-01", "2026-11-30"],
      ])
  }

  @Test("headings of another table on the page are no rows")
  func otherHeadings() throws {
    let goal = try text.goal(
      Self.header
        + "Vi lagar mat\n\n2026-01-01\n\n2026-12-31\n\nKF:s årsmål år 2026\n\nPeriodicitet")
    #expect(goal.activities.map(\.cells) == [["Vi lagar mat", "2026-01-01", "2026-12-31"]])
    #expect(goal.sections.map(\.kind) == [.workingMethods])
  }
}
