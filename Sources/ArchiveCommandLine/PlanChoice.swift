// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import PlanArchive

/// Finds the plan that a user means.
struct PlanChoice {
  let plans: [ArchivedPlan]

  /// Names that are listed where several plans are meant.
  private static let longestList = 5

  /// The plan of that name, number, path or file, or else the only one whose name holds the text; or
  /// an exit with a message.
  func plan(named text: String, _ archive: ArchiveArgument) throws -> ArchivedPlan {
    let lowered = text.lowercased()
    let ways: [(ArchivedPlan) -> Bool] = [
      { $0.name == text }, { "\($0.id)" == text }, { $0.path == text }, { $0.file == text },
      { $0.name.lowercased().contains(lowered) },
    ]
    for way in ways {
      let found = plans.filter(way)
      if found.count > 1 { throw archive.failure(Self.ambiguity(text, found)) }
      if let plan = found.first { return plan }
    }
    throw archive.failure(
      "\(archive.archive): no plan is called “\(text)”; see 'rodtrad archive list'")
  }

  private static func ambiguity(_ text: String, _ found: [ArchivedPlan]) -> String {
    let names = found.prefix(longestList).map { "“\($0.name)” (\($0.id))" }
    let rest = found.count > longestList ? ["…"] : []
    return "“\(text)” may be \(found.count) plans: "
      + (names + rest).joined(separator: ", ") + "; name one, or its number"
  }
}
