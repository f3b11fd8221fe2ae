// SPDX-License-Identifier: GPL-2.0-or-later

package import ProcessIsolation

/// Converts inputs for a pipe: each plan is handed on as it is done, and nothing is kept.
public final class PlanStream {
  /// What is handed on of a plan.
  package enum Form: Sendable {
    /// The JSON document, indented.
    case document
    /// The JSON document on one line.
    case line
  }

  private let form: Form
  private let isOrdered: Bool
  private let options: WorkerOptions
  private let workers: DocumentWorkers

  /// How many plans may be done before one that is not, where the order counts: enough to keep
  /// all workers busy behind a large one, and some ten megabytes for each.
  private static let windowPerJob = 64

  /// Creates a stream.
  ///
  /// - Parameters:
  ///   - converter: What the workers convert with.
  ///   - form: What is handed on of a plan.
  ///   - isOrdered: Whether plans come in the order of their inputs, or as they are done.
  ///   - options: The workers.
  ///   - standby: The first worker, where it was started before; or nil.
  ///   - interruption: Where the user's wish to end is counted, or nil.
  package init(
    converter: PlanConverter, form: Form, isOrdered: Bool, options: WorkerOptions,
    standby: StandbyWorker? = nil, interruption: Interruption? = nil
  ) {
    self.form = form
    self.isOrdered = isOrdered
    self.options = options
    workers = DocumentWorkers(
      converter: converter, tables: TableSet(hasJSONLines: form == .line),
      writesJSON: form == .document, options: options, standby: standby, interruption: interruption)
  }

  /// Whether the system would not filter the workers' system calls.
  package var isUnfiltered: Bool { workers.areUnfiltered }

  /// Converts the files.
  ///
  /// - Parameters:
  ///   - files: The inputs, in order.
  ///   - write: Takes the bytes of each plan; returns false where it takes no more, which ends the
  ///     run.
  ///   - finished: Called once for each input that was converted or failed, as it is done.
  package func run(
    _ files: [InputFile], write: @escaping (ArraySlice<UInt8>) -> Bool,
    finished: @escaping (_ path: String, ConversionOutcome) -> Void
  ) {
    var next = 0
    var takesMore = true
    /// Plans that wait for their turn; empty for inputs that gave none.
    var waiting: [Int: ArraySlice<UInt8>] = [:]
    var turn = 0
    var unanswered = files.count
    let threadCount = options.threadsPerDocument(of: files.count)
    let window = isOrdered ? Self.windowPerJob * options.jobCount : Int.max
    workers.run(
      nextRequest: {
        guard takesMore, next < files.count, next - turn < window else { return nil }
        defer { next += 1 }
        return (next, .convert(path: files[next].path, planID: "", threadCount: threadCount))
      },
      finished: { [form, isOrdered, workers] index, answer, _ in
        unanswered -= 1
        if unanswered == 0 { workers.dismissIdle() }
        var bytes: ArraySlice<UInt8> = []
        switch answer {
        case .plan(let plan):
          bytes = form == .line ? plan.shares.first ?? [] : plan.json
          finished(files[index].path, .converted(plan.figures))
        case .failure(let failure): finished(files[index].path, .failed(failure))
        case .digest, .bytes, nil: break
        }
        waiting[isOrdered ? index : turn] = bytes
        while let bytes = waiting.removeValue(forKey: turn) {
          turn += 1
          if takesMore, !bytes.isEmpty { takesMore = write(bytes) }
        }
      },
      tick: { _ in })
  }
}
