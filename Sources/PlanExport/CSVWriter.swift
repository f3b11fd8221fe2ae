// SPDX-License-Identifier: GPL-2.0-or-later

/// Writes rows of cells as CSV bytes in one dialect; rows end in CR LF, as RFC 4180 has it.
///
/// A cell that holds the separator, a quotation mark, a CR or an LF stands in quotation marks, and a
/// quotation mark in it is doubled.
///
/// In the Excel dialect a text is changed so that it stays a text on one line:
///
/// - A text whose first character is a tab or a CR, or whose first character after leading white
///   space is one of `=` `+` `-` `@` or their full-width forms `＝` `＋` `－` `＠`, gets an apostrophe
///   (`'`) before all of it, white space included. Excel then shows
///   the cell, apostrophe included, instead of computing it. White space is what Unicode calls so, the zero-width space and the byte order mark.
/// - So does a text that Excel would turn into a date, such as the goal's number 1.4: two or three
///   numbers of one or two digits, the last one of up to four, with `.`, `-` or `/` between them.
/// - Then each line break (CR LF, CR, LF, vertical tab, form feed, U+0085, U+2028, U+2029) becomes
///   one space.
///
/// Dates get the same treatment, for they are copied from the plan. Numbers that the program itself
/// writes (``CellValue/integer(_:)``, ``CellValue/decimal(_:)``) are exempt: "-0,3" stays a number.
/// The open dialect changes no text: a program that opens it in a spreadsheet is to import its
/// columns as text.
package struct CSVWriter: ~Copyable {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private let dialect: CSVDialect

  /// Creates a writer of nothing yet.
  package init(dialect: CSVDialect) {
    self.dialect = dialect
  }

  /// Writes the mark that a file of the dialect begins with, if it has one.
  package mutating func beginFile() {
    bytes.append(contentsOf: dialect.byteOrderMark)
  }

  /// Writes one row and its end.
  package mutating func row(_ cells: some Sequence<CellValue>) {
    var isFirst = true
    for cell in cells {
      if !isFirst { bytes.append(dialect.separator) }
      write(cell)
      isFirst = false
    }
    bytes.append(contentsOf: "\r\n".utf8)
  }

  private mutating func write(_ cell: CellValue) {
    switch cell {
    case .empty: break
    case .integer(let value): bytes.append(contentsOf: String(value).utf8)
    case .decimal(let value): write(value)
    case .text(let text), .date(let text):
      writeQuoted(dialect == .excel ? SpreadsheetText.harmless(text) : text)
    }
  }

  private mutating func write(_ value: Double) {
    guard value.isFinite else { return }
    let text = DecimalText.shortest(value)
    guard dialect == .excel else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    for byte in text.utf8 {
      bytes.append(byte == UInt8(ascii: ".") ? UInt8(ascii: ",") : byte)
    }
  }

  private mutating func writeQuoted(_ text: String) {
    let quotationMark = UInt8(ascii: "\"")
    let separator = dialect.separator
    let needsQuotes = text.utf8.contains { byte in
      byte == separator || byte == quotationMark || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(quotationMark)
    for byte in text.utf8 {
      if byte == quotationMark { bytes.append(quotationMark) }
      bytes.append(byte)
    }
    bytes.append(quotationMark)
  }
}
