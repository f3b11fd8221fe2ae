// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel

/// Indicators that several units have, side by side.
extension HTMLWriter {
  mutating func writeSharedIndicators(_ indicators: [SharedIndicator]) {
    guard !indicators.isEmpty else { return }
    element("section", .labelled(by: Anchor("shared"))) { html in
      html.heading(depth: 2, Anchor("shared"), say: .sharedIndicators)
      for indicator in indicators {
        html.element("details", .class("comparison"), .id(Anchor("shared", indicator.index))) {
          html in
          html.element("summary") { html in
            html.element("h3") { html in
              html.writeBriefTitle(indicator.name)
              html.space()
              html.element("span", .class("quiet")) { html in
                html.say(.unitCount(Set(indicator.rows.map(\.unit.index)).count))
              }
            }
          }
          html.writeSpreads(of: indicator)
          html.writeMatrix(of: indicator)
        }
        html.line()
      }
    }
    line()
  }

  private mutating func writeSpreads(of indicator: SharedIndicator) {
    guard !indicator.spreads.isEmpty else { return }
    element("div", .class("series-body")) { html in
      if let chart = SpreadChart(indicator) { html.write(chart, name: indicator.name) }
      let caption = Anchor("spread", indicator.index)
      html.tableRegion(labelledBy: caption, .class("series-table")) { html in
        html.element("caption", .id(caption), .class("spoken"), say: .spread)
        html.element("thead") { html in
          html.element("tr") { html in
            for heading in [
              Phrase.year, .units, .least, .median, .greatest, .councilTarget,
            ] {
              html.element("th", .fixed("scope", "col"), say: heading)
            }
          }
        }
        html.element("tbody") { html in
          for spread in indicator.spreads {
            html.element("tr") { html in
              html.element("th", .fixed("scope", "row")) { $0.plain(String(spread.year)) }
              html.element("td") { $0.plain(String(spread.unitCount)) }
              for value in [spread.least, spread.median, spread.greatest] {
                html.element("td") { $0.writeValue(value, indicator.unitOfMeasure) }
              }
              html.element("td") { html in
                html.quote(spread.councilTargets.prefix(3).joined(separator: "; "))
                if spread.councilTargets.count > 3 { html.plain(" …") }
              }
            }
          }
        }
      }
    }
  }

  /// Writes a number with its unit of measure.
  mutating func writeValue(_ value: Double, _ unit: String?) {
    say(.decimal(value))
    guard let unit else { return }
    space()
    quote(unit)
  }

  private mutating func writeMatrix(of indicator: SharedIndicator) {
    let caption = Anchor("matrix", indicator.index)
    tableRegion(labelledBy: caption, .class("matrix")) { html in
      html.element("caption", .id(caption), say: .ownTargets)
      html.element("thead") { html in
        html.element("tr") { html in
          html.element("th", .fixed("scope", "col"), say: .unit)
          for year in indicator.years {
            html.element("th", .fixed("scope", "col")) { html in
              if year == 0 { html.say(.yearNotStated) } else { html.plain(String(year)) }
            }
          }
        }
      }
      html.element("tbody", .fixed("data-rows", "matrix")) { html in
        for row in indicator.rows {
          let kinds = row.series.marks.map(\.rawValue).joined(separator: " ")
          html.element(
            "tr", .data(.kinds, kinds), .data(.part, row.unit.anchor.name)
          ) { html in
            html.element("th", .fixed("scope", "row")) { html in
              html.element("a", .href(row.series.anchor)) { $0.writeName(of: row.unit) }
            }
            for year in indicator.years {
              html.element("td") { html in
                if let targets = row.targets[year] {
                  html.quote(targets.joined(separator: "; "))
                }
              }
            }
          }
          html.line()
        }
      }
    }
  }
}
