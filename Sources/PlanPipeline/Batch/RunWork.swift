// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
internal import ProcessIsolation

/// One run from its inputs to its record.
final class RunWork {
  /// What a worker is asked for.
  private enum Job {
    case convert(input: Int)
    /// To read the plan of an input that is kept.
    case read(input: Int)
    /// To read the plan of an input of an earlier run, by its ``RunEntry/file``.
    case readOther(file: String)
  }

  private let problems: [InputProblem]
  private let inputs: [RunInput]
  private let folder: RunFolder
  private let journal: RunJournal
  private let workers: DocumentWorkers
  private let options: ConversionOptions
  private let observer: RunObserver
  private let spool: TableSpool
  private let startSeconds = MonotonicClock.seconds
  private var record: RunRecordFiles
  private var summary = ConversionSummary()
  private var progress = RunProgress()

  private var jobs: [Job] = []
  private var nextJob = 0
  /// What stops the run: a disk that is full, say.
  private var trouble: ConversionFailure?

  init(
    findings: InputFinder.Findings, folder: RunFolder, journal: RunJournal,
    workers: DocumentWorkers, options: ConversionOptions, observer: RunObserver
  ) throws(ConversionFailure) {
    problems = findings.problems
    inputs = RunInput.inputs(of: findings.files, seenFrom: folder)
    self.folder = folder
    self.journal = journal
    self.workers = workers
    self.options = options
    self.observer = observer
    spool = try TableSpool(tables: options.tables.tables, folder: folder)
    record = RunRecordFiles(folder: folder, options: options)
  }

  /// Does it all.
  func run(interruption: Interruption?) throws(ConversionFailure) -> ConversionSummary {
    for problem in problems {
      summary.failuresByCode[problem.failure.code, default: 0] += 1
      observer.finished(problem.path, .failed(problem.failure))
    }
    let digests = digests()
    if interruption?.isAsked != true { try convert(digests) }
    let isWhole = interruption?.isAsked != true
    if isWhole { try finish() }
    try writeRecord(isWhole ? .complete : .interrupted)
    try keeping { () throws(FileSystemError) in try journal.compact() }
    summary.isUnfiltered = workers.areUnfiltered
    summary.seconds = MonotonicClock.seconds - startSeconds
    return summary
  }

  // MARK: - What is to be done

  /// The SHA-256 of every input for which it decides something.
  private func digests() -> [String?] {
    var digests = RunSchedule.knownDigests(of: inputs, journal: journal)
    let wanted = RunSchedule.inputsToDigest(inputs, digests: digests, journal: journal)
    var next = wanted.makeIterator()
    workers.run(
      nextRequest: { [inputs] in
        next.next().map { (id: $0, request: .digest(path: inputs[$0].path)) }
      },
      finished: { index, answer, _ in
        // A file that cannot be read has no digest, and its conversion will say why.
        if case .digest(let digest) = answer { digests[index] = digest }
      },
      tick: { _ in })
    return digests
  }

  private func convert(_ digests: [String?]) throws(ConversionFailure) {
    let schedule = RunSchedule(
      inputs: inputs, digests: digests, journal: journal, folder: folder, options: options)
    try plan(schedule, digests)
    progress.total = jobs.count
    workers.run(
      nextRequest: { [self] in nextRequest() },
      finished: { [self] id, answer, seconds in
        guard trouble == nil, let answer else { return }
        do throws(ConversionFailure) {
          try take(answer, for: jobs[id], seconds)
        } catch {
          trouble = error
        }
      },
      tick: { [self] ids in tick(ids) })
    if let trouble { throw trouble }
    summary.pending = jobs[nextJob...].count { if case .convert = $0 { true } else { false } }
  }

