// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import PlanPipeline
internal import ProcessIsolation

/// A run that writes to standard output.
struct StreamedConversion {
  let isLines: Bool
  let isOrdered: Bool
  let isQuiet: Bool
  let workers: WorkerOptions

  func run(
    _ findings: InputFinder.Findings, format: Set<ConvertCommand.Format>?,
    _ converter: PlanConverter, _ interruption: Interruption?
  ) throws {
    if !isLines { try checkUsage(findings, format) }
    var isWhole = true
    for problem in findings.problems {
      Console.message("rodtrad: \(problem.failure.message(for: problem.path))")
      isWhole = false
    }
    var outputFailure: (any Error)?
    var unfinished = findings.files.count
    let stream = PlanStream(
      converter: converter, form: isLines ? .line : .document, isOrdered: isOrdered,
      options: workers, standby: EarlyWorker.take(), interruption: interruption
    )
    stream.run(
      findings.files,
      write: { bytes in
        do {
          try Console.writeData(bytes)
          return true
        } catch {
          outputFailure = error
          return false
        }
      },
      finished: { path, outcome in
        unfinished -= 1
        guard let failure = Self.failure(outcome) else { return }
        isWhole = false
        Console.message("rodtrad: \(failure.message(for: path))")
      })
    if let outputFailure { throw outputFailure }
    if stream.isUnfiltered, !isQuiet { Console.message(RunSummaryText.unfilteredRemark) }
    if unfinished > 0 {
      Console.message("rodtrad: the run was ended before it was done; run the same command again")
    }
    guard isWhole, unfinished == 0 else { throw ExitCode(ExitStatus.failed) }
  }

  private func checkUsage(
    _ findings: InputFinder.Findings, _ format: Set<ConvertCommand.Format>?
  ) throws {
    guard format == nil || format == [.json] else {
      throw ValidationError("--output - writes json or jsonl; name a folder for tables")
    }
    guard findings.files.count + findings.problems.count == 1 else {
      throw ValidationError(
        "--output - takes a single input; name a folder for several, or add --format jsonl")
    }
  }

  private static func failure(_ outcome: ConversionOutcome) -> ConversionFailure? {
    switch outcome {
    case .converted(let figures): figures.goalCount == 0 ? .noGoals : nil
    case .failed(let failure): failure
    case .duplicate: nil
    }
  }
}
