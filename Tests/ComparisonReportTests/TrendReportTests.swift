// SPDX-License-Identifier: GPL-2.0-or-later

import ComparisonReport
import PlanComparison
import PlanModel
import SourceText
import Testing

@Suite("Report of trends")
struct TrendReportTests {
  /// A plan of a unit with one goal that has an indicator for each cell; nil for one without.
  private func plan(
    _ year: Int?, _ cells: [String: Target?], unit: String? = "Lönnen", council: Target? = nil
  ) -> PlanDocument {
    let indicators = cells.sorted { $0.key < $1.key }.map { name, target in
      Indicator(
        name: name, target: target, councilTarget: council, councilTargetYear: nil, period: "År",
        at: SourcePosition(page: 3, line: 5))
    }
    var plan = ReportPlans.plan(
      year ?? 0, unit: unit, ReportPlans.goal(1, "Maten är god", indicators: indicators))
    plan.plan.year = year
    plan.source.sha256 = "\(unit ?? "") \(year ?? 0) \(cells.count)"
    return plan
  }

  private func number(_ value: Double, _ unit: String? = "%") -> Target {
    Target(
      raw: "\(Int(value)) \(unit ?? "")", value: value, unit: unit, comparator: .equal)
  }

  private func report(
    _ plans: [PlanDocument], language: ReportLanguage = .swedish, paths: [String]? = nil
  ) -> String {
    let writer = HTMLTrendReport(
      language: language, generator: Generator(name: "rodtrad", version: "0.0.0"))
    let trends = TrendAnalyzer().trends(of: plans)
    return String(decoding: writer.bytes(for: trends, of: plans, sourcePaths: paths), as: UTF8.self)
  }

