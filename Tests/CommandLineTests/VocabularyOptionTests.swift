// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

struct VocabularyOptionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(OtherVocabulary.plan, to: "plan.txt")
  }

  private func inspect(_ vocabulary: String) throws -> Rodtrad.Outcome {
    try folder.write(vocabulary, to: "ord.json")
    return try Rodtrad.run("inspect", "plan.txt", "--vocabulary", "ord.json", in: folder)
  }

  private func changed(_ old: String, _ new: String) throws -> String {
    try #require(OtherVocabulary.json.contains(old))
    return OtherVocabulary.json.replacing(old, with: new)
  }

  @Test(
    "a vocabulary that cannot be used gives one line that names the fault",
    arguments: [
      (
        "\"level\": \"direction\"", "\"level\": \"top\"",
        "“top” is no level of a goal; use direction, area, committee or unit"
      ),
      ("\"scope\": \"enhet\"", "\"scope\": \"hus\"", "“hus” is no scope; use enhet or avdelning"),
      (
        "\"kind\": \"description\"", "\"kind\": \"intro\"",
        "“intro” is no kind of section; see the schema"
      ),
      (
        "\"units\"", "\"unit\"",
        "not a usable vocabulary: \"units\" is missing; see schemas/vocabulary.schema.json"
      ),
    ])
  func faults(old: String, new: String, message: String) throws {
    let outcome = try inspect(changed(old, new))
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "rodtrad: ord.json: \(message)\n")
  }

  @Test(
    "a vocabulary that cannot be read",
    arguments: [
      (
        "borta.json",
        "borta.json: the file cannot be read (No such file or directory); check the name"
      ),
      (".", ".: the file cannot be read (it is a folder); name a file in it"),
      ("", "“”: the file cannot be read (No such file or directory); check the name"),
    ])
  func unreadable(name: String, line: String) throws {
    let outcome = try Rodtrad.run("inspect", "plan.txt", "--vocabulary", name, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors == "rodtrad: \(line)\n")
  }

  @Test(
    "empty words are refused or ignored, and never stop the program",
    arguments: [
      ("[\"Vision\"]", "[\"\"]"), ("[\"Bakgrund\"]", "[\"\"]"), ("[\"Mått\"]", "[\"\"]"),
      ("[\"Vårt värde\"]", "[\"\"]"), ("[\"Årligen\", \"Månadsvis\"]", "[\"\"]"),
      ("[\"Blad\"]", "[\"\"]"), ("[\"av\"]", "[\"\"]"), ("[\"Kommer senare\"]", "[\"\"]"),
      ("[\"åtminstone\"]", "[\"\"]"), ("[\"%\", \"poäng\"]", "[\"\"]"), ("[\"och\"]", "[\"\"]"),
      ("[\"Årsplan\"]", "[\"\"]"), ("[\"utskott\"]", "[\"\"]"), ("[\"för\"]", "[\"\"]"),
      ("[\"Diarium\"]", "[\"\"]"), ("[\"kommun\"]", "[\"\"]"), ("[\"Välkommen\"]", "[\"\"]"),
      ("[\"Pengarna\"]", "[\"\"]"), ("[\"Vision\"]", "[\"  :\"]"), ("[\"Mått\"]", "[]"),
      ("[\"Vision\"]", "[]"), ("[\"Årligen\", \"Månadsvis\"]", "[]"),
    ])
  func emptyWords(old: String, new: String) throws {
    let outcome = try inspect(changed(old, new))
    #expect(outcome.status == 0 || outcome.status == 2, "ended by \(outcome.status)")
    if outcome.status == 2 {
      #expect(outcome.errorLines.count == 1)
      #expect(outcome.errors.hasPrefix("rodtrad: ord.json: "))
    } else {
      #expect(outcome.text.contains("all accounted for"))
      #expect(outcome.text.contains("Vi läser varje dag"))
    }
  }
}
