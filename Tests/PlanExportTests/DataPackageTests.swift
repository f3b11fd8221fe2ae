// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import PlanExport
import PlanModel
import SourceText
import TestSupport
import Testing

@Suite("The descriptor of a data package")
struct DataPackageTests {
  private typealias Object = [String: Any]

  /// The descriptor of one plan's tables, with made-up facts about their files.
  private func descriptor(
    of plan: PlanDocument, licence: String? = nil, dialect: CSVDialect = .open
  ) throws -> [String: Any] {
    var package = DataPackage(
      generator: Generator(name: "rodtrad", version: "0.0.0"), licence: licence)
    package.add(plan, planID: "lonnen")
    let files = CSVTable.allCases.map { table in
      DataPackage.TableFile(
        table: table, dialect: dialect, path: table.fileName, byteCount: 7, sha256: "00")
    }
    let json = try JSONSerialization.jsonObject(with: Data(package.bytes(describing: files)))
    return try #require(json as? Object)
  }

  private func resource(_ table: CSVTable, of descriptor: [String: Any]) throws -> Object {
    let resources = try #require(descriptor["resources"] as? [Object])
    return try #require(resources.first { $0["path"] as? String == table.fileName })
  }

  private func schema(_ table: CSVTable, of descriptor: [String: Any]) throws -> Object {
    try #require(resource(table, of: descriptor)["schema"] as? Object)
  }

  private func field(
    _ name: String, in table: CSVTable, of descriptor: [String: Any]
  ) throws -> Object {
    let fields = try #require(schema(table, of: descriptor)["fields"] as? [Object])
    return try #require(fields.first { $0["name"] as? String == name })
  }

  @Test("Every column is explained in both languages", arguments: CSVTable.allCases)
  func descriptions(table: CSVTable) {
    for column in table.definition.columns {
      #expect(column.englishDescription(in: table)?.isEmpty == false, "\(column.name)")
      #expect(column.swedishDescription(in: table)?.isEmpty == false, "\(column.name)")
    }
  }

  @Test("Keys name columns of the tables that they are in", arguments: CSVTable.allCases)
  func keys(table: CSVTable) {
    let names = Set(table.definition.columns.map(\.name))
    #expect(names.isSuperset(of: table.primaryKey))
    for reference in table.references {
      #expect(names.isSuperset(of: reference.columns))
      #expect(reference.columns == reference.table.primaryKey)
    }
  }

  @Test("A column that is always given has no empty cell", arguments: CSVTable.allCases)
  func requiredColumns(table: CSVTable) {
    let definition = table.definition
    for plan in [SamplePlan.complete, SamplePlan.empty] {
      for row in definition.rows(for: plan, planID: "lonnen") {
        for (column, cell) in zip(definition.columns, row) where cell == .empty {
          #expect(!column.isAlwaysGiven(in: table), "\(column.name)")
        }
      }
    }
  }

  @Test("Columns have the types of their kinds, and numbers the mark of the dialect")
  func types() throws {
    let open = try descriptor(of: SamplePlan.complete)
    #expect(try field("start", in: .activities, of: open)["type"] as? String == "date")
    #expect(try field("page", in: .activities, of: open)["type"] as? String == "integer")
    #expect(try field("area_number", in: .goals, of: open)["type"] as? String == "string")
    let value = try field("target_value", in: .indicators, of: open)
    #expect(value["type"] as? String == "number")
    #expect(value["decimalChar"] as? String == ".")
    let excel = try descriptor(of: SamplePlan.complete, dialect: .excel)
    let decimal = try field("Årsmål värde", in: .indicators, of: excel)
    #expect(decimal["decimalChar"] as? String == ",")
    #expect(decimal["title"] as? String == "Target value")
    #expect(decimal["title@sv"] as? String == "Årsmål värde")
  }

  @Test("A column of dates is text where a plan prints a day that there is not")
  func impossibleDay() throws {
    var plan = SamplePlan.complete
    plan.plan.date = "2026-02-29"
    let descriptor = try descriptor(of: plan)
    #expect(try field("date", in: .plans, of: descriptor)["type"] as? String == "string")
    #expect(try field("start", in: .activities, of: descriptor)["type"] as? String == "date")
  }

