// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

/// One plan for each remark that a finished plan may get.
struct PlanChecksTests {
  private static let cover = "Verksamhetsplan 2026 för Lönnen\n\nInledning\n\nHär är planen.\n\n"
  private static let tree =
    "KF:s inriktningsmål: 1. En stad\n\nKF:s mål för verksamhetsområdet: 1.1 Ett område\n\n"
    + "Nämndmål: Nämndens\n\nEnhetsmål: Ett mål\n\n"

  private func diagnostics(_ text: String) throws -> [Diagnostic] {
    try Stages.stockholm().plan(text).diagnostics
  }

  /// The only remark of a plan.
  private func only(_ code: String, in text: String) throws -> Diagnostic {
    let diagnostics = try diagnostics(text)
    #expect(diagnostics.map(\.code) == [code])
    return try #require(diagnostics.first)
  }

  @Test("a plan with nothing doubtful has no remark")
  func clean() throws {
    let table = " \(GoalText.indicatorHeader)\n\n Andel nöjda 95 % 90 % År\n"
    #expect(try diagnostics(Self.cover + Self.tree + table).isEmpty)
  }

  @Test("a plan without a year")
  func noYear() throws {
    let remark = try only("no-year-found", in: Self.tree)
    #expect(remark.severity == .warning)
    #expect(remark.page == nil && remark.line == nil)
  }

  @Test("a text that is no plan")
  func noGoals() throws {
    let remark = try only("no-goals-found", in: Self.cover + "Det var allt.\n")
    #expect(remark.severity == .warning)
    let letter = try diagnostics("Hej!\n\nVi ses på fredag.\n\nHälsningar\nMaj-Lis\n")
    #expect(letter.map(\.code) == ["no-year-found", "no-goals-found"])
  }

  @Test("a goal without a title")
  func noTitle() throws {
    let remark = try only(
      "goal-without-title", in: Self.cover + Self.tree + "Enhetsmål:\n\nBeskrivning\n\nEn text.\n")
    #expect(remark.severity == .warning)
    #expect(remark.line == 15)
    #expect(remark.page == 1)
    #expect(remark.message.contains("Enhetsmål:"))
  }

  @Test("a section that a goal has twice, each time after the first")
  func repeatedSection() throws {
    let sections = "Arbetssätt\n\nVi läser.\n\nUppföljning\n\nVi frågar.\n\n"
    let text = Self.cover + Self.tree
    #expect(try diagnostics(text + sections).isEmpty)
    #expect(try diagnostics(text + sections + "Enhetsmål: Ett annat\n\n" + sections).isEmpty)
    let remarks = try diagnostics(text + sections + "Ett annat mål\n\n" + sections)
    #expect(remarks.map(\.code) == ["section-repeated", "section-repeated"])
    #expect(remarks.map(\.severity) == [.warning, .warning])
    #expect(remarks.map(\.line) == [25, 29])
    #expect(remarks[0].message.contains("Ett mål") && remarks[0].message.contains("Arbetssätt"))
  }

  @Test("a level that is skipped")
  func skippedLevel() throws {
    let text = Self.cover + "KF:s inriktningsmål: 1. En stad\n\nNämndmål: Nämndens\n"
    let remark = try only("level-skipped", in: text)
    #expect(remark.severity == .info)
    #expect(remark.line == 9)
    #expect(remark.message.contains("Nämndens") && remark.message.contains("En stad"))
  }

  @Test("a number that does not belong under the one above")
  func foreignNumber() throws {
    let text =
      Self.cover + "KF:s inriktningsmål: 1. En stad\n\nKF:s mål för verksamhetsområdet: 2.1 Ett\n"
    let remark = try only("number-does-not-follow", in: text)
    #expect(remark.severity == .warning)
    #expect(remark.message.contains("2.1") && remark.message.contains("under 1"))
  }

  @Test("a number that comes after a greater one or after itself", arguments: ["1.2", "1.3"])
  func fallingNumber(number: String) throws {
    let text =
      Self.cover + "KF:s inriktningsmål: 1. En stad\n\n"
      + "KF:s mål för verksamhetsområdet: 1.3 Ett\n\n"
      + "KF:s mål för verksamhetsområdet: \(number) Två\n"
    let remark = try only("number-does-not-follow", in: text)
    #expect(remark.line == 11)
    #expect(remark.message.contains("\(number) comes after 1.3"))
  }

