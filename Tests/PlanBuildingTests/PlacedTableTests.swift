// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

/// Tables whose words have places, as in a PDF.
struct PlacedTableTests {
  private static let columns = [70.0, 220, 300, 420]

  private static let indicatorHeadings = [
    "Indikator", "Årsmål", "KF:s årsmål år 2026", "Periodicitet",
  ]
  private static let activityHeadings = ["Aktivitet", "", "Startdatum", "Slutdatum"]

  /// A page with a goal and the header of a table of it.
  private func page(_ headings: [String] = indicatorHeadings) -> PrintedPage {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    header(headings, on: &page)
    return page
  }

  private func header(
    _ headings: [String] = indicatorHeadings, on page: inout PrintedPage
  ) {
    row(headings, on: &page, isBold: true)
    page.space(4)
  }

  /// Sets one line of a row; an empty text for a cell with nothing on this line.
  private func row(_ cells: [String], on page: inout PrintedPage, isBold: Bool = false) {
    let placed = zip(Self.columns, cells).filter { !$1.isEmpty }.map { (x: $0, text: $1) }
    page.row(placed, size: 8, isBold: isBold)
  }

  private func plan(_ page: PrintedPage) throws -> PlanDocument {
    var page = page
    page.space(10)
    page.line("Arbetssätt", size: 11, isBold: true)
    page.paragraph("Vi arbetar tillsammans med alla som bor här och alla som arbetar här hos oss.")
    let plan = try Stages.stockholm().plan(page.document)
    #expect(plan.accounting.unaccountedWords == 0)
    return plan
  }

  private func indicators(_ page: PrintedPage) throws -> [[String]] {
    try #require(try plan(page).goals.first).indicators.map(\.cells)
  }

