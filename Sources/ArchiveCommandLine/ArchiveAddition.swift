// SPDX-License-Identifier: GPL-2.0-or-later

internal import CommandLineSupport
internal import FileAccess
internal import PlanArchive
internal import PlanModel
internal import PlanPipeline

/// A run that adds plans to an archive, with what the user sees of it.
final class ArchiveAddition {
  private let adder: ArchiveAdder
  private let archivePath: String
  private let loader: PlanLoader
  private let isQuiet: Bool
  private let tellsRedactions: Bool
  private var added = 0
  private var replaced = 0
  private var unchanged = 0
  private var failed = 0
  private var passedOver = 0
  private var batch: [NewPlan] = []
  private var batchByteCount = 0
  private var batchPaths: [String] = []
  private var archiveFailure: ArchiveError?

  /// What goes into one transaction: few enough that little is lost when a run is cut short, many
  /// enough that the disk is not waited for at each plan.
  private static let batchCount = 32
  private static let batchBytes = 16 << 20
  /// Lines about single plans that a person still reads.
  private static let longestList = 10

  init(
    adder: ArchiveAdder, archivePath: String, loader: PlanLoader, isQuiet: Bool,
    tellsRedactions: Bool
  ) {
    self.adder = adder
    self.archivePath = archivePath
    self.loader = loader
    self.isQuiet = isQuiet
    self.tellsRedactions = tellsRedactions
  }

  /// Whether all inputs are in the archive.
  var isWhole: Bool { failed == 0 }

  func run(_ findings: InputFinder.Findings) throws {
    for problem in findings.problems { fail(problem.path, problem.failure) }
    var files = findings.files.makeIterator()
    loader.load(findings.files.map(\.path)) { [self] result in
      guard let file = files.next() else { return false }
      switch result {
      case .success(let loaded) where loaded.plan.goals.isEmpty: fail(file.path, .noGoals)
      case .success(let loaded): return take(loaded, file)
      case .failure(let failure) where failure.isOtherDocument && !file.isNamed:
        // A folder may hold comparisons and much else.
        passedOver += 1
        remark(passedOver, "\(file.path): passed over, since it is JSON but no plan")
      case .failure(let failure): fail(file.path, failure)
      }
      return true
    }
    _ = flush()
    if let archiveFailure { throw archiveFailure }
  }

  func summary(planCount: Int) -> String {
    let plans = planCount == 1 ? "1 plan" : "\(planCount) plans"
    let others = passedOver == 0 ? "" : ", passed over \(passedOver)"
    return
      "Added \(added), replaced \(replaced), unchanged \(unchanged), failed \(failed)\(others); "
      + "\(archivePath) holds \(plans)."
  }

  /// - Returns: Whether the archive takes more.
  private func take(_ loaded: LoadedPlan, _ file: InputFile) -> Bool {
    if tellsRedactions, !isQuiet, let remark = RedactionRemark.text(for: loaded.plan) {
      Console.message("\(file.path): \(remark)")
    }
    batch.append(
      NewPlan(
        plan: loaded.plan, json: loaded.json, jsonDigest: loaded.jsonDigest,
        path: file.relativePath))
    batchPaths.append(file.path)
    batchByteCount += loaded.json.count
    guard batch.count >= Self.batchCount || batchByteCount >= Self.batchBytes else { return true }
    return flush()
  }

  /// Writes what has come together.
  private func flush() -> Bool {
    guard archiveFailure == nil else { return false }
    defer { (batch, batchPaths, batchByteCount) = ([], [], 0) }
    guard !batch.isEmpty else { return true }
    do throws(ArchiveError) {
      for (path, outcome) in zip(batchPaths, try adder.add(batch)) { tell(path, outcome) }
      return true
    } catch {
      archiveFailure = error
      return false
    }
  }

  private func tell(_ path: String, _ outcome: AdditionOutcome) {
    switch outcome {
    case .added: added += 1
    case .replaced(let name):
      replaced += 1
      remark(replaced, "\(path): takes the place of an older “\(name)”")
    case .unchanged(let name):
      unchanged += 1
      remark(unchanged, "\(path): is in the archive already, as “\(name)”")
    case .refused(let fact):
      failed += 1
      Console.message("rodtrad: \(path): \(fact); convert the plan anew")
    }
  }

  private func remark(_ count: Int, _ text: String) {
    guard !isQuiet, count <= Self.longestList else { return }
    Console.message(text)
  }

  private func fail(_ path: String, _ failure: ConversionFailure) {
    failed += 1
    Console.message("rodtrad: \(failure.message(for: path))")
  }
}
