// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel

/// What stands at the top of a report of trends: its contents, and what it holds in figures.
extension HTMLWriter {
  mutating func writeContentsList(of units: [TrendUnit], hasShared: Bool) {
    element("nav", .class("page-contents"), .labelled(by: Anchor("contents"))) { html in
      html.heading(depth: 2, Anchor("contents"), say: .contents)
      html.element("ul") { html in
        html.writeEntry(Anchor("figures"), .trendInFigures)
        if hasShared { html.writeEntry(Anchor("shared"), .sharedIndicators) }
        html.writeEntry(Anchor("units"), .unitsInOrder)
        html.writeEntry(Anchor("reading"), .howToRead)
      }
    }
    line()
  }

  /// Writes how much the report holds, and an index of the units where there are several.
  mutating func writeFigures(of units: [TrendUnit], indicatorCount: Int) {
    element("section", .labelled(by: Anchor("figures"))) { html in
      html.heading(depth: 2, Anchor("figures"), say: .trendInFigures)
      html.element("ul", .class("tiles")) { html in
        html.writeTile(units.count, one: .unit, many: .units)
        html.writeTile(Self.fromTo(units.flatMap(\.years))) { $0.say(.yearSpan) }
        html.writeTile(units.reduce(0) { $0 + $1.plans.count }, one: .plan, many: .plans)
        html.writeTile(indicatorCount, one: .indicator, many: .indicators)
        html.writeTile(
          units.reduce(0) { $0 + $1.series.count }, one: .oneSeries, many: .manySeries)
        for mark in TrendMark.allCases {
          html.writeTile(units.reduce(0) { $0 + $1.count(of: mark) }) { $0.write(mark) }
        }
      }
      html.line()
      html.element("p", .class("quiet"), say: .severalMarks)
      if indicatorCount == 0 { html.element("p", .class("no-differences"), say: .noIndicators) }
      if units.count > 1 { html.writeIndex(of: units) }
    }
    line()
  }

  private mutating func writeTile(_ number: Int, one: Phrase, many: Phrase) {
    writeTile(number) { $0.say(.counted(number, one: one, many: many)) }
  }

  private mutating func writeTile(
    _ number: Int, writeWhat: (inout HTMLWriter) -> Void
  ) {
    writeTile(String(number), isZero: number == 0, writeWhat: writeWhat)
  }

  private mutating func writeTile(
    _ number: String, isZero: Bool = false, writeWhat: (inout HTMLWriter) -> Void
  ) {
    element("li", .class(isZero ? "tile zero" : "tile")) { html in
      html.element("span", .class("tile-number")) { $0.plain(number) }
      html.space()
      writeWhat(&html)
    }
  }

  private mutating func writeIndex(of units: [TrendUnit]) {
    let marks: [TrendMark] = [.retargeted, .council, .renamed, .interrupted]
    let caption = Anchor("unit-index")
    tableRegion(labelledBy: caption, .class("figures sortable")) { html in
      html.element("caption", .id(caption), say: .units)
      html.element("thead") { html in
        html.element("tr") { html in
          html.writeSortHeading(.unit)
          html.writeSortHeading(.yearSpan)
          html.writeSortHeading(.indicators, isNumber: true)
          for mark in marks { html.writeSortHeading(mark.word, isNumber: true) }
        }
      }
      html.element("tbody") { html in
        for unit in units {
          html.element("tr") { html in
            html.element("th", .fixed("scope", "row")) { html in
              html.element("a", .href(unit.anchor)) { $0.writeName(of: unit) }
            }
            html.element("td") { $0.plain(Self.span(of: unit.years)) }
            html.writeNumber(unit.series.count)
            for mark in marks { html.writeNumber(unit.count(of: mark)) }
          }
          html.line()
        }
      }
    }
  }

  private mutating func writeNumber(_ count: Int) {
    element("td", .class(count == 0 ? "number zero" : "number")) { $0.plain(String(count)) }
  }

  /// Writes the name of a unit, or that its plan does not say it.
  mutating func writeName(of unit: TrendUnit) {
    if let name = unit.unit {
      writeBriefTitle(name)
    } else {
      say(.unitNotStated)
      plain(": ")
      quote(unit.plans.first?.plan.source.fileName ?? "")
    }
  }

  /// The first and the last of years: "2018–2026".
  private static func fromTo(_ years: [Int]) -> String {
    guard let first = years.min(), let last = years.max() else { return "–" }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }

  /// Years as a reader says them: "2022–2024", "2022, 2024", "2024".
  static func span(of years: [Int]) -> String {
    var parts: [ClosedRange<Int>] = []
    for year in Set(years).sorted() {
      if let last = parts.last, last.upperBound + 1 == year {
        parts[parts.count - 1] = last.lowerBound...year
      } else {
        parts.append(year...year)
      }
    }
    guard !parts.isEmpty else { return "–" }
    return parts.map { part in
      part.count == 1 ? "\(part.lowerBound)" : "\(part.lowerBound)–\(part.upperBound)"
    }.joined(separator: ", ")
  }
}
