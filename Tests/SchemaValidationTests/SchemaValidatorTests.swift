// SPDX-License-Identifier: GPL-2.0-or-later

import SchemaValidation
import Testing

struct SchemaValidatorTests {
  private func violations(_ schema: String, _ json: String) throws -> [String] {
    try SchemaValidator(schema: Array(schema.utf8)).violations(in: Array(json.utf8))
      .map(\.description)
  }

  @Test(
    "a keyword accepts what it allows and reports what it does not",
    arguments: [
      (#"{"type":["string","null"]}"#, "null", "1"), (#"{"type":"integer"}"#, "2.0", "2.5"),
      (#"{"type":"number"}"#, "1e3", "true"), (#"{"enum":[1,"a",null]}"#, "1.0", "\"b\""),
      (#"{"const":{"a":[1]}}"#, #"{"a":[1]}"#, #"{"a":[2]}"#),
      (#"{"const":"\u00e9"}"#, "\"\u{E9}\"", "\"e\u{301}\""),
      (#"{"required":["a"]}"#, #"{"a":1}"#, "{}"),
      (#"{"properties":{"a":false}}"#, "{}", #"{"a":1}"#),
      (#"{"additionalProperties":false}"#, "{}", #"{"a":1}"#),
      (#"{"additionalProperties":{"type":"null"}}"#, #"{"a":null}"#, #"{"a":1}"#),
      (#"{"propertyNames":{"pattern":"^[a-z]$"}}"#, #"{"a":1}"#, #"{"aa":1}"#),
      (#"{"items":{"minimum":1,"maximum":2}}"#, "[1,2]", "[3]"),
      (#"{"minItems":1}"#, "[0]", "[]"), (#"{"maxItems":1}"#, "[0]", "[0,1]"),
      (#"{"uniqueItems":true}"#, #"[1,"1",[1]]"#, "[1,2,1.0]"),
      (#"{"minLength":2,"maxLength":3}"#, "\"a\u{301}b\"", "\"a\u{301}bc\""),
      (#"{"pattern":"b+"}"#, "\"abba\"", "\"aa\""), (#"{"pattern":"^a$"}"#, "\"a\"", #""a\n""#),
      (#"{"allOf":[{"minimum":1},{"maximum":2}]}"#, "2", "3"),
      (#"{"anyOf":[{"type":"null"},{"minimum":2}]}"#, "null", "1"),
      (#"{"oneOf":[{"minimum":1},{"maximum":2}]}"#, "3", "1"),
      (#"{"if":{"minimum":5},"then":{"maximum":6},"else":{"maximum":2}}"#, "6", "4"),
      (##"{"$ref":"#/$defs/a","$defs":{"a":{"type":"null"}}}"##, "null", "1"),
      (#"{"format":"date","type":"string"}"#, "\"today\"", "1"),
      (
        "{\"properties\":{\"a\":{\"$ref\":\"#\"}},\"minimum\":1}", #"{"a":{"a":1}}"#,
        #"{"a":{"a":0}}"#
      ),
    ])
  func keywords(schema: String, valid: String, invalid: String) throws {
    #expect(try violations(schema, valid) == [])
    #expect(try violations(schema, invalid).count == 1)
  }

  @Test(
    "a schema that would not be honoured in full is refused",
    arguments: [
      (
        #"{"properties":{"a":{"contains":1}}}"#,
        SchemaError.unknownKeyword("contains", pointer: "/properties/a")
      ),
      (#"{"$ref":"other.json"}"#, .unresolvedReference("other.json", pointer: "")),
      (##"{"$ref":"#/$defs/a"}"##, .unresolvedReference("#/$defs/a", pointer: "")),
      (##"{"allOf":[{"$ref":"#"}]}"##, .endlessReference(pointer: "")),
      (#"{"type":"text"}"#, .malformedKeyword("type", pointer: "")),
      (#"{"minLength":-1}"#, .malformedKeyword("minLength", pointer: "")),
      (#"{"pattern":"("}"#, .malformedKeyword("pattern", pointer: "")),
      (#"{"then":true}"#, .malformedKeyword("then", pointer: "")),
      (#"{"items":[1]}"#, .notASchema(pointer: "/items")),
    ])
  func unusableSchemas(schema: String, error: SchemaError) {
    #expect(throws: error) { try SchemaValidator(schema: Array(schema.utf8)) }
  }

  @Test("a schema that is no JSON is refused with the place")
  func brokenSchema() {
    let error = #expect(throws: SchemaError.self) {
      try SchemaValidator(schema: Array("{\n  x".utf8))
    }
    #expect(error?.description == #"the schema is not JSON: line 2, column 3: unexpected "x""#)
  }

  @Test("the search ends at the limit")
  func limit() throws {
    let validator = try SchemaValidator(schema: Array(#"{"items":false}"#.utf8))
    #expect(try validator.violations(in: Array("[1,2,3,4]".utf8), limit: 3).count == 3)
  }

  @Test("a message stays on one line and is cut")
  func messages() throws {
    let long = String(repeating: "ö", count: 200)
    #expect(
      try violations(#"{"const":1}"#, "\"a\\n\\u2028\(long)\"")
        == ["the document is \"a\\n\\u{2028}\(long.prefix(57))…\", must be 1"])
  }
}
