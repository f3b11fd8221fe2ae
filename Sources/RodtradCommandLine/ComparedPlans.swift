// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import PlanModel
internal import PlanPipeline

/// Gets the plans that a command compares, and names those that it cannot get.
struct ComparedPlans {
  let loader: PlanLoader

  /// The plans in files, in order; ends with 2 where one cannot be read.
  func plans(inFiles paths: [String]) throws -> [PlanDocument] {
    var plans: [PlanDocument] = []
    var isComplete = true
    for path in paths {
      if let plan = plan(inFile: path) { plans.append(plan) } else { isComplete = false }
    }
    guard isComplete else { throw ExitCode(ExitStatus.failed) }
    return plans
  }

  /// The plans in folders and files, sorted within each folder, and whether all could be read.
  func plans(in arguments: [String]) -> (plans: [PlanDocument], areComplete: Bool) {
    let findings = InputFinder(includingConverted: true).files(for: arguments)
    for problem in findings.problems {
      Console.message("rodtrad: \(problem.failure.message(for: problem.path))")
    }
    let plans = findings.files.map { plan(inFile: $0.path) }
    return (
      plans.compactMap { $0 }, findings.problems.isEmpty && plans.allSatisfy { $0 != nil }
    )
  }

  private func plan(inFile path: String) -> PlanDocument? {
    do throws(ConversionFailure) {
      return try loader.plan(fromFile: path)
    } catch {
      Console.message("rodtrad: \(error.message(for: path))")
      return nil
    }
  }
}
