// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import PlanExport
import PlanModel
import PlanPipeline
import SchemaValidation
import SectionTokenization
import SourceText
import TestSupport
import Testing

/// What holds for every plan, whatever it says.
struct InvariantTests {
  private static let exporter = JSONPlanExporter(style: .indented)

  /// The text of a case, and its plan.
  private func text(of plan: CorpusCase) throws -> String {
    String(decoding: try plan.bytes(of: "input.txt"), as: UTF8.self)
  }

  /// A plan without what its file says of itself.
  private func withoutSource(_ plan: PlanDocument) -> PlanDocument {
    var plan = plan
    plan.source = SamplePlan.empty.source
    return plan
  }

  private func plan(from bytes: [UInt8]) throws -> PlanDocument {
    try CorpusPlans.converter().plan(from: bytes, fileName: "input.txt")
  }

  @Test("tokens cover every line exactly once", arguments: CorpusCase.all, PlanForm.allCases)
  func tokens(plan: CorpusCase, form: PlanForm) throws {
    let bytes = try plan.bytes(of: form.fileName)
    let converter = try CorpusPlans.converter()
    let imported = try PDFTurn.take {
      try converter.importedDocument(from: bytes, fileName: form.fileName)
    }
    let tokenized = try Stages.stockholm().tokens(imported)
    #expect(tokenized.tokens.count == tokenized.document.lines.count)
    // A running head may have been cut off its line, but no word comes or goes.
    #expect(
      tokenized.document.lines.map(\.text).joined(separator: " ")
        == imported.lines.map(\.text).joined(separator: " "))
    let kinds = Set(tokenized.tokens.map(\.shortName))
    #expect(kinds.isSuperset(of: ["unit", "title", "paragraph", "rest", "furniture", "row"]))
  }

  @Test("a plan comes back from its JSON as it was", arguments: CorpusCase.all, PlanForm.allCases)
  func roundTrip(plan: CorpusCase, form: PlanForm) throws {
    let document = try CorpusPlans.plan(plan, form)
    for style in [JSONStyle.indented, .compact] {
      let bytes = JSONPlanExporter(style: style).bytes(for: document)
      let decoded = try JSONDecoder().decode(PlanDocument.self, from: Data(bytes))
      #expect(decoded == document)
      #expect(JSONPlanExporter(style: style).bytes(for: decoded) == bytes)
    }
  }

  @Test("a plan comes back from Codable as it was", arguments: CorpusCase.all)
  func codable(plan: CorpusCase) throws {
    let document = try CorpusPlans.plan(plan, .pdf)
    let data = try JSONEncoder().encode(document)
    #expect(try JSONDecoder().decode(PlanDocument.self, from: data) == document)
  }

  @Test("a plan is as its schema says", arguments: CorpusCase.all, PlanForm.allCases)
  func schema(plan: CorpusCase, form: PlanForm) throws {
    let json = Self.exporter.bytes(for: try CorpusPlans.plan(plan, form))
    #expect(try SchemaValidator.plan().violations(in: json).map(\.description) == [])
  }

  @Test("converting twice gives the same bytes", arguments: CorpusCase.all, PlanForm.allCases)
  func twice(plan: CorpusCase, form: PlanForm) throws {
    let first = Self.exporter.bytes(for: try CorpusPlans.plan(plan, form))
    let bytes = try plan.bytes(of: form.fileName)
    let converter = try CorpusPlans.converter()
    let second = try PDFTurn.take { try converter.plan(from: bytes, fileName: form.fileName) }
    #expect(Self.exporter.bytes(for: second) == first)
  }

  @Test(
    "how a text is coded makes no difference", arguments: CorpusCase.all, TextVariant.allCases)
  func coding(plan: CorpusCase, variant: TextVariant) throws {
    let expected = withoutSource(try CorpusPlans.plan(plan, .txt))
    let found = try self.plan(from: variant.bytes(of: try text(of: plan)))
    #expect(withoutSource(found) == expected)
  }

  @Test(
    "pages marked by form feeds and by leading spaces give the same plan",
    arguments: CorpusCase.all)
  func pageMarkers(plan: CorpusCase) throws {
    let text = try text(of: plan)
    let document = try Stages.stockholm().document(text)
    guard document.pageCount > 1 else {
      // Nothing marks the pages of this text, so there is nothing to mark otherwise.
      #expect(!text.contains("\u{C}"))
      return
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for start in document.lines where start.startsPage {
      let index = start.position.line - 1
      #expect(lines[index].hasPrefix(" ") || start.position.page == 1)
      if lines[index].hasPrefix(" ") { lines[index].removeFirst() }
      if start.position.page > 1 { lines[index] = "\u{C}" + lines[index] }
    }
    let found = try self.plan(from: Array(lines.joined(separator: "\n").utf8))
    #expect(withoutSource(found) == withoutSource(try CorpusPlans.plan(plan, .txt)))
  }
}

/// A text that says the same in other bytes.
enum TextVariant: String, CaseIterable, CustomTestStringConvertible {
  case carriageReturns, bothLineEnds, decomposed, byteOrderMark, utf16LittleEndian, utf16BigEndian
  case softHyphens, invisibleCharacters, hardSpaces, noFinalLineEnd

  var testDescription: String { rawValue }

  func bytes(of text: String) -> [UInt8] {
    switch self {
    case .carriageReturns: Array(text.replacing("\n", with: "\r").utf8)
    case .bothLineEnds: Array(text.replacing("\n", with: "\r\n").utf8)
    case .decomposed: Array(text.decomposedStringWithCanonicalMapping.utf8)
    case .byteOrderMark: Array(("\u{FEFF}" + text).utf8)
    case .utf16LittleEndian:
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .softHyphens: Array(text.replacing("ing", with: "i\u{AD}ng").utf8)
    // The quick way through a clean line and the careful one must agree.
    case .invisibleCharacters: Array(text.replacing("\n", with: "\u{200B}\n").utf8)
    case .hardSpaces: Array(text.replacing(" och ", with: "\u{A0}och\u{A0}").utf8)
    case .noFinalLineEnd: Array(text.trimmingSuffix(while: { $0 == "\n" }).utf8)
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
    var text = self
    while let last = text.last, condition(last) { text.removeLast() }
    return text
  }
}
