// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import PersonalData
import PlanModel
import SectionTokenization
import SourceText
import TestSupport
import Testing

struct PlanRedactorTests {
  private let redactor: PlanRedactor

  init() throws { redactor = PlanRedactor(try .stockholm()) }

  /// Keys of strings that only the program writes, or that hold dates and numbers by the schema.
  private static let keysWithoutText: Set<String> = [
    "schemaVersion", "generator", "sha256", "mediaType", "creationDate", "id", "number", "date",
    "start", "end", "level", "scope", "kind", "comparator", "severity", "type", "code",
  ]

  /// The value with an address at the end of each string that holds text.
  private func planted(_ value: Any, _ count: inout Int) -> Any {
    switch value {
    case let object as [String: Any]:
      var planted: [String: Any] = [:]
      for (key, value) in object {
        planted[key] =
          Self.keysWithoutText.contains(key) ? value : self.planted(value, &count)
      }
      return planted
    case let list as [Any]: return list.map { planted($0, &count) }
    case let text as String:
      count += 1
      return "\(text) a\(count)@example.se"
    default: return value
    }
  }

  @Test("every text of a plan is redacted")
  func everyText() throws {
    var plan = SamplePlan.complete
    plan.source.metadata.creator = "Skrivprogrammet"
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(plan))
    var count = 0
    let data = try JSONSerialization.data(withJSONObject: planted(json, &count))
    let full = try JSONDecoder().decode(PlanDocument.self, from: data)
    #expect(count > 80)
    let redacted = try JSONEncoder().encode(redactor.redacted(full))
    let text = String(decoding: redacted, as: UTF8.self)
    #expect(!text.contains("@"))
    #expect(text.components(separatedBy: "«e-post»").count == count + 1)
  }

  @Test("what is no personal data stays, ids and places too")
  func nothingElse() {
    #expect(redactor.redacted(SamplePlan.complete) == SamplePlan.complete)
    #expect(redactor.remarked(SamplePlan.complete) == SamplePlan.complete)
  }

  private var plan: PlanDocument {
    var plan = SamplePlan.complete
    plan.cover = ["Handläggare", "Gry Nilssén", "Telefon: 08-465 004 12"]
    plan.furniture = [FurnitureText(page: 2, text: "08-465 004 13 gry.nilssen@example.se")]
    plan.closing[0].blocks = [
      .paragraph(
        text: "Gry Nilssén och 19811228-9874.", at: SourcePosition(page: 3, line: 1)),
      .table(
        columns: ["Chef", "Nr"], rows: [["Tor Ek", "rektor", "08-465 004 14"]],
        at: SourcePosition(page: 4, line: 2)),
    ]
    return plan
  }

  @Test("marks stand in place of what was found")
  func marks() {
    let redacted = redactor.redacted(plan)
    #expect(redacted.cover == ["Handläggare", "«namn»", "Telefon: «telefon»"])
    #expect(redacted.furniture.map(\.text) == ["«telefon» «e-post»"])
    #expect(
      redacted.closing[0].blocks == [
        .paragraph(
          text: "«namn» och «personnummer».", at: SourcePosition(page: 3, line: 1)),
        .table(
          columns: ["Chef", "Nr"], rows: [["«namn»", "rektor", "«telefon»"]],
          at: SourcePosition(page: 4, line: 2)),
      ])
    #expect(redacted.goals == plan.goals)
    #expect(redacted.accounting == plan.accounting)
  }

  @Test("the tally counts by kind and page, the same before and after")
  func tally() {
    let rows = redactor.tally(of: plan).rows
    #expect(rows == PersonalDataTally(marksIn: redactor.redacted(plan)).rows)
    #expect(rows.map(\.page) == [nil, nil, 2, 2, 3, 3, 4, 4])
    #expect(
      rows.map(\.kind) == [
        .telephone, .name, .email, .telephone, .identityNumber, .name, .telephone, .name,
      ])
    #expect(rows.allSatisfy { $0.count == 1 })
  }

  @Test("a fact that repeats the cover is redacted and not counted again")
  func repeatedFacts() {
    var plan = SamplePlan.empty
    plan.cover = ["Enhetschef Gry Nilssén"]
    plan.plan.title = "Enhetschef Gry Nilssén"
    #expect(redactor.redacted(plan).plan.title == "Enhetschef «namn»")
    #expect(redactor.tally(of: plan).total[.name] == 1)
  }

  @Test("a remark that quotes a text quotes it redacted, also where it is cut in an address")
  func remarks() {
    var plan = SamplePlan.complete
    let text = "Aktiviteten görs i samråd med alla, skriv till gry.nilssen@example.se"
    plan.goals[0].goals[0].activities[0].text = text
    plan.diagnostics = [
      Diagnostic("end-before-start", .warning, "The activity “\(text.prefix(60))” ends."),
      Diagnostic("words-unaccounted", .error, "2 words are missing (gry, nilssen) and 0 are not."),
    ]
    let messages = redactor.redacted(plan).diagnostics.map(\.message)
    #expect(
      messages == [
        "The activity “Aktiviteten görs i samråd med alla, skriv till «e-post»” ends.",
        "2 words are missing and 0 are not.",
        "Replaced by marks: 1 e-mail address; the accounting is that of the plan before.",
      ])
  }

  @Test("without redaction a remark counts, and tells nothing else")
  func remark() throws {
    let remark = try #require(redactor.remarked(plan).diagnostics.last)
    #expect(remark.code == "personal-data-found" && remark.severity == .info)
    #expect(
      remark.message
        == "The plan holds 1 e-mail address, 3 telephone numbers, 1 personal identity number and "
        + "3 names of officials; --redact replaces them by marks.")
  }
}
