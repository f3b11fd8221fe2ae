// SPDX-License-Identifier: GPL-2.0-or-later

/// Differences of numbers that were printed with decimals.
enum DecimalDifference {
  /// `value` less `other` without the dust of binary fractions: 7.2 less 6.9 is 0.3.
  static func of(_ value: Double, minus other: Double) -> Double {
    let difference = value - other
    // Targets have a few decimals; nine are more than any plan prints.
    let scale = 1e9
    let rounded = (difference * scale).rounded() / scale
    return rounded.isFinite ? rounded : difference
  }
}
