// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// The form that picks what the report shows.
extension HTMLWriter {
  /// Writes the filter, hidden until the script that serves it has started.
  mutating func writeFilter() {
    let kinds = ChangeMark.allCases
    element("details", .class("filter"), .id(Anchor("filter")), .flag("hidden"), .flag("open")) {
      html in
      html.element("summary") { $0.element("h2", say: .filter) }
      html.element(
        "form", .fixed("role", "search"), .label(.filter), .fixed("autocomplete", "off")
      ) { html in
        html.element("p") { html in
          html.element("label", .fixed("for", "filter-text"), say: .filterText)
          html.void("input", .fixed("type", "search"), .fixed("id", "filter-text"))
        }
        html.element("fieldset") { html in
          html.element("legend", say: .kindsOfChange)
          for kind in kinds {
            html.writeChoice("kind", kind.rawValue) { $0.write(kind) }
          }
        }
        html.element("fieldset") { html in
          html.element("legend", say: .level)
          for level in GoalLevel.allCases {
            html.writeChoice("level", level.rawValue) { $0.say(.name(of: level)) }
          }
        }
        html.element("p") { html in
          html.element("button", .fixed("type", "reset"), say: .clearFilter)
        }
      }
    }
    // Outside the form, so that it is read where that is closed, and printed where it holds.
    element(
      "p", .class("count"), .id(Anchor("filter-count")), .fixed("role", "status"),
      .fixed("aria-live", "polite"), .data(.countPattern, Phrase.filterCount)
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
