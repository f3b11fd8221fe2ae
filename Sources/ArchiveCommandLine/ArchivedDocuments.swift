// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanArchive
internal import PlanExport
internal import PlanModel
internal import PlanPipeline
internal import PlanReading

/// Reads the documents of an archive.
struct ArchivedDocuments {
  let archive: ArchiveArgument
  let file: ArchiveFile
  /// Replaces personal data by marks, where it does at all.
  let converter: PlanConverter

  /// A plan and its document, or an exit with a message.
  func document(of plan: ArchivedPlan) throws -> (plan: PlanDocument, json: [UInt8]) {
    guard let json = try ArchiveReader(file).json(ofPlan: plan.id) else {
      throw archive.failure(
        "\(archive.archive): the document of “\(plan.name)” is not there; add the plan again")
    }
    do {
      let plan = try JSONPlanReader().plan(from: json)
      guard converter.redacts else { return (plan, json) }
      let redacted = converter.redacted(plan)
      return (redacted, JSONPlanExporter(style: .indented).bytes(for: redacted))
    } catch {
      throw archive.failure(
        "\(archive.archive): the document of “\(plan.name)” is no plan: \(error); add the plan again"
      )
    }
  }
}
