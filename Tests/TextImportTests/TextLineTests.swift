// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText
import Testing
import TextImport

struct TextLineTests {
  private func lines(_ text: String) throws -> [SourceLine] {
    try TextImporter().document(from: Array(text.utf8)).lines
  }

  /// So much text that a stray control character does not make it look like a binary file.
  private static let filler = String(repeating: "En rad av löpande text på sidan.\n", count: 20)

  private func texts(_ text: String) throws -> [String] { try lines(text).map(\.text) }

  @Test("lines end at LF, CR and CR LF", arguments: ["\n", "\r", "\r\n"])
  func lineEnds(end: String) throws {
    let text = ["Ett", "två", "", "tre", "", "", "fyra"].joined(separator: end)
    for source in [text, text + end, text + end + end] {
      let lines = try lines(source)
      #expect(lines.map(\.text) == ["Ett", "två", "tre", "fyra"])
      #expect(lines.map(\.position.line) == [1, 2, 4, 7])
      #expect(lines.map(\.blankLinesAbove) == [0, 0, 1, 2])
    }
  }

  @Test("line ends of several kinds may stand in one file")
  func mixedLineEnds() throws {
    let lines = try lines("Ett\r\ntvå\rtre\n\rfyra")
    #expect(lines.map(\.text) == ["Ett", "två", "tre", "fyra"])
    #expect(lines.map(\.position.line) == [1, 2, 3, 5])
  }

  @Test("lines that hold only white space are blank")
  func blankLines() throws {
    let lines = try lines("\n  \nEtt\n \t\u{A0}\ntvå")
    #expect(lines.map(\.text) == ["Ett", "två"])
    #expect(lines.map(\.blankLinesAbove) == [2, 1])
    #expect(lines.map(\.position.line) == [3, 5])
  }

  @Test("decomposed letters are composed")
  func normalization() throws {
    let composed = "Förväntat å Å é"
    let decomposed = "Fo\u{308}rva\u{308}ntat a\u{30A} A\u{30A} e\u{301}"
    #expect(decomposed.utf8.count > composed.utf8.count)
    #expect(try texts(decomposed).map { Array($0.utf8) } == [Array(composed.utf8)])
  }

