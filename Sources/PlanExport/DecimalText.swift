// SPDX-License-Identifier: GPL-2.0-or-later

/// Numbers as text, the same in every locale.
package enum DecimalText {
  /// The shortest text that reads back as `value`, which is finite: "7.2", "10000", "1e-07".
  package static func shortest(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
