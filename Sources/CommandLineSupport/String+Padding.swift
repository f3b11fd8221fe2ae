// SPDX-License-Identifier: GPL-2.0-or-later

extension String {
  /// The text with spaces after it to a width, one at the least.
  package func padded(to width: Int) -> String {
    count >= width ? self + " " : self + String(repeating: " ", count: width - count)
  }
}
