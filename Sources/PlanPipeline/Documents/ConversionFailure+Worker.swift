// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
@preconcurrency internal import Glibc
internal import PlanExport
internal import PlanReading
internal import ProcessIsolation

extension ConversionFailure {
  /// What a user can do about a document that the converter cannot stand.
  private static let otherSource =
    "print it to a new PDF and convert that, and tell the makers of the program"

  /// What a process may map here, in bytes.
  private static var allowedMemoryBytes: Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { return .max }
    return Int(clamping: limit.rlim_cur)
  }

  init(_ death: WorkerDeath, _ options: WorkerOptions) {
    switch death {
    case .signal(SIGKILL):
      self.init(
        code: "converter-killed", fact: "its converter was killed from outside, twice",
        advice: "look whether the machine is short of memory, and run again with fewer --jobs")
    case .signal(let number):
      let name = String(cString: strsignal(number))
      self.init(
        code: "converter-crashed", fact: "it made the converter crash (signal \(number), \(name))",
        advice: Self.otherSource)
    case .exit(let code):
      self.init(
        code: "converter-crashed", fact: "it made the converter give up (exit code \(code))",
        advice: Self.otherSource)
    case .memoryLimit:
      let allowed = Self.allowedMemoryBytes
      let isOwnLimit = options.memoryBytes <= allowed
      self.init(
        code: "memory-limit",
        fact:
          "converting it takes more than \(min(options.memoryBytes, allowed) >> 20) MiB of memory"
          + (isOwnLimit ? "" : ", and the system allows no more"),
        advice: "allow more with \(isOwnLimit ? "--memory" : "ulimit -v"), "
          + "or print it to a new PDF and convert that")
    case .timeLimit:
      self.init(
        code: "time-limit",
        fact: "converting it takes longer than \(DecimalText.shortest(options.timeoutSeconds)) s",
        advice: "allow more with --timeout, or print it to a new PDF and convert that")
    case .stopped:
      self.init(
        code: "converter-stopped", fact: "its converter was stopped from outside, twice",
        advice: "run again")
    case .malformedAnswer:
      self.init(
        code: "converter-confused", fact: "it made the converter answer nonsense",
        advice: Self.otherSource)
    case .notStarted(let errorNumber):
      self.init(
        code: "converter-not-started",
        fact: "no process could be started for it "
          + "(\(FileSystemError(errorNumber: errorNumber).reason))",
        advice: "end other programs and run again")
    case .cancelled: self = .cancelled
    }
  }

  static let cancelled = ConversionFailure(
    code: "cancelled", fact: "the run was ended before it was done", advice: "run again")

  private static let otherDocumentCode = "other-json-document"

  /// Whether the file is sound JSON that does not set out to be a plan.
  package var isOtherDocument: Bool { code == Self.otherDocumentCode }

  static func unreadablePlan(
    _ error: PlanReadingError, isOtherDocument: Bool
  ) -> ConversionFailure {
    ConversionFailure(
      code: isOtherDocument ? otherDocumentCode : "not-a-plan-document",
      fact: "the file is no converted plan: \(error)",
      advice: isOtherDocument
        ? "name a plan: a PDF, a text, or the JSON that convert wrote of one"
        : "convert the plan anew, or check the file with rodtrad validate")
  }
}
