// SPDX-License-Identifier: GPL-2.0-or-later

import FoundationEssentials
import SchemaValidation
import Testing

struct VocabularySchemaTests {
  /// The built-in vocabulary as it stands in the checkout.
  private func builtInVocabulary() throws -> String {
    let checkout = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = checkout.appending(path: "Sources/SectionTokenization/Data/stockholm.json")
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  private func violations(_ json: String) throws -> [String] {
    try SchemaValidator.vocabulary().violations(in: Array(json.utf8)).map(\.description)
  }

  @Test("the built-in vocabulary is valid")
  func builtInVocabularyIsValid() throws {
    #expect(try violations(builtInVocabulary()) == [])
  }

  @Test(
    "one wrong value gives one violation at its place",
    arguments: [
      (#""scope": "enhet""#, #""scope": null"#, "/goalLabels/3/scope is null, must be a string"),
      (
        #""level": "area", "scope": null"#, #""level": "area", "scope": "enhet""#,
        #"/goalLabels/1/scope is the string "enhet", must be null"#
      ),
      (#""januari", "#, "", "/cover/months has 11 elements, must have at least 12"),
      (#""name": "Stockholm""#, #""nam": "Stockholm", "name": "x""#, "/nam is not allowed here"),
    ])
  func wrongValues(old: String, new: String, violation: String) throws {
    var json = try builtInVocabulary()
    let range = try #require(json.firstRange(of: old))
    json.replaceSubrange(range, with: new)
    #expect(try violations(json) == [violation])
  }
}
