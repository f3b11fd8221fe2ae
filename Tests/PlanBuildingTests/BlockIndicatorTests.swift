// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

/// Blocks of a table, with a blank line between each two, and the rows that are to be read from them.
struct BlockForm: Sendable, CustomTestStringConvertible {
  let trait: String
  let blocks: [String]
  let rows: [[String]]

  init(_ trait: String, _ blocks: [String], _ rows: [String]...) {
    self.trait = trait
    self.blocks = blocks
    self.rows = rows
  }

  var testDescription: String { trait }

  /// The blocks as text.
  var text: String { blocks.joined(separator: "\n\n") }
}

/// Rows of indicators where blank lines part the cells, as `pdftotext` writes them.
struct BlockIndicatorTests {
  private let text: GoalText

  init() throws { text = try GoalText() }

  private static let header = "Indikator\n\nÅrsmål\n\nKF:s årsmål år 2026\n\nPeriodicitet\n\n"
  /// The second half of the headings comes after the first cells.
  private static let firstHeadings = "Indikator\n\nÅrsmål\n\n"

  private static let ordered = [
    BlockForm(
      "in order", ["Andel nöjda besökare", "95 %", "90 %", "År"],
      ["Andel nöjda besökare", "95 %", "90 %", "År"]),
    BlockForm(
      "on several lines",
      ["Andel nöjda\nbesökare", "1,5 kg CO2 per kg\nmat", "Fastställs\n2026", "År"],
      ["Andel nöjda besökare", "1,5 kg CO2 per kg mat", "Fastställs 2026", "År"]),
    BlockForm(
      "a number in groups is one value",
      ["Antal lån", "10 500 st", "År", "Körda mil", "1 900", "År"],
      ["Antal lån", "10 500 st", "", "År"], ["Körda mil", "1 900", "", "År"]),
    BlockForm(
      "two values on one line", ["Andel nöjda besökare", "95 % 90 % År"],
      ["Andel nöjda besökare", "95 %", "90 %", "År"]),
    BlockForm(
      "a period on the first line of a value", ["Sjukfrånvaro", "8 %", "Tas fram av År\nnämnden"],
      ["Sjukfrånvaro", "8 %", "Tas fram av nämnden", "År"]),
    BlockForm(
      "prose without a target beside it is the council's",
      ["Andel egen mat", "Fastställs\n2026", "År"],
      ["Andel egen mat", "", "Fastställs 2026", "År"]),
  ]

  private static let withValuesInNames = [
    BlockForm(
      "at the end of the first line",
      ["Andel besökare som känner sig trygga på 74 %\nvägen till huset", "75 %", "År"],
      ["Andel besökare som känner sig trygga på vägen till huset", "74 %", "75 %", "År"]),
    BlockForm(
      "on a line of its own",
      ["Andel besökare som har\n75 %\nfått svar på sin fråga", "Tertial"],
      ["Andel besökare som har fått svar på sin fråga", "75 %", "", "Tertial"]),
    BlockForm(
      "with its second line below the name",
      [
        "Antal kollegor som en besökare möter Max 10\nunder två veckor\npersoner",
        "Max 10\npersoner", "År",
      ],
      [
        "Antal kollegor som en besökare möter under två veckor", "Max 10 personer",
        "Max 10 personer", "År",
      ]),
    BlockForm(
      "not with another unit", ["Andel svar inom 30 minuter", "94 %", "Månad"],
      ["Andel svar inom 30 minuter", "94 %", "", "Månad"]),
    BlockForm(
      "not with a small word before it",
      ["Andel boende som har tagit över 35 %\nett avtal", "40 %", "År"],
      ["Andel boende som har tagit över ett avtal", "35 %", "40 %", "År"]),
    BlockForm(
      "not where two others are", ["Andel elever i årskurs 9", "71", "74", "År"],
      ["Andel elever i årskurs 9", "71", "74", "År"]),
    BlockForm(
      "a bare number only on a full line",
      [
        "Besökarnas betyg på hela verksamheten (index) 83", "85", "År",
        "Antal pass efter klockan 17",
        "0", "Månad",
      ],
      ["Besökarnas betyg på hela verksamheten (index)", "83", "85", "År"],
      ["Antal pass efter klockan 17", "0", "", "Månad"]),
    BlockForm(
      "a number below a line that has one is the name's",
      ["Antal pass med ensamarbete efter klockan 0\n17", "Månad"],
      ["Antal pass med ensamarbete efter klockan 17", "0", "", "Månad"]),
    BlockForm(
      "a number with an unknown unit is the name's",
      ["Antal fall bland invånare som är över\n80 år", "54 st", "55 st", "År"],
      ["Antal fall bland invånare som är över 80 år", "54 st", "55 st", "År"]),
  ]

