// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

/// The tables as a user gets them, byte by byte.
struct CSVDialectTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ExamplePlan.text, to: "plan.txt")
  }

  private func tables(_ dialect: String?) throws {
    let option = dialect.map { ["--csv", $0] } ?? []
    let outcome = try Rodtrad.run(
      ["convert", "plan.txt", "--output", "out", "--quiet"] + option, in: folder)
    #expect(outcome.status == 0)
  }

  @Test("the open dialect has commas, a decimal point and no mark, and is the default")
  func open() throws {
    try tables(nil)
    let bytes = try folder.bytes(of: "out/indicators.csv")
    #expect(bytes.first == UInt8(ascii: "p"))
    let rows = try folder.text(of: "out/indicators.csv").split(separator: "\r\n")
    try #require(rows.count == 2)
    #expect(rows[0].hasPrefix("plan_id,file,year,unit,"))
    #expect(rows[1].hasPrefix("plan,plan.txt,2026,Lönnens mottagning,"))
    #expect(rows[1].contains(",\"7,5 %\",7.5,%,=,"))
    let named = try folder.bytes(of: "out/goals.csv")
    try tables("open")
    #expect(try folder.bytes(of: "out/goals.csv") == named)
  }

  @Test("the Excel dialect has a mark, semicolons, a decimal comma and Swedish headings")
  func excel() throws {
    try tables("excel")
    for table in ["plans", "goals", "sections", "results", "indicators", "activities"] {
      let bytes = try folder.bytes(of: "out/\(table).csv")
      #expect(bytes.prefix(3) == [0xEF, 0xBB, 0xBF])
      #expect(bytes.suffix(2) == [0x0D, 0x0A])
      #expect(
        String(decoding: bytes.dropFirst(3), as: UTF8.self).hasPrefix("Plan-id;Fil;År;Enhet;"))
    }
    let rows = try folder.text(of: "out/indicators.csv").split(separator: "\r\n")
    try #require(rows.count == 2)
    #expect(rows[1].contains(";7,5 %;7,5;%;"))
  }

  @Test("a cell that Excel would compute is made harmless, in the Excel dialect only")
  func formulas() throws {
    let text = ExamplePlan.text.replacing("Vi möter alla lika", with: "=HYPERLINK(\"http://x\")")
    try folder.write(text, to: "plan.txt")
    try tables("excel")
    let excel = try folder.text(of: "out/goals.csv")
    #expect(excel.contains(";\"'=HYPERLINK(\"\"http://x\"\")\";"))
    #expect(!excel.contains(";\"=HYPERLINK"))
    #expect(try folder.text(of: "out/sections.csv").contains(";'- Ökad andel nöjda.;"))
    // The marker's cell holds nothing but the hyphen.
    #expect(try folder.text(of: "out/results.csv").contains(";'-;Ökad andel nöjda.;"))
    try tables("open")
    #expect(try folder.text(of: "out/goals.csv").contains(",\"=HYPERLINK(\"\"http://x\"\")\","))
    #expect(try folder.text(of: "out/sections.csv").contains(",- Ökad andel nöjda.,"))
  }

  @Test("every row of every table has as many cells as its headings")
  func widths() throws {
    let plan = try #require(CorpusCase.all.first { $0.name == "forskola-2022" })
    let outcome = try Rodtrad.run(
      "convert", plan.path(of: "input.pdf"), "--output", "out", "--csv", "excel", "-q", in: folder)
    #expect(outcome.status == 0)
    for name in try folder.fileNames() where name.hasSuffix(".csv") {
      let rows = cells(try folder.text(of: name), separator: ";")
      let width = try #require(rows.first?.count)
      #expect(rows.count > 1 || name.contains("diagnostics") || name.contains("failures"))
      #expect(rows.allSatisfy { $0.count == width }, "\(name)")
    }
  }

  /// Reads CSV as RFC 4180 has it.
  private func cells(_ text: String, separator: Character) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    for character in text {
      let (row, cell) = (rows.count - 1, rows[rows.count - 1].count - 1)
      switch character {
      case "\"": isQuoted.toggle()
      case separator where !isQuoted: rows[row].append("")
      case "\r\n" where !isQuoted: rows.append([""])
      default: rows[row][cell].append(character)
      }
    }
    return rows.dropLast()
  }
}
