// SPDX-License-Identifier: GPL-2.0-or-later

internal import ContentDigests
internal import PlanExport
public import PlanModel
package import ProcessIsolation

/// A plan that was read or converted, with its document.
package struct LoadedPlan: Sendable {
  package var plan: PlanDocument
  /// The bytes of the JSON document: those of its file, or what `convert` would write.
  package var json: [UInt8]

  /// The SHA-256 of the JSON document.
  package var jsonDigest: String { sha256(of: json) }
}

/// Gives the plans in files, whether these are sources to convert or plans converted before.
///
/// The one place that what compares plans gets them by.
public struct PlanLoader {
  private let converter: PlanConverter
  private let workers: DocumentWorkers
  private let interruption: Interruption?
  private let options: WorkerOptions
  private var window: Int { Self.windowPerJob * options.jobCount }

  /// How many plans may wait for one before them: enough to keep the workers busy behind a large one.
  private static let windowPerJob = 64

  /// Creates a loader that converts what is not converted yet, in workers.
  ///
  /// Where the converter replaces personal data, the loader does so in plans converted before, too.
  package init(
    _ converter: PlanConverter, options: WorkerOptions, interruption: Interruption? = nil
  ) {
    self.converter = converter
    workers = DocumentWorkers(
      converter: converter, options: options, interruption: interruption)
    self.interruption = interruption
    self.options = options
  }

  /// The plans in files: PDFs, texts, or documents that this program wrote (.json).
  ///
  /// - Returns: One for each path, in order; a failure where the file cannot be read or holds no
  ///   plan.
  public func plans(fromFiles paths: [String]) -> [Result<PlanDocument, ConversionFailure>] {
    var plans: [Result<PlanDocument, ConversionFailure>] = []
    load(paths) { result in
      plans.append(result.map(\.plan))
      return true
    }
    return plans
  }

  /// Hands on the plans in files one after the other, in order, so that few are in memory at once.
  ///
  /// - Parameters:
  ///   - paths: The files.
  ///   - take: Called once for each path, unless the user ends the run; returns false to end it.
  package func load(
    _ paths: [String], _ take: @escaping (Result<LoadedPlan, ConversionFailure>) -> Bool
  ) {
    let sources = paths.indices.filter { !PlanConverter.isConverted(paths[$0]) }
    var requested = 0
    var turn = 0
    var goesOn = true
    /// The answers that wait for their turn.
    var waiting: [Int: Result<[UInt8], ConversionFailure>] = [:]
    func takeTurns() {
      while goesOn, turn < paths.count {
        interruption?.update()
        if interruption?.isAsked == true { goesOn = false }
        guard goesOn, let json = json(of: paths[turn], waiting.removeValue(forKey: turn)) else {
          return
        }
        let isConverted = PlanConverter.isConverted(paths[turn])
        turn += 1
        goesOn = take(plan(in: json, isConverted: isConverted))
      }
    }
    takeTurns()
    guard goesOn, !sources.isEmpty else { return }
    let threadCount = options.threadsPerDocument(of: sources.count)
    workers.run(
      nextRequest: {
        guard goesOn, requested < sources.count, sources[requested] - turn < window else {
          return nil
        }
        defer { requested += 1 }
        return (
          sources[requested],
          .convert(path: paths[sources[requested]], planID: "", threadCount: threadCount)
        )
      },
      finished: { index, answer, _ in
        waiting[index] = Self.json(in: answer)
        takeTurns()
      },
      tick: { _ in })
  }

  /// The document of a file: what its worker answered, or the file itself; nil while neither is there.
  private func json(
    of path: String, _ answer: Result<[UInt8], ConversionFailure>?
  ) -> Result<[UInt8], ConversionFailure>? {
    guard PlanConverter.isConverted(path) else { return answer }
    return Result { () throws(ConversionFailure) in try PlanConverter.bytes(ofFile: path) }
  }

  private static func json(in answer: DocumentAnswer?) -> Result<[UInt8], ConversionFailure> {
    switch answer {
    case .plan(let exported): .success(Array(exported.json))
    case .failure(let failure): .failure(failure)
    case .digest, .bytes, nil: .failure(.cancelled)
    }
  }

  private func plan(
    in json: Result<[UInt8], ConversionFailure>, isConverted: Bool
  ) -> Result<LoadedPlan, ConversionFailure> {
    Result { () throws(ConversionFailure) in
      let json = try json.get()
      let plan = try PlanConverter.plan(inDocument: json)
      guard isConverted, converter.redacts else { return LoadedPlan(plan: plan, json: json) }
      let redacted = converter.redacted(plan)
      return LoadedPlan(
        plan: redacted, json: JSONPlanExporter(style: .indented).bytes(for: redacted))
    }
  }
}