  @Test("a row without dates begins below a name that had room for its first word")
  func rowsWithoutDates() throws {
    var page = page(Self.activityHeadings)
    // As near as the lines of a cell, so that only the room tells.
    row(["Vi kartlägger matsvinnet", "", "2026-02-01", "2026-06-30"], on: &page)
    row(["Delta i projektet om böcker", "", "", ""], on: &page)
    row(
      ["Se över schemaläggningen i hela det gamla området kring", "", "2026-03-01", "2026-05-01"],
      on: &page)
    row(["Ekudden", "", "", ""], on: &page)
    let activities = try #require(try plan(page).goals.first).activities.map(\.cells)
    #expect(
      activities == [
        ["Vi kartlägger matsvinnet", "2026-02-01", "2026-06-30"],
        ["Delta i projektet om böcker", "", ""],
        [
          "Se över schemaläggningen i hela det gamla området kring Ekudden", "2026-03-01",
          "2026-05-01",
        ],
      ])
  }

  @Test("the first row may lack its dates, and so may all")
  func firstRowWithoutDates() throws {
    var page = page(Self.activityHeadings)
    row(["Delta i projektet", "", "", ""], on: &page)
    row(["Sjunga", "", "2026-02-01", "2026-06-30"], on: &page)
    #expect(
      try #require(try plan(page).goals.first).activities.map(\.cells) == [
        ["Delta i projektet", "", ""], ["Sjunga", "2026-02-01", "2026-06-30"],
      ])
    page = self.page(Self.activityHeadings)
    row(["Delta i projektet", "", "", ""], on: &page)
    row(["Sjunga", "", "", ""], on: &page)
    #expect(
      try #require(try plan(page).goals.first).activities.map(\.text)
        == ["Delta i projektet", "Sjunga"])
  }

  @Test("the end of a table's last cell begins no header")
  func endOfCellAboveHeader() throws {
    var page = page(["Indikator", "Årsmål", "", "Periodicitet"])
    row(["Andel nöjda", "tas fram av", "", "År"], on: &page)
    row(["", "nämnden", "", ""], on: &page)
    page.space(6)
    header(Self.activityHeadings, on: &page)
    row(["Vi sjunger", "", "2026-02-01", "2026-06-30"], on: &page)
    let goal = try #require(try plan(page).goals.first)
    #expect(goal.indicators.map(\.cells) == [["Andel nöjda", "tas fram av nämnden", "", "År"]])
    #expect(goal.activities.map(\.cells) == [["Vi sjunger", "2026-02-01", "2026-06-30"]])
  }

  @Test("empty cells stay empty")
  func emptyCells() throws {
    var page = page()
    row(["Andel nöjda", "95 %", "90 %", "År"], on: &page)
    page.space(4)
    row(["Andel trygga", "", "80 %", "År"], on: &page)
    page.space(4)
    row(["Antal besök", "100", "", "Tertial"], on: &page)
    page.space(4)
    row(["Antal barn", "", "", "Månad"], on: &page)
    #expect(
      try indicators(page) == [
        ["Andel nöjda", "95 %", "90 %", "År"], ["Andel trygga", "", "80 %", "År"],
        ["Antal besök", "100", "", "Tertial"], ["Antal barn", "", "", "Månad"],
      ])
  }

  @Test("cells that wrap are joined, each in its column")
  func wrappedCells() throws {
    var page = page()
    row(["Andel nöjda besökare", "95 %", "Tas fram av", "År"], on: &page)
    row(["som har fått hjälp", "", "nämnden", ""], on: &page)
    page.space(4)
    row(["Andel trygga", "80 %", "80 %", "År"], on: &page)
    #expect(
      try indicators(page) == [
        ["Andel nöjda besökare som har fått hjälp", "95 %", "Tas fram av nämnden", "År"],
        ["Andel trygga", "80 %", "80 %", "År"],
      ])
  }

  @Test("cells set in the middle of their row belong to it")
  func centredCells() throws {
    var page = page()
    for name in ["nöjda", "trygga"] {
      row(["Andel \(name) besökare", "", "", ""], on: &page)
      row(["som har fått hjälp", "95 %", "90 %", "År"], on: &page)
      row(["inom en vecka", "", "", ""], on: &page)
      page.space(6)
    }
    #expect(
      try indicators(page)
        == ["nöjda", "trygga"].map { name in
          ["Andel \(name) besökare som har fått hjälp inom en vecka", "95 %", "90 %", "År"]
        })
  }

  @Test("a word that a narrow cell cuts without a hyphen is one word")
  func cutWord() throws {
    var page = page()
    row(["Sjukfrånvaro", "7,2 %", "Tas fram av", "År"], on: &page)
    row(["", "", "nämnd/styrel", ""], on: &page)
    row(["", "", "se", ""], on: &page)
    #expect(
      try indicators(page) == [["Sjukfrånvaro", "7,2 %", "Tas fram av nämnd/styrelse", "År"]])
  }

  @Test("a table goes on over a page break under its repeated header")
  func pageBreak() throws {
    var page = page()
    row(["Andel nöjda", "95 %", "90 %", "År"], on: &page)
    page.newPage()
    header(on: &page)
    row(["Andel trygga", "80 %", "81 %", "År"], on: &page)
    let goal = try #require(try plan(page).goals.first)
    #expect(
      goal.indicators.map(\.cells) == [
        ["Andel nöjda", "95 %", "90 %", "År"], ["Andel trygga", "80 %", "81 %", "År"],
      ])
    #expect(goal.indicators.map(\.at.page) == [1, 2])
    #expect(goal.tableHeaders.map(\.at.page) == [1, 2])
  }

  @Test("a row that a page break cuts goes on under the repeated header")
  func cutRow() throws {
    var page = page()
    row(["Andel nöjda besökare", "95 %", "90 %", "År"], on: &page)
    page.newPage()
    header(on: &page)
    row(["som har fått hjälp", "", "", ""], on: &page)
    page.space(4)
    row(["Andel trygga", "80 %", "81 %", "År"], on: &page)
    #expect(
      try indicators(page) == [
        ["Andel nöjda besökare som har fått hjälp", "95 %", "90 %", "År"],
        ["Andel trygga", "80 %", "81 %", "År"],
      ])
  }

  @Test("words under a heading that the vocabulary does not know are kept behind the name")
  func unknownColumn() throws {
    var page = page(["Indikator", "Årsmål", "Utfall", "Periodicitet"])
    row(["Andel nöjda", "95 %", "91 %", "År"], on: &page)
    row(["besökare", "", "", ""], on: &page)
    #expect(try indicators(page) == [["Andel nöjda besökare 91 %", "95 %", "", "År"]])
    let remark = try #require(try plan(page).diagnostics.first { $0.code == "column-not-read" })
    #expect(remark.severity == .warning)
    #expect(remark.message.contains("“Utfall”"))
  }

  @Test("a column that nobody knows is told once for all tables that have it")
  func unknownColumnOfTables() throws {
    var page = PrintedPage()
    for number in 1...3 {
      page.line("Enhetsmål: Mål \(number)", size: 14, isBold: true)
      row(["Indikator", "Årsmål", "Utfall", "Periodicitet"], on: &page, isBold: true)
      row(["Andel nöjda \(number)", "95 %", "91 %", "År"], on: &page)
      page.space(8)
    }
    let remarks = try plan(page).diagnostics.filter { $0.code == "column-not-read" }
    #expect(remarks.count == 1)
    #expect(
      remarks.first?.message.hasPrefix("From here on, in 3 tables, the column “Utfall”") == true)
  }

  @Test("what stands among dates and is none goes behind the text, and is told")
  func noDate() throws {
    var page = page(Self.activityHeadings)
    row(["Vi sjunger", "", "2026-01-01", "Löpande"], on: &page)
    page.space(4)
    row(["Vi dansar", "", "", "2026-12-31"], on: &page)
    let document = try plan(page)
    let activities = try #require(document.goals.first).activities
    #expect(activities.map(\.text) == ["Vi sjunger Löpande", "Vi dansar"])
    #expect(activities.map(\.end) == [nil, "2026-12-31"])
    let remarks = document.diagnostics.filter { $0.code == "date-not-read" }
    #expect(remarks.count == 1)
    #expect(remarks.first?.message.contains("“Vi sjunger” has “Löpande”") == true)
  }

  @Test("text is text where most of a plan is cells in smaller type")
  func smallCells() throws {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    page.line("Förväntat resultat", size: 11, isBold: true)
    let results = ["Alla får svar inom tre dagar.", "Ingen väntar.", "Alla är nöjda."]
    for result in results {
      page.line(result)
      page.space(6)
    }
    header(on: &page)
    for number in 1...12 {
      row(["Andel nöjda i grupp \(number)", "9\(number % 10) %", "90 %", "Tertial"], on: &page)
      row(["av alla som svarar", "", "", ""], on: &page)
      page.space(4)
    }
    let goal = try #require(try Stages.stockholm().plan(page.document).goals.first)
    #expect(goal.sections.map(\.heading) == ["Förväntat resultat"])
    let texts = goal.sections.flatMap(\.blocks).map { block in
      if case .paragraph(let text, _) = block { text } else { "" }
    }
    #expect(texts == results)
    #expect(goal.indicators.count == 12)
  }

  @Test("a year may stand in the heading of the unit's targets too")
  func yearOfTarget() throws {
    var page = page(["Indikator", "Årsmål 2026", "KF:s årsmål 2026", "Periodicitet"])
    row(["Andel nöjda", "95 %", "90 %", "År"], on: &page)
    #expect(try indicators(page) == [["Andel nöjda", "95 %", "90 %", "År"]])
    #expect(try plan(page).diagnostics.allSatisfy { $0.code != "column-not-read" })
  }

  @Test("without periods and dates a row has one target")
  func onlyTargets() throws {
    var page = page(["Indikator", "Årsmål", "KF:s årsmål"])
    row(["Andel nöjda", "95 %", "90 %"], on: &page)
    row(["besökare", "", ""], on: &page)
    page.space(4)
    row(["Sjukfrånvaro", "5 %", ""], on: &page)
    #expect(
      try indicators(page) == [
        ["Andel nöjda besökare", "95 %", "90 %", ""], ["Sjukfrånvaro", "5 %", "", ""],
      ])
  }

  @Test("a name may begin with a word of headings on a line of its own")
  func nameLikeHeading() throws {
    var page = page()
    row(["Nämndens", "", "", ""], on: &page)
    row(["budgetföljsamhet", "100 %", "100 %", "Tertial"], on: &page)
    #expect(
      try indicators(page) == [["Nämndens budgetföljsamhet", "100 %", "100 %", "Tertial"]])
  }

  @Test("a dash says that a date's cell is empty")
  func emptyDates() throws {
    var page = page(Self.activityHeadings)
    row(["Vi sjunger", "", "–", "2026-12-31"], on: &page)
    let document = try plan(page)
    let activity = try #require(document.goals.first?.activities.first)
    #expect(activity.text == "Vi sjunger")
    #expect([activity.start, activity.end] == [nil, "2026-12-31"])
    #expect(document.diagnostics.allSatisfy { $0.code != "date-not-read" })
  }

  @Test("dates may stand under short headings, beside a column that nobody knows")
  func shortDateHeadings() throws {
    var page = page(["Aktivitet", "Start", "Slut", "Kommentar"])
    row(["Vi sjunger", "2026-01-01", "2026-12-31", "i kören"], on: &page)
    let activity = try #require(try plan(page).goals.first?.activities.first)
    #expect(activity.text == "Vi sjunger i kören")
    #expect([activity.start, activity.end] == ["2026-01-01", "2026-12-31"])
  }

  @Test("a table whose other headings nobody knows is told")
  func unknownHeadings() throws {
    let page = page(["Aktivitet", "Ansvarig", "Klart senast"])
    let remark = try #require(try plan(page).diagnostics.first { $0.code == "table-not-read" })
    #expect(remark.message.hasPrefix("“Aktivitet Ansvarig Klart senast” seems to head a table"))
  }

  @Test("activities keep texts and dates apart, with and without dates")
  func activities() throws {
    var page = page(Self.activityHeadings)
    row(["Vi lagar mat tillsammans", "", "2026-01-01", "2026-12-31"], on: &page)
    row(["med alla grannar", "", "", ""], on: &page)
    page.space(4)
    row(["Vi sjunger", "", "", "2026-12-31"], on: &page)
    page.space(4)
    row(["Vi dansar", "", "", ""], on: &page)
    page.space(4)
    row(["Vi går", "", "2026-01-01", ""], on: &page)
    let goal = try #require(try plan(page).goals.first)
    #expect(
      goal.activities.map(\.cells) == [
        ["Vi lagar mat tillsammans med alla grannar", "2026-01-01", "2026-12-31"],
        ["Vi sjunger", "", "2026-12-31"], ["Vi dansar", "", ""], ["Vi går", "2026-01-01", ""],
      ])
  }

  @Test("a sentence right under a table is text")
  func textUnderTable() throws {
    var page = page()
    row(["Andel nöjda", "95 %", "90 %", "År"], on: &page)
    page.space(8)
    page.paragraph("Andelen nöjda besökare har ökat varje år sedan 2019, och den ökar hela tiden.")
    let goal = try #require(try plan(page).goals.first)
    #expect(goal.indicators.map(\.cells) == [["Andel nöjda", "95 %", "90 %", "År"]])
    #expect(goal.sections.first?.blocks.count == 1)
  }

  @Test("rows at the same height, or out of order, stop nothing and lose nothing")
  func rowsAtSameHeight() async {
    // In a process of its own, because a row that is not there ends the process.
    await #expect(processExitsWith: .success) {
      var page = PrintedPage()
      page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
      page.row(
        [(70, "Indikator"), (220, "Årsmål"), (300, "KF:s årsmål"), (420, "Periodicitet")], size: 8)
      page.move(to: 120)
      page.line("Andel", size: 8)
      for (y, name) in [(140.0, "b"), (140, "c"), (130, "d"), (140, "e"), (160, "f")] {
        page.move(to: y)
        page.row([(70, name), (220, "1 %"), (420, "År")], size: 8)
      }
      let plan = try Stages.stockholm().plan(page.document)
      guard plan.accounting.unaccountedWords == 0 else { throw LostWords() }
    }
  }

  private struct LostWords: Error {}

  @Test(
    "headings in the middle or at the right edge of their columns stand apart from the cells",
    arguments: [[120.0, 240, 310, 440], [70, 262, 320, 460]])
  func shiftedHeadings(places: [Double]) throws {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    let headings = ["Indikator", "Årsmål", "KF:s årsmål år 2026", "Periodicitet"]
    page.row(zip(places, headings).map { (x: $0, text: $1) }, size: 8, isBold: true)
    page.space(4)
    for cells in [
      ["Andel som är nöjda med vården", "95 %", "90 %", "År"], ["Antal besök", "100", "", "År"],
    ] {
      row(cells, on: &page)
      page.space(4)
    }
    #expect(
      try indicators(page) == [
        ["Andel som är nöjda med vården", "95 %", "90 %", "År"], ["Antal besök", "100", "", "År"],
      ])
  }
}
