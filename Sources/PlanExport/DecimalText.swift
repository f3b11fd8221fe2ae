// SPDX-License-Identifier: GPL-2.0-or-later

/// Numbers as text, the same in every locale.
package enum DecimalText {
  /// The shortest text that reads back as `value`, which is finite: "7.2", "10000", "1e-07".
  package static func shortest(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The shortest text in digits only that reads back as `value`, which is finite: "0.0000001".
  package static func withoutExponent(_ value: Double) -> String {
    let parts = shortest(value).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return shortest(value) }
    let isNegative = parts[0].hasPrefix("-")
    let digits = parts[0].filter { $0 != "." && $0 != "-" }
    let sign = isNegative ? "-" : ""
    // The first digit stands before the point.
    guard exponent >= 0 else {
      return "\(sign)0.\(String(repeating: "0", count: -exponent - 1))\(digits)"
    }
    let zeros = String(repeating: "0", count: max(exponent + 1 - digits.count, 0))
    let whole = digits.prefix(exponent + 1) + zeros
    let decimals = digits.dropFirst(exponent + 1)
    return sign + whole + (decimals.isEmpty ? "" : ".\(decimals)")
  }
}
