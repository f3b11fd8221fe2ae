// SPDX-License-Identifier: GPL-2.0-or-later

import PDFImport
import SourceText
import TestSupport
import Testing

/// PDFs of a few texts, each made to show one thing.
struct SmallPDFTests {
  private func document(_ texts: [SmallPDF.Text]...) throws -> SourceDocument {
    try document(SmallPDF(pages: texts))
  }

  private func document(_ pdf: SmallPDF) throws -> SourceDocument {
    let bytes = pdf.bytes()
    return try PDFTurn.take { try PDFImporter().document(from: bytes) }
  }

  @Test("a line has its text, its place and its look")
  func line() throws {
    let document = try document([.init("Enhetsmål", x: 80, baseline: 100, size: 12)])
    #expect(document.pageCount == 1)
    #expect(document.pageHeights == [842])
    let line = try #require(document.lines.first)
    #expect(document.lines.count == 1)
    #expect(line.text == "Enhetsmål")
    #expect(abs(line.xMin - 80) < 0.01)
    #expect(abs(line.xMax - 134) < 0.01)
    let look = try #require(line.look)
    #expect(look.fontSize == 12)
    #expect(look.yTop < 100 && look.yBottom > 95)
    #expect(!look.isBold && !look.isItalic)
  }

  @Test("lines come from the top down, in whatever order the file draws them")
  func order() throws {
    let document = try document([
      .init("tredje", baseline: 300), .init("första", baseline: 100), .init("andra", baseline: 200),
    ])
    #expect(document.lines.map(\.text) == ["första", "andra", "tredje"])
    #expect(document.lines.map(\.position.line) == [1, 2, 3])
  }

  @Test("cells side by side are one line, however the file draws them")
  func cells() throws {
    let document = try document([
      .init("Sjukfrånvaro", x: 70, baseline: 100), .init("Nöjda", x: 70, baseline: 120),
      .init("7,2", x: 300, baseline: 100), .init("85", x: 300, baseline: 120),
      .init("År", x: 400, baseline: 100), .init("Tertial", x: 400, baseline: 120),
    ])
    #expect(document.lines.map(\.text) == ["Sjukfrånvaro 7,2 År", "Nöjda 85 Tertial"])
    #expect(document.lines.first?.words.map { ($0.xMin * 10).rounded() / 10 } == [70, 300, 400])
  }

  @Test("spaces are kept where all words of a line have one character")
  func shortWords() throws {
    let document = try document([
      .init("7", x: 70, baseline: 100), .init(" ", x: 75, baseline: 100, size: 5),
      .init("%", x: 77.5, baseline: 100),
      .init("8", x: 70, baseline: 130), .init("%", x: 75.1, baseline: 130),
      .init("5", x: 70, baseline: 160), .init(" ", x: 75, baseline: 160, size: 5),
      .init("à", x: 77.5, baseline: 160), .init(" ", x: 82.5, baseline: 160, size: 5),
      .init("6", x: 85, baseline: 160),
    ])
    #expect(document.lines.map(\.text) == ["7 %", "8%", "5 à 6"])
  }

  @Test("letters that are set apart are one word")
  func spacedLetters() throws {
    let document = try document([
      .init("M", x: 70, baseline: 100), .init("Å", x: 78, baseline: 100),
      .init("L", x: 86, baseline: 100),
    ])
    #expect(document.lines.map(\.text) == ["MÅL"])
  }

  @Test("a cell set slightly higher or lower stays on its row")
  func unevenCells() throws {
    let document = try document([
      .init("Andel", x: 70, baseline: 100), .init("95", x: 300, baseline: 101.5),
      .init("År", x: 400, baseline: 98.8),
    ])
    #expect(document.lines.map(\.text) == ["Andel 95 År"])
  }

  @Test("lines set close together stay apart")
  func closeLines() throws {
    let document = try document([
      .init("rad ett", baseline: 100), .init("rad två", baseline: 110),
      .init("rad tre", baseline: 120),
    ])
    #expect(document.lines.map(\.text) == ["rad ett", "rad två", "rad tre"])
  }

