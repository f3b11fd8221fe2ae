// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import SourceText
import TestSupport
import Testing

struct TableHeaderTests {
  private let stages: Stages

  init() throws { stages = try .stockholm() }

  /// The only table of a goal whose table is these lines.
  private func table(_ header: String, row: String = "\n Andel nöjda 95 % År\n") throws
    -> TableColumns
  {
    let document = try stages.tokens("Enhetsmål: Ett mål\n\n\(header)\n\(row)")
    #expect(document.tables.count == 1)
    return try #require(document.tables.first)
  }

  private static let allRoles: [TableColumnRole] = [.name, .target, .councilTarget, .period]

  @Test(
    "a header of indicators names its columns, however it wraps",
    arguments: [
      "Indikator Årsmål KF:s årsmål år 2026 Periodicitet",
      "Indikator Årsmål KF:s årsmål 2026 Periodicitet",
      "INDIKATOR ÅRSMÅL KF:S ÅRSMÅL ÅR 2026 PERIODICITET",
      "Indikator   Årsmål   KF:s årsmål år 2026   Periodicitet",
      "Nämndens indikatorer Årsmål Kommunfullmäktiges årsmål år 2026 Periodicitet",
      " Indikator Årsmål KF:s årsmål år\n2026 Periodicitet",
      "Indikator\nÅrsmål\nKF:s årsmål år 2026\nPeriodicitet",
      "Indikator\n\nÅrsmål\n\nKF:s årsmål\når 2026\n\nPeriodicitet",
      "Indikator Årsmål KF:s\nårsmål år\n2026\nPeriodicitet",
    ])
  func indicators(header: String) throws {
    let table = try table(header)
    #expect(table.kind == .indicators)
    #expect(table.columns.map(\.role) == Self.allRoles)
    #expect(table.councilTargetYear == 2026)
  }

  @Test(
    "a caption in the words of a header belongs to the header below it",
    arguments: [
      "KF:s indikatorer\nIndikator Årsmål KF:s årsmål 2026 Periodicitet",
      "Indikatorer:\n\nIndikator   Årsmål   KF:s årsmål 2026   Periodicitet",
      "Indikator\n\nIndikator Årsmål KF:s årsmål 2026 Periodicitet",
      "KF:s indikatorer\u{C}Indikator Årsmål KF:s årsmål 2026 Periodicitet",
    ])
  func captions(header: String) throws {
    let table = try table(header)
    #expect(table.columns.map(\.role) == Self.allRoles)
    #expect(table.lineCount == 2)
    #expect(table.columns[0].heading.hasSuffix(" Indikator"))
  }

  @Test("a header without a year, and one with fewer columns, are headers")
  func fewerColumns() throws {
    let older = try table("Indikator Årsmål KF:s årsmål Periodicitet")
    #expect(older.columns.map(\.role) == Self.allRoles)
    #expect(older.councilTargetYear == nil)
    let short = try table("Indikator Årsmål Periodicitet")
    #expect(short.columns.map(\.role) == [.name, .target, .period])
  }

  @Test(
    "a header of activities names its columns",
    arguments: [
      "Aktivitet Startdatum Slutdatum", "Aktiviteter Startdatum Slutdatum",
      "Aktivitet   Startdatum   Slutdatum", "Aktivitet\nStartdatum\nSlutdatum",
      "Nämndens aktiviteter Startdatum Slutdatum",
    ])
  func activities(header: String) throws {
    let table = try table(header, row: "\n Vi gör något 2026-01-01 2026-12-31\n")
    #expect(table.kind == .activities)
    #expect(table.columns.map(\.role) == [.name, .start, .end])
  }

