// SPDX-License-Identifier: GPL-2.0-or-later

import PDFImport
import SourceText
import TestSupport
import Testing

struct BadPDFTests {
  private func read(_ bytes: [UInt8]) throws(PDFImportError) -> SourceDocument {
    try PDFTurn.take { () throws(PDFImportError) in try PDFImporter().document(from: bytes) }
  }

  private static let onePage = SmallPDF(pages: [[.init("Enhetsmål", baseline: 100)]])

  @Test(
    "what is no PDF is damaged",
    arguments: [
      [], Array("%PDF-1.7\n".utf8), Array("Enhetsmål: en vanlig text\n".utf8),
      Array("%PDF-1.4\nnot at all\n%%EOF".utf8), [UInt8](repeating: 0, count: 4_096),
    ] as [[UInt8]])
  func noPDF(bytes: [UInt8]) {
    #expect(throws: PDFImportError.damaged) { _ = try read(bytes) }
  }

  @Test("a locked PDF is encrypted, not damaged")
  func encrypted() {
    var pdf = Self.onePage
    pdf.isEncrypted = true
    #expect(throws: PDFImportError.encrypted) { _ = try read(pdf.bytes()) }
  }

  @Test("pages without text are a scan", arguments: [1, 3])
  func noTextLayer(pageCount: Int) {
    let pdf = SmallPDF(pages: [[SmallPDF.Text]](repeating: [], count: pageCount))
    #expect(throws: PDFImportError.noTextLayer(pageCount: pageCount)) { _ = try read(pdf.bytes()) }
  }

  @Test("spaces alone are no text")
  func onlySpaces() {
    let pdf = SmallPDF(pages: [[.init("\u{A0} \u{AD}", baseline: 100)]])
    #expect(throws: PDFImportError.noTextLayer(pageCount: 1)) { _ = try read(pdf.bytes()) }
  }

  @Test("a PDF of no pages is damaged")
  func noPages() {
    #expect(throws: PDFImportError.damaged) { _ = try read(SmallPDF(pages: []).bytes()) }
  }

  @Test("a false number of pages takes no time")
  func falsePageCount() {
    var pdf = Self.onePage
    pdf.claimedPageCount = 40_000_000
    let time = ContinuousClock().measure { _ = try? read(pdf.bytes()) }
    #expect(time < .seconds(10))
  }

  @Test(
    "a truncated PDF fails or says that it is damaged",
    arguments: CorpusCase.all.prefix(4), [0.1, 0.5, 0.9, 0.99])
  func truncated(plan: CorpusCase, part: Double) throws {
    let bytes = try plan.bytes(of: "input.pdf")
    let cut = Array(bytes.prefix(Int(Double(bytes.count) * part)))
    do {
      let document = try read(cut)
      #expect(document.diagnostics.contains { $0.code == "damaged-pdf" })
    } catch {
      #expect(error == .damaged || error.isNoTextLayer)
    }
  }

  @Test("damage inside a PDF stops nothing and never goes unnoticed", arguments: 0..<24)
  func flippedBytes(seed: Int) throws {
    let plan = try #require(CorpusCase.all.first)
    var bytes = try plan.bytes(of: "input.pdf")
    let sound = try read(bytes).lines.map(\.text)
    bytes.damage(40, seed: seed)
    do {
      let document = try read(bytes)
      let lines = document.lines.map(\.text)
      #expect(lines == sound || !document.diagnostics.isEmpty)
    } catch {
      #expect(error == .damaged || error.isNoTextLayer || error == .encrypted)
    }
  }
}

extension [UInt8] {
  /// Sets so many bytes at places that a seed chooses to others.
  mutating func damage(_ changeCount: Int, seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<changeCount {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      self[Int(state >> 33) % count] = UInt8(truncatingIfNeeded: state >> 24)
    }
  }
}

extension PDFImportError {
  fileprivate var isNoTextLayer: Bool {
    if case .noTextLayer = self { true } else { false }
  }
}
