// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import FoundationXML
import Testing

@testable import StratMLExport

@Suite("Texts in XML")
struct XMLTextTests {
  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    var text = text
    text.withUTF8 { XMLText.append($0, to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "Signs of markup are references, and what XML lacks is U+FFFD",
    arguments: [
      ("Mål & medel", "Mål &amp; medel"),
      ("<script>]]>&lt;\"", "&lt;script&gt;]]&gt;&amp;lt;&quot;"),
      ("a\tb\nc", "a\tb\nc"),
      ("a\rb", "a&#13;b"),
      ("a\u{0}b\u{1}c\u{B}d\u{1F}e", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e"),
      ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
      ("\u{FFFD}\u{FEFF}\u{FF1D}", "\u{FFFD}\u{FEFF}\u{FF1D}"),
      ("\u{202E}vänd\u{2066}\u{85}", "\u{202E}vänd\u{2066}\u{85}"),
      ("\u{1F3DB}", "\u{1F3DB}"), ("", ""),
    ])
  func texts(text: String, expected: String) {
    #expect(escaped(text) == expected)
  }

  /// What a parser that is not ours gives back.
  private final class TextReader: NSObject, XMLParserDelegate {
    var text = ""

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
  }

  @Test("A parser gives back every character that XML has")
  func parsed() throws {
    let scalars = (0...0x2FF).compactMap { UInt32($0) } + [0x202E, 0xFFFD, 0x1F3DB, 0xE000]
    var text = ""
    for scalar in scalars.compactMap(Unicode.Scalar.init) { text.unicodeScalars.append(scalar) }
    var xml = XMLWriter()
    xml.text("Name", text)
    let reader = TextReader()
    let parser = XMLParser(data: Data(xml.bytes))
    parser.delegate = reader
    #expect(parser.parse())
    let expected = text.unicodeScalars.map { scalar in
      scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar) ? "\u{FFFD}" : scalar
    }
    #expect(Array(reader.text.unicodeScalars) == expected)
  }
}
