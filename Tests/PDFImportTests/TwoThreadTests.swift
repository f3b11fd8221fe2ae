// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText
import TestSupport
import Testing

@testable import PDFImport

/// Two threads read the same document as one.
struct TwoThreadTests {
  /// All that an importer gives, or why it gives nothing.
  private func dump(_ bytes: [UInt8], threadCount: Int) -> String {
    PDFTurn.take {
      do throws(PDFImportError) {
        return "\(try PDFImporter(threadCount: threadCount).document(from: bytes))"
      } catch {
        return "\(error)"
      }
    }
  }

  /// Whether two threads can share the pages.
  private func isShared(_ bytes: [UInt8]) -> Bool {
    PDFTurn.take {
      PopplerTables.keep()
      return PDFImporter(threadCount: 2).documentByTwoThreads(from: bytes) != nil
    }
  }

  private func pages(_ texts: [String]) -> SmallPDF {
    SmallPDF(pages: texts.map { $0.isEmpty ? [] : [.init($0, baseline: 100)] })
  }

  @Test("plans are read by two, and are the same", arguments: CorpusCase.all)
  func corpus(plan: CorpusCase) throws {
    let bytes = try plan.bytes(of: "input.pdf")
    #expect(dump(bytes, threadCount: 2) == dump(bytes, threadCount: 1))
    #expect(isShared(bytes))
  }

  @Test("damage is counted once", arguments: 0..<12)
  func damaged(seed: Int) throws {
    var bytes = try #require(CorpusCase.all.first).bytes(of: "input.pdf")
    bytes.damage(20, seed: seed)
    #expect(dump(bytes, threadCount: 2) == dump(bytes, threadCount: 1))
  }

  @Test("pages without text are told in their order")
  func emptyPages() {
    let bytes = pages(["Ett", "", "Två", "", "Tre", ""]).bytes()
    #expect(isShared(bytes))
    #expect(dump(bytes, threadCount: 2) == dump(bytes, threadCount: 1))
  }

  @Test(
    "one thread reads what pages tell of each other, and what has no text",
    arguments: [
      // A soft hyphen between figures is one for all pages.
      ["sam\u{AD}", "tal", "2026\u{AD}01", "Vi är här", "och där", "igen"],
      ["", "", "", "", ""], [""],
    ])
  func notShared(texts: [String]) {
    let bytes = pages(texts).bytes()
    #expect(!isShared(bytes))
    #expect(dump(bytes, threadCount: 2) == dump(bytes, threadCount: 1))
  }

  @Test("the numbers of lines on one page say what those on the others are")
  func lineNumbers() {
    let numbered = (1...8).flatMap { number in
      let baseline = 100 + 14 * Double(number)
      return [
        SmallPDF.Text("\(number)", x: 50, baseline: baseline, size: 8),
        SmallPDF.Text("Vi lyssnar på alla", x: 70, baseline: baseline),
      ]
    }
    let few = [
      SmallPDF.Text("9", x: 50, baseline: 100, size: 8),
      SmallPDF.Text("Vi är klara", x: 70, baseline: 100),
    ]
    let bytes = SmallPDF(pages: [numbered, few, few, few, few]).bytes()
    #expect(!isShared(bytes))
    #expect(dump(bytes, threadCount: 2) == dump(bytes, threadCount: 1))
  }

  @Test("pages of two readers come together in their order")
  func merging() throws {
    let bytes = pages(["A", "B", "C", "D", "E"]).bytes()
    PDFTurn.take {
      PopplerTables.keep()
      let unread = UnreadPages()
      #expect(unread.take(of: 5) == 0)
      #expect(unread.take(of: 5) == 1)
      var read = ReadPages.read(unread, of: bytes)
      #expect(read.pages.map(\.index) == [2, 3, 4])
      #expect(ReadPages.read(unread, of: bytes).pages.isEmpty)
      read.merge(.read(UnreadPages(), of: pages(["A", "B"]).bytes()))
      #expect(read.pages.map(\.index) == [0, 1, 2, 3, 4])
      #expect(read.lines.map(\.text) == ["A", "B", "C", "D", "E"])
      #expect(read.pages.map { read.lines[$0.lines].count } == [1, 1, 1, 1, 1])
    }
  }
}
