// SPDX-License-Identifier: GPL-2.0-or-later

@preconcurrency internal import Glibc

/// The clock that nobody sets.
package enum MonotonicClock {
  /// Seconds since some moment before the program began.
  package static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
