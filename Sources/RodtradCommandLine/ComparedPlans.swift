// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import PlanModel
internal import PlanPipeline

/// Gets the plans that a command compares, and names those that it cannot get.
struct ComparedPlans {
  /// What stands in folders and files.
  struct Found {
    /// Sorted within each folder.
    fileprivate(set) var plans: [PlanDocument] = []
    /// Whether all plans could be read.
    fileprivate(set) var areComplete: Bool
    private var paths: [String: String] = [:]

    fileprivate init(areComplete: Bool) {
      self.areComplete = areComplete
    }

    /// Adds a plan, unless one that was made from the same file is there.
    ///
    /// - Returns: The path of that one.
    fileprivate mutating func add(_ plan: PlanDocument, from path: String) -> String? {
      if let former = paths[plan.source.sha256] { return former }
      plans.append(plan)
      paths[plan.source.sha256] = path
      return nil
    }

    /// The file that a plan was found in.
    func path(of plan: PlanDocument) -> String {
      paths[plan.source.sha256] ?? plan.source.fileName
    }
  }

  let loader: PlanLoader
  /// Whether to say what the loader replaced by marks.
  let tellsRedactions: Bool
  /// What to do about a plan that is left out, since it was made from the same file as another.
  let adviceOnDoubles: String

  /// The plans in files, in order; ends with 2 where one cannot be read.
  func plans(inFiles paths: [String]) throws -> [PlanDocument] {
    let plans = zip(paths, loader.plans(fromFiles: paths)).compactMap {
      (path, result) -> PlanDocument? in
      switch result {
      case .success(let plan) where plan.goals.isEmpty:
        Console.message("rodtrad: \(ConversionFailure.noGoals.message(for: path))")
        return nil
      case .success(let plan):
        tellRedactions(in: plan, from: path)
        return plan
      case .failure(let failure):
        Console.message("rodtrad: \(failure.message(for: path))")
        return nil
      }
    }
    guard plans.count == paths.count else { throw ExitCode(ExitStatus.failed) }
    return plans
  }

  /// The plans in folders and files.
  ///
  /// JSON in a folder that is no plan is passed over, since a folder may hold comparisons and much
  /// else; a file that is named itself has to be one.
  func plans(in arguments: [String]) -> Found {
    let findings = InputFinder(includingConverted: true).files(for: arguments)
    for problem in findings.problems {
      Console.message("rodtrad: \(problem.failure.message(for: problem.path))")
    }
    var found = Found(areComplete: findings.problems.isEmpty)
    var passedOver: [String] = []
    var leftOut: [(path: String, former: String)] = []
    for (file, result) in zip(
      findings.files, loader.plans(fromFiles: findings.files.map(\.path)))
    {
      switch result {
      case .success(let plan) where plan.goals.isEmpty:
        Console.message("rodtrad: \(ConversionFailure.noGoals.message(for: file.path))")
        found.areComplete = false
      case .success(let plan):
        tellRedactions(in: plan, from: file.path)
        if let former = found.add(plan, from: file.path) { leftOut.append((file.path, former)) }
      case .failure(let failure) where failure.isOtherDocument && !file.isNamed:
        passedOver.append(file.path)
      case .failure(let failure):
        Console.message("rodtrad: \(failure.message(for: file.path))")
        found.areComplete = false
      }
    }
    tell(passedOver)
    tell(leftOut)
    if found.plans.isEmpty, found.areComplete {
      Console.message("rodtrad: no plan was found; name the folder that the plans are in")
      found.areComplete = false
    }
    return found
  }

  private func tellRedactions(in plan: PlanDocument, from path: String) {
    guard tellsRedactions, let remark = RedactionRemark.text(for: plan) else { return }
    Console.message("\(path): \(remark)")
  }

  private func tell(_ leftOut: [(path: String, former: String)]) {
    guard let (path, former) = leftOut.first else { return }
    let rest = leftOut.count > 1 ? ", and \(leftOut.count - 1) more likewise" : ""
    Console.message(
      "\(path): left out, since it was made from the same file as \(former)\(rest); "
        + adviceOnDoubles)
  }

  private func tell(_ passedOver: [String]) {
    guard let first = passedOver.first else { return }
    let others = passedOver.count - 1
    Console.message(
      others == 0
        ? "\(first): passed over, since it is JSON but no plan"
        : "\(first) and \(others) more: passed over, since they are JSON but no plans")
  }
}
