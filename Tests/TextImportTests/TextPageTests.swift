// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText
import Testing
import TextImport

struct TextPageTests {
  private func document(_ text: String) throws -> SourceDocument {
    try TextImporter().document(from: Array(text.utf8))
  }

  /// So many lines of running text, without an indent.
  private func body(_ count: Int) -> String {
    String(repeating: "En rad av löpande text på sidan.\n", count: count)
  }

  @Test("a form feed ends a page, wherever it stands on its line")
  func formFeeds() throws {
    for text in [
      "Ett\n\u{C}Två\n\u{C}Tre\n", "Ett\u{C}Två\n\u{C}\nTre", "Ett\n\u{C}\r\nTvå\u{C}Tre",
    ] {
      let document = try document(text)
      #expect(document.lines.map(\.text) == ["Ett", "Två", "Tre"])
      #expect(document.lines.map(\.position.page) == [1, 2, 3])
      #expect(document.lines.map(\.startsPage) == [true, true, true])
      #expect(document.pageCount == 3)
    }
  }

  @Test("a form feed does not count as the end of a line of the file")
  func lineNumbersAcrossFormFeeds() throws {
    let document = try document("Ett\n\u{C}Två\nTre\n")
    #expect(document.lines.map(\.position.line) == [1, 2, 3])
    #expect(document.lines.map(\.startsPage) == [true, true, false])
  }

  @Test("an empty page counts, and the form feed at the end makes no page")
  func emptyPages() throws {
    let document = try document("Ett\n\u{C}\u{C}Tre\n\u{C}")
    #expect(document.lines.map(\.position.page) == [1, 3])
    #expect(document.pageCount == 3)
  }

  @Test("one space before a line marks its page where no form feed does")
  func leadingSpaces() throws {
    let text = " Sidan ett\n" + body(12) + " Sidan två\n" + body(12) + " Sidan tre\n" + body(12)
    let document = try document(text)
    #expect(document.pageCount == 3)
    let starts = document.lines.filter(\.startsPage)
    #expect(starts.map(\.text) == ["Sidan ett", "Sidan två", "Sidan tre"])
    #expect(starts.map(\.position.page) == [1, 2, 3])
    #expect(starts.map(\.position.line) == [1, 14, 27])
    #expect(starts.map(\.xMin) == [0, 0, 0])
  }

  @Test("a space after a blank line begins a row of a table, not a page")
  func indentedRows() throws {
    let row = "\n Andel nöjda 95 % År\n"
    let text = " Sidan ett\n" + body(12) + row + row + " Sidan två\n" + body(12)
    let document = try document(text)
    #expect(document.pageCount == 2)
    let rows = document.lines.filter { $0.text.hasPrefix("Andel") }
    #expect(rows.map(\.xMin) == [1, 1])
    #expect(rows.map(\.position.page) == [1, 1])
    #expect(document.lines.filter(\.startsPage).map(\.text) == ["Sidan ett", "Sidan två"])
  }

  @Test("a marker before an indented header leaves the header's own indent")
  func markedHeader() throws {
    let text = body(12) + "  Indikator  Årsmål\n" + body(12)
    let header = try #require(try document(text).lines.first { $0.text.hasPrefix("Indikator") })
    #expect(header.position.page == 2)
    #expect(header.xMin == 1)
    #expect(header.words.first?.xMin == 1)
  }

  @Test("text that is laid out with spaces has no page marks in them")
  func layoutText() throws {
    let text = String(repeating: "  Indraget stycke\nrad två\n  rad tre\n", count: 20)
    #expect(try document(text).pageCount == 1)
  }

  @Test("a text without marks is one page")
  func onePage() throws {
    let document = try document(body(100))
    #expect(document.pageCount == 1)
    #expect(document.lines.filter(\.startsPage).count == 1)
  }

  @Test("form feeds outrank leading spaces")
  func bothMarks() throws {
    let text = " Ett\n" + body(12) + "\u{C} Två\n" + body(12) + " Tre\n" + body(12)
    #expect(try document(text).pageCount == 2)
  }
}
