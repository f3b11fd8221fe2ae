// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

/// Rows of indicators whose cells an extractor has run together.
struct IndicatorRowTests {
  private let text: GoalText

  init() throws { text = try GoalText() }

  private static let onOneLine = [
    RowForm(" Andel nöjda besökare 95 % 90 % År", "Andel nöjda besökare", "95 %", "90 %", "År"),
    RowForm(" Andel nöjda besökare 95% 90% År", "Andel nöjda besökare", "95%", "90%", "År"),
    RowForm(" Index för trivsel 83 82 Tertial", "Index för trivsel", "83", "82", "Tertial"),
    RowForm(" Index för trivsel 3,9 3,8 År", "Index för trivsel", "3,9", "3,8", "År"),
    RowForm(" Antal besök 10 000 12 000 År", "Antal besök", "10 000", "12 000", "År"),
    RowForm(" Antal besök 118 000 118 000 År", "Antal besök", "118 000", "118 000", "År"),
    RowForm(" Antal besök 5 st 10 000 st Kvartal", "Antal besök", "5 st", "10 000 st", "Kvartal"),
    RowForm(
      " Sjukfrånvaro 7,2 % Tas fram av nämnd/styrelse Tertial", "Sjukfrånvaro", "7,2 %",
      "Tas fram av nämnd/styrelse", "Tertial"),
    RowForm(
      " Barn i varje grupp Max 16 barn 17 barn Halvår", "Barn i varje grupp", "Max 16 barn",
      "17 barn", "Halvår"),
    RowForm(
      " Andel pojkar bland besökarna 45 % öka Halvår", "Andel pojkar bland besökarna", "45 %",
      "öka", "Halvår"),
    RowForm(" Avvikelse mot budget -0,3 0 Månad", "Avvikelse mot budget", "-0,3", "0", "Månad"),
    RowForm(
      " Sjukfrånvaro dag 1-14 1,5 % 2 % År", "Sjukfrånvaro dag 1-14", "1,5 %", "2 %", "År"),
    RowForm(
      " Andel elever i årskurs 9 som trivs 71 % 74 % År", "Andel elever i årskurs 9 som trivs",
      "71 %", "74 %", "År"),
    RowForm(
      " Andel inköp av allt Minst 95 % Fastställs 2026 År", "Andel inköp av allt", "Minst 95 %",
      "Fastställs 2026", "År"),
    RowForm(" Antal besök 40 45 Vartannat År", "Antal besök", "40", "45", "Vartannat År"),
  ]

  private static let emptyCells = [
    RowForm(" Andel nöjda besökare 100  År", "Andel nöjda besökare", "100", "", "År"),
    RowForm(" Andel nöjda besökare Minst 85 %  År", "Andel nöjda besökare", "Minst 85 %", "", "År"),
    RowForm(" Andel nöjda besökare  90 % År", "Andel nöjda besökare", "", "90 %", "År"),
    RowForm(" Andel nöjda besökare   År", "Andel nöjda besökare", "", "", "År"),
    RowForm(
      " Andel nöjda besökare\nsom får hjälp\n\n100  År", "Andel nöjda besökare som får hjälp",
      "100", "", "År"),
    RowForm(
      " Andel nöjda besökare\nsom får hjälp\n\n 90 % År", "Andel nöjda besökare som får hjälp", "",
      "90 %", "År"),
    RowForm(
      " Andel nöjda besökare\nsom får hjälp\n\n Fastställs\n2016\n\nÅr",
      "Andel nöjda besökare som får hjälp", "", "Fastställs 2016", "År"),
  ]

  private static let wrapped = [
    RowForm(
      " Andel nöjda besökare\nsom får hjälp\n\n85 % 90 % År", "Andel nöjda besökare som får hjälp",
      "85 %", "90 %", "År"),
    RowForm(
      " Antal fall per 1 000 invånare\növer 65 år\n\n45 40 År",
      "Antal fall per 1 000 invånare över 65 år", "45", "40", "År"),
    RowForm(
      " Utsläpp från\ninköpta livsmedel\n\n1,5 kg CO2 per kg\nlivsmedel\n\n1,4 kg CO2 per kg\nlivsmedel\n\nÅr",
      "Utsläpp från inköpta livsmedel", "1,5 kg CO2 per kg livsmedel",
      "1,4 kg CO2 per kg livsmedel", "År"),
    RowForm(
      " Antal bostäder med särskild\nservice\n\n5 tas fram av\nnämnden\n\nÅr",
      "Antal bostäder med särskild service", "5", "tas fram av nämnden", "År"),
    RowForm(
      " Andel elektroniska inköp 85 % Tas fram\nav\nnämnden\n\nÅr", "Andel elektroniska inköp",
      "85 %", "Tas fram av nämnden", "År"),
    RowForm(
      " Andel elektroniska\ninköp\n\n7,2 % Tas fram av\nnämnd/styrel\nse\n\nTertial",
      "Andel elektroniska inköp", "7,2 %", "Tas fram av nämnd/styrelse", "Tertial"),
    RowForm(
      " Andel elektroniska\ninköp\n\n95 Faststäl\nls 2016\n\nTertial",
      "Andel elektroniska inköp", "95", "Fastställs 2016", "Tertial"),
    RowForm(
      " \n \n\nIndex för trivsel\ni arbetet\n\n83 82 År", "Index för trivsel i arbetet", "83", "82",
      "År"),
    RowForm(
      " Andel av alla medel som går till in-\nköp\n\n40 % 50 % År",
      "Andel av alla medel som går till in-köp", "40 %", "50 %", "År"),
  ]

