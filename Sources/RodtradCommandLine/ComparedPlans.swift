// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import PlanModel
internal import PlanPipeline

/// Gets the plans that a command compares, and names those that it cannot get.
struct ComparedPlans {
  let loader: PlanLoader

  /// The plans in files, in order; ends with 2 where one cannot be read.
  func plans(inFiles paths: [String]) throws -> [PlanDocument] {
    let plans = loaded(paths)
    guard plans.count == paths.count else { throw ExitCode(ExitStatus.failed) }
    return plans
  }

  /// The plans in folders and files, sorted within each folder, and whether all could be read.
  func plans(in arguments: [String]) -> (plans: [PlanDocument], areComplete: Bool) {
    let findings = InputFinder(includingConverted: true).files(for: arguments)
    for problem in findings.problems {
      Console.message("rodtrad: \(problem.failure.message(for: problem.path))")
    }
    let plans = loaded(findings.files.map(\.path))
    return (plans, findings.problems.isEmpty && plans.count == findings.files.count)
  }

  /// The plans that could be read; the others are named.
  private func loaded(_ paths: [String]) -> [PlanDocument] {
    zip(paths, loader.plans(fromFiles: paths)).compactMap { path, result in
      switch result {
      case .success(let plan): return plan
      case .failure(let failure):
        Console.message("rodtrad: \(failure.message(for: path))")
        return nil
      }
    }
  }
}
