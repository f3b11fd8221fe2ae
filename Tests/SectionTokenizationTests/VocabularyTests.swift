// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SectionTokenization
import SourceText
import TestSupport
import Testing

struct VocabularyTests {
  @Test("the built-in vocabulary loads and knows every kind of section and level")
  func builtIn() throws {
    let vocabulary = try Vocabulary.stockholm()
    #expect(vocabulary.name == "Stockholm")
    #expect(
      Set(vocabulary.sectionHeadings.map(\.kind))
        == Set(SectionHeadingKind.allCases.map(\.rawValue)))
    #expect(Set(vocabulary.goalLabels.map(\.level)) == ["direction", "area", "committee", "unit"])
    _ = try VocabularyIndex(vocabulary)
  }

  /// A change of a sound vocabulary file, and what is said of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let error: VocabularyError

    var testDescription: String { "\(old) → \(new)" }
  }

  @Test(
    "a fault is named with its place",
    arguments: [
      Fault(
        old: "\"level\": \"direction\"", new: "\"level\": \"top\"", error: .unknownLevel("top")),
      Fault(old: "\"scope\": \"enhet\"", new: "\"scope\": \"hus\"", error: .unknownScope("hus")),
      Fault(
        old: "\"kind\": \"description\"", new: "\"kind\": \"intro\"",
        error: .unknownSectionKind("intro")),
      Fault(
        old: "\"units\"", new: "\"unit\"", error: .malformed("\"units\" is missing")),
      Fault(
        old: "\"labels\": [\"Vision\"]", new: "\"labels\": \"Vision\"",
        error: .malformed("a value of the wrong type at .goalLabels[0].labels")),
      Fault(
        old: "\"name\": [\"Mått\"]", new: "\"name\": null",
        error: .malformed("a value of the wrong type at .indicatorTable.name")),
      Fault(
        old: "\"headings\": [\"Så gör vi\"]", new: "\"headings\": [\"Så gör vi\", 3]",
        error: .malformed("a value of the wrong type at .sectionHeadings[2].headings[1]")),
      Fault(
        old: "\"period\": [\"Mäts\"]", new: "\"perod\": [\"Mäts\"]",
        error: .malformed("\"period\" is missing at .indicatorTable")),
      Fault(
        old: "\"units\"", new: "\"periods\"", error: .malformed("key \"periods\" occurs twice")),
      Fault(old: "\"schemaVersion\"", new: "schemaVersion", error: .malformed("not JSON")),
    ])
  func faults(fault: Fault) throws {
    let range = try #require(OtherVocabulary.json.firstRange(of: fault.old))
    let json = OtherVocabulary.json.replacingCharacters(in: range, with: fault.new)
    #expect(throws: fault.error) {
      _ = try VocabularyIndex(Vocabulary(json: Array(json.utf8)))
    }
  }

  @Test(
    "what is no JSON is malformed",
    arguments: ["", "[]", "{", "\u{0}", "hej"])
  func noJSON(text: String) {
    #expect {
      _ = try Vocabulary(json: Array(text.utf8))
    } throws: { error in
      guard case .malformed? = error as? VocabularyError else { return false }
      return true
    }
  }

  @Test(
    "what editors and later versions add is passed over",
    arguments: [
      ("{", "\u{FEFF}{"), ("\"name\"", "\"colour\": [{ \"a\": null }], \"name\""),
      ("\"level\"", "\"note\": 1.5, \"level\""), ("\"scope\": null, ", ""),
      ("\"cover\"", "\"personalData\": null, \"cover\""),
    ])
  func additions(old: String, new: String) throws {
    let range = try #require(OtherVocabulary.json.firstRange(of: old))
    let json = OtherVocabulary.json.replacingCharacters(in: range, with: new)
    let vocabulary = try Vocabulary(json: Array(json.utf8))
    #expect(vocabulary.name == "Klippvik")
    #expect(vocabulary.goalLabels.map(\.scope) == [nil, nil, nil, "enhet", "avdelning"])
    #expect(vocabulary.personalData == nil)
  }

  @Test("another municipality's words are a file, and its plan is read to the end")
  func otherMunicipality() throws {
    let stages = try Stages(Vocabulary(json: Array(OtherVocabulary.json.utf8)))
    let plan = try stages.plan(OtherVocabulary.plan)
    #expect(plan.plan.documentType == "Årsplan")
    #expect(plan.plan.year == 2031)
    #expect(plan.plan.unit == "Fyrens skola")
    #expect(plan.introduction.map(\.heading) == ["Välkommen"])
    #expect(plan.closing.map(\.heading) == ["Pengarna"])
    let direction = try #require(plan.goals.first)
    #expect(direction.title == "Klippvik lever")
    let committee = try #require(direction.goals.first?.goals.first)
    #expect(committee.title == "Alla får vara med")
    #expect(committee.goals.map(\.title) == ["Vi läser varje dag", "Vi sjunger"])
    #expect(committee.goals.map(\.scope) == [.enhet, .avdelning])
    let promise = try #require(committee.goals.first)
    #expect(promise.number == "1.2.1")
    #expect(promise.sections.map(\.kind) == [.description, .expectedResults])
    #expect(promise.sections.map(\.heading) == ["Bakgrund", "Vad vi vill se"])
    #expect(plan.accounting.unaccountedWords == 0)
  }

  @Test("another municipality's tables are read by its own words")
  func otherTables() throws {
    let stages = try Stages(Vocabulary(json: Array(OtherVocabulary.json.utf8)))
    let plan = try stages.plan(OtherVocabulary.plan)
    let promise = try #require(plan.goals.first?.goals.first?.goals.first?.goals.first)
    let indicator = try #require(promise.indicators.first)
    #expect(promise.indicators.count == 1)
    #expect(indicator.name == "Antal lånade böcker")
    #expect(indicator.target?.comparator == .atLeast)
    #expect(indicator.target?.value == 90)
    #expect(indicator.councilTarget?.raw == "80 %")
    #expect(indicator.councilTargetYear == 2031)
    #expect(indicator.period == "Årligen")
    let activity = try #require(promise.activities.first)
    #expect(promise.activities.count == 1)
    #expect(activity.text == "Ny bokbuss")
    #expect(activity.start == "2031-01-01")
    #expect(activity.end == "2031-06-30")
  }

  @Test("the built-in vocabulary finds no goal in such a plan, and says so")
  func wrongVocabulary() throws {
    let plan = try Stages.stockholm().plan(OtherVocabulary.plan)
    #expect(plan.goals.isEmpty)
    #expect(plan.diagnostics.contains { $0.code == "no-goals-found" })
    #expect(plan.accounting.unaccountedWords == 0)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + self[range.upperBound...]
  }
}
