// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
internal import PDFImport
internal import PersonalData
internal import PlanExport
internal import PlanModel

/// What `run.json` says, as `schemas/run.schema.json` describes it.
struct RunRecord {
  static let schemaVersion = "1.0"

  let state: String
  let started: String
  let written: String
  let options: ConversionOptions
  let entries: [RunEntry]
  let problems: [RunRecordFiles.Problem]
  let summary: ConversionSummary

  /// The document, indented.
  var json: [UInt8] {
    // An entry takes some five hundred bytes.
    var json = JSONByteWriter(style: .indented, reservingCapacity: 512 * (entries.count + 4))
    json.object { json in
      json.key("counts")
      writeCounts(to: &json)
      json.key("generator")
      json.write(PlanConverter.generator)
      json.member("inputs", entries) { $0.write($1) }
      json.member("leftovers", summary.leftovers)
      json.key("options")
      writeOptions(to: &json)
      json.member("popplerVersion", PDFImporter.popplerVersion)
      json.member("problems", problems) { json, problem in
        json.object { json in
          json.member("failure", problem.failure)
          json.member("file", problem.file)
        }
      }
      json.member("schemaVersion", Self.schemaVersion)
      // Thousandths are all that the clock of a busy machine means.
      json.member("seconds", (summary.seconds * 1_000).rounded() / 1_000)
      json.member("started", started)
      json.member("state", state)
      json.member("vanished", summary.vanished)
      json.member("written", written)
    }
    json.endLine()
    return json.bytes
  }

  private func writeCounts(to json: inout JSONByteWriter) {
    json.object { json in
      json.member("converted", summary.converted)
      json.member("duplicates", summary.duplicates)
      json.member("failed", summary.failed)
      json.member("pages", summary.pages)
      json.member("pending", summary.pending)
      json.member("pruned", summary.pruned)
      json.member("unchanged", summary.unchanged)
      json.member("withRemarks", summary.withRemarks)
      json.member("withoutGoals", summary.withoutGoals)
      json.member("words", summary.words)
    }
  }

  private func writeOptions(to json: inout JSONByteWriter) {
    json.object { json in
      json.member("csv", options.tables.csv?.rawValue)
      json.member("exports", options.exports.map(\.rawValue))
      json.member("force", options.isForced)
      json.member("jobs", options.workers.jobCount)
      json.member("json", options.writesJSON)
      json.member("jsonLines", options.tables.hasJSONLines)
      json.member("licence", options.licence)
      json.member("memoryBytes", options.workers.memoryBytes)
      json.member("prune", options.prunes)
      json.member("redact", options.redacts)
      json.member("timeoutSeconds", options.workers.timeoutSeconds)
      json.member("vocabularySha256", options.vocabularyDigest)
    }
  }
}

extension JSONByteWriter {
  fileprivate mutating func member(_ key: StaticString, _ failure: ConversionFailure?) {
    self.key(key)
    guard let failure else { return null() }
    object { json in
      json.member("advice", failure.advice)
      json.member("code", failure.code)
      json.member("message", failure.fact)
    }
  }

  /// An input with what became of it; fields of other outcomes are null.
  fileprivate mutating func write(_ entry: RunEntry) {
    object { json in
      json.member("byteCount", entry.stamp?.byteCount)
      json.member("duplicateOf", entry.original)
      json.member("failure", entry.failure)
      json.member("file", entry.file)
      json.member("maker", entry.maker)
      json.member("milliseconds", entry.milliseconds)
      json.member("outcome", entry.outcomeName)
      json.key("output")
      if let output = entry.output { json.write(output) } else { json.null() }
      json.member("sha256", entry.sha256)
    }
  }

  private mutating func member(_ key: StaticString, _ counts: PersonalDataCounts?) {
    self.key(key)
    guard let counts else { return null() }
    object { json in
      // In the order of their bytes, as all keys.
      for kind in PersonalDataKind.allCases.sorted(by: { $0.rawValue < $1.rawValue }) {
        json.key(named: kind.rawValue)
        json.integer(counts[kind])
      }
    }
  }

  private mutating func write(_ output: PlanOutput) {
    object { json in
      json.member("byteCount", output.byteCount)
      json.member("goalCount", output.figures.goalCount)
      json.member("pageCount", output.figures.pageCount)
      json.member("path", output.path)
      json.member("planId", output.planID)
      json.member("redactions", output.figures.redactions)
      json.member("remarkCount", output.figures.remarkCount)
      json.member("sha256", output.sha256)
      json.member("wordCount", output.figures.wordCount)
    }
  }
}

extension RunEntry {
  fileprivate var original: String? {
    if case .duplicate(let file) = outcome { file } else { nil }
  }

  fileprivate var outcomeName: String {
    switch outcome {
    case .converted: "converted"
    case .failed: "failed"
    case .duplicate: "duplicate"
    }
  }
}
