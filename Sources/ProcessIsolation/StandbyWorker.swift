// SPDX-License-Identifier: GPL-2.0-or-later

/// A worker that is started before it is known what it is to do, and makes itself ready meanwhile.
///
/// It is shut in like all workers before it gets its first request. Where nobody employs it, it is
/// ended with this object.
package final class StandbyWorker {
  private let worker: Worker
  private var isEmployed = false

  /// Starts one.
  ///
  /// - Parameter work: What runs in the child process: it makes ready without any document, asks for the
  ///   orders, and returns what to do with requests by them, or nil where they are none.
  /// - Returns: The worker, or nil where no process can be started.
  package static func start(
    _ work: (_ orders: () -> ArraySlice<UInt8>?) -> (([UInt8]) -> [UInt8])?
  ) -> StandbyWorker? {
    (try? Worker.start(onStandby: work)).map(StandbyWorker.init)
  }

  private init(_ worker: Worker) { self.worker = worker }

  deinit {
    if !isEmployed { worker.end() }
  }

  /// Gives the worker its orders; call it once.
  func employ(_ orders: WorkerOrders) -> Worker {
    isEmployed = true
    worker.send(orders)
    return worker
  }
}
