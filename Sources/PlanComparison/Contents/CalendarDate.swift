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

  /// How many days later in its year the second date is than the first, where the year of the second
  /// is `yearsBetween` years after that of the first; nil where ``days(from:to:)`` is.
  ///
  /// 29 February is the same day as 28 February in a year that lacks it, so that the answer the other
  /// way round is the same number with the other sign.
  static func days(from old: String?, to new: String?, yearsBetween: Int) -> Int? {
    guard let old, let new,
      let forth = days(from: moved(old, byYears: yearsBetween), to: new),
      let back = days(from: old, to: moved(new, byYears: -yearsBetween))
    else { return nil }
    return abs(forth) < abs(back) ? forth : back
  }

  private static func moved(_ date: String, byYears years: Int) -> String? {
    guard let year = Int(date.prefix(4)) else { return nil }
    let digits = String(year + years)
    guard year + years >= 0, digits.utf8.count <= 4 else { return nil }
    let padded = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    let moved = padded + date.dropFirst(4)
    return dayNumber(moved) == nil && moved.hasSuffix("-02-29") ? padded + "-02-28" : moved
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
