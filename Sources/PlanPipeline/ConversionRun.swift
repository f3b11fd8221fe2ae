// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
package import ProcessIsolation

/// Converts many inputs into one folder, and goes on where an earlier run ended.
///
/// Each document is converted in a worker; this process only hands out paths and writes answers.
public final class ConversionRun {
  private let converter: PlanConverter
  private let options: ConversionOptions
  private let standby: StandbyWorker?
  private let interruption: Interruption?

  /// Creates a run.
  ///
  /// - Parameters:
  ///   - converter: What the workers convert with.
  ///   - options: What to write, and how.
  ///   - standby: The first worker, where it was started before; or nil.
  ///   - interruption: Where the user's wish to end is counted, or nil.
  package init(
    converter: PlanConverter, options: ConversionOptions, standby: StandbyWorker? = nil,
    interruption: Interruption? = nil
  ) {
    self.converter = converter
    self.options = options
    self.standby = standby
    self.interruption = interruption
  }

  /// Converts what is new, changed or failed before; a file that fails does not stop the others.
  ///
  /// - Parameters:
  ///   - findings: The inputs, and those that cannot be used.
  ///   - observer: Told what happens.
  /// - Returns: The counts of the run.
  /// - Throws: ``ConversionFailure`` where the output folder or the tables cannot be written.
  public func run(
    _ findings: InputFinder.Findings, observer: RunObserver
  ) throws(ConversionFailure) -> ConversionSummary {
    let folder = try RunFolder(path: options.outputFolder)
    guard !FileSystem.exists("\(folder.path)/\(RunFolder.exportRecord)") else {
      throw ConversionFailure(
        code: "other-results",
        fact: "\(options.outputFolder) holds results of 'rodtrad archive export'",
        advice: "name another folder after --output")
    }
    let journal: RunJournal
    do {
      journal = try RunJournal(
        path: folder.journalPath, temporaryFolder: folder.temporaryFolder)
    } catch {
      throw .unwritable(folder.journalPath, error)
    }
    try refuseMixture(journal)
    for export in options.exports { try export.checkMeans() }
    let workers = DocumentWorkers(
      converter: converter, tables: options.tables, options: options.workers, standby: standby,
      interruption: interruption)
    let work = try RunWork(
      findings: findings, folder: folder, journal: journal, workers: workers, options: options,
      observer: observer)
    return try work.run(interruption: interruption)
  }

  /// Refuses a folder with results that are redacted where this run's are not, or the other way round.
  ///
  /// It would keep those that this run does not write again: other formats, inputs that are gone, files
  /// that fail now. And who forgets the option would publish what it took away before.
  private func refuseMixture(_ journal: RunJournal) throws(ConversionFailure) {
    let isMixture = journal.entries.contains { entry in
      entry.output.map { ($0.figures.redactions != nil) != options.redacts } ?? false
    }
    if isMixture { throw .mixture(in: options.outputFolder, isRedacted: options.redacts) }
  }
}

extension ConversionFailure {
  /// A folder with results that are redacted where the new ones are not, or the other way round.
  static func mixture(in folder: String, isRedacted: Bool) -> ConversionFailure {
    guard isRedacted else {
      return ConversionFailure(
        code: "redacted-folder", fact: "\(folder) holds results of a run with --redact",
        advice: "add --redact, or name another folder after --output")
    }
    return ConversionFailure(
      code: "unredacted-folder",
      fact: "\(folder) holds results of a run without --redact, personal data and all",
      advice: "name another folder after --output, or take this one away first")
  }
}
