// SPDX-License-Identifier: GPL-2.0-or-later

import PlanExport
import PlanModel
import TestSupport
import Testing

/// What is written for the plans of the corpus, byte by byte.
///
/// A change of these bytes is a change of what users get: it needs a line in the changelog, and a
/// new schema version where the shape changes.
struct GoldenTests {
  private static let advice: Comment =
    "The output differs from the golden. If that is meant, run scripts/goldens and say why."

  /// The plan's name where its PDF alone is converted.
  private static let planID = "input"

  @Test("the JSON of a plan is that of its golden", arguments: CorpusCase.all)
  func json(plan: CorpusCase) throws {
    let found = JSONPlanExporter(style: .indented).bytes(for: try CorpusPlans.plan(plan, .pdf))
    try expect(found, inFile: "plan.json", of: plan)
  }

  @Test(
    "the tables of a plan are those of its goldens",
    arguments: CorpusCase.all, CSVTable.allCases)
  func tables(plan: CorpusCase, table: CSVTable) throws {
    let exporter = CSVPlanExporter(dialect: .open)
    let document = try CorpusPlans.plan(plan, .pdf)
    let rows = exporter.rows(of: table, for: document, planID: Self.planID)
    try expect(exporter.header(of: table) + rows, inFile: table.fileName, of: plan)
  }

  private func expect(_ found: [UInt8], inFile name: String, of plan: CorpusCase) throws {
    let golden: [UInt8]
    do {
      golden = try plan.bytes(of: name)
    } catch {
      Issue.record("corpus/\(plan)/\(name) is missing; run scripts/goldens")
      return
    }
    guard found != golden else { return }
    // The first line that differs says more than two whole files.
    let lines = zip(found.split(separator: 0x0A), golden.split(separator: 0x0A)).enumerated()
    let first = lines.first { $0.element.0 != $0.element.1 }
    let text = first.map { line in
      "line \(line.offset + 1): “\(String(decoding: line.element.0, as: UTF8.self))” is not "
        + "“\(String(decoding: line.element.1, as: UTF8.self))”"
    }
    Issue.record(
      "corpus/\(plan)/\(name), \(text ?? "other length"). \(Self.advice.rawValue)")
  }
}
