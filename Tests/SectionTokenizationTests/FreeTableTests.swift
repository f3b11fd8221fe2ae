// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import SourceText
import TestSupport
import Testing

/// Budgets and the like, whose headings no vocabulary lists.
struct FreeTableTests {
  private let stages: Stages

  init() throws { stages = try .stockholm() }

  /// A plan whose closing holds these lines.
  private func names(_ lines: String) throws -> [String] {
    let text = """
      Enhetsmål: Ett mål

      Redovisning av ekonomi

      Enheten har en budget som följs varje månad av enhetschefen och av en controller.

      \(lines)

      Det som blir över får enheten behålla till nästa år, om nämnden beslutar det.
      """
    let listing = try stages.tokens(text).listing
    return listing.dropFirst(3).dropLast().map(\.token.shortName)
  }

  @Test("rows that end in numbers are a table, with the headings over them")
  func budget() throws {
    let lines = """
      Mnkr Budget Utfall Avvikelse
      Administration 9,0 8,9 0,1
      Personal 31,4 31,8 -0,4
      Summa 40,4 40,7 -0,3
      """
    #expect(try names(lines) == [String](repeating: "freeRow", count: 4))
  }

  @Test("a row of its own is a sentence that ends in numbers")
  func oneRow() throws {
    #expect(try !names("Budgeten var 9,0 8,9").contains("freeRow"))
  }

  @Test(
    "short lines above a known table are no headings of its columns",
    arguments: [
      "Fler barn går i förskola\nBarnen har roligt", "Sjukfrånvaron minskar till 6,5 %",
      "Andelen nöjda ökar till 85 %\nSjukfrånvaron minskar till 6,5 %",
    ])
  func aboveKnownTable(results: String) throws {
    let text = """
      Enhetsmål: Ett mål

      Förväntat resultat
      \(results)
      Aktivitet Startdatum Slutdatum
       Vi sjunger varje dag 2026-01-12 2026-06-12
       Vi läser varje dag 2026-01-12 2026-06-12

      Arbetssätt
      Vi arbetar tillsammans med alla som bor här och alla som arbetar här hos oss.
      """
    let names = try stages.tokens(text).tokens.map(\.shortName)
    #expect(!names.contains("freeRow"))
    #expect(names.count { $0 == "paragraph" } == results.split(separator: "\n").count + 1)
  }

  @Test("telephone numbers and dates are no rows")
  func noTables() throws {
    let telephones = "Rektor 08 465 004 11\nKontor 08 465 004 12"
    #expect(try !names(telephones).contains("freeRow"))
    let years = "Vi började 2024\nVi slutar 2026"
    #expect(try !names(years).contains("freeRow"))
    let items = "- mål 1,5 och 2,5\n- mål 3,5 och 4,5"
    #expect(try !names(items).contains("freeRow"))
  }
}
