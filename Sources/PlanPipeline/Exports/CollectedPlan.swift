// SPDX-License-Identifier: GPL-2.0-or-later

internal import ContentDigests
internal import FileAccess
internal import PlanModel
internal import PlanReading

/// A plan of the output folder with what the folder knows of it.
struct CollectedPlan {
  /// The plan's name in the tables.
  let planID: String
  /// The path from the output folder to the file that the plan was read from.
  let sourcePath: String
  let plan: PlanDocument

  /// Reads a plan as a run wrote it; nil where its file has changed since.
  init?(_ entry: RunEntry, in folder: RunFolder) {
    guard let output = entry.output,
      let json = try? FileSystem.read("\(folder.path)/\(output.path)"),
      sha256(of: json) == output.sha256, let plan = try? JSONPlanReader().plan(from: json)
    else { return nil }
    planID = output.planID
    sourcePath = entry.file
    self.plan = plan
  }
}
