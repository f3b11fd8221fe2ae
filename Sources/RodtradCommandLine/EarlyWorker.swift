// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanPipeline
internal import ProcessIsolation
internal import Synchronization

/// The worker of a run over one PDF, started before the arguments are read.
///
/// To read the arguments takes a quarter of the time in which poppler is loaded, on another core.
enum EarlyWorker {
  private static let started = Mutex<StandbyWorker?>(nil)

  /// Starts it where the arguments look like those of such a run; any others only cost or save time.
  static func start(for arguments: [String]) {
    guard arguments.dropFirst().first == "convert",
      arguments.count(where: { $0.lowercased().hasSuffix(".pdf") }) == 1,
      !arguments.contains(where: { argument in
        ["--help", "-h", "--vocabulary"].contains { argument.hasPrefix($0) }
      })
    else { return }
    started.withLock { $0 = StandbyConverter.start() }
  }

  /// The worker for the first who asks, then nil.
  static func take() -> StandbyWorker? {
    started.withLock { worker in
      defer { worker = nil }
      return worker
    }
  }

  /// Ends it where nobody has taken it.
  static func end() { _ = take() }
}
