// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel

/// The form that picks what the report shows.
extension HTMLWriter {
  /// Writes the filter of a comparison.
  mutating func writeFilter() {
    writeFilter(
      .filterText, count: .filterCount, groups: "goals indicators activities"
    ) { html in
      html.element("fieldset") { html in
        html.element("legend", say: .kindsOfChange)
        for kind in ChangeMark.allCases {
          html.writeChoice("kind", kind.rawValue) { $0.write(kind) }
        }
      }
      html.element("fieldset") { html in
        html.element("legend", say: .level)
        for level in GoalLevel.allCases {
          html.writeChoice("level", level.rawValue) { $0.say(.name(of: level)) }
        }
      }
    }
  }

  /// Writes the filter of a report of trends.
  mutating func writeFilter(of units: [TrendUnit]) {
    writeFilter(.trendFilterText, count: .trendFilterCount, groups: "series units") { html in
      if units.count > 1 { html.writeUnitChoice(units) }
      html.element("fieldset") { html in
        html.element("legend", say: .kindsOfTrend)
        for mark in TrendMark.allCases {
          html.writeChoice("kind", mark.rawValue) { $0.write(mark) }
        }
      }
    }
  }

  private mutating func writeUnitChoice(_ units: [TrendUnit]) {
    element("p") { html in
      html.element("label", .fixed("for", "filter-unit"), say: .unit)
      html.element("select", .fixed("id", "filter-unit")) { html in
        html.element("option", .value(""), say: .allUnits)
        for unit in units {
          html.element("option", .value(unit.anchor.name)) { html in
            let name = unit.unit ?? unit.plans.first?.plan.source.fileName ?? ""
            html.plain(String(name.prefix(80)))
          }
        }
      }
    }
  }

  /// Writes a filter, hidden until the script that serves it has started.
  private mutating func writeFilter(
    _ textLabel: Phrase, count: Phrase, groups: String,
    writeChoices: (inout HTMLWriter) -> Void
  ) {
    element("details", .class("filter"), .id(Anchor("filter")), .flag("hidden"), .flag("open")) {
      html in
      html.element("summary") { $0.element("h2", say: .filter) }
      html.element(
        "form", .fixed("role", "search"), .label(.filter), .fixed("autocomplete", "off")
      ) { html in
        html.element("p") { html in
          html.element("label", .fixed("for", "filter-text"), say: textLabel)
          html.void("input", .fixed("type", "search"), .fixed("id", "filter-text"))
        }
        writeChoices(&html)
        html.element("p") { html in
          html.element("button", .fixed("type", "reset"), say: .clearFilter)
        }
      }
    }
    // Outside the form, so that it is read where that is closed, and printed where it holds.
    element(
      "p", .class("count"), .id(Anchor("filter-count")), .fixed("role", "status"),
      .fixed("aria-live", "polite"), .data(.countPattern, count), .data(.countGroups, groups)
    ) { _ in }
    line()
  }

  private mutating func writeChoice(
    _ name: StaticString, _ value: String, writeContent: (inout HTMLWriter) -> Void
  ) {
    element("label", .class("choice")) { html in
      html.void(
        "input", .fixed("type", "checkbox"), .fixed("name", name), .value(value))
      html.space()
      writeContent(&html)
    }
  }
}
