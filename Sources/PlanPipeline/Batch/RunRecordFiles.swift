// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
@preconcurrency internal import Glibc
internal import PDFImport
internal import PlanExport
internal import PlanModel
internal import ProcessIsolation

/// Writes `run.json` and `failures.csv`, as the run goes and at its end.
struct RunRecordFiles {
  enum State: String {
    case running, interrupted, complete
  }

  /// An input that was never opened, with the reason.
  typealias Problem = (file: String, failure: ConversionFailure)

  private let folder: RunFolder
  private let options: ConversionOptions
  private let started = UTCTime.now
  private var nextSeconds: Double

  /// How long the record may be behind the run; and how much of the time writing it may take.
  private static let secondsBetween = 5.0
  private static let greatestShare = 0.05

  init(folder: RunFolder, options: ConversionOptions) {
    self.folder = folder
    self.options = options
    nextSeconds = MonotonicClock.seconds + Self.secondsBetween
  }

  /// Whether it is time to write it again.
  var isDue: Bool { MonotonicClock.seconds >= nextSeconds }

  mutating func write(
    _ state: State, journal: RunJournal, problems: [Problem], summary: ConversionSummary
  ) throws(ConversionFailure) {
    let begin = MonotonicClock.seconds
    let entries = journal.entries
    let record = RunRecord(
      state: state.rawValue, started: started, written: UTCTime.now, options: options,
      entries: entries, problems: problems, summary: summary)
    try folder.write(record.json[...], to: "run.json")
    let failures = problems + entries.compactMap { entry in entry.reason.map { (entry.file, $0) } }
    let rows = failures.map { file, failure in
      FailureRow(
        file: file, reasonCode: failure.code, message: failure.fact, advice: failure.advice)
    }
    let table = CSVRecordExporter.failures(options.tables.csv?.first ?? .open)
    let bytes = table.header + table.rows(rows.sorted { precedes($0.file, $1.file) })
    // Somebody may have it open, and it says the same from run to run.
    if (try? FileSystem.read("\(folder.path)/failures.csv")) != bytes {
      try folder.write(bytes[...], to: "failures.csv")
    }
    let end = MonotonicClock.seconds
    nextSeconds = end + max(Self.secondsBetween, (end - begin) / Self.greatestShare)
  }
}

/// The clock on the wall.
enum UTCTime {
  /// Now, such as "2026-11-21T07:24:50Z".
  static var now: String {
    var seconds = time(nil)
    var fields = tm()
    gmtime_r(&seconds, &fields)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &fields)
    return text.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }
}