  /// The data of the paths with a class, in order.
  private func paths(_ style: String, in html: String) -> [String] {
    html.split(separator: "<path class=\"\(style)\" d=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
  }

  @Test("draws a line between years that follow each other, and a gap over one that is missing")
  func gaps() {
    let whole = report([2023, 2024, 2025].map { plan($0, ["Nöjda": number(Double($0))]) })
    let drawn = paths("own", in: whole).dropFirst()
    #expect(drawn.map { $0.count { $0 == "L" } } == [2])
    let cut = report([2022, 2023, 2025].map { plan($0, ["Nöjda": number(Double($0))]) })
    #expect(paths("own", in: cut).dropFirst().map { $0.count { $0 == "L" } } == [1])
    #expect(cut.contains("<th scope=\"row\">2024</th><td colspan=\"3\" class=\"none\">ingen plan"))
    #expect(cut.contains("data-kinds=\"retargeted interrupted\""))
    let lacking = report([
      plan(2023, ["Nöjda": number(1), "Andra": number(2)]), plan(2024, ["Andra": number(2)]),
      plan(2025, ["Nöjda": number(1), "Andra": number(2)]),
    ])
    #expect(lacking.contains("class=\"none\">finns inte i planen"))
  }

  @Test("counts one of a kind as one, in both languages")
  func oneOfAKind() {
    let one = [plan(2024, ["Nöjda": number(1)])]
    let several = one + [plan(2025, ["Andra": number(1)], unit: "Eken")]
    let tiles = { (plans: [PlanDocument], language: ReportLanguage) in
      let list = report(plans, language: language).split(separator: "<li class=\"tile\">")
      return list.dropFirst().map { Markup($0.split(separator: "</li>")[0] + "</li>").text }
    }
    #expect(
      tiles(one, .swedish).prefix(5)
        == ["1 Enhet", "2024 År", "1 Plan", "1 Indikator", "1 Serie"])
    #expect(
      tiles(several, .swedish).prefix(5)
        == ["2 Enheter", "2024–2025 År", "2 Planer", "2 Indikatorer", "2 Serier"])
    #expect(tiles(one, .english).first == "1 Unit")
  }

  @Test("draws no line between numbers of different units of measure")
  func unitsOfMeasure() {
    let html = report([
      plan(2022, ["Besök": number(7, "st")]), plan(2023, ["Besök": number(8, "st")]),
      plan(2024, ["Besök": number(60)]), plan(2025, ["Besök": number(70)]),
    ])
    #expect(html.ranges(of: "role=\"img\"").count == 2)
    #expect(paths("own", in: html).dropFirst().map { $0.count { $0 == "L" } } == [1, 1])
    #expect(html.contains("<figcaption>Måttenhet: <bdi>st</bdi></figcaption>"))
    let once = report([plan(2024, ["Besök": number(7, "st")]), plan(2025, ["Besök": number(60)])])
    #expect(!once.contains("role=\"img\""))
  }

  @Test("marks a year whose target is words, and says it in the table")
  func words() {
    let prose = Target(raw: "Fastställs senare", value: nil, unit: nil, comparator: nil)
    let html = report([
      plan(2023, ["Nöjda": number(70)]), plan(2024, ["Nöjda": prose]),
      plan(2025, ["Nöjda": number(72)]),
    ])
    #expect(html.ranges(of: ">annat</text>").count == 1)
    #expect(html.contains("<td><bdi>Fastställs senare</bdi></td>"))
    #expect(paths("own", in: html).count == 1, "the legend has the only line")
  }

  @Test("draws the council's targets with another shape, and gives every chart a text")
  func council() {
    let html = report([2024, 2025].map { plan($0, ["Nöjda": number(70)], council: number(75)) })
    #expect(paths("council-marks", in: html).count == 2)
    #expect(html.contains("<title>Nöjda, %</title>"))
    #expect(html.contains("<desc>Årsmål: 70 % (2024) till 70 % (2025). KF:s årsmål: 75 %"))
    let english = report(
      [2024, 2025].map { plan($0, ["Nöjda": number(70)]) }, language: .english)
    #expect(english.contains("<desc>Target: 70 % (2024) to 70 % (2025). All numbers"))
  }

  @Test("shows the names that an indicator had, with their years")
  func names() {
    let html = report([
      plan(2023, ["Sjukfrånvaro dag 1–14": number(3)]),
      plan(2024, ["Sjukfrånvaro dag 1–14": number(3)]),
      plan(2025, ["Korttidssjukfrånvaro, dag 1–14": number(3)]),
    ])
    #expect(html.contains("<dt>Namn 2023–2024</dt> <dd><bdi>Sjukfrånvaro dag 1–14</bdi></dd>"))
    #expect(html.contains("<dt>Namn 2025</dt>"))
  }

  @Test("sets the units of one indicator side by side, with the least, median and greatest")
  func shared() {
    let values: [(String, Double)] = [("A", 10), ("B", 20), ("C", 60)]
    let plans = values.flatMap { unit, value -> [PlanDocument] in
      [2024, 2025].map { plan($0, ["Nöjda": number(value)], unit: unit) }
    }
    let html = report(plans)
    #expect(html.contains("3 enheter"))
    #expect(
      html.contains(
        "<td>3</td><td>10 <bdi>%</bdi></td><td>20 <bdi>%</bdi></td><td>60 <bdi>%</bdi></td>"))
    #expect(paths("span", in: html).first?.count { $0 == "L" } == 2)
    #expect(html.ranges(of: "<option").count == 4)
    #expect(!report([plan(2024, ["Nöjda": number(1)])]).contains("id=\"shared\""))
  }

  @Test("gives two plans of a year a row each where they differ, and one where they do not")
  func plansOfOneYear() {
    var copy = plan(2024, ["Nöjda": number(70)])
    copy.source.sha256 = "other"
    copy.source.fileName = "kopia.txt"
    let plans = [plan(2024, ["Nöjda": number(70)]), copy, plan(2025, ["Nöjda": number(71)])]
    let same = report(plans)
    #expect(same.ranges(of: "<th scope=\"row\">2024</th>").count == 1)
    #expect(same.contains("<span class=\"page\">s.\u{A0}3</span> <bdi>kopia.txt</bdi>"))
    var other = plans
    other[1].goals[0].goals[0].indicators[0].target = number(75)
    let different = report(other)
    #expect(different.ranges(of: "<th scope=\"row\">2024</th>").count == 2)
    #expect(paths("own", in: different).count == 1, "no line from a year that is disputed")
  }

  @Test("has hostile texts and numbers as they stand, in whole markup and small charts")
  func hostile() {
    let text = "\"><script>alert(1)</script></svg></title>\n\u{202E}"
    let numbers = [1e308, -1e308, 1e-300, 0, 5e8, Double(Int.max)]
    for value in numbers {
      let plans = [2024, 2025, 9_999_999, Int.min].enumerated().map { place, year in
        plan(
          year,
          [
            text: Target(
              raw: text, value: value * Double(place), unit: text, comparator: .atMost)
          ], unit: place == 3 ? nil : text)
      }
      let html = report(plans, paths: plans.map { _ in "\(text).pdf" })
      let markup = Markup(html)
      #expect(markup.isBalanced)
      #expect(markup.tags.count { $0 == "script" } == 1)
      #expect(!html.unicodeScalars.contains("\u{202E}"))
      for address in markup.values(of: "href") {
        #expect(address.hasPrefix("#") || address.hasPrefix("./"))
      }
    }
  }

  @Test("points only to places that there are, closes what it opens, and is the same each time")
  func wellFormed() {
    let plans = ["A", "B"].flatMap { unit in
      [2024, 2025, nil].map { plan($0, ["Nöjda": number(70), "Tom": nil], unit: unit) }
    }
    let html = report(plans)
    #expect(html == report(plans))
    let markup = Markup(html)
    let ids = markup.values(of: "id")
    #expect(Set(ids).count == ids.count)
    let targets =
      markup.values(of: "href").filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
      + markup.values(of: "aria-labelledby") + markup.values(of: "for")
      + markup.values(of: "data-part")
    #expect(Set(targets).isSubset(of: ids))
    #expect(markup.isBalanced)
    #expect(markup.values(of: "src").isEmpty)
    #expect(report([]).contains("Planerna har inga indikatorer."))
  }
}
