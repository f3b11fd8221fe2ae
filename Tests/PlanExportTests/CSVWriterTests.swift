// SPDX-License-Identifier: GPL-2.0-or-later

import PlanExport
import Testing

struct CSVWriterTests {
  private func text(_ dialect: CSVDialect, _ cells: [CellValue]) -> String {
    var writer = CSVWriter(dialect: dialect)
    writer.row(cells)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "a cell stands in quotation marks only where it must, with its own doubled",
    arguments: [
      ("a;b", "a;b"), ("a,b", "\"a,b\""), ("a \"b\"", "\"a \"\"b\"\"\""), ("a\nb", "\"a\nb\""),
      ("=1+1", "=1+1"), (" å ", " å "), ("", ""),
    ])
  func openDialectQuotes(cell: String, csv: String) {
    #expect(text(.open, [.text(cell)]) == csv + "\r\n")
  }

  @Test(
    "the Excel dialect makes formulas harmless and keeps a text on one line",
    arguments: [
      ("a,b", "a,b"), ("a;b", "\"a;b\""), ("=1+1", "'=1+1"), ("+46", "'+46"), ("-x", "'-x"),
      ("@a", "'@a"), ("\t1", "'\t1"), ("\r1", "' 1"), ("  =1", "'  =1"), ("\u{A0}=1", "'\u{A0}=1"),
      ("\n=1", "' =1"), ("\u{FF1D}1", "'\u{FF1D}1"), ("\u{FF0B}1", "'\u{FF0B}1"),
      ("\u{FF0D}1", "'\u{FF0D}1"), ("\u{FF20}1", "'\u{FF20}1"), ("\u{200B}=1", "'\u{200B}=1"),
      ("=\u{301}1", "'=\u{301}1"), ("a\r\nb\nc\u{2028}d", "a b c d"), ("a=1", "a=1"),
      ("1.4", "'1.4"), ("1-14", "'1-14"), ("1/2", "'1/2"), ("24.12.2026", "'24.12.2026"),
      ("1", "1"), ("3.1.1.1", "3.1.1.1"), ("2015-709-1.1", "2015-709-1.1"), ("1.4 a", "1.4 a"),
      ("–1", "–1"), ("=\"x;y\"", "\"'=\"\"x;y\"\"\""),
    ])
  func excelDialectIsHarmless(cell: String, csv: String) {
    #expect(text(.excel, [.text(cell)]) == csv + "\r\n")
  }

  @Test(
    "numbers follow the dialect and are never taken for formulas",
    arguments: [
      (CellValue.decimal(-0.3), "-0.3", "-0,3"), (.decimal(10_000), "10000", "10000"),
      (.integer(-4), "-4", "-4"), (.empty, "", ""),
      (.date("2027-01-01"), "2027-01-01", "2027-01-01"),
    ])
  func numbers(cell: CellValue, open: String, excel: String) {
    #expect(text(.open, [cell]) == open + "\r\n")
    #expect(text(.excel, [cell]) == excel + "\r\n")
  }

  @Test("cells are parted by the dialect's separator")
  func separators() {
    let cells: [CellValue] = [.text("a"), .empty, .integer(1)]
    #expect(text(.open, cells) == "a,,1\r\n")
    #expect(text(.excel, cells) == "a;;1\r\n")
  }
}