  /// Lists the jobs, and settles what needs none.
  private func plan(_ schedule: RunSchedule, _ digests: [String?]) throws(ConversionFailure) {
    var kept: [Int] = []
    for (index, decision) in schedule.decisions.enumerated() {
      switch decision {
      case .convert:
        jobs.append(.convert(input: index))
      case .keep(let output):
        kept.append(index)
        summary.unchanged += 1
        summary.addPlan(output.figures)
        try refreshStamp(of: inputs[index])
      case .duplicate(let first):
        summary.duplicates += 1
        try keep(inputs[index], digests[index], .duplicate(of: inputs[first].file), seconds: 0)
        observer.finished(inputs[index].path, .duplicate(of: inputs[first].path))
      }
    }
    summary.vanished = others.filter { !folder.sees($0.file) }.map(\.file)
    if options.prunes { try pruneVanished() }
    guard !options.tables.tables.isEmpty, !jobs.isEmpty || !tablesAreFresh else { return }
    jobs += kept.map { .read(input: $0) }
    jobs += others.filter { $0.output != nil }.map { .readOther(file: $0.file) }
  }

  /// Entries of inputs that this run was not given.
  private lazy var othersKeys = Set(inputs.map { PathKey($0.file) })

  private var others: [RunEntry] {
    journal.entries.filter { !othersKeys.contains(PathKey($0.file)) }
  }

  private func nextRequest() -> (id: Int, request: DocumentRequest)? {
    while trouble == nil, nextJob < jobs.count {
      let id = nextJob
      nextJob += 1
      switch jobs[id] {
      case .convert(let index):
        let input = inputs[index]
        return (id, .convert(path: input.path, planID: input.planID))
      case .read(let index):
        if let request = readRequest(file: inputs[index].file) { return (id, request) }
      case .readOther(let file):
        if let request = readRequest(file: file) { return (id, request) }
      }
    }
    return nil
  }

  /// A request for a plan that is there, or nil where another input has taken its name since.
  private func readRequest(file: String) -> DocumentRequest? {
    journal[file]?.output.map { output in
      .read(path: "\(folder.path)/\(output.path)", planID: output.planID)
    }
  }

  // MARK: - What comes of it

  private func take(
    _ answer: DocumentAnswer, for job: Job, _ seconds: Double
  ) throws(ConversionFailure) {
    progress.done += 1
    switch job {
    case .convert(let index): try takeConversion(answer, of: inputs[index], seconds)
    case .read(let index):
      guard try !takeReading(answer, file: inputs[index].file) else { return }
      // Somebody has changed the output: it is made again.
      summary.unchanged -= 1
      jobs.append(.convert(input: index))
      progress.total = jobs.count
    case .readOther(let file):
      guard try !takeReading(answer, file: file), let path = journal[file]?.output?.path else {
        return
      }
      let failure = ConversionFailure(
        code: "changed-output", fact: "it was changed after it was written, and is in no table",
        advice: "convert its source again")
      observer.finished("\(folder.path)/\(path)", .failed(failure))
      summary.failuresByCode[failure.code, default: 0] += 1
    }
  }

  private func takeConversion(
    _ answer: DocumentAnswer, of input: RunInput, _ seconds: Double
  ) throws(ConversionFailure) {
    let plan: ExportedPlan
    switch answer {
    case .plan(let exported): plan = exported
    case .failure(let failure): return try fail(input, failure, seconds)
    case .digest, .bytes:
      return try fail(input, ConversionFailure(.malformedAnswer, options.workers), seconds)
    }
    let output = PlanOutput(
      planID: input.planID, path: RunSchedule.outputPath(of: input, options),
      byteCount: plan.json.count, sha256: plan.jsonDigest, figures: plan.figures)
    do throws(ConversionFailure) {
      try folder.write(plan.json, to: output.path)
    } catch {
      return try fail(input, error, seconds)
    }
    try spool.append(plan.shares, planID: output.planID)
    try keep(input, plan.sourceDigest, .converted(output), seconds: seconds)
    summary.converted += 1
    summary.addPlan(plan.figures)
    observer.finished(input.path, .converted(plan.figures))
  }

  /// - Returns: Whether the plan is as it was written.
  private func takeReading(
    _ answer: DocumentAnswer, file: String
  ) throws(ConversionFailure) -> Bool {
    guard case .plan(let plan) = answer, let output = journal[file]?.output,
      plan.jsonDigest == output.sha256
    else { return false }
    try spool.append(plan.shares, planID: output.planID)
    return true
  }

