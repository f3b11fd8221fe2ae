// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
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
      for problem in findings.problems { report(problem.path, .failed(problem.failure)) }
      throw ExitCode(ExitStatus.failed)
    }
    ProcessSurroundings.outliveReaders()
    let printer = RunProgressPrinter()
    let observer = RunObserver(
      finished: { path, outcome in
        printer.clear()
        report(path, outcome)
      },
      progressed: { if !isQuiet { printer.show($0) } })
    let run = ConversionRun(converter: converter, options: options, interruption: interruption)
    let result = Result { () throws(ConversionFailure) in
      try run.run(findings, observer: observer)
    }
    printer.clear()
    switch result {
    case .success(let summary): try end(summary, interruption)
    case .failure(let failure):
      Console.message("rodtrad: \(failure.fact); \(failure.advice)")
      throw ExitCode(ExitStatus.failed)
    }
  }

  private func report(_ path: String, _ outcome: ConversionOutcome) {
    switch outcome {
    case .converted(let figures):
      guard figures.goalCount == 0 else { return }
      Console.message("rodtrad: \(ConversionFailure.noGoals.message(for: path))")
    case .failed(let failure): Console.message("rodtrad: \(failure.message(for: path))")
    case .duplicate(let original):
      guard !isQuiet else { return }
      Console.message("\(path): the same file as \(original), which stands for both")
    }
  }

  private func end(_ summary: ConversionSummary, _ interruption: Interruption?) throws {
    if !isQuiet {
      list(summary.vanished, "is gone since an earlier run", keepsOutputs: !options.prunes)
      list(summary.leftovers, "belongs to no input any more", keepsOutputs: !options.prunes)
      if summary.isUnfiltered {
        Console.message(
          "This system does not filter system calls (seccomp); the converters ran without.")
      }
      for line in RunSummaryText(summary).lines { Console.message(line) }
    }
    let isInterrupted = interruption?.isAsked == true
    if isInterrupted {
      Console.message(
        "rodtrad: the run was ended before it was done; run the same command again to go on")
    }
    if summary.failed > 0 || summary.withoutGoals > 0 || isInterrupted {
      throw ExitCode(ExitStatus.failed)
    }
  }

  private func list(_ paths: [String], _ fact: String, keepsOutputs: Bool) {
    for path in paths.prefix(Self.longestList) { Console.message("\(path) \(fact)") }
    if paths.count > Self.longestList {
      Console.message("… and \(paths.count - Self.longestList) more; run.json names all")
    }
    if !paths.isEmpty, keepsOutputs {
      Console.message("Their outputs stay; --prune takes them away.")
    }
  }
}
