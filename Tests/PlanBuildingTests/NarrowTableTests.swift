// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

/// Activities in columns so narrow that each date is cut at its hyphen.
struct NarrowTableTests {
  /// The left edges of the text and of both dates; a full text ends right before the first date.
  private static let columns = [70.0, 270, 320]

  /// A page with a goal and the header of its activities.
  private func page() -> PrintedPage {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    header(on: &page)
    return page
  }

  private func header(on page: inout PrintedPage) {
    row(["Aktivitet", "Startdatum", "Slutdatum"], on: &page, isBold: true)
    page.space(4)
  }

  /// Sets one line of a row; an empty text for a cell with nothing on this line.
  private func row(_ cells: [String], on page: inout PrintedPage, isBold: Bool = false) {
    let placed = zip(Self.columns, cells).filter { !$1.isEmpty }.map { (x: $0, text: $1) }
    page.row(placed, size: 8, isBold: isBold)
  }

  private func activities(_ page: PrintedPage) throws -> [[String]] {
    let plan = try Stages.stockholm().plan(page.document)
    #expect(plan.accounting.unaccountedWords == 0)
    return try #require(plan.goals.first).activities.map(\.cells)
  }

  @Test("the pieces of a date are one date, with cells set at the top or in the middle")
  func cutDates() throws {
    var page = page()
    row(["Vi lagar mat", "2026-01-", "2026-12-"], on: &page)
    row(["med alla", "12", "31"], on: &page)
    page.space(4)
    row(["", "2026-02-", "2026-11-"], on: &page)
    page.space(-4)
    row(["Vi sjunger"], on: &page)
    page.space(-4)
    row(["", "02", "30"], on: &page)
    page.space(4)
    row(["", "", "2026-05-"], on: &page)
    page.space(-4)
    row(["Vi dansar"], on: &page)
    page.space(-4)
    row(["", "", "29"], on: &page)
    #expect(
      try activities(page) == [
        ["Vi lagar mat med alla", "2026-01-12", "2026-12-31"],
        ["Vi sjunger", "2026-02-02", "2026-11-30"], ["Vi dansar", "", "2026-05-29"],
      ])
  }

  @Test("a page break may lie between the pieces of a date")
  func cutDatesOverPages() throws {
    var page = page()
    row(["Vi sjunger", "2026-01-", "2026-06-"], on: &page)
    row(["i kör", "12", "12"], on: &page)
    page.space(4)
    row(["Vi lagar mat tillsammans", "2026-02-", "2026-12-"], on: &page)
    page.newPage()
    header(on: &page)
    row(["med alla grannar", "09", "18"], on: &page)
    #expect(
      try activities(page) == [
        ["Vi sjunger i kör", "2026-01-12", "2026-06-12"],
        ["Vi lagar mat tillsammans med alla grannar", "2026-02-09", "2026-12-18"],
      ])
  }

  @Test(
    "a full text with next to no gap before its dates, whole or cut, is a row",
    arguments: [false, true])
  func fullCells(isCut: Bool) throws {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    /// Sets a row whose cells leave less than the size of a letter between them.
    func row(
      _ text: String, _ start: String, _ end: String, cutAt length: Int, on page: inout PrintedPage
    ) {
      let x = isCut ? 308.0 : 316
      let (head, tail) = isCut ? (length, length) : (start.count, end.count)
      page.row(
        [(70, text), (270, String(start.prefix(head))), (x, String(end.prefix(tail)))], size: 8)
      if isCut {
        page.row([(270, String(start.dropFirst(head))), (x, String(end.dropFirst(tail)))], size: 8)
      }
      page.space(4)
    }
    let activities = [
      ["Vi sjunger i kör", "2026-01-12", "2026-06-12"],
      ["Vi lagar mat med alla grannar som gärna vill medverka", "2026-02-01", "2026-12-31"],
      ["Vi dansar", "2026-03-02", "2026-05-29"],
    ]
    row("Aktivitet", "Startdatum", "Slutdatum", cutAt: 8, on: &page)
    for cells in activities { row(cells[0], cells[1], cells[2], cutAt: 8, on: &page) }
    #expect(try self.activities(page) == activities)
  }

  @Test(
    "headings that narrow columns hyphenate are headings",
    arguments: [
      "-",
      // A soft hyphen is no part of the text.
      "",
    ])
  func hyphenatedHeadings(hyphen: String) throws {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    let columns = [50.0, 250, 300, 360]
    func row(_ cells: [String]) {
      page.row(zip(columns, cells).filter { !$1.isEmpty }.map { (x: $0, text: $1) }, size: 8)
      page.space(4)
    }
    func header(_ cells: [String], _ rests: [String]) {
      row(cells.map { $0.replacing("~", with: hyphen) })
      page.space(-4)
      row(rests)
    }
    header(["Indikator", "Års~", "KF:s års~", "Periodi~"], ["", "mål", "mål 2026", "citet"])
    row(["Andel nöjda", "95 %", "90 %", "År"])
    row(["Antal besök", "1 200", "", "Tertial"])
    header(["Aktivitet", "Start~", "Slut~"], ["", "datum", "datum"])
    row(["Vi sjunger", "2026-01-12", "2026-06-12"])
    let plan = try Stages.stockholm().plan(page.document)
    let goal = try #require(plan.goals.first)
    #expect(plan.accounting.unaccountedWords == 0)
    #expect(
      goal.tableHeaders.map(\.columns) == [
        ["Indikator", "Årsmål", "KF:s årsmål 2026", "Periodicitet"],
        ["Aktivitet", "Startdatum", "Slutdatum"],
      ])
    #expect(
      goal.indicators.map(\.cells) == [
        ["Andel nöjda", "95 %", "90 %", "År"], ["Antal besök", "1 200", "", "Tertial"],
      ])
    #expect(goal.activities.map(\.cells) == [["Vi sjunger", "2026-01-12", "2026-06-12"]])
  }

  @Test("a row of many lines set in the middle stands by itself at the top of a page")
  func middleOnNextPage() throws {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    row(["Indikator", "Årsmål", "Periodicitet"], on: &page, isBold: true)
    row(["Andel nöjda", "95 %", "År"], on: &page)
    page.newPage()
    row(["Indikator", "Årsmål", "Periodicitet"], on: &page, isBold: true)
    let lines = [
      ["", "Tas"], ["Andel besökare"], ["", "fram"], ["som har fått hjälp", "", "År"], ["", "av"],
      ["inom en vecka"], ["", "nämnden"],
    ]
    for line in lines {
      row(line, on: &page)
      page.space(-4.8)
    }
    let plan = try Stages.stockholm().plan(page.document)
    #expect(plan.accounting.unaccountedWords == 0)
    #expect(
      plan.goals.first?.indicators.map(\.cells) == [
        ["Andel nöjda", "95 %", "", "År"],
        ["Andel besökare som har fått hjälp inom en vecka", "Tas fram av nämnden", "", "År"],
      ])
  }
}