  private func fail(
    _ input: RunInput, _ failure: ConversionFailure, _ seconds: Double
  ) throws(ConversionFailure) {
    try keep(input, nil, .failed(failure), seconds: seconds)
    progress.failed += 1
    summary.failuresByCode[failure.code, default: 0] += 1
    observer.finished(input.path, .failed(failure))
  }

  private func keep(
    _ input: RunInput, _ digest: String?, _ outcome: RunEntry.Outcome, seconds: Double
  ) throws(ConversionFailure) {
    let entry = RunEntry(
      file: input.file, stamp: input.stamp?.trusted, sha256: digest, maker: options.maker,
      milliseconds: Int(seconds * 1_000), outcome: outcome)
    guard journal[input.file] != entry else { return }
    try keeping { () throws(FileSystemError) in try journal.record(entry) }
  }

  /// Keeps the time of a file that was touched and is the same.
  private func refreshStamp(of input: RunInput) throws(ConversionFailure) {
    guard var entry = journal[input.file], entry.stamp != input.stamp else { return }
    entry.stamp = input.stamp?.trusted
    try keeping { [entry] () throws(FileSystemError) in try journal.record(entry) }
  }

  private func keeping(
    _ change: () throws(FileSystemError) -> Void
  ) throws(ConversionFailure) {
    do throws(FileSystemError) {
      try change()
    } catch {
      throw .unwritable(folder.journalPath, error)
    }
  }

  private func tick(_ ids: [Int]) {
    progress.pathInHand =
      ids.lazy.compactMap { [self] id -> String? in
        if case .convert(let index) = jobs[id] { inputs[index].path } else { nil }
      }.first
    observer.progressed(progress)
    do throws(ConversionFailure) {
      if record.isDue { try writeRecord(.running) }
    } catch {
      trouble = trouble ?? error
    }
  }

  // MARK: - The end

  private var tablesAreFresh: Bool {
    journal.tablesDigest == tablesDigest
      && options.tables.tables.allSatisfy { FileSystem.exists("\(folder.path)/\($0.fileName)") }
  }

  /// What the tables are made of: the same text where they would get the same bytes.
  private var tablesDigest: String {
    let plans = journal.entries.compactMap(\.output).map { "\($0.planID)\u{0}\($0.sha256)\n" }
    let tables = options.tables.tables.map { "\($0)\n" }
    return sha256(of: Array(([options.maker, "\n"] + tables + plans.sorted()).joined().utf8))
  }

  private func finish() throws(ConversionFailure) {
    if options.prunes { try pruneLeftovers() }
    guard !options.tables.tables.isEmpty, !jobs.isEmpty else { return }
    try spool.writeTables()
    try keeping { () throws(FileSystemError) in
      try journal.recordTables(digest: tablesDigest)
    }
  }

  private func pruneVanished() throws(ConversionFailure) {
    for file in summary.vanished {
      if let output = journal[file]?.output {
        folder.remove(output.path)
        summary.pruned += 1
      }
      try keeping { () throws(FileSystemError) in try journal.forget(file: file) }
    }
  }

  private func pruneLeftovers() throws(ConversionFailure) {
    for path in journal.leftovers {
      folder.remove(path)
      summary.pruned += 1
      try keeping { () throws(FileSystemError) in try journal.forget(leftover: path) }
    }
  }

  private func writeRecord(_ state: RunRecordFiles.State) throws(ConversionFailure) {
    summary.leftovers = journal.leftovers
    summary.seconds = MonotonicClock.seconds - startSeconds
    let problems = problems.map { problem in
      (file: RunInput.file(of: problem.path, seenFrom: folder), failure: problem.failure)
    }
    try record.write(state, journal: journal, problems: problems, summary: summary)
  }
}

extension FileStamp {
  /// The stamp, or one that no file has where the file is so young that it may change unseen.
  fileprivate var trusted: FileStamp {
    guard isTooYoung(at: FileStamp.now) else { return self }
    return FileStamp(byteCount: byteCount, modified: modified, changed: 0, inode: inode)
  }
}
