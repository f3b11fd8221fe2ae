// SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import WorkbookExport

@Suite("Texts in the XML of a workbook")
struct CellTextTests {
  @Test(
    "Characters that XML lacks are escaped, and so is what looks like an escape",
    arguments: [
      ("mål", "mål"), ("a\tb\nc", "a\tb\nc"), ("a\u{1}b", "a_x0001_b"), ("a\0b", "a_x0000_b"),
      ("a\r\nb", "a_x000D_\nb"), ("a\u{FFFF}\u{FFFE}", "a_xFFFF__xFFFE_"),
      ("se _x0041_ här", "se _x005F_x0041_ här"), ("_x00_ _x004_", "_x00_ _x004_"),
      ("", ""), ("=1+1", "=1+1"),
    ])
  func escapes(_ text: (printed: String, written: String)) {
    #expect(CellText.parts(of: text.printed, limit: 100) == [text.written])
  }

  @Test("A text that is too long is split where no character is cut")
  func splitsLongTexts() {
    #expect(CellText.parts(of: "abcdefg", limit: 3) == ["abc", "def", "g"])
    // One character beyond the first plane takes two code units.
    #expect(CellText.parts(of: "a😀😀", limit: 3) == ["a😀", "😀"])
    #expect(CellText.parts(of: "ab\u{1}", limit: 8) == ["ab", "_x0001_"])
  }

  @Test("A text of the very length that Excel takes is whole, though it has more bytes")
  func countsCodeUnits() {
    #expect(CellText.parts(of: String(repeating: "å", count: 32_767), limit: 32_767).count == 1)
    #expect(CellText.parts(of: String(repeating: "å", count: 32_768), limit: 32_767).count == 2)
  }
}