  @Test("numbers of several digits follow by their value")
  func manyGoals() throws {
    let areas = (1...12).map { "KF:s mål för verksamhetsområdet: 1.\($0) Område\n\n" }.joined()
    #expect(
      try diagnostics(Self.cover + "KF:s inriktningsmål: 1. En stad\n\n" + areas).isEmpty)
  }

  @Test("an activity that ends before it starts")
  func endBeforeStart() throws {
    let table = " \(GoalText.activityHeader)\n\n Vi sjunger 2026-12-31 2026-01-01\n"
    let remark = try only("end-before-start", in: Self.cover + Self.tree + table)
    #expect(remark.severity == .warning)
    #expect(remark.line == 17)
    #expect(remark.message.contains("Vi sjunger"))
  }

  @Test("a goal of the printed contents that is not in the plan")
  func missingGoal() throws {
    let text = """
      Verksamhetsplan 2026 för Lönnen
      Innehåll
      1. En stad .... 2
      1.1 Ett område .... 3
      1.2 Ett område till .... 3
      Inledning
      Här är planen.

      """
    let remark = try only("contents-goal-missing", in: text + Self.tree)
    #expect(remark.severity == .warning)
    #expect(remark.line == 5)
    #expect(remark.message.contains("1.2 “Ett område till”"))
  }

  @Test("a row that the document ends before its last cells")
  func cutShort() throws {
    let table = " \(GoalText.indicatorHeader)\n\n Andel nöjda 95 %\n"
    let remark = try only("row-cut-short", in: Self.cover + Self.tree + table)
    #expect(remark.severity == .warning)
    #expect(remark.line == 17)
    #expect(remark.message.contains("Andel nöjda"))
  }

  private static let apart = "Indikator\n\nÅrsmål\n\nKF:s årsmål\n\nPeriodicitet\n\n"

  @Test("a row whose cells do not stand together")
  func outOfOrder() throws {
    let table = Self.apart + "Andel nöjda\n\n90 %\n\nÅr\n\n95 %\n"
    let remark = try only("cells-out-of-order", in: Self.cover + Self.tree + table)
    #expect(remark.severity == .warning)
    #expect(remark.line == 23)
    #expect(remark.message.contains("Andel nöjda"))
  }

  @Test("a target that may be the council's, but not under a unit's goal")
  func targetWithoutColumn() throws {
    let table = Self.apart + "Andel nöjda\n\n90 %\n\nÅr\n"
    #expect(try diagnostics(Self.cover + Self.tree + table).isEmpty)
    let area = Self.tree.replacing("Nämndmål: Nämndens", with: table + "\nNämndmål: Nämndens")
    let remark = try only("target-without-column", in: Self.cover + area)
    #expect(remark.severity == .info)
  }

  @Test("a date that may be a start or an end")
  func dateWithoutColumn() throws {
    let table = "Aktivitet\n\nStartdatum\n\nSlutdatum\n\nVi sjunger\n\n2026-05-01\n"
    let remark = try only("date-without-column", in: Self.cover + Self.tree + table)
    #expect(remark.severity == .warning)
    #expect(remark.message.contains("Vi sjunger 2026-05-01"))
  }

  @Test("an activity without dates among others, whose cells stand apart")
  func noDates() throws {
    let table =
      "Aktivitet\n\nStartdatum\n\nSlutdatum\n\nVi sjunger\n\n2026-05-01\n\n2026-06-01\n\n"
      + "Vi lagar mat\n"
    let remark = try only("row-cut-short", in: Self.cover + Self.tree + table)
    #expect(remark.severity == .warning)
    #expect(remark.message.contains("Vi lagar mat"))
  }

  @Test("a table whose headings an extractor has cut, but no heading of a list")
  func cutHeadings() throws {
    let table = "Aktivitet\nVi sjunger\n\nStartdatu Slutdatu\nm\nm\n2026-05- 2026-0601\n01\n"
    let remark = try only("table-not-read", in: Self.cover + Self.tree + table)
    #expect(remark.severity == .warning)
    #expect(remark.line == 15)
    #expect(remark.message.contains("“Aktivitet”"))
    let list = "Arbetssätt\n\nAktiviteter\n\n- Vi sjunger.\n- Vi lagar mat.\n"
    #expect(try diagnostics(Self.cover + Self.tree + list).isEmpty)
    let sentence = "Arbetssätt\n\nVi följer upp mål, indikatorer och\naktiviteter.\n"
    #expect(try diagnostics(Self.cover + Self.tree + sentence).isEmpty)
  }

  @Test("an indicator without a name")
  func noName() throws {
    var page = PrintedPage()
    page.line("Verksamhetsplan 2026", size: 20, isBold: true)
    page.newPage()
    page.line("Inledning", size: 14, isBold: true)
    page.line("KF:s inriktningsmål: 1. En stad", size: 14, isBold: true)
    page.row([(70, "Indikator"), (220, "Årsmål"), (300, "Periodicitet")], size: 8)
    page.row([(220, "95 %"), (300, "År")], size: 8)
    let diagnostics = try Stages.stockholm().plan(page.document).diagnostics
    #expect(diagnostics.map(\.code) == ["indicator-without-name"])
    #expect(diagnostics.map(\.page) == [2])
  }

  @Test("what the importer noticed comes first")
  func importer() throws {
    let bytes = Array(Self.cover.utf8) + [0xFF, 0x0A]
    let stages = try Stages.stockholm()
    var document = try stages.document(String(decoding: bytes, as: UTF8.self))
    document.diagnostics = [Diagnostic("invalid-bytes", .warning, "x")]
    #expect(stages.plan(document).diagnostics.map(\.code) == ["invalid-bytes", "no-goals-found"])
  }
}
