// SPDX-License-Identifier: GPL-2.0-or-later

/// Numbers that look random and are the same in every run.
package struct Chance {
  private var state: UInt64

  /// Starts the row of numbers that belongs to `seed`.
  package init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// A number from 0 up to, but not including, `limit`; 0 where the limit is not above it.
  package mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % max(limit, 1)
  }
}
