// SPDX-License-Identifier: GPL-2.0-or-later

internal import ContentDigests
internal import StratMLExport

/// Writes each plan of a run as a document of the Strategy Markup Language.
final class StratMLRunExporter: RunExporter {
  private let folder: RunFolder
  private let exporter = StratMLPlanExporter { sha256(of: $0) }

  init(folder: RunFolder) {
    self.folder = folder
  }

  func add(_ plan: CollectedPlan) throws(ConversionFailure) {
    guard let name = RunExport.stratML.fileName(ofPlan: plan.planID) else { return }
    if let document = exporter.bytes(for: plan.plan) {
      try folder.write(document[...], to: name)
    } else {
      // One from a time when the document had a goal would say what is not so.
      folder.remove(name)
    }
  }

  func finish() {}
}
