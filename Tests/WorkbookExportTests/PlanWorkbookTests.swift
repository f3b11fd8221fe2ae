// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import PlanExport
import PlanModel
import TestSupport
import Testing

@testable import WorkbookExport

@Suite("The workbook of all plans")
struct PlanWorkbookTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes a workbook of plans, each named by its number.
  private func write(
    _ plans: [PlanDocument], to name: String = "plans.xlsx",
    source: String = "../in/lönnen 2027.pdf",
    limits: WorkbookLimits = WorkbookLimits()
  ) throws -> ReadWorkbook {
    let path = "\(folder.path)/\(name)"
    let workbook = try PlanWorkbook(
      path: path, temporaryFolder: folder.path, author: "rodtrad 0.0.0", limits: limits)
    for (index, plan) in plans.enumerated() {
      try workbook.add(plan, planID: "plan-\(index)", sourcePath: source)
    }
    try workbook.finish()
    return try ReadWorkbook(path: path)
  }

  @Test("Each table has a sheet with as many rows, after the one that explains them")
  func sheets() throws {
    let workbook = try write([SamplePlan.complete, SamplePlan.complete])
    #expect(workbook.sheetNames == ["Läs mig"] + CSVTable.allCases.map(\.sheetName))
    for table in CSVTable.allCases {
      let rows = table.definition.rows(for: SamplePlan.complete, planID: "plan-0")
      #expect(
        try workbook.column("Plan-id", ofSheet: table.sheetName)
          == Array(repeating: "plan-0", count: rows.count)
          + Array(repeating: "plan-1", count: rows.count))
    }
    let names = try workbook.tables().compactMap { $0.firstMatch(of: /displayName="([^"]*)"/)?.1 }
    #expect(Set(names).count == CSVTable.allCases.count)
    #expect(names.contains("Förväntade_resultat"))
  }

  @Test("Numbers and dates are numbers, and the printed cell stands beside its number")
  func numbers() throws {
    let workbook = try write([SamplePlan.complete])
    #expect(
      try workbook.column("Årsmål", ofSheet: "Indikatorer") == ["7,2 %", "-0,3"])
    #expect(try workbook.column("Årsmål värde", ofSheet: "Indikatorer") == ["7.2", "-0.3"])
    #expect(try workbook.column("Årsmål måttenhet", ofSheet: "Indikatorer") == ["%"])
    #expect(try workbook.column("Startdatum", ofSheet: "Aktiviteter") == ["46388"])
  }

  @Test("A row leads to the page of its PDF, and a row from a text nowhere")
  func links() throws {
    let workbook = try write([SamplePlan.complete])
    let links = try workbook.links(ofSheet: "Aktiviteter")
    #expect(links.map(\.target) == Array(repeating: "..\\in\\lönnen%202027.pdf", count: 2))
    #expect(links.map(\.location) == ["page=2", "page=2"])
    #expect(links.map(\.place) == ["S2", "S3"])
    // A remark about all of the document leads to its beginning.
    #expect(try workbook.links(ofSheet: "Anmärkningar").map(\.place) == ["G2", "B3"])
    #expect(try workbook.links(ofSheet: "Planer").map(\.location) == ["page=1"])
    var text = SamplePlan.complete
    text.source.mediaType = "text/plain"
    #expect(!(try write([text]).xml(ofSheet: "Aktiviteter").contains("hyperlink")))
  }

  @Test("The same plans give the same bytes")
  func sameBytes() throws {
    _ = try write([SamplePlan.complete, SamplePlan.empty], to: "one.xlsx")
    _ = try write([SamplePlan.complete, SamplePlan.empty], to: "other.xlsx")
    #expect(try folder.bytes(of: "one.xlsx") == folder.bytes(of: "other.xlsx"))
  }

  @Test(
    "A text stays the text that it is",
    arguments: [
      ("=1+1", "=1+1"), ("+46 8", "+46 8"), ("1.4", "1.4"), ("<&>\"", "<&>\""),
      ("a\u{1}b_x0041_", "a_x0001_b_x005F_x0041_"), (" två  blanksteg ", " två  blanksteg "),
    ])
  func texts(_ text: (printed: String, written: String)) throws {
    var plan = SamplePlan.complete
    plan.plan.title = text.printed
    let workbook = try write([plan])
    #expect(try workbook.column("Titel", ofSheet: "Planer") == [text.written])
    #expect(!(try workbook.xml(ofSheet: "Planer").contains("<f>")))
  }

  @Test("A workbook that is given up leaves no file")
  func givenUp() throws {
    do {
      let workbook = try PlanWorkbook(
        path: "\(folder.path)/plans.xlsx", temporaryFolder: folder.path, author: "rodtrad")
      try workbook.add(SamplePlan.complete, planID: "a", sourcePath: "a.pdf")
    }
    #expect(try folder.fileNames() == [])
  }

  @Test("What Excel has no number for stays as text, and the first sheet says so")
  func whatStaysText() throws {
    var plan = SamplePlan.complete
    plan.plan.date = "2027-02-30"
    plan.goals[0].indicators = [
      Indicator(
        name: "Andel",
        target: Target(
          raw: "0,1234567890123456", value: 0.1234567890123456, unit: nil, comparator: nil),
        councilTarget: nil, councilTargetYear: nil, period: nil, at: plan.goals[0].at)
    ]
    let workbook = try write([plan])
    #expect(try workbook.column("Datum", ofSheet: "Planer") == ["2027-02-30"])
    #expect(
      try workbook.column("Årsmål värde", ofSheet: "Indikatorer").first == "0.1234567890123456")
    let remarks = try workbook.cells(ofSheet: "Läs mig").values
    #expect(remarks.contains { $0.hasPrefix("1 datum ") })
    #expect(remarks.contains { $0.hasPrefix("1 tal ") })
  }
}

