// SPDX-License-Identifier: GPL-2.0-or-later

internal import PDFImport
package import ProcessIsolation

/// A worker that loads poppler while the program still reads its arguments: see decision 26.
package enum StandbyConverter {
  /// Starts the worker; the process may have one thread only.
  ///
  /// - Returns: The worker, or nil where no process can be started.
  package static func start() -> StandbyWorker? {
    StandbyWorker.start { orders in
      PDFImporter.prepare()
      guard let orders = orders().flatMap({ try? DocumentWorkOrders($0) }),
        let converter = try? PlanConverter(redacts: orders.redacts)
      else { return nil }
      return DocumentWork(converter: converter, orders: orders).answer
    }
  }
}
