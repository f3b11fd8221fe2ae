// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
internal import ProcessIsolation

/// One run from its inputs to its record.
final class RunWork {
  /// What a worker is asked for.
  enum Job {
    case convert(input: Int)
    /// To read the plan of an input that is kept.
    case read(input: Int)
    /// To read the plan of an input of an earlier run, by its ``RunEntry/file``.
    case readOther(file: String)
  }

  let problems: [InputProblem]
  private let inputs: [RunInput]
  let folder: RunFolder
  let journal: RunJournal
  private let workers: DocumentWorkers
  let options: ConversionOptions
  let observer: RunObserver
  let spool: TableSpool
  /// The input of each plan that the tables cover, by the plan's name.
  var filesByPlan: [PathKey: String] = [:]
  let startSeconds = MonotonicClock.seconds
  var record: RunRecordFiles
  var summary = ConversionSummary()
  var progress = RunProgress()
  /// Whether the run writes what is made of all plans; known when all is converted.
  private(set) var writesTables = false

  var jobs: [Job] = []
  private var nextJob = 0
  private var threadsPerDocument = 1
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
    try verifyTouchedOutputs()
    if interruption?.isAsked != true {
      try convert(digests, interruption)
    } else {
      summary.pending = inputs.count
    }
    let isWhole = interruption?.isAsked != true
    summary.isComplete = isWhole ? try finish(interruption) : false
    try writeRecord(summary.isComplete ? .complete : .interrupted)
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
    for (index, digest) in zip(wanted, self.digests(ofFiles: wanted.map { inputs[$0].path })) {
      digests[index] = digest
    }
    return digests
  }

  /// The SHA-256 of files, made by the workers; nil for one that cannot be read, of which its
  /// conversion will say why.
  private func digests(ofFiles paths: [String]) -> [String?] {
    var digests = [String?](repeating: nil, count: paths.count)
    var next = paths.indices.makeIterator()
    var progress = RunProgress(stage: .reading, total: paths.count)
    workers.run(
      nextRequest: { next.next().map { (id: $0, request: .digest(path: paths[$0])) } },
      finished: { index, answer, _ in
        if case .digest(let digest) = answer { digests[index] = digest }
        progress.done += 1
      },
      tick: { [self] ids in
        progress.pathInHand = ids.first.map { paths[$0] }
        observer.progressed(progress)
      })
    return digests
  }

  /// Reads outputs that somebody has touched, and keeps those that are as they were written.
  private func verifyTouchedOutputs() throws(ConversionFailure) {
    guard !options.isForced else { return }
    let touched = RunSchedule.touchedOutputs(of: inputs, journal: journal, folder: folder)
    let digests = digests(ofFiles: touched.map { "\(folder.path)/\($0.output.path)" })
    let isSound = zip(touched, digests).map { $0.output.sha256 == $1 }
    for (file, output, stamp) in zip(touched, isSound).filter(\.1).map(\.0) {
      guard var entry = journal[file] else { continue }
      var output = output
      output.stamp = stamp
      entry.outcome = .converted(output)
      try keeping { [entry] () throws(FileSystemError) in try journal.record(entry) }
    }
  }

  private func convert(
    _ digests: [String?], _ interruption: Interruption?
  ) throws(ConversionFailure) {
    let schedule = RunSchedule(
      inputs: inputs, digests: digests, journal: journal, folder: folder, options: options)
    let kept = try plan(schedule, digests)
    threadsPerDocument = options.workers.threadsPerDocument(of: jobs.count)
    try work(.converting)
    writesTables = interruption?.isAsked != true && needsTables
    if writesTables {
      jobs += kept.map { .read(input: $0) }
      jobs += others.filter { $0.output != nil }.map { .readOther(file: $0.file) }
      try work(.collecting)
    }
    workers.dismissIdle()
    summary.pending += jobs[nextJob...].count { if case .convert = $0 { true } else { false } }
  }

  /// Does the jobs that are listed and not begun.
  private func work(_ stage: RunProgress.Stage) throws(ConversionFailure) {
    progress = RunProgress(stage: stage, total: jobs.count - nextJob)
    workers.run(
      nextRequest: { [self] in nextRequest() },
      finished: { [self] id, answer, seconds in
        guard let answer else {
          // Begun, but given up at the user's wish.
          if case .convert = jobs[id] { summary.pending += 1 }
          return
        }
        guard trouble == nil else { return }
        do throws(ConversionFailure) {
          try take(answer, for: jobs[id], seconds)
        } catch {
          trouble = error
        }
      },
      tick: { [self] ids in tick(ids) })
    if let trouble { throw trouble }
  }

  /// Lists the conversions, and settles what needs none.
  ///
  /// - Returns: The inputs whose plans are kept.
  private func plan(
    _ schedule: RunSchedule, _ digests: [String?]
  ) throws(ConversionFailure) -> [Int] {
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
    return kept
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
        return (
          id, .convert(path: input.path, planID: input.planID, threadCount: threadsPerDocument)
        )
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
      progress.total += 1
    case .readOther(let file):
      guard try !takeReading(answer, file: file), let path = journal[file]?.output?.path else {
        return
      }
      reportChange(of: path)
    }
  }

  /// Tells of an output that somebody has changed.
  func reportChange(of path: String) {
    let failure = ConversionFailure(
      code: "changed-output", fact: "it was changed after it was written, and is in no table",
      advice: "convert its source again")
    observer.finished("\(folder.path)/\(path)", .failed(failure))
    summary.failuresByCode[failure.code, default: 0] += 1
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
    var output = PlanOutput(
      planID: input.planID, path: RunSchedule.outputPath(of: input, options),
      byteCount: plan.json.count, sha256: plan.jsonDigest, stamp: nil, figures: plan.figures)
    do throws(ConversionFailure) {
      try folder.write(plan.json, to: output.path)
    } catch {
      return try fail(input, error, seconds)
    }
    output.stamp = folder.stamp(of: output.path)
    try cover(plan, output.planID, of: input.file)
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
    try cover(plan, output.planID, of: file)
    return true
  }

  /// Counts a plan among those that the tables list.
  private func cover(
    _ plan: ExportedPlan, _ planID: String, of file: String
  ) throws(ConversionFailure) {
    try spool.append(plan.shares, planID: planID)
    filesByPlan[PathKey(planID)] = file
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

  func keeping(
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
}

extension FileStamp {
  /// The stamp, or one that no file has where the file is so young that it may change unseen.
  fileprivate var trusted: FileStamp {
    guard isTooYoung(at: FileStamp.now) else { return self }
    return FileStamp(byteCount: byteCount, modified: modified, changed: 0, inode: inode)
  }
}
