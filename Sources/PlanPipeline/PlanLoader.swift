// SPDX-License-Identifier: GPL-2.0-or-later

public import PlanModel
internal import PlanReading

/// Gives the plan in a file, whether the file is a source to convert or a plan converted before.
///
/// The one place that what compares plans gets them by.
public struct PlanLoader: Sendable {
  private let converter: PlanConverter

  /// Creates a loader that converts what is not converted yet.
  public init(_ converter: PlanConverter) {
    self.converter = converter
  }

  /// The plan in a file: a PDF, a text, or a document that this program wrote (.json).
  ///
  /// - Throws: ``ConversionFailure`` where the file cannot be read or holds no plan.
  public func plan(fromFile path: String) throws(ConversionFailure) -> PlanDocument {
    guard path.lowercased().hasSuffix(".json") else { return try converter.plan(fromFile: path) }
    let bytes = try PlanConverter.bytes(ofFile: path)
    do {
      return try JSONPlanReader().plan(from: bytes)
    } catch {
      throw ConversionFailure(
        code: "not-a-plan-document", fact: "the file is no converted plan: \(error)",
        advice: "convert the plan anew, or check the file with rodtrad validate")
    }
  }
}
