// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanExport

/// Dates as Excel counts them.
enum ExcelDate {
  /// The days since the 30th of December 1899 of a date such as "2026-01-19"; nil for what is no day
  /// of the calendar, and before March 1900, where Excel counts a day that never was.
  static func serial(of text: String) -> Int? {
    guard let day = CalendarDay(text) else { return nil }
    let epoch = daysSinceMarchOfYear0(1899, 12, 30)
    let serial = daysSinceMarchOfYear0(day.year, day.month, day.day) - epoch
    return serial >= 61 ? serial : nil
  }

  /// Days by the Gregorian calendar, in years that begin in March, so that a leap day is the last.
  private static func daysSinceMarchOfYear0(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let monthsSinceMarch = (month + 9) % 12
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    // 153 days are five months, from March as from August.
    return 365 * marchYear + leapDays + (153 * monthsSinceMarch + 2) / 5 + day - 1
  }
}