  @Test("cells without a space between them are words of their own")
  func gluedCells() throws {
    let document = try document([
      .init("Andelen", x: 70, baseline: 100), .init("85", x: 112, baseline: 100),
    ])
    #expect(document.lines.map(\.text) == ["Andelen 85"])
    #expect(document.lines.first?.words.count == 2)
  }

  @Test("letters that touch are one word, also across fonts")
  func oneWord() throws {
    let document = try document([
      .init("verksam", x: 70, baseline: 100), .init("het", x: 105, baseline: 100, isBold: true),
    ])
    #expect(document.lines.map(\.text) == ["verksamhet"])
  }

  @Test("a line is bold where all of its words are")
  func bold() throws {
    let document = try document([
      .init("Enhetsmål", baseline: 100, isBold: true),
      .init("Fet", x: 70, baseline: 130, isBold: true), .init("mager", x: 100, baseline: 130),
      .init("mager", baseline: 160),
    ])
    #expect(document.lines.map { $0.look?.isBold } == [true, false, false])
  }

  @Test("a line's size is that of most of its text")
  func size() throws {
    let document = try document([
      .init("12", x: 64, baseline: 96.7, size: 5.8), .init("en lång rad", x: 72, baseline: 100),
    ])
    #expect(document.lines.map { $0.look?.fontSize } == [10])
  }

  @Test("soft hyphens go, and tell that a line ends inside a word")
  func softHyphens() throws {
    let document = try document([
      .init("verk\u{AD}samhet", baseline: 100), .init("upp\u{AD}", baseline: 115),
      .init("följning", baseline: 130),
    ])
    #expect(document.lines.map(\.text) == ["verksamhet", "upp", "följning"])
    #expect(document.lines.map(\.endsInsideWord) == [false, true, false])
  }

  @Test("ligatures become letters, and combining marks join theirs")
  func letters() throws {
    let document = try document([
      .init("o\u{FB03}ciell", baseline: 100), .init("fo\u{308}r a\u{30A}r", baseline: 120),
    ])
    let texts = document.lines.map { Array($0.text.utf8) }
    #expect(texts == [Array("officiell".utf8), Array("för år".utf8)])
  }

  @Test("pages follow each other, and one without text leaves its number free")
  func pages() throws {
    let document = try document(
      [.init("ett", baseline: 100)], [], [.init("tre", baseline: 100)])
    #expect(document.pageCount == 3)
    #expect(document.pageHeights == [842, 842, 842])
    #expect(document.lines.map(\.position) == [.init(page: 1, line: 1), .init(page: 3, line: 1)])
    #expect(document.lines.map(\.startsPage) == [true, true])
  }

  @Test("what a file says of itself is read")
  func metadata() throws {
    var pdf = SmallPDF(pages: [[.init("text", baseline: 100)]])
    pdf.information = [
      ("Title", "Verksamhetsplan för Ängen"), ("Producer", "Sättaren"), ("Creator", "Skrivaren"),
    ]
    let metadata = try document(pdf).metadata
    #expect(metadata.title == "Verksamhetsplan för Ängen")
    #expect(metadata.producer == "Sättaren")
    #expect(metadata.creator == "Skrivaren")
    #expect(metadata.creationDate == nil)
  }

  @Test(
    "a date is read with its zone",
    arguments: [
      ("D:20250120083000+01'00'", "2025-01-20T08:30:00+01"),
      ("D:20250120083000Z", "2025-01-20T08:30:00Z"),
    ])
  func creationDate(printed: String, expected: String) throws {
    var pdf = SmallPDF(pages: [[.init("text", baseline: 100)]])
    pdf.information = [("CreationDate", printed)]
    #expect(try document(pdf).metadata.creationDate == expected)
  }

  @Test("the outline is read with its pages")
  func outline() throws {
    var pdf = SmallPDF(pages: [[.init("ett", baseline: 100)], [.init("två", baseline: 100)]])
    pdf.outline = [("Inledning", 1), ("Övrigt", 2)]
    let expected = [
      OutlineEntry(title: "Inledning", depth: 1, page: 1),
      OutlineEntry(title: "Övrigt", depth: 1, page: 2),
    ]
    #expect(try document(pdf).outline == expected)
  }
}
