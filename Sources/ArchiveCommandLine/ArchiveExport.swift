// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanArchive
internal import PlanPipeline

/// Writes plans of an archive into a folder.
struct ArchiveExport {
  let documents: ArchivedDocuments
  let folder: String
  let writesJSON: Bool
  let tables: TableSet

  func write(_ plans: [ArchivedPlan]) throws {
    let names = OutputNames.names(for: plans.map(Self.fileName))
    do {
      let folder = try ExportFolder(
        path: folder, planIDs: names, writesJSON: writesJSON, tables: tables,
        isRedacted: documents.converter.redacts)
      for (name, plan) in zip(names, plans) {
        let document = try documents.document(of: plan)
        try folder.add(document.plan, json: document.json, planID: name)
      }
      try folder.finish()
    } catch let failure as ConversionFailure {
      throw documents.archive.failure("\(failure.fact); \(failure.advice)")
    }
  }

  /// The name of a plan, which may come from anywhere, as one that a file can have: it leads nowhere
  /// else, and is not hidden.
  private static func fileName(of plan: ArchivedPlan) -> String {
    let scalars = plan.name.unicodeScalars.map { scalar in
      scalar == "/" || scalar.properties.generalCategory == .control ? "_" : scalar
    }
    let name = String(String.UnicodeScalarView(scalars))
    return name.isEmpty || name.hasPrefix(".") ? "_" + name : name
  }
}
