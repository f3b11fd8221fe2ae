// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

@testable import PlanBuilding

/// The accounting must not trust the parser: it is tested with plans that were falsified.
struct WordAccountTests {
  private static let text = """
    Verksamhetsplan 2026 för Lönnen
    Innehåll
    Inledning ........ 2
    Enhetsmål: Vi möter alla lika .... 3
    Inledning
    Enheten finns för alla som bor i stadsdelen och som vill ha råd, besked eller sällskap.
    Enhetsmål: Vi möter alla lika
    Beskrivning
    Alla som kommer till oss ska bli sedda, hörda och tagna på allvar, och de ska få be-
    sked samma dag. Det gäller 95 procent av dem som kommer.
    Förväntat resultat
    - Alla är nöjda.
     Indikator Årsmål KF:s årsmål år 2026 Periodicitet

     Andel nöjda 95 % 90 % År

     Aktivitet Startdatum Slutdatum

     Vi frågar alla 2026-01-01 2026-12-31
    """

  private let document: SourceDocument
  private let plan: PlanDocument

  init() throws {
    let stages = try Stages.stockholm()
    document = try stages.document(Self.text)
    plan = stages.plan(document)
  }

  private func account(of plan: PlanDocument) -> WordAccount {
    WordAccount(lines: document.lines, plan: plan)
  }

  private func account(changing change: (inout PlanDocument) throws -> Void) rethrows -> WordAccount
  {
    var falsified = plan
    try change(&falsified)
    return account(of: falsified)
  }

  private func changeDescription(
    _ plan: inout PlanDocument, _ change: (String) -> String
  ) throws {
    let block = try #require(plan.goals.first?.sections.first?.blocks.first)
    guard case .paragraph(let text, let at) = block else {
      Issue.record("no paragraph")
      return
    }
    plan.goals[0].sections[0].blocks[0] = .paragraph(text: change(text), at: at)
  }

  @Test("a faithful plan has every word in one place")
  func faithful() {
    let account = account(of: plan)
    #expect(account.missing.isEmpty && account.invented.isEmpty)
    let accounting = account.accounting
    #expect(accounting == plan.accounting)
    #expect(accounting.unaccountedWords == 0)
    #expect(accounting.coverWords == 4)
    #expect(accounting.contentsWords == 9)
    #expect(accounting.furnitureWords == 0)
    let sum = accounting.planWords + accounting.coverWords + accounting.contentsWords
    #expect(accounting.sourceWords == sum)
  }

  @Test(
    "a word that is lost is found missing, wherever it stood",
    arguments: [
      "Lönnen", "stadsdelen", "Vi", "allvar", "besked", "95", "Andel", "Periodicitet", "2026",
      "frågar", "sällskap",
    ])
  func lostWord(word: String) throws {
    var falsified = plan
    let found = WordRemoval(word).remove(from: &falsified)
    try #require(found, "the plan has no \(word)")
    let account = account(of: falsified)
    #expect(account.accounting.unaccountedWords >= 1)
    #expect(account.missing.joined() == word)
    #expect(account.invented.isEmpty)
  }

  @Test("a whole block, row, goal or line that is lost is found missing")
  func lostParts() throws {
    let block = account { $0.goals[0].sections[0].blocks = [] }
    // The two pieces of the word that a line's end cuts count each for itself once it is lost.
    #expect(block.accounting.unaccountedWords == 29)
    let row = account { $0.goals[0].indicators = [] }
    #expect(row.missing.sorted() == ["90", "95", "Andel", "nöjda", "År"].sorted())
    let goal = account { $0.goals = [] }
    #expect(goal.accounting.unaccountedWords == goal.missing.count)
    #expect(goal.missing.count > 50)
    let header = account { $0.goals[0].tableHeaders = [] }
    #expect(header.missing.contains("Startdatum"))
    let contents = account { $0.contents = [] }
    #expect(contents.missing.count == 8)
    let cover = account { $0.cover = [] }
    #expect(cover.missing == ["Verksamhetsplan", "2026", "för", "Lönnen"])
  }

  @Test("a word that nobody printed is found invented")
  func inventedWord() throws {
    let account = try account { plan in
      try changeDescription(&plan) { $0 + " Påhittat." }
    }
    #expect(account.invented == ["Påhittat"])
    #expect(account.missing.isEmpty)
    #expect(account.accounting.unaccountedWords == 1)
  }

