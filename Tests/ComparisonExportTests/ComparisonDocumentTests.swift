// SPDX-License-Identifier: GPL-2.0-or-later

import ComparisonExport
import PlanComparison
import PlanExport
import PlanModel
import PlanReading
import SchemaValidation
import TestSupport
import Testing

struct ComparisonDocumentTests {
  private func json(_ plans: [PlanDocument], _ style: JSONStyle = .indented) -> [UInt8] {
    JSONComparisonExporter(style: style, generator: SamplePlan.empty.generator)
      .bytes(for: PlanComparer().comparison(of: plans))
  }

  private func corpus(_ names: String...) throws -> [PlanDocument] {
    try names.map { try JSONPlanReader().plan(from: CorpusCase(name: $0).bytes(of: "plan.json")) }
  }

  private func violations(_ json: [UInt8]) throws -> [String] {
    try SchemaValidator.comparison().violations(in: json).map(\.description)
  }

  @Test("comparisons of the corpus are valid by the schema")
  func valid() throws {
    #expect(try violations(json(corpus("vuxen-2024", "vuxen-2025", "vuxen-2026"))) == [])
    #expect(try violations(json(corpus("hemtjanst-2018", "hemtjanst-2019"), .compact)) == [])
    #expect(try violations(json(corpus("forskola-2022", "forskola-2023"))) == [])
  }

  @Test("empty plans, and a single one, give valid documents")
  func empty() throws {
    #expect(try violations(json([SamplePlan.empty, SamplePlan.complete])) == [])
    #expect(try violations(json([SamplePlan.complete])) == [])
  }

  @Test("the schema forbids fields that it does not describe")
  func forbidden() throws {
    let text = String(decoding: json([SamplePlan.empty, SamplePlan.complete]), as: UTF8.self)
    let changed = text.replacing("\"margin\"", with: "\"lead\"").replacing(
      "\"breaks\"", with: "\"x\"")
    #expect(try !violations(Array(changed.utf8)).isEmpty)
  }

  @Test("the same plans give the same bytes")
  func deterministic() throws {
    let plans = try corpus("forskola-2022", "forskola-2023")
    #expect(json(plans) == json(plans))
    let exporter = CSVComparisonExporter(dialect: .open)
    let comparer = PlanComparer()
    #expect(
      exporter.bytes(for: [comparer.comparison(of: plans)])
        == exporter.bytes(for: [comparer.comparison(of: plans)]))
  }
}

struct ComparisonTableTests {
  private func rows(_ plans: [PlanDocument], _ dialect: CSVDialect = .open) -> [String] {
    let bytes = CSVComparisonExporter(dialect: dialect)
      .bytes(for: [PlanComparer().comparison(of: plans)])
    return String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  private func plan(_ year: Int, _ change: (inout SmallGoal) -> Void) -> PlanDocument {
    SmallGoal.plan([SmallGoal(.unit, "Vi svarar i tid").with(change)], year: year)
  }

  @Test("each change has a row that stands alone, own and council's target apart")
  func targets() throws {
    let rows = rows([
      plan(2026) {
        $0.indicators = [SmallGoal.indicator("Nöjda", .percent(5), council: .percent(6))]
      },
      plan(2027) {
        $0.indicators = [SmallGoal.indicator("Nöjda", .percent(7), council: .percent(4.5))]
      },
    ])
    #expect(rows.count == 3)
    let head = rows[0].split(separator: ",", omittingEmptySubsequences: false)
    let difference = try #require(head.firstIndex(of: "difference"))
    let target = try #require(head.firstIndex(of: "target"))
    let cells = rows.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(cells.allSatisfy { $0.count == head.count })
    #expect(cells.map { $0[target] } == ["own", "council"])
    #expect(cells.map { $0[difference] } == ["2", "-1.5"])
  }

  @Test("a goal without changes has no row")
  func unchanged() {
    #expect(rows([plan(2026) { _ in }, plan(2027) { _ in }]).count == 1)
  }

  @Test("a title that looks like a formula is harmless in Excel's dialect")
  func formulas() {
    let rows = rows(
      [plan(2026) { $0.title = "=1+1" }, plan(2027) { $0.title = "=HYPERLINK(\"x\")" }], .excel)
    #expect(rows.contains { $0.contains("'=1+1") })
    #expect(!rows.contains { $0.contains(";=") || $0.contains(";\"=") })
  }
}
