// SPDX-License-Identifier: GPL-2.0-or-later

import PlanExport
import TestSupport
import Testing

struct JSONByteWriterTests {
  private func text(
    _ style: JSONStyle = .compact, _ write: (inout JSONByteWriter) -> Void
  ) -> String {
    var writer = JSONByteWriter(style: style)
    write(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "a string carries the escapes of RFC 8259 and no others",
    arguments: [
      ("", #""""#), ("å/é 🙂", #""å/é 🙂""#), ("a\"b\\c", #""a\"b\\c""#),
      ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#), ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""),
    ])
  func stringsAreEscaped(string: String, json: String) {
    #expect(text { $0.string(string) } == json)
  }

  @Test(
    "a number is the shortest that reads back, whole numbers without a fraction",
    arguments: [
      (7.2, "7.2"), (10_000, "10000"), (-0.3, "-0.3"), (0, "0"), (0.1 + 0.2, "0.30000000000000004"),
      (-0.0, "-0"), (-12, "-12"), (9_007_199_254_740_991, "9007199254740991"), (1e16, "1e+16"),
      (1e300, "1e+300"), (.infinity, "null"), (.nan, "null"),
    ])
  func numbersAreShortest(number: Double, json: String) {
    #expect(text { $0.number(number) } == json)
  }

  @Test("compact JSON stands on one line without spaces")
  func compactLayout() {
    let json = text { json in
      json.object { json in
        json.member("a", ["x", "y"])
        json.member("b", nil as Int?)
        json.member("c", true)
        json.key("d")
        json.object { _ in }
      }
    }
    #expect(json == #"{"a":["x","y"],"b":null,"c":true,"d":{}}"#)
  }

  @Test("indented JSON has two spaces a level, and empty containers on one line")
  func indentedLayout() {
    let json = text(.indented) { json in
      json.object { json in
        json.member("a", [1, 2]) { $0.integer($1) }
        json.member("b", [String]())
      }
    }
    #expect(json == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}")
  }
  @Test("a string is escaped alike wherever its characters stand", arguments: 0..<200)
  func escapesAnywhere(seed: Int) {
    var chance = Chance(seed: seed)
    let pieces = ["a", "verksamhet", "å", "\"", "\\", "\n", "\u{1}", "•", "/", "\u{7F}"]
    let string = (0..<chance.below(25)).map { _ in
      pieces[chance.below(chance.below(4) == 0 ? pieces.count : 3)]
    }.joined()
    let escaped = string.unicodeScalars.map { scalar in
      switch scalar {
      case "\"": #"\""#
      case "\\": #"\\"#
      case "\n": #"\n"#
      case "\u{1}": #"\u0001"#
      default: String(scalar)
      }
    }
    #expect(text { $0.string(string) } == "\"\(escaped.joined())\"")
  }

  @Test(
    "a whole number has all its digits",
    arguments: [
      0, 7, -7, 10, 99, 100, 1_000_000, 99_999_999, -99_999_999, 100_000_000, -1_234_567_890,
      1_000_000_000_000_000_000, .max, .min,
    ])
  func wholeNumbers(number: Int) {
    #expect(text { $0.integer(number) } == String(number))
  }

  @Test("strings and keys of any length are written whole while the writer grows")
  func growing() {
    let lengths = Array(0..<70) + [5_000]
    let json = text(.indented) { json in
      json.array(lengths) { json, length in
        json.object { $0.member("key", String(repeating: "å", count: length) + ".") }
      }
    }
    let items = lengths.map { length in
      "  {\n    \"key\": \"\(String(repeating: "å", count: length)).\"\n  }"
    }
    #expect(json == "[\n\(items.joined(separator: ",\n"))\n]")
  }

  @Test("containers may lie deep in each other", arguments: [1, 4, 5, 20, 60, 300])
  func deepLayout(depth: Int) {
    func write(_ depth: Int, _ json: inout JSONByteWriter) {
      json.array(0..<2) { json, element in
        if element == 0, depth > 1 { write(depth - 1, &json) } else { json.integer(element) }
      }
    }
    let indented = text(.indented) { write(depth, &$0) }
    let lines = indented.split(separator: "\n")
    #expect(lines.count == 3 * depth + 1)
    #expect(
      indented.filter { $0 != " " && $0 != "\n" } == text { write(depth, &$0) })
    let indents = lines.map { $0.prefix { $0 == " " }.count }
    let inner = (1...depth).map { 2 * $0 }
    #expect(indents == [0] + inner + inner.reversed().flatMap { [$0, $0 - 2] })
  }
}
