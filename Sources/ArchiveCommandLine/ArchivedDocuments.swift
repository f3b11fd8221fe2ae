// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanArchive
internal import PlanModel
internal import PlanReading

/// Reads the documents of an archive.
struct ArchivedDocuments {
  let archive: ArchiveArgument
  let file: ArchiveFile

  /// A plan and its document, or an exit with a message.
  func document(of plan: ArchivedPlan) throws -> (plan: PlanDocument, json: [UInt8]) {
    guard let json = try ArchiveReader(file).json(ofPlan: plan.id) else {
      throw archive.failure(
        "\(archive.archive): the document of “\(plan.name)” is not there; add the plan again")
    }
    do {
      return (try JSONPlanReader().plan(from: json), json)
    } catch {
      throw archive.failure(
        "\(archive.archive): the document of “\(plan.name)” is no plan: \(error); add the plan again"
      )
    }
  }
}
