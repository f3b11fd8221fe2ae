// SPDX-License-Identifier: GPL-2.0-or-later

import PDFImport
import SourceText
import TestSupport
import Testing

/// Numbers in the left margin: those that count the lines of a draft, and those that are text.
struct LineNumberTests {
  private func lines(_ pages: [SmallPDF.Text]...) throws -> [SourceLine] {
    let bytes = SmallPDF(pages: pages).bytes()
    return try PDFTurn.take { try PDFImporter().document(from: bytes) }.lines
  }

  /// A page of lines with a number on some of them, which all end at one place.
  private func page(
    _ lines: [(number: String?, text: String)], numberXMax: Double = 54, textX: Double = 70
  ) -> [SmallPDF.Text] {
    lines.enumerated().flatMap { index, line in
      let baseline = 100 + 14 * Double(index)
      let number = line.number.map {
        // A figure of Helvetica is 0.556 of its size wide.
        let x = numberXMax - 0.556 * 8 * Double($0.count)
        return SmallPDF.Text($0, x: x, baseline: baseline, size: 8)
      }
      return [number, .init(line.text, x: textX, baseline: baseline)].compactMap(\.self)
    }
  }

  private static let texts = [
    "Enhetsmål: Alla är trygga", "Vi arbetar tillsammans", "12 barn i varje grupp", "2026",
    "varje dag och hela året", "om, med alla som bor här", "och alla som kommer hit",
  ]

  @Test("numbers that count the lines are none of their text", arguments: [1, 5, 47])
  func lineNumbers(first: Int) throws {
    let numbers = Self.texts.indices.map { "\(first + $0)" }
    let found = try lines(page(Array(zip(numbers, Self.texts))))
    #expect(found.map(\.text) == Self.texts + [numbers.joined(separator: " ")])
    #expect(found.map(\.standsApart) == Self.texts.map { _ in false } + [true])
  }

  @Test("every fifth line may have a number")
  func everyFifthLine() throws {
    let all = (1...27).map { number in
      (number % 5 == 0 ? "\(number)" : nil, "Rad \(Self.texts[number % 7])")
    }
    let found = try lines(page(all))
    #expect(found.map(\.text) == all.map(\.1) + ["5 10 15 20 25"])
  }

  @Test("a head with a count of its own, and few numbers on a later page, are no text either")
  func ownCount() throws {
    let body = zip(Self.texts.indices.map { "\(40 + $0)" as String? }, Self.texts)
    let first = page([("1", "Tjänsteutlåtande"), ("2", "Sid 1 (2)")] + Array(body))
    let second = page([("3", "Tjänsteutlåtande"), (nil, "Sid 2 (2)"), ("47", "Vi är klara")])
    let found = try lines(first, second)
    #expect(found.filter(\.standsApart).map(\.text) == ["1 2 40 41 42 43 44 45 46", "3 47"])
    #expect(found.last { !$0.standsApart }?.text == "Vi är klara")
    #expect(try lines(second).allSatisfy { !$0.standsApart })
  }

  @Test(
    "numbers of items, headings and rows stay with their text",
    arguments: [
      // Text begins where they do: a heading, a running head.
      [(nil, "Så gör vi")] + (1...6).map { ("\($0)", "Vi lyssnar på alla barn") },
      // Items of several lines.
      (1...18).map { ($0 % 3 == 1 ? "\(($0 + 2) / 3)" : nil, "Vi lyssnar på alla barn") },
      // Contents.
      (1...6).map { ("\($0)", "Alla är trygga ....... \(2 + $0)") },
      // No step.
      zip([1, 2, 4, 5, 6, 9], texts).map { ("\($0)", $1) },
      // Too few.
      (1...4).map { ("\($0)", "Vi lyssnar på alla barn") },
    ] as [[(String?, String)]])
  func otherNumbers(rows: [(String?, String)]) throws {
    let hasHeading = rows[0].1 == "Så gör vi"
    var texts = page(rows)
    if hasHeading { texts[0] = .init(rows[0].1, x: 45, baseline: 100) }
    let found = try lines(texts)
    #expect(found.map(\.text) == rows.map { [$0, $1].compactMap(\.self).joined(separator: " ") })
    #expect(found.allSatisfy { !$0.standsApart })
  }

  @Test("numbers nearer to the text than a cell are of it")
  func numbersBesideText() throws {
    let rows = (1...6).map { ("\($0)" as String?, "Vi lyssnar") }
    #expect(try lines(page(rows, numberXMax: 68, textX: 71)).allSatisfy { !$0.standsApart })
  }
}
