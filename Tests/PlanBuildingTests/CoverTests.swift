// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

struct CoverTests {
  private static let rest = "\nInledning\n\nEn text om enheten.\n\nEnhetsmål: Ett mål\n"

  private func facts(_ cover: String, rest: String = CoverTests.rest) throws -> PlanFacts {
    try Stages.stockholm().plan(cover + "\n" + rest).plan
  }

  @Test("a first page gives its facts")
  func wholePage() throws {
    let facts = try facts(
      """
      Lönnens mottagning
      Norra Ekuddens stadsdelsförvaltning
      Tjänsteutlåtande
      Dnr: NE 2025/717-1.1.
      2025-12-03
      Handläggare
      Maj-Lis Ödqvist
      Telefon: 08-000 43 02
      Till
      Norra Ekuddens stadsdelsnämnd
      Lindvikens stad
      Verksamhetsplan 2026 för Lönnens mottagning
      Förslag till beslut
      """)
    #expect(facts.documentType == "Verksamhetsplan")
    #expect(facts.title == "Verksamhetsplan 2026 för Lönnens mottagning")
    #expect(facts.year == 2026)
    #expect(facts.unit == "Lönnens mottagning")
    #expect(facts.committee == "Norra Ekuddens stadsdelsnämnd")
    #expect(facts.municipality == "Lindvikens stad")
    #expect(facts.diaryNumber == "NE 2025/717-1.1")
    #expect(facts.date == "2025-12-03")
  }

  @Test(
    "a diary number stands after its label or below it",
    arguments: [
      ("Dnr: 2017-717-1.1.", "2017-717-1.1"), ("Dnr 2017-717-1.1", "2017-717-1.1"),
      ("DNR: 1.2.1-2025", "1.2.1-2025"), ("Diarienummer: SN 2025/12", "SN 2025/12"),
      ("Dnr:\nSN 2025/12", "SN 2025/12"), ("Dnr.: SN 12", "SN 12"),
    ])
  func diaryNumbers(lines: String, number: String) throws {
    #expect(try facts("Verksamhetsplan 2026\n\(lines)").diaryNumber == number)
  }

  @Test(
    "a date is written in figures or with the month's name",
    arguments: [
      ("2025-12-03", "2025-12-03"), ("3 december 2025", "2025-12-03"),
      ("Lindviken 20 Januari 2025", "2025-01-20"), ("Datum 2025-12-03", "2025-12-03"),
      ("32 december 2025", nil), ("3 decembris 2025", nil),
    ])
  func dates(line: String, date: String?) throws {
    #expect(try facts("Verksamhetsplan 2026\n\(line)").date == date)
  }

  @Test("a title goes on where its line ends in the word before the unit")
  func wrappedTitle() throws {
    let facts = try facts("Verksamhetsplan 2026 för\nLönnens mottagning\nSida ett")
    #expect(facts.title == "Verksamhetsplan 2026 för Lönnens mottagning")
    #expect(facts.unit == "Lönnens mottagning")
  }

  @Test(
    "a title goes on with a line that begins with a small letter and is no address",
    arguments: [
      ("mottagning", "Lönnens mottagning"),
      ("och Ekens mottagningar", "Lönnens och Ekens mottagningar"),
      ("start.lindviken", "Lönnens"), ("lonnen@lindviken.se", "Lönnens"),
    ])
  func titleInsideName(line: String, unit: String) throws {
    #expect(try facts("Verksamhetsplan 2026 för Lönnens\n\(line)\nSida ett").unit == unit)
  }

  @Test("the name of a committee goes on over two lines")
  func wrappedCommittee() throws {
    let facts = try facts("Verksamhetsplan 2026\nNorra Ekuddens\nstadsdelsnämnd\nDnr: 12")
    #expect(facts.committee == "Norra Ekuddens stadsdelsnämnd")
    #expect(facts.unit == "Norra Ekuddens stadsdelsnämnd")
  }

