// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import TestSupport
import Testing

struct TargetTests {
  /// A cell as printed, and what it demands.
  struct Cell: Sendable, CustomTestStringConvertible {
    let raw: String
    let value: Double?
    let unit: String?
    let comparator: Target.Comparator?

    var testDescription: String { raw }

    init(
      _ raw: String, _ value: Double? = nil, _ unit: String? = nil,
      _ comparator: Target.Comparator? = nil
    ) {
      self.raw = raw
      self.value = value
      self.unit = unit
      self.comparator = comparator
    }
  }

  private static let numbers = [
    Cell("7,2 %", 7.2, "%", .equal), Cell("7.2 %", 7.2, "%", .equal),
    Cell("88%", 88, "%", .equal), Cell("90,0 %", 90, "%", .equal), Cell("0 %", 0, "%", .equal),
    Cell("0,5", 0.5, nil, .equal), Cell("100", 100, nil, .equal),
    Cell("10 000 st", 10_000, "st", .equal), Cell("118 000", 118_000, nil, .equal),
    Cell("1 234 567 kr", 1_234_567, "kr", .equal), Cell("12 500,50 kr", 12_500.5, "kr", .equal),
    Cell("-0,3", -0.3, nil, .equal), Cell("−0,3", -0.3, nil, .equal),
    Cell("3,5 procentenheter", 3.5, "procentenheter", .equal),
    Cell("1,5 kg CO2 per kg livsmedel", 1.5, "kg CO2 per kg livsmedel", .equal),
    Cell("85 kWh/m2", 85, "kWh/m2", .equal), Cell("16 barn", 16, "barn", .equal),
    Cell("5 ‰", 5, "‰", .equal), Cell("4 gånger per år", 4, "gånger per år", .equal),
  ]

  private static let limits = [
    Cell("Max 10 personer", 10, "personer", .atMost), Cell("max 10", 10, nil, .atMost),
    Cell("Högst 3 dagar", 3, "dagar", .atMost), Cell("Under 5 %", 5, "%", .atMost),
    Cell("Färre än 12", 12, nil, .atMost), Cell("≤ 5 %", 5, "%", .atMost),
    Cell("<5 %", 5, "%", .atMost), Cell("Minst 95 %", 95, "%", .atLeast),
    Cell("MINST 95%", 95, "%", .atLeast), Cell("Lägst 3,8", 3.8, nil, .atLeast),
    Cell("Över 80 %", 80, "%", .atLeast), Cell("Mer än 1 000 st", 1_000, "st", .atLeast),
    Cell("≥ 90 %", 90, "%", .atLeast), Cell("≥90", 90, nil, .atLeast),
    Cell("> 90 %", 90, "%", .atLeast), Cell("= 3", 3, nil, .equal),
  ]

  private static let directions = [
    Cell("öka", nil, nil, .increase), Cell("Öka", nil, nil, .increase),
    Cell("Ökar", nil, nil, .increase), Cell("Ska öka", nil, nil, .increase),
    Cell("minska", nil, nil, .decrease), Cell("Minskning", nil, nil, .decrease),
    Cell("Öka 5 %", 5, "%", .increase),
  ]

  private static let prose = [
    Cell("Fastställs 2016"), Cell("Tas fram av nämnd/styrelse"), Cell("Tas fram av nämnden"),
    Cell("Mäts ej"), Cell("Ja"), Cell("10–15 st"), Cell("10-15 st"), Cell("2024/25"),
    Cell("+/- 1 %"), Cell("ca 50 %"), Cell("Öka med 5 %"), Cell("Nytt mått"), Cell("–"), Cell("-"),
    Cell("Max"), Cell("%"), Cell("99999999999999"),
  ]

  /// The targets of a row with the cell in both columns of targets of a PDF's table.
  private func indicator(_ cell: String) throws -> Indicator {
    var page = PrintedPage()
    page.line("Enhetsmål: Ett mål", size: 14, isBold: true)
    page.row([
      (70, "Indikator"), (300, "Årsmål"), (600, "KF:s årsmål 2026"), (900, "Periodicitet"),
    ])
    page.row([(70, "Andel nöjda"), (300, cell), (600, cell), (900, "År")])
    let plan = try Stages.stockholm().plan(page.document)
    #expect(plan.goals.first?.indicators.count == 1)
    return try #require(plan.goals.first?.indicators.first)
  }

  @Test(
    "a cell keeps what is printed and tells what it demands",
    arguments: numbers + limits + directions + prose)
  func cells(cell: Cell) throws {
    let indicator = try indicator(cell.raw)
    for target in [indicator.target, indicator.councilTarget] {
      let target = try #require(target)
      #expect(target.raw == cell.raw)
      #expect(target.value == cell.value)
      #expect(target.unit == cell.unit)
      #expect(target.comparator == cell.comparator)
    }
  }

  @Test("an empty cell is no target")
  func empty() throws {
    let indicator = try indicator("")
    #expect(indicator.target == nil)
    #expect(indicator.councilTarget == nil)
    #expect(indicator.name == "Andel nöjda")
    #expect(indicator.period == "År")
  }
}
