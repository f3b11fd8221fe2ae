// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import PlanPipeline
internal import ProcessIsolation

/// A run into a folder, with what the user sees of it.
struct FolderConversion {
  let options: ConversionOptions
  let isQuiet: Bool

  /// Lines about single files that a person still reads; the record has them all.
  private static let longestList = 10

  func run(
    _ findings: InputFinder.Findings, _ converter: PlanConverter, _ interruption: Interruption?
  ) throws {
    // With nothing to convert, what an earlier run wrote stays as it is.
    guard !findings.files.isEmpty else {
      for problem in findings.problems {
        Console.message("rodtrad: \(problem.failure.message(for: problem.path))")
      }
      throw ExitCode(ExitStatus.failed)
    }
    ProcessSurroundings.outliveReaders()
    let printer = RunProgressPrinter()
    var duplicateCount = 0
    let observer = RunObserver(
      finished: { path, outcome in
        if case .duplicate = outcome {
          duplicateCount += 1
          guard !isQuiet, duplicateCount <= Self.longestList else { return }
        }
        guard let message = Self.message(path, outcome) else { return }
        printer.clear()
        Console.message(message)
      },
      progressed: { if !isQuiet { printer.show($0) } })
    let run = ConversionRun(
      converter: converter, options: options, standby: EarlyWorker.take(),
      interruption: interruption)
    let result = Result { () throws(ConversionFailure) in
      try run.run(findings, observer: observer)
    }
    printer.clear()
    switch result {
    case .success(let summary): try end(summary)
    case .failure(let failure):
      Console.message("rodtrad: \(failure.fact); \(failure.advice)")
      throw ExitCode(ExitStatus.failed)
    }
  }

  /// What is said of an input at once; nil for one that went well.
  private static func message(_ path: String, _ outcome: ConversionOutcome) -> String? {
    switch outcome {
    case .converted(let figures):
      figures.goalCount == 0 ? "rodtrad: \(ConversionFailure.noGoals.message(for: path))" : nil
    case .failed(let failure): "rodtrad: \(failure.message(for: path))"
    case .duplicate(let original): "\(path): the same file as \(original), which stands for both"
    }
  }

  private func end(_ summary: ConversionSummary) throws {
    if !isQuiet {
      remarkRest(of: summary.duplicates, "more that are the same as others")
      list(summary.vanished, "is gone since an earlier run", keepsOutputs: !options.prunes)
      list(summary.leftovers, "belongs to no input any more", keepsOutputs: !options.prunes)
      if let first = summary.outOfDate.first {
        let rest = summary.outOfDate.count > 1 ? " and \(summary.outOfDate.count - 1) more" : ""
        Console.message(
          "\(first)\(rest) in the folder: not written by this run, and perhaps not of these plans; "
            + "name the format with --format too, or take the file away.")
      }
      if summary.isUnfiltered {
        Console.message(RunSummaryText.unfilteredRemark)
      }
      for line in RunSummaryText(summary).lines { Console.message(line) }
    }
    if !summary.isComplete {
      Console.message(
        "rodtrad: the run was ended before it was done; run the same command again to go on")
    }
    if summary.failed > 0 || summary.withoutGoals > 0 || !summary.isComplete {
      throw ExitCode(ExitStatus.failed)
    }
  }

  private func list(_ paths: [String], _ fact: String, keepsOutputs: Bool) {
    for path in paths.prefix(Self.longestList) { Console.message("\(path) \(fact)") }
    remarkRest(of: paths.count, "more")
    if !paths.isEmpty, keepsOutputs {
      Console.message("Their outputs stay; --prune takes them away.")
    }
  }

  private func remarkRest(of count: Int, _ what: String) {
    guard count > Self.longestList else { return }
    Console.message("… and \(count - Self.longestList) \(what); run.json names all")
  }
}