  @Test(
    "the unit is what the title names, or the first name that is no office's",
    arguments: [
      ("Ekuddens stadsdelsnämnd\nVerksamhetsplan 2026\nLönnens mottagning", "Lönnens mottagning"),
      ("Ekuddens stadsdelsnämnd\nVerksamhetsplan 2026", "Ekuddens stadsdelsnämnd"),
      (
        "Ekuddens stadsdelsnämnd\nVerksamhetsplan 2026\nFörslag till beslut",
        "Ekuddens stadsdelsnämnd"
      ),
      (
        "Ekuddens stadsdelsförvaltning\nHandläggare\nMaj Ek\nTill\nEkuddens stadsdelsnämnd\n"
          + "Verksamhetsplan för 2026\nLönnens mottagning", "Lönnens mottagning"
      ),
      ("Verksamhetsplan Lönnens mottagning och stöd 2026", "Lönnens mottagning och stöd"),
      ("Verksamhetsplan för Lönnens mottagning 2026", "Lönnens mottagning"),
      ("Verksamhetsplan och underlag för budget 2026 för Lönnen för alla", "Lönnen för alla"),
      ("Verksamhetsplan för år 2026\nLönnens mottagning", "Lönnens mottagning"),
      ("Verksamhetsplan 2026 Enheten för stöd och boende", "Enheten för stöd och boende"),
      ("Förslag till verksamhetsplan 2026 för\nLönnens mottagning", "Lönnens mottagning"),
      (
        "Ekuddens stadsdelsförvaltning\nVerksamhetsplan 2026\nFörslag till beslut\n"
          + "1. Nämnden godkänner planen.\nSammanfattning", "Ekuddens stadsdelsförvaltning"
      ),
    ])
  func unit(cover: String, unit: String) throws {
    #expect(try facts(cover).unit == unit)
  }

  @Test("a proposal has the kind of document that it is one of")
  func proposal() throws {
    let facts = try facts("Förslag till verksamhetsplan 2026 för Ekuddens stadsdelsnämnd")
    #expect(facts.documentType == "Verksamhetsplan")
    #expect(facts.title == "Förslag till verksamhetsplan 2026 för Ekuddens stadsdelsnämnd")
    #expect(facts.year == 2026)
    #expect(facts.unit == "Ekuddens stadsdelsnämnd")
    #expect(facts.committee == "Ekuddens stadsdelsnämnd")
  }

  @Test(
    "the kind of document may be cut, shortened or in capitals",
    arguments: [
      ("Verksamhets-\nplan 2026", "Verksamhetsplan", "Verksamhetsplan 2026"),
      ("VP 2026", "VP", "VP 2026"),
      ("VERKSAMHETSPLAN 2026", "VERKSAMHETSPLAN", "VERKSAMHETSPLAN 2026"),
    ])
  func documentType(lines: String, type: String, title: String) throws {
    let facts = try facts("\(lines)\nLönnens mottagning")
    #expect(facts.documentType == type)
    #expect(facts.title == title)
    #expect(facts.year == 2026)
    #expect(facts.unit == "Lönnens mottagning")
  }

  @Test(
    "a text of one page has the facts of its cover without a known heading below it",
    arguments: [
      "Verksamhetsplan 2026 för Lönnens mottagning\n\nVi finns till för alla som vill ha råd.\n",
      "Verksamhetsplan 2026 för\nLönnens mottagning\n\nOm oss\n\nVi finns för alla som vill ha råd.\n",
      "Verksamhetsplan 2026 för Lönnens mottagning\nVi finns till för alla som vill ha råd.\n",
      "Verksamhetsplan 2026 för Lönnens mottagning\nDnr: 12\n2025-12-03\n",
      "Verksamhetsplan 2026\nLönnens mottagning\n\nVi finns till för alla som vill ha råd.\n",
      "Verksamhetsplan 2026\n\nLönnens mottagning\n\nDnr: 12\n",
    ])
  func onePage(front: String) throws {
    let plan = try Stages.stockholm().plan(front + "\nEnhetsmål: Ett mål\n\nEn text.\n")
    #expect(plan.plan.title?.hasPrefix("Verksamhetsplan 2026") == true)
    #expect(plan.plan.unit == "Lönnens mottagning")
    #expect(plan.plan.year == 2026)
    #expect(plan.accounting.unaccountedWords == 0)
    let isText = front.contains("Vi finns")
    #expect(!plan.introduction.isEmpty == isText)
    #expect(plan.introduction.first?.heading == (front.contains("Om oss") ? "Om oss" : nil))
  }

