// SPDX-License-Identifier: GPL-2.0-or-later

import JSONScanning
import SchemaValidation
import Testing

struct JSONReadingTests {
  /// The error of reading the bytes, or nil where they are JSON.
  private func error(_ json: [UInt8]) throws -> JSONSyntaxError? {
    let validator = try SchemaValidator(schema: Array("true".utf8))
    do {
      _ = try validator.violations(in: json)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "JSON is read",
    arguments: [
      " {} ", "[]", "null", "-0.5e-3", "0", #""\ud83d\ude42\/\u00e5\"""#,
      "[[],{},[1,2,{\"a\":[]}]]",
      "\r\n\t[true,false]",
    ])
  func readable(json: String) throws {
    #expect(try error(Array(json.utf8)) == nil)
  }

  @Test(
    "what is not JSON is refused with line and column",
    arguments: [
      ("", "line 1, column 1: the JSON ends too early"),
      ("{\"a\":1,\n \"a\":2}", "line 2, column 2: key \"a\" occurs twice"),
      ("{\"a\":1,\n \"\\u0061\":2}", "line 2, column 2: key \"a\" occurs twice"),
      ("[1,]", "line 1, column 4: unexpected \"]\""),
      ("[1 2]", "line 1, column 4: unexpected \"2\""),
      ("{a:1}", "line 1, column 2: unexpected \"a\""),
      ("[1", "line 1, column 3: the JSON ends too early"),
      ("{\"a\"", "line 1, column 5: the JSON ends too early"),
      ("\"a", "line 1, column 3: the JSON ends too early"),
      ("tru", "line 1, column 4: the JSON ends too early"),
      ("nul1", "line 1, column 4: unexpected \"1\""), ("01", "line 1, column 1: malformed number"),
      ("-", "line 1, column 1: malformed number"), ("1.", "line 1, column 1: malformed number"),
      ("1e", "line 1, column 1: malformed number"),
      ("1e999", "line 1, column 1: number out of range"),
      ("1 2", "line 1, column 3: something follows the end of the JSON value"),
      (#""\x""#, "line 1, column 2: malformed escape in a string"),
      (#""\ud83d""#, "line 1, column 2: malformed escape in a string"),
      (#""\ude42""#, "line 1, column 2: malformed escape in a string"),
      (#""\ud83d\u0041""#, "line 1, column 2: malformed escape in a string"),
      ("\"a\nb\"", "line 1, column 3: unescaped control character in a string"),
      ("\u{FEFF}1", "line 1, column 1: unexpected byte 0xEF"),
    ])
  func unreadable(json: String, description: String) throws {
    #expect(try error(Array(json.utf8))?.description == description)
  }

  @Test(
    "a string that is not UTF-8 is refused",
    arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80]])
  func invalidUTF8(bytes: [UInt8]) throws {
    let error = try error([0x22] + bytes + [0x22])
    #expect(error?.reason == .invalidUTF8)
  }

  @Test("nesting is read to the limit and refused beyond it")
  func nesting() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array(repeating: UInt8(ascii: "["), count: depth)
        + Array(repeating: UInt8(ascii: "]"), count: depth)
    }
    #expect(try error(nested(512)) == nil)
    #expect(try error(nested(513))?.reason == .nestedTooDeep(limit: 512))
    #expect(
      try error(Array(repeating: UInt8(ascii: "["), count: 1_000_000))?.reason
        == .nestedTooDeep(limit: 512))
  }

  @Test("a hostile plan as deep as the limit is checked without a crash")
  func deepPlan() throws {
    let validator = try SchemaValidator.plan()
    let depth = 250
    let json =
      String(repeating: #"{"goals":["#, count: depth) + String(repeating: "]}", count: depth)
    #expect(!(try validator.violations(in: Array(json.utf8), limit: 100_000)).isEmpty)
  }
}
