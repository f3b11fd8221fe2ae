// SPDX-License-Identifier: GPL-2.0-or-later

internal import ProcessIsolation

/// Does one thing with a document in a process of its own, so that nothing that the document holds
/// can harm this one.
public struct IsolatedWork {
  private let options: WorkerOptions
  /// The request that follows one over which a process came to grief.
  private static let careful: [UInt8] = [1]

  /// Creates work that may use what `options` say.
  package init(options: WorkerOptions) {
    self.options = options
  }

  /// What `work` makes of the document; it runs in the other process, and may have so many threads
  /// read the document's pages as it is told.
  ///
  /// - Throws: ``ConversionFailure`` where the work does, or where its process came to grief.
  public func bytes(
    _ work: @escaping (_ threadCount: Int) throws(ConversionFailure) -> [UInt8]
  ) throws(ConversionFailure) -> [UInt8] {
    let pool = WorkerPool(
      workerCount: 1, limits: WorkerLimits(options),
      answer: { [options] request in
        let threadCount = request == Self.careful ? 1 : options.threadsPerDocument(of: 1)
        do throws(ConversionFailure) {
          return DocumentAnswer.bytes(try work(threadCount)).bytes
        } catch {
          return DocumentAnswer.failure(error).bytes
        }
      },
      decode: { try? DocumentAnswer($0, shareCount: 0) })
    var task: WorkerTask? = WorkerTask(id: 0, request: [], secondRequest: Self.careful)
    var answer = DocumentAnswer(.failure(.cancelled), options)
    pool.run(
      WorkerPool<DocumentAnswer>.Calls(
        nextTask: {
          defer { task = nil }
          return task
        },
        finished: { [options] _, result, _ in answer = DocumentAnswer(result, options) }))
    switch answer {
    case .bytes(let bytes): return bytes
    case .failure(let failure): throw failure
    case .digest, .plan: throw ConversionFailure(.malformedAnswer, options)
    }
  }
}

extension WorkerLimits {
  init(_ options: WorkerOptions) {
    self.init(secondsPerTask: options.timeoutSeconds, addressSpaceBytes: options.memoryBytes)
  }
}

extension DocumentAnswer {
  /// The answer, or why there is none.
  init(_ result: Result<DocumentAnswer, WorkerDeath>, _ options: WorkerOptions) {
    switch result {
    case .success(let answer): self = answer
    case .failure(let death): self = .failure(ConversionFailure(death, options))
    }
  }
}