  @Test("signs that are letters to Unicode become those letters")
  func singletons() throws {
    #expect(
      try texts("10 \u{212B}, 5 \u{212A}").map { Array($0.utf8) } == [Array("10 Å, 5 K".utf8)])
  }

  @Test("a soft hyphen goes, and tells that a line ends inside a word")
  func softHyphens() throws {
    let lines = try lines("verk\u{AD}samhet och upp\u{AD}\nföljning av mål\n")
    #expect(lines.map(\.text) == ["verksamhet och upp", "följning av mål"])
    #expect(lines.map(\.endsInsideWord) == [true, false])
  }

  @Test("a soft hyphen before the white space at a line's end still ends it inside a word")
  func softHyphenBeforeSpace() throws {
    #expect(try lines("upp\u{AD} \nföljning").map(\.endsInsideWord) == [true, false])
  }

  @Test(
    "each kind of space is a space, and runs of them are one",
    arguments: [
      " ", "   ", "\t", "\u{A0}", "\u{A0} ", "\u{2002}", "\u{2009}", "\u{202F}", "\u{3000}",
      "\u{B}",
    ])
  func spaces(space: String) throws {
    #expect(try texts("10\(space)000 st\(space)") == ["10 000 st"])
  }

  @Test(
    "control and direction characters go without a trace",
    arguments: [
      "\u{7}", "\u{1B}", "\u{7F}", "\u{90}", "\u{200B}", "\u{200E}", "\u{202E}", "\u{2060}",
      "\u{FEFF}",
    ])
  func controls(control: String) throws {
    let text = "En\(control)hetsmål\(control): x\(control)\n" + Self.filler
    #expect(try texts(text).first == "Enhetsmål: x")
  }

  @Test("ligatures and the hyphens of fonts become letters and the common hyphen")
  func lettersOfFonts() throws {
    #expect(try texts("o\u{FB03}ciell e\u{FB00}ekt \u{FB01}n") == ["officiell effekt fin"])
    #expect(try texts("hbtqi\u{2010}person, 8\u{2011}16") == ["hbtqi-person, 8-16"])
  }

  @Test("words get places where a gap may stand for the edge of a column")
  func columns() throws {
    let lines = try lines("Indikator   Årsmål\nEn rad utan gap\n  Andel ö  95 %\n")
    #expect(lines.map(\.words.count) == [2, 0, 4])
    let last = try #require(lines.last)
    #expect(last.words.map(\.xMin) == [2, 8, 11, 14])
    #expect(last.words.map(\.xMax) == [7, 9, 13, 15])
    let words = last.words.map { word in
      String(decoding: Array(last.text.utf8)[word.utf8Start..<word.utf8End], as: UTF8.self)
    }
    #expect(words == ["Andel", "ö", "95", "%"])
    #expect(lines.map(\.xMin) == [0, 0, 2])
    #expect(lines.map(\.xMax) == [18, 15, 15])
  }

  @Test("fields that tabs part stand below each other, as wide as the widest needs")
  func tabs() throws {
    let table = try lines("År\tMål\tVad\nDet här året\t95 %\tallt\n\nNästa\t\tintet\n")
    #expect(table.map(\.text) == ["År Mål Vad", "Det här året 95 % allt", "Nästa intet"])
    #expect(table[0].words.map(\.xMin) == [0, 16, 24])
    #expect(table[1].words.map(\.xMin) == [0, 4, 8, 16, 19, 24])
    #expect(table[2].words.map(\.xMin) == [0, 24])
  }

  @Test("lines without tabs may stand between those of a table, but no text")
  func linesBetweenTabs() throws {
    let cell = "År\tMål\nDet här året\nock så\t95 %\n"
    #expect(try lines(cell).last?.words.map(\.xMin) == [0, 4, 10, 13])
    let text = "År\tMål\n\(Self.filler)Ett långt namn\t95 %\n"
    #expect(try lines(text).first?.words.map(\.xMin) == [0, 6])
  }

  @Test("two tabs in one place of the first line reach to multiples of eight columns")
  func typedTabs() throws {
    let typed = try lines("År\tMål\t\tVad\nDet här\t95 %\t\tallt\n")
    #expect(typed[0].text == "År Mål Vad")
    #expect(typed[0].words.map(\.xMin) == [0, 8, 24])
    #expect(typed[1].words.map(\.xMin) == [0, 4, 8, 11, 24])
  }

  @Test("tabs take time with their number")
  func manyTabs() throws {
    let clock = ContinuousClock()
    for text in [
      String(repeating: "\t", count: 400_000) + "a",
      String(repeating: "a\tb\n", count: 200_000),
      (0..<700).map { String(repeating: "a\t", count: 700 - $0) + "b\n" }.joined(),
    ] {
      let time = try clock.measure { _ = try lines(text) }
      #expect(time < .seconds(10))
    }
  }

  @Test("a control character by itself between columns is no word", arguments: ["\u{1}", "\u{AD}"])
  func controlBetweenColumns(control: String) throws {
    let line = try #require(try lines("Indikator   \(control)   Årsmål\n" + Self.filler).first)
    #expect(line.text == "Indikator Årsmål")
    #expect(line.words.map(\.utf8Start) == [0, 10])
    #expect(line.words.map(\.utf8End) == [9, 18])
  }

  @Test("a file of one huge line is read in one piece")
  func hugeLine() throws {
    let text = String(repeating: "ord på rad ", count: 100_000)
    let clock = ContinuousClock()
    var lines: [SourceLine] = []
    let time = try clock.measure { lines = try self.lines(text) }
    #expect(lines.count == 1)
    #expect(lines.first?.text.utf8.count == text.utf8.count - 1)
    #expect(time < .seconds(20), "the cost is not linear")
  }
}
