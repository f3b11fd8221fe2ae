// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText

/// Days between dates as plans print them.
enum CalendarDate {
  /// How many days the second ISO 8601 date is after the first; nil where one is missing or is no
  /// date that there can be.
  static func days(from old: String?, to new: String?) -> Int? {
    guard let old = old.flatMap(dayNumber), let new = new.flatMap(dayNumber) else { return nil }
    return new - old
  }

  /// The month and day of an ISO 8601 date ("-04-30"); "" where there is none.
  static func dayOfYear(_ date: String?) -> String {
    date.map { String($0.dropFirst(4)) } ?? ""
  }

  /// The number of a day in the Gregorian calendar, counted from 1 March of the year 0.
  private static func dayNumber(_ date: String) -> Int? {
    let digits = date.utf8.filter { $0 != UInt8(ascii: "-") }.map { Int($0) - 0x30 }
    guard isISODate(date.utf8), digits.count == 8 else { return nil }
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
    let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
    guard day <= length(ofMonth: month, year) else { return nil }
    // Years from March to February, so that the leap day comes last.
    let monthFromMarch = (month + 9) % 12
    let yearFromMarch = month > 2 ? year : year - 1
    let leapDays =
      floorDivision(yearFromMarch, 4) - floorDivision(yearFromMarch, 100)
      + floorDivision(yearFromMarch, 400)
    return yearFromMarch * 365 + leapDays + (monthFromMarch * 153 + 2) / 5 + day
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    switch month {
    case 2: return isLeapYear ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  private static func floorDivision(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }
}