extension PlanWorkbookTests {
  @Test("A table that is too long for a sheet goes on on further ones, each with a table")
  func manyRows() throws {
    var limits = WorkbookLimits()
    limits.rowsPerSheet = 3
    let plans = Array(repeating: SamplePlan.complete, count: 3)
    let workbook = try write(plans, limits: limits)
    #expect(workbook.sheetNames.contains("Planer 2"))
    let texts = try workbook.sheetNames.filter { $0.hasPrefix("Aktiviteter") }
      .flatMap { try workbook.column("Aktivitet", ofSheet: $0) }
    #expect(texts == Array(repeating: ["Ordna en mässa", "Följa upp"], count: 3).flatMap { $0 })
    #expect(try workbook.tables().count == workbook.sheetNames.count - 1)
    #expect(try workbook.cells(ofSheet: "Läs mig").values.contains("Planer, Planer 2"))
  }

  @Test("A text that is too long for a cell is whole on a sheet of its own")
  func longTexts() throws {
    var limits = WorkbookLimits()
    limits.charactersPerCell = 100
    let long = String(repeating: "Å\u{1}ret runt 😀 ", count: 30)
    var plan = SamplePlan.complete
    plan.plan.title = long
    let workbook = try write([plan], limits: limits)
    let parts = try workbook.column("Text", ofSheet: "Långa texter")
    #expect(parts.allSatisfy { $0.utf16.count <= 100 })
    #expect(parts.joined().replacingOccurrences(of: "_x0001_", with: "\u{1}") == long)
    #expect(try workbook.column("Rad", ofSheet: "Långa texter").first == "2")
    #expect(try workbook.column("Kolumn", ofSheet: "Långa texter").first == "Titel")
    let cell = try #require(try workbook.column("Titel", ofSheet: "Planer").first)
    #expect(cell.utf16.count <= 100 && cell.hasSuffix("[hela texten: bladet Långa texter]"))
    #expect(
      try workbook.cells(ofSheet: "Läs mig").values.contains { $0.hasPrefix("1 texter är längre") })
  }

  @Test("Rows beyond the links that a sheet takes have none, and the first sheet counts them")
  func manyLinks() throws {
    var limits = WorkbookLimits()
    limits.linksPerSheet = 1
    let plans = [SamplePlan.complete, SamplePlan.complete]
    let workbook = try write(plans, limits: limits)
    var unlinked = 0
    for table in CSVTable.allCases {
      #expect(try workbook.links(ofSheet: table.sheetName).count == 1)
      unlinked += try workbook.column("Plan-id", ofSheet: table.sheetName).count - 1
    }
    #expect(
      try workbook.cells(ofSheet: "Läs mig").values
        .contains { $0.hasPrefix("\(unlinked) rader saknar länk") })
  }

  @Test("A link that is too long is left out, and the first sheet says so")
  func longLinks() throws {
    let path = String(repeating: "en/lång/väg/", count: 200) + "plan.pdf"
    let workbook = try write([SamplePlan.complete], source: path)
    #expect(!(try workbook.xml(ofSheet: "Mål").contains("hyperlink")))
    #expect(
      try workbook.cells(ofSheet: "Läs mig").values.contains {
        $0.contains("är för lång för Excel")
      })
  }

  @Test("A row of the first sheet is as high as the lines that its longest text takes")
  func heights() throws {
    let workbook = try write([SamplePlan.complete])
    let high = try workbook.xml(ofSheet: "Läs mig")
      .matches(of: /<row r="([0-9]+)"[^>]* ht="(?:30|45)"/)
    let long = try workbook.cells(ofSheet: "Läs mig")
      .filter { $0.key.hasPrefix("C") && $0.value.count > 88 }
    #expect(!long.isEmpty)
    #expect(Set(high.map { "C\($0.1)" }) == Set(long.keys))
  }

  @Test("The first sheet does not speak of files that may not be there")
  func otherFormats() throws {
    let texts = try write([SamplePlan.complete]).cells(ofSheet: "Läs mig").values
    #expect(!texts.contains { $0.contains("finns som CSV") })
    #expect(texts.contains { $0.hasPrefix("Med --format csv,json får du samma tabeller") })
  }

  @Test("Excel takes the headings of a table only where none is like another, capitals aside")
  func headings() {
    for table in CSVTable.allCases {
      let headings = table.definition.columns.map { $0.swedishHeading.lowercased() }
      #expect(Set(headings).count == headings.count)
    }
  }

  @Test("Every column is explained", arguments: CSVTable.allCases)
  func descriptions(table: CSVTable) {
    for column in table.definition.columns {
      #expect(column.swedishDescription(in: table) != nil, "\(column.name)")
    }
  }
}