  /// Extractors that leave no blank line between a name of several lines and the other cells.
  private static let belowName = [
    RowForm(
      "Andel nöjda besökare\nsom får hjälp\n85 % 90 % År", "Andel nöjda besökare som får hjälp",
      "85 %", "90 %", "År"),
    RowForm(
      "Andel nöjda besökare\nsom får hjälp\n85 %\n90 %\nÅr", "Andel nöjda besökare som får hjälp",
      "85 %", "90 %", "År"),
    RowForm(
      "Andel nöjda besökare\nsom får hjälp 85 % 90 % År", "Andel nöjda besökare som får hjälp",
      "85 %", "90 %", "År"),
    RowForm(
      "Antal bostäder med\nsärskild service\n5 tas fram av\nnämnden\nÅr",
      "Antal bostäder med särskild service", "5", "tas fram av nämnden", "År"),
    RowForm(
      "Andel besök inom\n30 minuter från larm\n85 % År", "Andel besök inom 30 minuter från larm",
      "85 %", "", "År"),
    RowForm(
      "Andel besök inom 30 minuter från\nlarm\nMinst 85 % År",
      "Andel besök inom 30 minuter från larm", "Minst 85 %", "", "År"),
    RowForm(
      "Utsläpp från mat 1,5 kg per kg\nlivsmedel\n1,6 kg per kg\nlivsmedel\nÅr", "Utsläpp från mat",
      "1,5 kg per kg livsmedel", "1,6 kg per kg livsmedel", "År"),
    RowForm(
      "Antal dygn med höga\nhalter\nMax 10 dygn Max 15 dygn År", "Antal dygn med höga halter",
      "Max 10 dygn", "Max 15 dygn", "År"),
    RowForm(
      "Elanvändning minska 10 % minskning till\n2026\nÅr", "Elanvändning", "minska",
      "10 % minskning till 2026", "År"),
    RowForm(
      "Andel köpta ekologiska\nlivsmedel\nFastställs 2026 År", "Andel köpta ekologiska livsmedel",
      "Fastställs 2026", "", "År"),
  ]

  /// Numbers that can hardly both be targets, and some that can.
  private static let unlikeNumbers = [
    RowForm("Antal besök 1 700 År", "Antal besök", "1 700", "", "År"),
    RowForm("Kostnad per elev 11 650 kr År", "Kostnad per elev", "11 650 kr", "", "År"),
    RowForm("Antal hem 20 st 25 hem År", "Antal hem", "20 st", "25 hem", "År"),
    RowForm("Index 98 100 År", "Index", "98", "100", "År"),
    RowForm("Andel besök inom 30 minuter 85 % År", "Andel besök inom 30 minuter", "85 %", "", "År"),
  ]

  @Test(
    "a row gives its cells", arguments: onOneLine + emptyCells + wrapped + belowName + unlikeNumbers
  )
  func cells(form: RowForm) throws {
    let rows = try text.indicators(form.lines)
    #expect(rows.map(\.cells) == [form.cells])
    #expect(rows.first?.councilTargetYear == 2026)
  }

  @Test(
    "a row gives the same cells between two others",
    arguments: onOneLine + emptyCells + wrapped + belowName)
  func cellsAmongOthers(form: RowForm) throws {
    let neighbour = " Nöjda grannar 12 % 14 % Månad"
    let rows = try text.indicators("\(neighbour)\n\n\(form.lines)\n\n\(neighbour)")
    let expected = ["Nöjda grannar", "12 %", "14 %", "Månad"]
    #expect(rows.map(\.cells) == [expected, form.cells, expected])
  }

