// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanPipeline

/// What a run says at its end.
struct RunSummaryText {
  /// Said where workers could do more than answer.
  static let unfilteredRemark =
    "This system does not filter system calls (seccomp); the converters ran without."

  private let summary: ConversionSummary

  init(_ summary: ConversionSummary) {
    self.summary = summary
  }

  /// One line, and one more where something failed.
  var lines: [String] {
    var counts = ["Converted \(summary.converted)"]
    let others = [
      ("unchanged", summary.unchanged), ("duplicates", summary.duplicates),
      ("with remarks", summary.withRemarks), ("without goals", summary.withoutGoals),
      ("not begun", summary.pending), ("taken away", summary.pruned),
    ]
    counts += others.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
    counts.append("failed \(summary.failed)")
    let amounts = [counted(summary.pages, "page"), counted(summary.words, "word")]
    let seconds = (summary.seconds * 10).rounded() / 10
    let first =
      "\(counts.joined(separator: ", ")); \(amounts.joined(separator: ", ")) in \(seconds) s."
    guard summary.failed > 0 else { return [first] }
    let reasons = summary.failuresByCode.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let second = "Failed: " + reasons.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    return [first, "\(second); failures.csv tells what to do."]
  }

  private func counted(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
