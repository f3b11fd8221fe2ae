// SPDX-License-Identifier: GPL-2.0-or-later

/// How often values come, where each is mostly the same as the one before.
struct ValueCounts<Value: Hashable & Comparable> {
  private var counts: [Value: Int] = [:]
  /// The latest value, and how often it came since another one did.
  private var latest: (value: Value, count: Int)?

  mutating func add(_ value: Value, _ count: Int = 1) {
    if let latest, latest.value == value {
      self.latest = (value, latest.count + count)
    } else {
      countLatest()
      latest = (value, count)
    }
  }

  private mutating func countLatest() {
    guard let latest else { return }
    counts[latest.value, default: 0] += latest.count
    self.latest = nil
  }

  /// The value that comes most often, the lowest one of several; nil where there is none.
  mutating func mostCommon() -> Value? {
    countLatest()
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