  @Test(
    "a text of one page that begins with a sentence has no title",
    arguments: [
      "Verksamhetsplanen säger vad vi ska göra under året.\n",
      "Verksamhetsplan 2026 har tagits fram av alla som arbetar i enheten\nunder hösten 2025.\n",
    ])
  func onePageWithoutCover(front: String) throws {
    let plan = try Stages.stockholm().plan(front + "\nEnhetsmål: Ett mål\n\nEn text.\n")
    #expect(plan.cover.isEmpty)
    #expect(plan.plan.title == nil)
  }

  @Test("without a title the first line that can be a name is the unit's")
  func noTitle() throws {
    let facts = try facts("Tjänsteutlåtande\nDnr: 12\n2025-12-03\nLönnens mottagning\nTill")
    #expect(facts.unit == "Lönnens mottagning")
    #expect(facts.title == nil)
    #expect(facts.documentType == nil)
  }

  @Test("where there is no cover nothing is said but the year")
  func noCover() throws {
    let facts = try facts("", rest: "Inledning\n\nEn text.\n\nEnhetsmål: Ett mål\n")
    #expect(facts == PlanFacts())
  }

  @Test("the year of a plan without a cover is read from its tables and headings")
  func yearFromRest() throws {
    let header = try facts(
      "", rest: "Enhetsmål: Ett\n\n \(GoalText.indicatorHeader)\n\n Nöjda 1 % 2 % År\n")
    #expect(header.year == 2026)
    let activities = try facts(
      "",
      rest: "Enhetsmål: Ett\n\n \(GoalText.activityHeader)\n\n Ett 2025-01-01 2025-12-31\n\n"
        + " Två 2025-01-01 2026-12-31\n\n Tre 2025-01-01 2025-06-30\n")
    #expect(activities.year == 2025)
    let heading = try facts(
      "",
      rest:
        "Inledning\n\nEn text om enheten och om alla som arbetar där i dag.\n\nVad vi vill 2024\n"
        + "Vi vill alla väl i år, och det ska märkas i allt som vi gör.\n")
    #expect(heading.year == 2024)
  }

  @Test("a table's header outvotes a heading, and a heading the ends of activities")
  func votes() throws {
    let activities = (1...3).map { " Vi gör \($0) 2026-01-01 2027-0\($0)-01\n\n" }.joined()
    let rows = "\n \(GoalText.activityHeader)\n\n\(activities)"
    let heading =
      "Inledning\n\nEn text om enheten och om alla som arbetar där i dag.\n\nVad vi vill 2024\n"
      + "Vi vill alla väl i år, och det ska märkas i allt som vi gör.\n\n"
    let goal = "Enhetsmål: Ett\n"
    let header = "\n \(GoalText.indicatorHeader)\n\n Nöjda 1 % 2 % År\n"
    #expect(try facts("", rest: goal + rows).year == 2027)
    #expect(try facts("", rest: heading + goal + rows).year == 2024)
    #expect(try facts("", rest: heading + goal + header + rows).year == 2026)
  }

  @Test("the year of the title outranks all others")
  func titleYear() throws {
    let rest = "\nEnhetsmål: Ett\n\n \(GoalText.indicatorHeader)\n\n Nöjda 1 % 2 % År\n"
    #expect(try facts("Verksamhetsplan 2027", rest: "\nInledning\n" + rest).year == 2027)
  }
}
