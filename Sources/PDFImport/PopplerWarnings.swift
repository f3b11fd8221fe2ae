// SPDX-License-Identifier: GPL-2.0-or-later

internal import CPopplerGLib
internal import Synchronization

/// Counts what poppler says of damaged files, which opens them without an error.
enum PopplerWarnings {
  /// How many warnings this process has had.
  static var count: Int { counter.load(ordering: .relaxed) }

  fileprivate static let counter = Atomic<Int>(0)

  /// Takes over poppler's messages; they would else go to standard error.
  static func startCounting() { _ = installed }

  private static let installed: UInt32 = {
    let levels = GLogLevelFlags(
      rawValue: G_LOG_LEVEL_MASK.rawValue | G_LOG_FLAG_FATAL.rawValue
        | G_LOG_FLAG_RECURSION.rawValue)
    return g_log_set_handler("Poppler", levels, countPopplerWarning, nil)
  }()
}

/// A named function, because poppler may call it on any thread.
private nonisolated func countPopplerWarning(
  domain: UnsafePointer<CChar>?, level: GLogLevelFlags, message: UnsafePointer<CChar>?,
  data: UnsafeMutableRawPointer?
) {
  PopplerWarnings.counter.wrappingAdd(1, ordering: .relaxed)
}
