// SPDX-License-Identifier: GPL-2.0-or-later

import PlanExport
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
}
