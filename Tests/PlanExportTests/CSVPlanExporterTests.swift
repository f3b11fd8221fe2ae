// SPDX-License-Identifier: GPL-2.0-or-later

import PlanExport
import PlanModel
import SourceText
import TestSupport
import Testing

struct CSVPlanExporterTests {
  /// The rows of the sample plan as cells by column name.
  private func rows(_ table: CSVTable) -> [[String: CellValue]] {
    let definition = table.definition
    return definition.rows(for: SamplePlan.complete, planID: "lonnen-2027").map { cells in
      Dictionary(uniqueKeysWithValues: zip(definition.columns.map(\.name), cells))
    }
  }

  @Test("a header names every column once in each language", arguments: CSVTable.allCases)
  func headings(table: CSVTable) {
    let columns = table.definition.columns
    #expect(Set(columns.map(\.name)).count == columns.count)
    #expect(Set(columns.map(\.swedishHeading)).count == columns.count)
    let snakeCase = columns.allSatisfy { column in
      column.name.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
      }
    }
    #expect(snakeCase)
  }

  @Test(
    "every row has a cell of its column's kind and names its plan", arguments: CSVTable.allCases)
  func cellsFitColumns(table: CSVTable) {
    let definition = table.definition
    let rows = definition.rows(for: SamplePlan.complete, planID: "lonnen-2027")
    #expect(!rows.isEmpty)
    for row in rows {
      #expect(row.count == definition.columns.count)
      #expect(row.prefix(3) == [.text("lonnen-2027"), .text("lönnen 2027.pdf"), .integer(2027)])
      for (column, cell) in zip(definition.columns, row) where cell != .empty {
        #expect(column.kind == cell.kind, "\(column.name)")
      }
    }
  }

  @Test("a file of the Excel dialect begins with a byte order mark, an open one with its headings")
  func headers() {
    let open = CSVPlanExporter(dialect: .open).header(of: .diagnostics)
    #expect(
      String(decoding: open, as: UTF8.self)
        == "plan_id,file,year,unit,code,severity,page,line,message\r\n")
    let excel = CSVPlanExporter(dialect: .excel).header(of: .diagnostics)
    #expect(excel.prefix(3) == [0xEF, 0xBB, 0xBF])
    #expect(
      String(decoding: excel.dropFirst(3), as: UTF8.self)
        == "Plan-id;Fil;År;Enhet;Kod;Allvarlighet;Sida;Rad;Meddelande\r\n")
  }

  @Test("an empty plan gives a row of plans and no row elsewhere", arguments: CSVTable.allCases)
  func emptyPlan(table: CSVTable) {
    let rows = CSVPlanExporter(dialect: .open).rows(of: table, for: SamplePlan.empty, planID: "tom")
    #expect(rows.isEmpty == (table != .plans))
  }

  @Test("a row carries the chain of goals above it")
  func chain() throws {
    let row = try #require(rows(.goals).last)
    #expect(row["direction_number"] == .text("1"))
    #expect(row["direction_title"] == .text("En stad för alla"))
    #expect(row["area_number"] == .text("1.4"))
    #expect(row["committee_number"] == .empty)
    #expect(row["committee_title"] == .text("Alla är trygga"))
    #expect(row["unit_goal_title"] == .text("Vi svarar i tid"))
    #expect(row["goal_id"] == .text("1/1.4/n1/e2"))
    #expect(row["level"] == .text("unit"))
    #expect(row["scope"] == .text("avdelning"))
  }

  @Test("goals of one level do not inherit from their neighbours")
  func chainEnds() throws {
    let row = try #require(rows(.goals).first { $0["goal_id"] == .text("1/1.4") })
    #expect(row["committee_title"] == .empty)
    #expect(row["unit_goal_title"] == .empty)
  }

  @Test("list items and paragraphs are results, and a lone marker joins the paragraph after it")
  func results() {
    let results = rows(.results).prefix(3)
    #expect(results.map { $0["marker"] } == [.text("-"), .empty, .text("1.")])
    #expect(
      results.map { $0["text"] } == [
        .text("Svar inom tre dagar"), .text("Färre klagomål"), .text("Alla vet vart de ringer"),
      ])
    #expect(results.map { $0["ordinal"] } == [.integer(1), .integer(2), .integer(3)])
    #expect(results.map { $0["line"] } == [.integer(3), .integer(4), .integer(5)])
  }

  @Test("a results table gives a row a row; a marker with nothing after it gives none")
  func unusualResults() {
    var goal = Goal(
      id: "1", level: .unit, scope: .enhet, number: nil, title: "", label: "",
      at: SourcePosition(page: 1, line: 1))
    let at = SourcePosition(page: 1, line: 2)
    var section = Section(kind: .expectedResults, heading: "Förväntat resultat", depth: nil, at: at)
    section.blocks = [
      .listItem(marker: "1.", text: "", at: at), .listItem(marker: "2.", text: "två", at: at),
      .table(columns: ["Vad", "När"], rows: [["a", "b"]], at: at),
    ]
    goal.sections = [section]
    var plan = SamplePlan.empty
    plan.goals = [goal]
    let definition = CSVTable.results.definition
    let texts = definition.rows(for: plan, planID: "x").map { row in
      zip(definition.columns, row).first { $0.0.name == "text" }?.1
    }
    #expect(texts == [.text("två"), .text("a | b")])
  }

  @Test("a section's row has its path, its text with markers and tables, and its words")
  func sections() throws {
    let rows = rows(.sections)
    #expect(rows.map { $0["part"] }.first == .text("introduction"))
    #expect(rows.map { $0["part"] }.last == .text("closing"))
    let inner = try #require(rows.first { $0["heading"] == .text("Uppdrag") })
    #expect(inner["heading_path"] == .text("Inledning > Uppdrag"))
    #expect(
      inner["text"]
        == .text("Enheten hjälper unga; och gamla, året om.\nYrke | Antal\nKurator | 3\nChef | "))
    #expect(inner["words"] == .integer(12))
    let results = try #require(rows.first { $0["kind"] == .text("expectedResults") })
    #expect(
      results["text"]
        == .text("- Svar inom tre dagar\nFärre klagomål\n1.\nAlla vet vart de ringer"))
  }

  @Test("indicators keep what is printed beside what it means")
  func indicators() throws {
    let row = try #require(rows(.indicators).first)
    #expect(row["target_raw"] == .text("7,2 %"))
    #expect(row["target_value"] == .decimal(7.2))
    #expect(row["target_unit"] == .text("%"))
    #expect(row["target_comparator"] == .text("="))
    #expect(row["council_target_comparator"] == .text("<="))
    #expect(row["council_target_year"] == .integer(2027))
  }

  @Test("the plan's row counts what the other tables list")
  func counts() throws {
    let row = try #require(rows(.plans).first)
    #expect(row["sections"] == .integer(rows(.sections).count))
    #expect(row["expected_results"] == .integer(rows(.results).count))
    #expect(row["indicators"] == .integer(rows(.indicators).count))
    #expect(row["activities"] == .integer(rows(.activities).count))
    #expect(row["unit_goals"] == .integer(2))
    #expect(row["infos"] == .integer(1))
    #expect(row["warnings"] == .integer(1))
    #expect(row["errors"] == .integer(0))
    #expect(row["unaccounted_words"] == .integer(0))
  }

  @Test("rows of the Excel dialect stay on one line each")
  func excelRows() {
    let exporter = CSVPlanExporter(dialect: .excel)
    let bytes = exporter.rows(of: .sections, for: SamplePlan.complete, planID: "p")
    let lineFeeds = bytes.count { $0 == 0x0A }
    #expect(lineFeeds == rows(.sections).count)
  }
}

extension CellValue {
  fileprivate var kind: PlanTableColumn.Kind? {
    switch self {
    case .text: .text
    case .integer: .integer
    case .decimal: .decimal
    case .date: .date
    case .empty: nil
    }
  }
}
