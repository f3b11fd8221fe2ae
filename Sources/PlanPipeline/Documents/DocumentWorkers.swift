// SPDX-License-Identifier: GPL-2.0-or-later

internal import ProcessIsolation

/// How many workers a run has, and what each may use.
package struct WorkerOptions: Sendable, Hashable {
  /// How many documents are converted at once.
  package var jobCount: Int
  /// The longest that one document may take, in seconds.
  package var timeoutSeconds: Double
  /// The most memory that one worker may map, in bytes.
  package var memoryBytes: Int

  /// Creates options.
  package init(jobCount: Int, timeoutSeconds: Double = 60, memoryBytes: Int = 1 << 30) {
    self.jobCount = jobCount
    self.timeoutSeconds = timeoutSeconds
    self.memoryBytes = memoryBytes
  }

  /// How many threads each of `count` documents may have, so that a run over one leaves no core idle.
  func threadsPerDocument(of count: Int) -> Int { max(1, jobCount / max(1, count)) }
}

/// Workers that speak of documents.
final class DocumentWorkers {
  private let pool: WorkerPool<DocumentAnswer>
  private let options: WorkerOptions

  /// Creates workers that are started as requests come.
  ///
  /// - Parameters:
  ///   - converter: What they convert with.
  ///   - tables: What they give each plan's share of.
  ///   - writesJSON: Whether they give the plans' JSON.
  ///   - options: How many they are, and what each may use.
  ///   - standby: The first of them, where it was started before; or nil.
  ///   - interruption: Where the user's wish to end is counted, or nil.
  init(
    converter: PlanConverter, tables: TableSet = TableSet(), writesJSON: Bool = true,
    options: WorkerOptions, standby: StandbyWorker? = nil, interruption: Interruption?
  ) {
    let orders = DocumentWorkOrders(
      redacts: converter.redacts, tables: tables, writesJSON: writesJSON)
    let work = DocumentWork(converter: converter, orders: orders)
    let shareCount = tables.tables.count
    // It knows no other words.
    let standby = converter.hasBuiltInVocabulary ? standby : nil
    pool = WorkerPool(
      workerCount: options.jobCount, limits: WorkerLimits(options), interruption: interruption,
      standby: standby.map { ($0, orders.bytes) },
      answer: work.answer
    ) { try? DocumentAnswer($0, shareCount: shareCount) }
    self.options = options
  }

  /// Whether the system would not filter the workers' system calls.
  var areUnfiltered: Bool { pool.isUnfiltered }

  /// Does the requests until there are no more, or until the user has enough.
  ///
  /// - Parameters:
  ///   - nextRequest: The next request with the caller's number for it, or nil.
  ///   - finished: Called once for each request, with the seconds that it took; without an answer
  ///     where it was given up at the user's wish.
  ///   - tick: Called several times a second with the numbers of the requests in hand.
  func run(
    nextRequest: @escaping () -> (id: Int, request: DocumentRequest)?,
    finished: @escaping (Int, DocumentAnswer?, _ seconds: Double) -> Void,
    tick: @escaping ([Int]) -> Void
  ) {
    pool.run(
      WorkerPool<DocumentAnswer>.Calls(
        nextTask: {
          nextRequest().map { id, request in
            WorkerTask(id: id, request: request.bytes, secondRequest: request.careful.bytes)
          }
        },
        finished: { [self] id, result, seconds in finished(id, answer(result), seconds) },
        tick: tick))
  }

  /// Ends the workers that have nothing to do, while the caller goes on.
  func dismissIdle() { pool.dismissIdleWorkers() }

  private func answer(_ result: Result<DocumentAnswer, WorkerDeath>) -> DocumentAnswer? {
    if case .failure(.cancelled) = result { return nil }
    return DocumentAnswer(result, options)
  }
}
