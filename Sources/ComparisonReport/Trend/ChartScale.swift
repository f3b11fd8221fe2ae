// SPDX-License-Identifier: GPL-2.0-or-later

import PlanExport

/// Where years and values stand in a chart.
///
/// The values from the least to the greatest fill the height, since targets of one indicator lie
/// close together; both are written beside the axis, so that nobody takes the bottom for zero.
struct ChartScale: Sendable {
  /// In the units of the drawing, which are pixels where there is room.
  static let width = 320
  static let height = 128
  private static let top = 12
  private static let bottom = 100
  /// The line of the years.
  static let yearLine = 120
  private static let right = 20
  private static let widthOfDigit = 7

  /// Whether years can be drawn side by side: more than these no archive of plans has.
  static func canShow(from first: Int, to last: Int) -> Bool {
    (1...9_999).contains(first) && last < first + 60
  }

  /// Whether a number can be drawn; no target is greater.
  static func canShow(_ value: Double) -> Bool { abs(value) < 1e9 }

  let years: ClosedRange<Int>
  let values: ClosedRange<Double>
  /// The left end of the plot, with room for the numbers beside it.
  let left: Int

  /// The scale of some years and values, at least one.
  init(years: ClosedRange<Int>, values: ClosedRange<Double>) {
    self.years = years
    self.values = values
    let longest =
      [values.lowerBound, values.upperBound]
      .map { DecimalText.shortest($0).utf8.count + 2 }.max() ?? 0
    left = 22 + Self.widthOfDigit * longest
  }

  var right: Int { Self.width - Self.right }

  func x(_ year: Int) -> Int {
    guard years.count > 1 else { return (left + right) / 2 }
    return left + (right - left) * (year - years.lowerBound) / (years.count - 1)
  }

  func y(_ value: Double) -> Int {
    let extent = values.upperBound - values.lowerBound
    guard extent > 0 else { return (Self.top + Self.bottom) / 2 }
    let share = (value - values.lowerBound) / extent
    return Self.bottom - Int((share * Double(Self.bottom - Self.top)).rounded())
  }

  func point(_ year: Int, _ value: Double) -> ChartPoint {
    ChartPoint(x: x(year), y: y(value))
  }

  /// The years that are written below, so many that they do not touch.
  var labelledYears: [Int] {
    let widthOfYear = 40
    let room = max(1, (right - left) / widthOfYear)
    let step = (years.count - 1 + room - 1) / room
    guard step > 1 else { return Array(years) }
    return stride(from: years.lowerBound, through: years.upperBound, by: step).map { $0 }
  }
}
