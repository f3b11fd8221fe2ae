// SPDX-License-Identifier: GPL-2.0-or-later

internal import PDFImport
internal import ProcessIsolation
internal import Synchronization

/// A worker that loads poppler while the program still reads its arguments: see decision 26.
package final class StandbyConverter: Sendable {
  private let worker: Mutex<StandbyWorker?>

  /// Starts the worker; the process may have one thread only.
  package init() {
    worker = Mutex(
      StandbyWorker.start { orders in
        PDFImporter.prepare()
        guard let orders = orders().flatMap({ try? DocumentWorkOrders($0) }),
          let converter = try? PlanConverter(redacts: orders.redacts)
        else { return nil }
        return DocumentWork(
          converter: converter, tables: orders.tables, writesJSON: orders.writesJSON
        ).answer
      })
  }

  /// The worker for the first who asks, then nil.
  func take() -> StandbyWorker? {
    worker.withLock { worker in
      defer { worker = nil }
      return worker
    }
  }

  /// Ends the worker where nobody has taken it.
  package func end() { _ = take() }
}
