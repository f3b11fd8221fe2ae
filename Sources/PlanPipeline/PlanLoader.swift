// SPDX-License-Identifier: GPL-2.0-or-later

public import PlanModel
internal import PlanReading

/// Gives the plans in files, whether these are sources to convert or plans converted before.
///
/// The one place that what compares plans gets them by.
public struct PlanLoader {
  private let workers: DocumentWorkers

  /// Creates a loader that converts what is not converted yet, in workers.
  package init(_ converter: PlanConverter, options: WorkerOptions) {
    workers = DocumentWorkers(
      converter: converter, tables: [], options: options, interruption: nil)
  }

  /// The plans in files: PDFs, texts, or documents that this program wrote (.json).
  ///
  /// - Returns: One for each path, in order; a failure where the file cannot be read or holds no
  ///   plan.
  public func plans(fromFiles paths: [String]) -> [Result<PlanDocument, ConversionFailure>] {
    var plans: [Result<PlanDocument, ConversionFailure>] = paths.map { path in
      // Replaced below where the file is a source.
      guard Self.isConverted(path) else { return .failure(.cancelled) }
      return Result { () throws(ConversionFailure) in
        try Self.plan(in: try PlanConverter.bytes(ofFile: path))
      }
    }
    var sources = paths.indices.filter { !Self.isConverted(paths[$0]) }.makeIterator()
    workers.run(
      nextRequest: {
        sources.next().map { (id: $0, request: .convert(path: paths[$0], planID: "")) }
      },
      finished: { index, answer, _ in
        plans[index] = Result { () throws(ConversionFailure) in
          switch answer {
          case .plan(let exported): try Self.plan(in: Array(exported.json))
          case .failure(let failure): throw failure
          case .digest, .bytes, nil: throw .cancelled
          }
        }
      },
      tick: { _ in })
    return plans
  }

  private static func isConverted(_ path: String) -> Bool { path.lowercased().hasSuffix(".json") }

  private static func plan(in json: [UInt8]) throws(ConversionFailure) -> PlanDocument {
    do throws(PlanReadingError) {
      return try JSONPlanReader().plan(from: json)
    } catch {
      throw .unreadablePlan(
        error, isOtherDocument: JSONPlanReader.isOtherDocument(json))
    }
  }
}