  @Test("Values that cells can have stand as the cells of the dialect have them")
  func allowedValues() throws {
    func comparators(_ dialect: CSVDialect, _ name: String) throws -> [String]? {
      let descriptor = try descriptor(of: SamplePlan.complete, dialect: dialect)
      let field = try field(name, in: .indicators, of: descriptor)
      return (field["constraints"] as? Object)?["enum"] as? [String]
    }
    #expect(
      try comparators(.open, "target_comparator") == ["=", "<=", ">=", "increase", "decrease"])
    #expect(
      try comparators(.excel, "Årsmål jämförelse") == ["'=", "<=", ">=", "increase", "decrease"])
  }

  @Test("Keys of the Excel dialect lead to tables of the same dialect")
  func excelKeys() throws {
    let schema = try schema(
      .results, of: descriptor(of: SamplePlan.complete, dialect: .excel))
    #expect(schema["primaryKey"] as? [String] == ["Plan-id", "Mål-id", "Ordning"])
    let references = try #require(schema["foreignKeys"] as? [Object])
    let targets = references.compactMap { $0["reference"] as? Object }
    #expect(targets.map { $0["resource"] as? String } == ["plans-excel", "goals-excel"])
    #expect(targets.last?["fields"] as? [String] == ["Plan-id", "Mål-id"])
  }

  @Test("Tables in which two plans have one name have no keys", arguments: CSVDialect.allCases)
  func sharedNames(dialect: CSVDialect) throws {
    var package = DataPackage(generator: Generator(name: "rodtrad", version: "0.0.0"), licence: nil)
    // Names of two plans also where only the normal form differs.
    for planID in ["o\u{308}", "ö", "=a", "'=a"] {
      package.add(SamplePlan.complete, planID: planID)
    }
    let file = DataPackage.TableFile(
      table: .goals, dialect: dialect, path: "goals.csv", byteCount: 7, sha256: "00")
    let json = String(decoding: package.bytes(describing: [file]), as: UTF8.self)
    #expect(json.contains("\"primaryKey\"") == (dialect == .open))
    #expect(json.contains("\"foreignKeys\"") == (dialect == .open))
  }

  @Test("The description for the web calls columns the same in both dialects")
  func webDescription() throws {
    var plan = SamplePlan.complete
    plan.plan.date = "2026-02-29"
    var package = DataPackage(generator: Generator(name: "rodtrad", version: "0.0.0"), licence: nil)
    package.add(plan, planID: "lonnen")
    let files = CSVDialect.allCases.flatMap { dialect in
      CSVTable.allCases.map { table in
        DataPackage.TableFile(
          table: table, dialect: dialect, path: "\(dialect)/\(table.fileName)", byteCount: 7,
          sha256: "00")
      }
    }
    let json = try JSONSerialization.jsonObject(with: Data(package.webBytes(describing: files)))
    let tables = try #require((json as? Object)?["tables"] as? [Object])
    func schema(_ url: String) throws -> Object {
      let table = try #require(tables.first { $0["url"] as? String == url })
      return try #require(table["tableSchema"] as? Object)
    }
    func column(_ name: String, in url: String) throws -> Object {
      let columns = try #require(schema(url)["columns"] as? [Object])
      return try #require(columns.first { $0["name"] as? String == name })
    }
    #expect(try column("date", in: "open/plans.csv")["datatype"] as? String == "string")
    #expect(try column("start", in: "open/activities.csv")["datatype"] as? String == "date")
    #expect(try column("goal_id", in: "excel/goals.csv")["titles"] as? String == "Mål-id")
    let value = try column("target_value", in: "excel/indicators.csv")["datatype"] as? Object
    #expect((value?["format"] as? Object)?["decimalChar"] as? String == ",")
    let keys = try #require(schema("excel/results.csv")["foreignKeys"] as? [Object])
    let targets = keys.compactMap { ($0["reference"] as? Object)?["resource"] as? String }
    #expect(targets == ["excel/plans.csv", "excel/goals.csv"])
  }

  @Test("A number that needs an exponent is no plain decimal")
  func exponents() throws {
    var plan = SamplePlan.complete
    plan.goals[0].goals[0].indicators[0].target?.value = 1e21
    var package = DataPackage(generator: Generator(name: "rodtrad", version: "0.0.0"), licence: nil)
    package.add(plan, planID: "lonnen")
    let file = DataPackage.TableFile(
      table: .indicators, dialect: .open, path: "indicators.csv", byteCount: 7, sha256: "00")
    let json = String(decoding: package.webBytes(describing: [file]), as: UTF8.self)
    #expect(json.matches(of: /"base": "number"/).count == 1)
    #expect(json.matches(of: /"base": "decimal"/).count == 1)
  }

  @Test("A licence is named where the user names one, and never made up")
  func licence() throws {
    #expect(try descriptor(of: SamplePlan.complete)["licenses"] == nil)
    let licences = try descriptor(of: SamplePlan.complete, licence: "CC0-1.0")["licenses"]
    #expect((licences as? [Object])?.first?["name"] as? String == "CC0-1.0")
  }

  @Test("The plans are its sources, by title and digest")
  func sources() throws {
    let source = try #require(
      (descriptor(of: SamplePlan.complete)["sources"] as? [Object])?.first)
    #expect(source["planId"] as? String == "lonnen")
    #expect(source["title"] as? String == "Verksamhetsplan 2027 för Lönnens enhet")
    #expect(source["version"] as? String == "sha256:\(SamplePlan.complete.source.sha256)")
    let unnamed = try #require((descriptor(of: SamplePlan.empty)["sources"] as? [Object])?.first)
    #expect(unnamed["title"] as? String == "tom.txt")
  }
}
