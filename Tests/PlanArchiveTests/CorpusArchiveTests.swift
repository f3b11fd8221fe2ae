// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import GRDB
import PlanArchive
import PlanModel
import PlanReading
import TestSupport
import Testing

/// The plans of the corpus in one archive.
struct CorpusArchiveTests {
  private let archive: TestArchive
  private let documents: [NewPlan]

  /// Made once, since it takes seconds without optimization; no test changes it.
  private static let filled = Result { () throws -> (TestArchive, [NewPlan]) in
    let documents = try CorpusCase.all.map { plan in
      let json = try plan.bytes(of: "plan.json")
      return NewPlan(
        plan: try JSONPlanReader().plan(from: json), json: json, jsonDigest: plan.name,
        path: plan.name)
    }
    let archive = try TestArchive()
    let file = try ArchiveFile(path: archive.path, for: .adding)
    _ = try ArchiveAdder(file).add(documents)
    file.close()
    return (archive, documents)
  }

  init() throws {
    (archive, documents) = try Self.filled.get()
  }

  @Test("every target in the database is that of the documents")
  func targets() throws {
    func all(_ goals: [Goal]) -> [Goal] { goals.flatMap { [$0] + all($0.goals) } }
    let expected = documents.flatMap { all($0.plan.goals) }.flatMap(\.indicators).map {
      [
        $0.name, $0.target?.raw, $0.target?.value.map { "\($0)" },
        $0.councilTarget?.value.map { "\($0)" }, $0.councilTarget?.raw,
      ].map { $0 ?? "-" }
    }
    let found = try archive.rows(
      "SELECT name, target_raw, target_value, council_target_value, council_target_raw "
        + "FROM indicators ORDER BY id"
    ).map { row -> [String] in
      let (name, raw, value): (String?, String?, Double?) = (row[0], row[1], row[2])
      let (councilValue, councilRaw): (Double?, String?) = (row[3], row[4])
      return [name, raw, value.map { "\($0)" }, councilValue.map { "\($0)" }, councilRaw].map {
        $0 ?? "-"
      }
    }
    #expect(expected.count > 300)
    #expect(found == expected)
  }

  @Test("the counts of each plan are the rows of its tables of convert")
  func counts() throws {
    for plan in CorpusCase.all {
      let row = try #require(
        try archive.rows(
          "SELECT c.* FROM plan_counts AS c JOIN plans ON plans.id = c.plan_id "
            + "WHERE plans.path = '\(plan.name)'"
        ).first)
      let csv = String(decoding: try plan.bytes(of: "plans.csv"), as: UTF8.self)
      let lines = csv.split(separator: "\r\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
      // Counted from the end, since cells before these columns hold commas.
      let (heads, cells) = (Array(lines[0].reversed()), Array(lines[1].reversed()))
      let columns = [
        "direction_goals", "area_goals", "committee_goals", "unit_goals", "sections",
        "expected_results", "indicators", "activities", "infos", "warnings", "errors",
      ]
      for column in columns {
        let index = try #require(heads.firstIndex { $0 == column })
        #expect("\(row[column] as Int)" == cells[index], "\(plan) \(column)")
      }
    }
  }

  @Test("the goals above a goal stand beside it")
  func goalsOfUnits() throws {
    let rows = try archive.rows(
      "SELECT direction_title, area_title, committee_title FROM goals_of_units "
        + "WHERE level = 'unit' AND unit LIKE 'Äldreomsorg%'")
    #expect(rows.count > 10)
    #expect(rows.allSatisfy { !($0["committee_title"] as DatabaseValue).isNull })
  }

  @Test("nothing is wrong with the file")
  func faults() throws {
    #expect(try archive.faults() == [])
  }

  @Test("the examples of the documentation give rows")
  func examples() throws {
    let page = try String(
      contentsOf: CorpusCase.repository.appendingPathComponent("docs/archive.md"), encoding: .utf8)
    let examples = page.components(separatedBy: "```sql\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(examples.count >= 3)
    for example in examples {
      #expect(try !archive.rows(example).isEmpty, "\(example)")
    }
  }
}