  @Test("a name goes on below the cells beside its first line, but not after a blank line")
  func nameBesideCells() throws {
    let rows = try text.indicators(
      "Andel nöjda besökare som 95 % 90 % År\nfår hjälp av\nenheten\nAntal besök 5 st 6 st Tertial\n"
        + "Sjukfrånvaro dag 1\ntill 14 7 % 8 % År")
    #expect(
      rows.map(\.cells) == [
        ["Andel nöjda besökare som får hjälp av enheten", "95 %", "90 %", "År"],
        ["Antal besök", "5 st", "6 st", "Tertial"],
        ["Sjukfrånvaro dag 1 till 14", "7 %", "8 %", "År"],
      ])
    let apart = try text.indicators("Nöjda 95 % 90 % År\n\nandel som får hjälp 5 % 6 % År")
    #expect(apart.map(\.name) == ["Nöjda", "andel som får hjälp"])
  }

  @Test("rows have the places where they begin")
  func positions() throws {
    let rows = try text.indicators(" Nöjda 1 % 2 % År\n\n Andel som\nkommer\n\n3 % 4 % År")
    #expect(rows.map(\.at.line) == [5, 7])
    #expect(rows.map(\.at.page) == [1, 1])
  }

  @Test("columns laid out with spaces are told apart by their places")
  func layout() throws {
    let goal = try text.goal(
      """
      Indikator                      Årsmål          KF:s årsmål 2026     Periodicitet

      Andel nöjda besökare           95 %            90 %                 År

      Andel som får hjälp                            90 %                 Tertial
      inom en vecka

      Antal klagomål                 Max 10 st                            År
      """)
    #expect(
      goal.indicators.map(\.cells) == [
        ["Andel nöjda besökare", "95 %", "90 %", "År"],
        ["Andel som får hjälp inom en vecka", "", "90 %", "Tertial"],
        ["Antal klagomål", "Max 10 st", "", "År"],
      ])
  }

  @Test(
    "a value stands in its column, whatever numbers the name has and however far it is set in it")
  func valuesInColumns() throws {
    let header = "Indikator                        Årsmål       KF:s årsmål år 2026   Periodicitet"
    let rows = """
      \(header)
      Index för bra arbetsgivare       85 %                        82 Kvartal
      Andel personer över 65 år                     80 %                  År
      Andel som inte är kvar inom      5 %          6 %                   År
      12 månader efter insatsen

      """
    #expect(
      try text.goal(rows).indicators.map(\.cells) == [
        ["Index för bra arbetsgivare", "85 %", "82", "Kvartal"],
        ["Andel personer över 65 år", "", "80 %", "År"],
        ["Andel som inte är kvar inom 12 månader efter insatsen", "5 %", "6 %", "År"],
      ])
  }

  @Test("a line with one cell for each column has them in order, wherever they stand")
  func driftingColumns() throws {
    let goal = try text.goal(
      """
       Indikator                      Årsmål     KF:s årsmål 2026     Periodicitet

      Andel nöjda besökare som har fått hjälp i år      95 %      90 %         År
       av enheten

       Antal besök  4          5                          Tertial

       Andel besök inom en vecka  Max 10 %     minska       Kvartal
      """)
    #expect(
      goal.indicators.map(\.cells) == [
        ["Andel nöjda besökare som har fått hjälp i år av enheten", "95 %", "90 %", "År"],
        ["Antal besök", "4", "5", "Tertial"],
        ["Andel besök inom en vecka", "Max 10 %", "minska", "Kvartal"],
      ])
  }

  @Test(
    "rows laid out with spaces are told apart where cells are not set at the top",
    arguments: [
      // In the middle, with a row of three lines.
      """
      Andel nöjda besökare           95 %            90 %                 År
      Andel som får hjälp
                                     80 %            85 %                 Tertial
      inom en vecka
      Antal klagomål per
      besökare och år i              4               5                    År
      hela enheten
      """,
      // At the bottom.
      """
      Andel nöjda besökare           95 %            90 %                 År
      Andel som får hjälp
      inom en vecka                  80 %            85 %                 Tertial
      Antal klagomål per
      besökare och år i
      hela enheten                   4               5                    År
      """,
    ])
  func layoutNotAtTop(rows: String) throws {
    let goal = try text.goal(
      "Indikator                      Årsmål          KF:s årsmål 2026     Periodicitet\n\(rows)")
    #expect(
      goal.indicators.map(\.cells) == [
        ["Andel nöjda besökare", "95 %", "90 %", "År"],
        ["Andel som får hjälp inom en vecka", "80 %", "85 %", "Tertial"],
        ["Antal klagomål per besökare och år i hela enheten", "4", "5", "År"],
      ])
  }

  @Test("a cell of two lines in the middle of a row lies round the row's other cells")
  func layoutInMiddle() throws {
    let goal = try text.goal(
      """
      Indikator                 Årsmål       KF:s årsmål 2026     Periodicitet
      Andel nöjda besökare      70 %         75 %                 År
                                             Tas fram av
      Antal klagomål            4                                 År
                                             nämnd/styrelse
      Antal besök               10           12                   År
      """)
    #expect(
      goal.indicators.map(\.cells) == [
        ["Andel nöjda besökare", "70 %", "75 %", "År"],
        ["Antal klagomål", "4", "Tas fram av nämnd/styrelse", "År"],
        ["Antal besök", "10", "12", "År"],
      ])
  }

  // MARK: - Page breaks

  private static let header = GoalText.indicatorHeader

  @Test(
    "a row that a page break cuts is one row",
    arguments: [
      RowForm(
        " Andel köpta ekologiska 70 % 72 % År\u{C}  \(header)\n\nlivsmedel i kronor",
        "Andel köpta ekologiska livsmedel i kronor", "70 %", "72 %", "År"),
      RowForm(
        " Alla hushåll som\nfår lägenhet ska gå\n\n100  År\u{C}  \(header)\n\nboendekurs.\n\n ",
        "Alla hushåll som får lägenhet ska gå boendekurs.", "100", "", "År"),
      RowForm(
        " Andel elektroniska\ninköp\n\n85 % Tas fram\nav\n\nÅr\u{C}  \(header)\n\nnämnden",
        "Andel elektroniska inköp", "85 %", "Tas fram av nämnden", "År"),
      RowForm(
        " Utsläpp från inköp 2,5 kg per\n\n2,5 kg per\nkg mat\n\nÅr\u{C}  \(header)\n\nkg mat",
        "Utsläpp från inköp", "2,5 kg per kg mat", "2,5 kg per kg mat", "År"),
      RowForm(
        " Andel köpta ekologiska 70 % 72 % År\u{C}Sid 2 (2)\n  \(header)\n\nlivsmedel i kronor",
        "Andel köpta ekologiska livsmedel i kronor", "70 %", "72 %", "År"),
    ])
  func cutRow(form: RowForm) throws {
    #expect(try text.indicators(form.lines).map(\.cells) == [form.cells])
  }

  @Test("rows go on under a repeated header, whose words are kept apart from theirs")
  func repeatedHeader() throws {
    let goal = try text.goal(
      " \(Self.header)\n\n Nöjda 1 % 2 % År\u{C}  \(Self.header)\n\n Trygga 3 % 4 % År")
    #expect(goal.indicators.map(\.name) == ["Nöjda", "Trygga"])
    #expect(goal.indicators.map(\.at.page) == [1, 2])
    #expect(goal.tableHeaders.count == 2)
    #expect(goal.tableHeaders.last?.columns.joined(separator: " ") == Self.header)
  }

  @Test("a header at the foot of a page has its rows on the next one")
  func headerAtFoot() throws {
    let goal = try text.goal(" \(Self.header)\u{C}Sid 2 (2)\n Nöjda 1 % 2 % År")
    #expect(goal.indicators.map(\.cells) == [["Nöjda", "1 %", "2 %", "År"]])
  }

  @Test(
    "a header that a page break cuts loses no word",
    arguments: [
      " Indikator Årsmål\u{C}KF:s årsmål år 2026 Periodicitet",
      " Indikator Årsmål KF:s årsmål\u{C}år 2026\nPeriodicitet",
      "Indikator\nÅrsmål\nKF:s årsmål år 2026\u{C}Periodicitet",
      " Indikator Årsmål KF:s\u{C}Sid 2 (2)\nårsmål år 2026 Periodicitet",
    ])
  func cutHeader(header: String) throws {
    // That every word is there is seen to by `goal`.
    let goal = try text.goal("\(header)\n\n Andel nöjda 1 % 2 % År")
    #expect(goal.indicators.count == 1)
    #expect(goal.indicators.first?.period == "År")
  }

  @Test("a table without rows gives none and loses no word")
  func noRows() throws {
    let goal = try text.goal(" \(Self.header)")
    #expect(goal.indicators.isEmpty)
    #expect(goal.tableHeaders.count == 1)
  }

  @Test("a row of many lines takes no time with the square of their number")
  func manyLines() throws {
    let lines = String(repeating: "85 mer än 3 av 10\n", count: 2_000)
    let stages = try Stages.stockholm()
    let document = try stages.document(
      "Enhetsmål: Leka\n\nIndikator Årsmål KF:s årsmål Periodicitet\nAndel nöjda\n\(lines)År\n")
    let time = ContinuousClock().measure { _ = stages.plan(document) }
    #expect(time < .seconds(10))
  }
}
