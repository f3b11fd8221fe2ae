// SPDX-License-Identifier: GPL-2.0-or-later

internal import ContentDigests
internal import FileAccess
internal import ProcessIsolation

/// What a run does once all documents are through.
extension RunWork {

  /// Whether the tables in the folder are not of its plans as they are now.
  ///
  /// One is new, gone or made anew. Inputs that failed before and fail again are in no table.
  var needsTables: Bool {
    options.coversAllPlans && (summary.converted > 0 || journal.tablesDigest != tablesDigest)
  }

  /// What the tables were made of, and their files: the same where nothing has changed either.
  private var tablesDigest: String {
    let plans = journal.entries.compactMap { entry in
      // The workbook names the inputs: they are where it leads to.
      entry.output.map { "\($0.planID)\u{0}\($0.sha256)\u{0}\(entry.file)\n" }
    }
    let fileNames = options.sharedFileNames + journal.entries.flatMap(exportedFileNames)
    let files = fileNames.sorted().map { name in
      "\(name) \(folder.stamp(of: name).map { "\($0)" } ?? "missing")\n"
    }
    let formats = options.tables.tables.map { "\($0)\n" } + options.exports.map { "\($0)\n" }
    let parts = [options.maker, "\n", options.licence ?? "", "\n"]
    return sha256(of: Array((parts + formats + files + plans.sorted()).joined().utf8))
  }

  /// The files that formats have about a plan alone.
  private func exportedFileNames(of entry: RunEntry) -> [String] {
    guard let output = entry.output else { return [] }
    return options.exports.compactMap { $0.fileName(ofPlan: output.planID) }
  }

  /// Writes what is made of all plans.
  ///
  /// - Returns: Whether all of it is; the user may end the run here as well.
  func finish(_ interruption: Interruption?) throws(ConversionFailure) -> Bool {
    try pruneLeftovers()
    // The log of an earlier run would say of these plans what is not so.
    if options.tables.redactionsDialect == nil { folder.remove(RunTable.redactionsFileName) }
    summary.outOfDate = options.otherSharedFileNames.filter {
      FileSystem.exists("\(folder.path)/\($0)")
    }
    guard writesTables else { return true }
    try spool.writeTables()
    guard try export(interruption) else { return interruption?.isAsked != true }
    try keeping { () throws(FileSystemError) in
      try journal.recordTables(digest: tablesDigest)
    }
    return true
  }

  /// - Returns: Whether all plans are in all formats that take them together.
  private func export(_ interruption: Interruption?) throws(ConversionFailure) -> Bool {
    let exports = RunExports(options: options, folder: folder, interruption: interruption)
    guard !options.exports.isEmpty else { return true }
    let plans = filesByPlan.sorted { precedes($0.key.path, $1.key.path) }
    progress = RunProgress(stage: .gathering, total: plans.count)
    let calls = RunExports.Calls(
      missed: { [self] in if let path = $0.output?.path { reportChange(of: path) } },
      added: { [self] in
        progress.done += 1
        observer.progressed(progress)
      })
    return try exports.write(plans.compactMap { journal[$0.value] }, calls)
  }

  func pruneVanished() throws(ConversionFailure) {
    for file in summary.vanished {
      if let output = journal[file]?.output {
        folder.remove(output.path)
        removeExports(ofPlan: output.planID)
        summary.pruned += 1
      }
      try keeping { () throws(FileSystemError) in try journal.forget(file: file) }
    }
  }

  private func pruneLeftovers() throws(ConversionFailure) {
    // What the user never saw goes without asking.
    for path in journal.leftovers
    where options.prunes || path.hasPrefix("\(RunFolder.hiddenPlans)/") {
      folder.remove(path)
      if options.prunes {
        removeExports(ofPlan: RunFolder.planID(ofOutput: path))
        summary.pruned += 1
      }
      try keeping { () throws(FileSystemError) in try journal.forget(leftover: path) }
    }
  }

  /// Takes away what formats have about a plan, also formats of earlier runs.
  private func removeExports(ofPlan planID: String) {
    for name in RunExport.allCases.compactMap({ $0.fileName(ofPlan: planID) }) {
      folder.remove(name)
    }
  }

  func writeRecord(_ state: RunRecordFiles.State) throws(ConversionFailure) {
    summary.leftovers = journal.leftovers
    summary.seconds = MonotonicClock.seconds - startSeconds
    let problems = problems.map { problem in
      (file: RunInput.file(of: problem.path, seenFrom: folder), failure: problem.failure)
    }
    try record.write(state, journal: journal, problems: problems, summary: summary)
  }
}