  @Test("the cells of a header keep their printed words")
  func headings() throws {
    let table = try table("Indikator Årsmål KF:s årsmål år 2026 Periodicitet")
    #expect(
      table.columns.map(\.heading)
        == ["Indikator", "Årsmål", "KF:s årsmål år 2026", "Periodicitet"])
  }

  @Test(
    "a sentence that begins with the word of a header is text",
    arguments: [
      "Indikatorer följs upp av nämnden varje tertial.", "Indikator saknas för målet.",
      "Aktiviteter planeras i januari.", "Indikator", "Aktivitet och rörelse ger hälsa.",
      "Indikator och årsmål beslutas av nämnden.",
    ])
  func sentences(line: String) throws {
    let text = "Enhetsmål: Ett mål\n\nBeskrivning\n\nVi följer målen noga.\n\(line)\n"
    let document = try stages.tokens(text)
    #expect(document.tables.isEmpty)
    #expect(document.tokens.count == 4)
  }

  @Test("the rows go on to the end of the table and no further")
  func extent() throws {
    let text = """
      Enhetsmål: Ett mål

       Indikator Årsmål KF:s årsmål år 2026 Periodicitet

       Andel nöjda 95 % 90 % År

       Andel trygga
      i sitt hem

      80 %  År

      Beskrivning

      En text.
      """
    #expect(
      try stages.tokens(text).tokens.map(\.shortName)
        == ["unit", "header", "row", "row", "row", "row", "description", "paragraph"])
  }

  @Test("a header at the foot of a page has its rows on the next one")
  func headerAtFoot() throws {
    let text = """
      Enhetsmål: Ett mål

       Indikator Årsmål KF:s årsmål år 2026 Periodicitet\u{C}Sid 2 (2)
       Andel nöjda 95 % 90 % År

      Beskrivning
      """
    #expect(
      try stages.tokens(text).tokens.map(\.shortName)
        == ["unit", "header", "furniture", "row", "description"])
  }

  /// The table of a page whose header stands on these lines, each so far below the one above.
  private func placedTable(_ lines: [(gap: Double, cells: [(x: Double, text: String)])]) throws
    -> TableColumns
  {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    var y = 90.0
    for line in lines {
      y += line.gap
      page.move(to: y)
      page.row(line.cells, size: 8)
    }
    page.space(4)
    page.row([(70, "Andel nöjda"), (220, "95 %"), (300, "90 %"), (400, "År")], size: 8)
    let document = stages.tokens(page.document)
    #expect(document.tables.count == 1)
    #expect(
      document.tokens.map(\.shortName).suffix(2) == [
        lines.count > 1 ? "headerRest" : "header", "row",
      ])
    return try #require(document.tables.first)
  }

  private func expectAllColumns(_ table: TableColumns) {
    #expect(table.columns.map(\.role) == Self.allRoles)
    #expect(table.columns.map(\.heading).dropFirst(2).first == "KF:s årsmål år 2026")
    #expect(table.councilTargetYear == 2026)
  }

  @Test("headings set at the top of a header of two lines")
  func headerSetAtTop() throws {
    expectAllColumns(
      try placedTable([
        (0, [(70, "Indikator"), (220, "Årsmål"), (300, "KF:s årsmål"), (400, "Periodicitet")]),
        (10, [(300, "år 2026")]),
      ]))
  }

  @Test("headings set in the middle of a header of two lines")
  func headerSetInMiddle() throws {
    expectAllColumns(
      try placedTable([
        (0, [(300, "KF:s årsmål")]),
        (5, [(70, "Indikator"), (220, "Årsmål"), (400, "Periodicitet")]),
        (5, [(300, "år 2026")]),
      ]))
  }

  @Test("headings set at the bottom of a header of two lines")
  func headerSetAtBottom() throws {
    expectAllColumns(
      try placedTable([
        (0, [(300, "KF:s årsmål")]),
        (10, [(70, "Indikator"), (220, "Årsmål"), (300, "år 2026"), (400, "Periodicitet")]),
      ]))
  }

  @Test("a heading that stands beside the others heads a column of its own, however near it is")
  func headingNearAnother() throws {
    let table = try placedTable([
      (0, [(250, "KF:s")]),
      (5, [(70, "Indikator"), (220, "Årsmål"), (400, "Periodicitet")]),
      (5, [(250, "årsmål")]),
    ])
    #expect(table.columns.map(\.role) == Self.allRoles)
    #expect(
      table.columns.map(\.heading) == ["Indikator", "Årsmål", "KF:s årsmål", "Periodicitet"])
  }

  @Test(
    "headings that narrow columns cut inside a word are whole, beside the first one or above it")
  func cutHeadings() throws {
    let beside = try placedTable([
      (0, [(70, "Indikator"), (220, "Årsmå"), (300, "KF:s"), (400, "Periodicitet")]),
      (10, [(220, "l"), (300, "årsmål")]),
    ])
    let above = try placedTable([
      (0, [(220, "Årsmå"), (242, "KF:s")]),
      (5, [(70, "Indikator"), (400, "Periodicitet")]),
      (5, [(220, "l"), (242, "årsmål")]),
    ])
    for table in [beside, above] {
      #expect(table.columns.map(\.role) == Self.allRoles)
      #expect(
        table.columns.map(\.heading) == ["Indikator", "Årsmål", "KF:s årsmål", "Periodicitet"])
    }
    let dates = try placedTable([
      (0, [(220, "Startdatu"), (300, "Slutdatu")]), (5, [(70, "Aktivitet")]),
      (5, [(220, "m"), (300, "m")]),
    ])
    #expect(dates.columns.map(\.role) == [.name, .start, .end])
    #expect(dates.columns.map(\.heading) == ["Aktivitet", "Startdatum", "Slutdatum"])
  }

  @Test("the beginning of a heading that nothing completes heads no table")
  func beginningsOnly() throws {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    page.line("Start")
    page.line("Aktivitet")
    page.line("Vi börjar i januari.")
    #expect(stages.tokens(page.document).tables.isEmpty)
  }

  @Test("a column that the vocabulary does not know is kept")
  func unknownColumn() throws {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    page.row(
      [(70, "Indikator"), (220, "Årsmål"), (300, "Utfall"), (400, "Periodicitet")], size: 8)
    page.row([(70, "Andel nöjda"), (220, "95 %"), (300, "91 %"), (400, "År")], size: 8)
    let table = try #require(stages.tokens(page.document).tables.first)
    #expect(table.columns.map(\.role) == [.name, .target, .unknown, .period])
  }

  @Test("a header that stands over many tables is read as over a single one", arguments: 0..<60)
  func repeatedHeaders(seed: Int) throws {
    var chance = Chance(seed: seed)
    let headers = [
      "Indikator Årsmål Periodicitet", "Indikator   Årsmål   Periodicitet", "Indikator\nÅrsmål",
      "Indikator Årsmål KF:s\nårsmål år\n2026", "Indikator Årsmål KF:s\nårsmål år\n2027",
      "Aktivitet Startdatum Slutdatum", "Aktivitet\nStartdatum", " Aktivitet Startdatum",
      "Indikator Årsmål KF:s\nårsmål   år\n2026",
    ]
    let rests = ["Periodicitet\n", "\n", "Slutdatum\n", "Årsmål\n", ""]
    let goals = (0..<12).map { _ in
      let header = headers[chance.below(headers.count)]
      let rest = rests[chance.below(rests.count)]
      return
        "Enhetsmål: Ett mål\n\n\(header)\n\(rest)Andel nöjda 95 % År\nDe får svara 2026-01-01\n\n"
    }
    let single = try goals.flatMap { try stages.tokens($0).tables }
    let together = try stages.tokens(goals.joined()).tables
    #expect(together.map { describe($0) } == single.map { describe($0) })
  }

  /// All of a header but where it begins.
  private func describe(_ header: TableColumns) -> String {
    let columns = header.columns.map { "\($0.role) \($0.heading) \($0.xMin)-\($0.xMax)" }
    return "\(header.lineCount) \(header.councilTargetYear ?? 0) \(header.hasPlaces) \(columns)"
  }
}
