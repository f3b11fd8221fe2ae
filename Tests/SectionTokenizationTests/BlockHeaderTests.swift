// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import SourceText
import TestSupport
import Testing

/// Headers and extents of tables whose cells are blocks, as `pdftotext` writes them.
struct BlockHeaderTests {
  private let stages: Stages

  init() throws { stages = try .stockholm() }

  private func tokens(_ blocks: String...) throws -> TokenizedDocument {
    try stages.tokens("Enhetsmål: Ett mål\n\n" + blocks.joined(separator: "\n\n") + "\n")
  }

  private static let indicators = "Indikator\n\nÅrsmål\n\nKF:s årsmål år 2026\n\nPeriodicitet"

  @Test("blank lines between headings part the cells too")
  func apart() throws {
    let document = try tokens(Self.indicators, "Andel nöjda", "95 %", "90 %", "År")
    #expect(document.tables.map(\.cellsStandApart) == [true])
    #expect(document.tables.map(\.columns.count) == [4])
  }

  @Test(
    "other headers have cells that stand together",
    arguments: [
      "Indikator Årsmål KF:s årsmål år 2026 Periodicitet",
      "Indikator\nÅrsmål\nKF:s årsmål år 2026\nPeriodicitet",
      "Indikator Årsmål\n\nKF:s årsmål år 2026\n\nPeriodicitet",
      "Indikator   Årsmål   KF:s årsmål år 2026   Periodicitet",
    ])
  func together(header: String) throws {
    let document = try tokens(header, "Andel nöjda 95 % 90 % År")
    #expect(document.tables.map(\.cellsStandApart) == [false])
  }

  @Test("the first heading alone is a header where the others come below the first name")
  func nameHeadingAlone() throws {
    let document = try tokens(
      "Indikator\nAndel nöjda besökare", "Årsmål", "KF:s årsmål Periodicitet\nFastställs\n2026",
      "År",
      "Indikator\nAndel nöjda medarbetare", "Årsmål", "KF:s årsmål Periodicitet\n95 %", "År")
    #expect(document.tables.map(\.cellsStandApart) == [true, true])
    #expect(document.token(of: "Årsmål") == .lateTableHeading)
    #expect(document.token(of: "KF:s årsmål Periodicitet") == .lateTableHeading)
    #expect(document.token(of: "Andel nöjda medarbetare") == .tableRow)
  }

  @Test(
    "the first heading alone is text where no other one begins a block below it",
    arguments: [
      "Indikator\nVi har ingen i år.\n\nArbetssätt",
      "Indikator\nVi väljer en.\nPeriodicitet\n\nArbetssätt",
      "Indikator\nVi väljer en.\n\n\u{C}Vi mäter den.\n\nÅrsmål\n\nArbetssätt",
    ])
  func nameHeadingInText(text: String) throws {
    let document = try tokens(text)
    let first = document.listing.first { $0.text == "Indikator" }
    #expect(first?.token == .paragraph)
  }

  @Test("a header that is the first heading alone is looked for anew each time")
  func nameHeadingAgain() throws {
    let document = try tokens(
      "Indikator\nAndel nöjda besökare", "Årsmål", "95 %", "År", "Arbetssätt", "Vi mäter.",
      "Indikator\nVi har ingen till.")
    #expect(document.tables.count == 1)
    #expect(document.listing.last { $0.text == "Indikator" }?.token != .tableHeader(table: 1))
  }

  @Test("a late heading wraps, and a period below it is a cell")
  func lateHeading() throws {
    let document = try tokens(
      "Indikator\n\nÅrsmål", "Andel nöjda", "95 %", "KF:s\nårsmål", "Periodicitet\nÅr")
    #expect(document.token(of: "KF:s") == .lateTableHeading)
    #expect(document.token(of: "årsmål") == .lateTableHeading)
    #expect(document.token(of: "Periodicitet") == .lateTableHeading)
    #expect(document.token(of: "År") == .tableRow)
  }

  @Test("cells and headings after the last whole row are of the table")
  func movedCells() throws {
    let document = try tokens(
      "Indikator\n\nÅrsmål", "Andel nöjda", "90 %", "År", "95 %", "KF:s årsmål Periodicitet",
      "Beskrivning", "Vi arbetar.")
    #expect(document.token(of: "95 %") == .tableRow)
    #expect(document.token(of: "KF:s årsmål Periodicitet") == .lateTableHeading)
    #expect(document.token(of: "Vi arbetar.") == .paragraph)
  }

  @Test("a sentence or a list after the last row is text")
  func textAfterTable() throws {
    let document = try tokens(
      Self.indicators, "Andel nöjda", "95 %", "90 %", "År", "Vi mäter två gånger om året.")
    #expect(document.token(of: "Vi mäter två gånger om året.") == .paragraph)
    let list = try tokens(Self.indicators, "Andel nöjda", "95 %", "90 %", "År", "• Vi mäter nu")
    #expect(list.token(of: "• Vi mäter nu") != .tableRow)
  }

  @Test("headings of the other kind of table among the cells are headings")
  func otherHeadings() throws {
    let document = try tokens(
      "Aktivitet\n\nStartdatum\n\nSlutdatum", "Vi sjunger", "2026-01-01", "2026-12-31",
      "Periodicitet", "Arbetssätt")
    #expect(document.token(of: "Periodicitet") == .lateTableHeading)
  }
}
