// SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import WorkbookExport

@Suite("Dates as Excel counts them")
struct ExcelDateTests {
  @Test(
    "A day of the calendar has the number that Excel gives it",
    arguments: [
      ("1900-03-01", 61), ("1999-12-31", 36_525), ("2000-02-29", 36_585), ("2026-01-19", 46_041),
      ("9999-12-31", 2_958_465),
    ])
  func daysAreCounted(_ day: (text: String, serial: Int)) {
    #expect(ExcelDate.serial(of: day.text) == day.serial)
  }

  @Test(
    "What is no day, or older than Excel's calendar, has none",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-04-00", "2026-4-1", "2026",
      "1900-02-28", "2026-01-1a", "2026/01/19", "", "２026-01-19",
    ])
  func otherTextsHaveNone(_ text: String) {
    #expect(ExcelDate.serial(of: text) == nil)
  }
}
