// SPDX-License-Identifier: GPL-2.0-or-later

/// What a worker may use, and when it makes room for a fresh one.
package struct WorkerLimits: Sendable, Hashable {
  /// The longest that one task may take on the wall clock, in seconds.
  package var secondsPerTask: Double
  /// The most that a worker may map (`RLIMIT_AS`), in bytes.
  package var addressSpaceBytes: Int
  /// A worker that holds more than this after a task, in bytes of resident memory, is replaced.
  ///
  /// A worker that converts plans holds about 30 MiB.
  package var residentBytes = 128 << 20
  /// A worker is replaced after this many tasks, so that a slow leak cannot build up.
  package var tasksPerWorker = 1_000
  /// The longest answer, in bytes; a plan's is some hundred kilobytes.
  package var answerBytes = 256 << 20

  /// Creates limits.
  package init(secondsPerTask: Double, addressSpaceBytes: Int) {
    self.secondsPerTask = secondsPerTask
    self.addressSpaceBytes = addressSpaceBytes
  }
}