  @Test("a text that stands twice is found invented")
  func doubledText() {
    let account = account { plan in
      plan.goals[0].sections[0].blocks += plan.goals[0].sections[0].blocks
    }
    #expect(account.accounting.unaccountedWords == 28)
    #expect(account.missing.isEmpty)
  }

  @Test(
    "a word that was changed is found, both as it was and as it is",
    arguments: [
      ("allvar", "allvarligt"), ("95 procent", "96 procent"), ("Alla", "alla"), ("sedda", "sédda"),
      ("tagna", "ta gna"), ("hörda", "horda"),
    ])
  func changedWord(old: String, new: String) throws {
    let account = try account { plan in
      try changeDescription(&plan) { $0.replacing(old, with: new) }
    }
    #expect(!account.missing.isEmpty && !account.invented.isEmpty)
    #expect(account.accounting.unaccountedWords >= 2)
  }

  @Test("two words of one line that were run together are found")
  func gluedWords() throws {
    let account = try account { plan in
      try changeDescription(&plan) { $0.replacing("tagna på", with: "tagnapå") }
    }
    #expect(account.invented == ["tagnapå"])
    #expect(account.missing == ["tagna", "på"])
  }

  @Test("a word cut at a line's end counts as one")
  func cutWord() throws {
    #expect(plan.accounting.sourceWords == sourceWordCount - 1)
    let account = try account { plan in
      try changeDescription(&plan) { $0.replacing("besked", with: "be-sked") }
    }
    #expect(account.accounting.unaccountedWords == 0)
    #expect(account.accounting.sourceWords == sourceWordCount)
  }

  /// Runs of letters and digits, counted without the program's help.
  private var sourceWordCount: Int {
    Self.text.split { !$0.isLetter && !$0.isNumber }.count
  }

  @Test("the diagnostics name the words")
  func diagnostics() throws {
    var falsified = plan
    try changeDescription(&falsified) { $0.replacing("allvar", with: "påhitt") }
    let account = account(of: falsified)
    falsified.accounting = account.accounting
    let diagnostics = PlanChecks().diagnostics(for: falsified, account: account)
    let remark = try #require(diagnostics.first { $0.code == "words-unaccounted" })
    #expect(remark.severity == .error)
    #expect(remark.message.contains("allvar") && remark.message.contains("påhitt"))
    let clean = PlanChecks().diagnostics(for: plan, account: self.account(of: plan))
    #expect(!clean.contains { $0.code == "words-unaccounted" })
  }

  @Test(
    "words come out even where a piece of a cut word stands elsewhere too, and where a row lacks all",
    arguments: [
      "Indikator\nKFs årsmål 2026\nGott\nårsmål\u{AD}\nKort",
      "Aktivitet\nStartdatum\nSlutdatum\nRöja 85 ris 2026-01-01 2026-02-01\u{AD}\n2026-03-01",
      "Aktivitet Startdatum Slutdatum\n\nGranska i två stads- 2026-01-01\ndelar\n\n2026-02-01\n\n"
        + "Stadsdelar samlas 2026-01-01 2026-02-01",
      "Indikator\n\nÅrsmål\n\n85 %", "Indikator\n\nÅrsmål\n\n85 %\n\n90 %\n\n95 %",
    ])
  func oddTables(text: String) throws {
    let stages = try Stages.stockholm()
    let plan = try stages.plan(stages.document("Enhetsmål: Leka\n\n\(text)"))
    #expect(plan.accounting.unaccountedWords == 0)
  }

  @Test("a text whose lines all end in a hyphen takes no time with the square of its length")
  func endlessWord() throws {
    let letters = Array("abcdefghij")
    let lines = (10_000..<30_000).map { number in
      String(String(number).map { letters[$0.wholeNumberValue ?? 0] }) + "-"
    }.joined(separator: "\n")
    let stages = try Stages.stockholm()
    let text = "Enhetsmål: Ett mål\n\nBeskrivning\n\n\(lines)\n"
    // A few seconds in a debug build, and minutes where the time has the square of the length.
    #expect(
      try ContinuousClock().measure { _ = stages.plan(try stages.document(text)) } < .seconds(30))
  }
}
