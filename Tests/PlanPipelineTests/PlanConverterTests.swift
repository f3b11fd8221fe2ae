// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import PlanPipeline
import SectionTokenization
import TestSupport
import Testing

struct PlanConverterTests {
  private let converter: PlanConverter

  init() throws { converter = PlanConverter(try VocabularyIndex(.stockholm())) }

  private func plan(_ bytes: [UInt8], _ name: String) throws -> PlanDocument {
    let converter = converter
    return try PDFTurn.take { try converter.plan(from: bytes, fileName: name) }
  }

  private static let pdf = SmallPDF(pages: [[.init("Enhetsmål: Ett mål", baseline: 100)]]).bytes()

  @Test("a plan tells of the file that it came from")
  func source() throws {
    let source = try plan(Array("Enhetsmål: Ett mål\n".utf8), "mål.txt").source
    #expect(source.fileName == "mål.txt")
    #expect(source.mediaType == "text/plain")
    #expect(source.byteCount == 21)
    #expect(source.pageCount == 1)
    // Computed by sha256sum.
    #expect(source.sha256 == "ab554c89e918af6da089f3f1a135395d4ebd5ea9261be323a7b4a85f4a88f992")
    #expect(try plan(Self.pdf, "plan.pdf").source.mediaType == "application/pdf")
  }

  @Test("what a file is shows in its bytes, not in its name")
  func content() throws {
    #expect(try plan(Self.pdf, "plan.txt").source.mediaType == "application/pdf")
    // Some servers put a line before the PDF.
    let shifted = Array("HTTP/1.1 200 OK\n\n".utf8) + Self.pdf
    #expect(try plan(shifted, "plan.pdf").source.mediaType == "application/pdf")
  }

  @Test(
    "a failure has a code, a fact and advice",
    arguments: [
      ([], "a.txt", "empty-file"), ([0x20], "a.txt", "empty-file"), ([], "a.pdf", "empty-file"),
      ([0x41], "a.pdf", "not-a-pdf"), ([0x41], "a.PDF", "not-a-pdf"),
      ([UInt8](repeating: 0, count: 100), "a.txt", "not-text"),
      (SmallPDF(pages: [[]]).bytes(), "a.pdf", "no-text-layer"),
      (Array("%PDF-1.4\n".utf8), "a.pdf", "damaged-pdf"),
    ] as [([UInt8], String, String)])
  func failures(bytes: [UInt8], name: String, code: String) throws {
    let failure = try #require(throws: ConversionFailure.self) { _ = try plan(bytes, name) }
    #expect(failure.code == code)
    #expect(!failure.fact.isEmpty && !failure.advice.isEmpty)
    #expect(failure.message(for: name) == "\(name): \(failure.fact); \(failure.advice)")
  }

  @Test("a file that is not there cannot be read")
  func missingFile() throws {
    let failure = try #require(throws: ConversionFailure.self) {
      _ = try converter.plan(fromFile: "/nowhere/plan.txt")
    }
    #expect(failure.code == "unreadable-file")
  }
}
