// SPDX-License-Identifier: GPL-2.0-or-later

/// Dates as Excel counts them.
enum ExcelDate {
  /// The days since the 30th of December 1899 of a date such as "2026-01-19"; nil for what is no day
  /// of the calendar, and before March 1900, where Excel counts a day that never was.
  static func serial(of text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      let day = number(bytes[8..<10]), (1...12).contains(month),
      (1...lengthOfMonth(month, year)).contains(day)
    else { return nil }
    let serial = daysSinceMarchOfYear0(year, month, day) - daysSinceMarchOfYear0(1899, 12, 30)
    return serial >= 61 ? serial : nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func lengthOfMonth(_ month: Int, _ year: Int) -> Int {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
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
