// SPDX-License-Identifier: GPL-2.0-or-later

import PDFImport
import SourceText
import TestSupport
import Testing

/// Pages whose text does not run from left to right, all or some of it.
struct TextApartTests {
  private func document(_ texts: [SmallPDF.Text]) throws -> SourceDocument {
    let bytes = SmallPDF(pages: [texts]).bytes()
    return try PDFTurn.take { try PDFImporter().document(from: bytes) }
  }

  private let lines: [SmallPDF.Text] = [
    .init("Vi arbetar tillsammans med alla", x: 70, baseline: 380),
    .init("som bor här och alla som arbetar", x: 70, baseline: 392),
    .init("här, varje dag och hela året om.", x: 70, baseline: 404),
  ]

  @Test("text that runs up the margin parts no line", arguments: [90.0, 270])
  func margin(angle: Double) throws {
    let texts = [SmallPDF.Text("Mall 2026 utgåva", x: 30, baseline: 410, size: 6, angle: angle)]
    let document = try document(texts + lines)
    #expect(
      document.lines.map(\.text) == [
        "Vi arbetar tillsammans med alla", "som bor här och alla som arbetar",
        "här, varje dag och hela året om.", "Mall 2026 utgåva",
      ])
    #expect(document.lines.map(\.standsApart) == [false, false, false, true])
  }

  @Test("a page set sideways or upside down is read as it is turned", arguments: [90.0, 180, 270])
  func sideways(angle: Double) throws {
    // The corner at which the first line begins, and the way to the next one.
    let (x, y, across, down): (Double, Double, Double, Double) =
      switch angle {
      case 90: (100, 700, 12, 0)
      case 180: (500, 700, 0, -12)
      default: (500, 100, -12, 0)
      }
    let texts = ["Andel nöjda besökare", "Antal besök per år", "Antal barn i kö"].enumerated().map {
      SmallPDF.Text(
        $1, x: x + across * Double($0), baseline: y + down * Double($0), angle: angle)
    }
    let document = try document(texts)
    #expect(
      document.lines.map(\.text) == [
        "Andel nöjda besökare", "Antal besök per år", "Antal barn i kö",
      ])
    #expect(document.pageHeights == [angle == 180 ? 842 : 595])
    let looks = document.lines.compactMap(\.look)
    #expect(looks.allSatisfy { $0.yTop >= 0 && $0.yBottom <= document.pageHeights[0] })
  }

  @Test("a stamp across the page parts no line", arguments: [0.0, 35, 45, 55])
  func stamp(angle: Double) throws {
    let stamp = SmallPDF.Text("UTKAST", x: 90, baseline: 420, size: 60, angle: angle)
    let document = try document([stamp] + lines)
    #expect(
      document.lines.map(\.text) == [
        "Vi arbetar tillsammans med alla", "som bor här och alla som arbetar",
        "här, varje dag och hela året om.", "UTKAST",
      ])
  }

  @Test("a slanted stamp is one also where the page is empty")
  func stampBesideText() throws {
    let stamp = SmallPDF.Text("UTKAST", x: 90, baseline: 800, size: 60, angle: 40)
    #expect(try document([stamp] + lines).lines.last?.text == "UTKAST")
  }

  @Test("large letters and figures that stand alone stay in their lines")
  func largeLetters() throws {
    let document = try document(
      [
        .init("V", x: 70, baseline: 100, size: 30), .init("F", x: 70, baseline: 200, size: 30),
        .init("D", x: 70, baseline: 300, size: 30), .init("1", x: 40, baseline: 380),
        .init("2", x: 40, baseline: 392), .init("3", x: 40, baseline: 404),
      ] + lines)
    #expect(document.lines.allSatisfy { !$0.standsApart })
    #expect(document.lines.map { $0.text.prefix(1) } == ["V", "F", "D", "1", "2", "3"])
  }

  @Test("soft hyphens are hyphens where one stands between figures")
  func softHyphensInNumbers() throws {
    let document = try document([
      .init("budget\u{AD}", baseline: 100), .init("2026\u{AD}01\u{AD}31", baseline: 115),
      .init("\u{AD} punkt", baseline: 130),
    ])
    #expect(document.lines.map(\.text) == ["budget-", "2026-01-31", "- punkt"])
    #expect(document.lines.allSatisfy { !$0.endsInsideWord })
  }
}
