// SPDX-License-Identifier: GPL-2.0-or-later

import PDFImport
import SourceText
import TestSupport
import Testing

/// What holds for the lines of every real PDF.
struct CorpusLineTests {
  private func document(_ plan: CorpusCase) throws -> SourceDocument {
    let bytes = try plan.bytes(of: "input.pdf")
    return try PDFTurn.take { try PDFImporter().document(from: bytes) }
  }

  @Test("pages are numbered from 1 on, and lines on each page", arguments: CorpusCase.all)
  func positions(plan: CorpusCase) throws {
    let document = try document(plan)
    #expect(document.pageCount >= 8)
    #expect(document.pageHeights.count == document.pageCount)
    var expected = SourcePosition(page: 1, line: 0)
    for line in document.lines {
      expected.line += 1
      if line.position.page != expected.page {
        expected = SourcePosition(page: expected.page + 1, line: 1)
      }
      #expect(line.position == expected)
      #expect(line.startsPage == (line.position.line == 1))
    }
    #expect(expected.page == document.pageCount)
  }

  @Test("the lines of a page come from the top down", arguments: CorpusCase.all)
  func order(plan: CorpusCase) throws {
    let document = try document(plan)
    for (upper, lower) in zip(document.lines, document.lines.dropFirst()) where !lower.startsPage {
      guard !lower.standsApart else { continue }
      #expect(!upper.standsApart, "\(lower.text)")
      let above = try #require(upper.look)
      let below = try #require(lower.look)
      #expect(above.yTop + above.yBottom < below.yTop + below.yBottom, "\(lower.text)")
    }
  }

  @Test("words cover their line and stand left to right", arguments: CorpusCase.all)
  func words(plan: CorpusCase) throws {
    for line in try document(plan).lines {
      let utf8 = Array(line.text.utf8)
      let words = line.words.map {
        String(decoding: utf8[$0.utf8Start..<$0.utf8End], as: UTF8.self)
      }
      #expect(words.joined(separator: " ") == line.text)
      #expect(line.words.allSatisfy { $0.xMin < $0.xMax })
      let places = line.words.map(\.xMin)
      #expect(places == places.sorted(), "\(line.text)")
      #expect(line.xMin == places.first)
      #expect(line.words.allSatisfy { $0.xMax <= line.xMax + 0.01 })
    }
  }

  @Test("every line has a look that fits on its page", arguments: CorpusCase.all)
  func looks(plan: CorpusCase) throws {
    let document = try document(plan)
    for line in document.lines {
      let look = try #require(line.look)
      let height = document.pageHeights[line.position.page - 1]
      #expect(look.yTop >= 0 && look.yTop < look.yBottom && look.yBottom <= height)
      #expect(look.fontSize >= 5 && (look.fontSize <= 40 || line.standsApart))
    }
    let bold = document.lines.count { $0.look?.isBold == true }
    #expect(bold > 0 && bold < document.lines.count / 2)
  }

  @Test("texts are clean", arguments: CorpusCase.all)
  func texts(plan: CorpusCase) throws {
    let document = try document(plan)
    for line in document.lines {
      #expect(!line.text.isEmpty)
      #expect(!line.text.hasPrefix(" ") && !line.text.hasSuffix(" ") && !line.text.contains("  "))
      let strange = line.text.unicodeScalars.filter { scalar in
        scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) || scalar == "\u{AD}"
          || scalar == "\u{FFFD}" || (0x300...0x36F).contains(scalar.value)
      }
      #expect(strange.isEmpty, "\(line.text)")
    }
    #expect(document.diagnostics.isEmpty)
    #expect(document.mediaType == .pdf)
    #expect(document.metadata.producer != nil)
  }
}