  private static let outOfOrder = [
    BlockForm(
      "a target after its period", ["Antal barn", "Tas fram av\nnämnden", "Halvår", "Max 16 barn"],
      ["Antal barn", "Max 16 barn", "Tas fram av nämnden", "Halvår"]),
    BlockForm(
      "targets after the last row",
      [
        "Andel nöjda", "65 %", "År", "Antal möten", "Max 5 st", "Max 6 st", "År", "Andel med plan",
        "100 %", "Tertial", "62 %", "Minst 95 %",
      ],
      ["Andel nöjda", "62 %", "65 %", "År"], ["Antal möten", "Max 5 st", "Max 6 st", "År"],
      ["Andel med plan", "Minst 95 %", "100 %", "Tertial"]),
    BlockForm(
      "the last cells before the name",
      [
        "Antal besök", "54", "55", "År", "72 %", "Halvår", "Andel som tycker att maten är öka\ngod",
      ],
      ["Antal besök", "54", "55", "År"],
      ["Andel som tycker att maten är god", "öka", "72 %", "Halvår"]),
    BlockForm(
      "the target last of all", ["72 %", "Halvår", "Andel nöjda", "70 %"],
      ["Andel nöjda", "70 %", "72 %", "Halvår"]),
    BlockForm(
      "periods after all rows",
      ["Andel trygga", "87 %", "88 %", "Andel larm", "92 %", "År\nMånad"],
      ["Andel trygga", "87 %", "88 %", "År"], ["Andel larm", "92 %", "", "Månad"]),
    BlockForm(
      "a period after the whole rows below",
      [
        "Andel trygga", "85 %", "Andel med plan", "100 %", "100 %", "Tertial", "Antal fall",
        "Max 4 st",
        "minska", "Kvartal", "År",
      ],
      ["Andel trygga", "85 %", "", "År"], ["Andel med plan", "100 %", "100 %", "Tertial"],
      ["Antal fall", "Max 4 st", "minska", "Kvartal"]),
    BlockForm(
      "a period before the other cells of the row below",
      ["Antal platser", "96 st", "Andel unga", "Minst 75 %", "År\nTas fram av\nnämnden", "Halvår"],
      ["Antal platser", "96 st", "", "År"],
      ["Andel unga", "Minst 75 %", "Tas fram av nämnden", "Halvår"]),
  ]

  private static let lacking = [
    BlockForm(
      "a late target goes to the row that has none",
      ["Andel nya", "Månad", "Andel kontakter", "82 %", "År", "90 %"],
      ["Andel nya", "90 %", "", "Månad"], ["Andel kontakter", "82 %", "", "År"]),
    BlockForm(
      "cells after the first period go to the next row, not to the last",
      [
        "Antal platser", "96 st", "Andel unga", "75 %", "Andel äldre", "80 %", "År",
        "Tas fram av\nnämnden", "Halvår", "Tertial",
      ],
      ["Antal platser", "96 st", "", "År"],
      ["Andel unga", "75 %", "Tas fram av nämnden", "Halvår"],
      ["Andel äldre", "80 %", "", "Tertial"]),
  ]

  @Test("cells are told by their blank lines and by what they hold", arguments: ordered)
  func cells(_ form: BlockForm) throws {
    #expect(try text.goal(Self.header + form.text).indicators.map(\.cells) == form.rows)
  }

  @Test("values stand among the lines of a name", arguments: withValuesInNames)
  func valuesInNames(_ form: BlockForm) throws {
    #expect(try text.goal(Self.header + form.text).indicators.map(\.cells) == form.rows)
  }

  @Test("cells out of order go to the rows that lack them", arguments: outOfOrder + lacking)
  func moved(_ form: BlockForm) throws {
    #expect(try text.goal(Self.header + form.text).indicators.map(\.cells) == form.rows)
  }

  @Test("values after the headings that come late are of the first rows")
  func lateHeadings() throws {
    let blocks = [
      "Andel unga som anser att de kan påverka sitt Minst 90 %\nstöd\nAntal besök med tolk",
      "KF:s årsmål år 2026", "Periodicitet", "83 %", "År", "40 st", "Tertial",
    ]
    let goal = try text.goal(Self.firstHeadings + blocks.joined(separator: "\n\n"))
    #expect(
      goal.indicators.map(\.cells) == [
        ["Andel unga som anser att de kan påverka sitt stöd", "Minst 90 %", "83 %", "År"],
        ["Antal besök med tolk", "40 st", "", "Tertial"],
      ])
    #expect(goal.indicators.map(\.councilTargetYear) == [2026, 2026])
    #expect(goal.tableHeaders.map(\.columns).first?.last == "Periodicitet")
  }

  @Test("what begins with a small letter after a page break is the rest of the name above it")
  func restAfterPageBreak() throws {
    let row = "Andel nöjda med huset (kök\n\n95 %\n\n90 %\n\nÅr\n\n"
    let next = "Antal besök\n\n5 st\n\n6 st\n\nÅr\n\noch hall)"
    #expect(
      try text.goal(Self.header + row + "\u{C}" + Self.header + next).indicators.map(\.cells) == [
        ["Andel nöjda med huset (kök och hall)", "95 %", "90 %", "År"],
        ["Antal besök", "5 st", "6 st", "År"],
      ])
  }

  @Test("a value that a page break cuts goes on after it")
  func cutValue() throws {
    let row = "Sjukfrånvaro\n\n8 %\n\nTas fram av\n\n\u{C}nämnden\n\nÅr"
    #expect(
      try text.goal(Self.header + row).indicators.map(\.cells) == [
        ["Sjukfrånvaro", "8 %", "Tas fram av nämnden", "År"]
      ])
  }
}
