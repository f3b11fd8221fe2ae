// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel
import SourceText

extension HTMLWriter {
  /// Writes a heading of a level from 2 to 5.
  mutating func heading(
    depth: Int, _ anchor: Anchor? = nil, writeContent: (inout HTMLWriter) -> Void
  ) {
    let id = anchor.map(HTMLAttribute.id) ?? .class("part")
    switch depth {
    case 2: element("h2", id, writeContent: writeContent)
    case 3: element("h3", id, writeContent: writeContent)
    case 4: element("h4", id, writeContent: writeContent)
    default: element("h5", id, writeContent: writeContent)
    }
    line()
  }

  /// Writes a heading with a phrase of the program in it.
  mutating func heading(depth: Int, _ anchor: Anchor? = nil, say phrase: Phrase) {
    heading(depth: depth, anchor) { $0.say(phrase) }
  }

  /// Writes a mark: its sign, which a screen reader passes over, and its word.
  mutating func write(_ mark: some ReportMark) {
    element("span", .class(mark.styleName)) { html in
      html.element("span", .class("sign"), .fixed("aria-hidden", "true")) { $0.markup(mark.sign) }
      html.space()
      html.say(mark.word)
    }
    space()
  }

  /// Writes marks one after the other.
  mutating func write(_ marks: [some ReportMark]) {
    element("span", .class("marks")) { html in
      for mark in marks { html.write(mark) }
    }
  }

  /// Writes the page that something stands on, as a link where the plan is a PDF.
  mutating func writePage(_ position: SourcePosition, of source: ReportedSource) {
    writePage(position, path: source.path)
  }

  /// Writes a page, as a link where there is a way to a PDF.
  mutating func writePage(_ position: SourcePosition, path: String?) {
    let number = String(position.page)
    if let path {
      element("a", .class("page"), .href(RelativeLink(toPage: position.page, ofFile: path))) {
        html in
        html.say(.page)
        html.plain("\u{A0}" + number)
      }
    } else {
      element("span", .class("page")) { html in
        html.say(.page)
        html.plain("\u{A0}" + number)
      }
    }
  }

  /// Writes the title of a goal, or that it has none.
  mutating func writeTitle(_ goal: ComparedGoal) {
    if goal.title.isEmpty {
      element("span", .class("none"), say: .untitled)
    } else {
      quote(goal.title)
    }
  }

  /// Writes the title of a goal in a place where a long one would be in the way.
  mutating func writeBriefTitle(_ title: String) {
    guard !title.isEmpty else {
      element("span", .class("none"), say: .untitled)
      return
    }
    // Three lines of a table's column; no title of a real plan seen so far is longer.
    let longest = 200
    quote(title.count > longest ? title.prefix(longest) + "…" : title)
  }

  /// Writes the names of two plans with an arrow between them.
  mutating func writeNames(of step: StepReport) {
    quote(step.old.label)
    element("span", .class("arrow"), .fixed("aria-hidden", "true")) { $0.plain(" → ") }
    element("span", .class("spoken"), say: Phrase(" till ", " to "))
    quote(step.new.label)
  }

  /// Writes a table in a box of its own, which scrolls sideways where the page is narrow.
  ///
  /// The keyboard reaches it, for that. It is a group and no landmark: there may be hundreds.
  mutating func tableRegion(
    labelledBy caption: Anchor, _ attributes: HTMLAttribute = .class("figures"),
    writeTable: (inout HTMLWriter) -> Void
  ) {
    element(
      "div", .class("scroll"), .fixed("role", "group"), .labelled(by: caption),
      .fixed("tabindex", "0")
    ) { html in
      html.element("table", attributes) { writeTable(&$0) }
    }
    line()
  }

  /// Writes the side of a text that one plan has: the words it shares with the other, and its own
  /// marked.
  ///
  /// - Parameters:
  ///   - runs: The words of both plans.
  ///   - side: ``TextRun/Kind/deleted`` for the older plan, ``TextRun/Kind/inserted`` for the
  ///     newer one.
  mutating func write(_ runs: [TextRun], side: TextRun.Kind) {
    element("bdi") { html in
      for (index, run) in runs.enumerated() where run.kind == .equal || run.kind == side {
        switch run.kind {
        case .equal:
          html.writeShared(run.text, isFirst: index == 0, isLast: index == runs.count - 1)
        case .inserted: html.element("ins") { $0.plain(run.text) }
        case .deleted: html.element("del") { $0.plain(run.text) }
        }
        html.space()
      }
    }
  }

  /// Writes both sides of a text in one line, as for a title.
  mutating func writeBoth(_ runs: [TextRun]) {
    element("bdi") { html in
      for run in runs {
        switch run.kind {
        case .equal: html.plain(run.text)
        case .inserted: html.element("ins") { $0.plain(run.text) }
        case .deleted: html.element("del") { $0.plain(run.text) }
        }
        html.space()
      }
    }
  }

  /// Writes words that both plans have, those in the middle of a long run left out.
  private mutating func writeShared(_ text: String, isFirst: Bool, isLast: Bool) {
    // Some two lines on each side tell where in a text one is.
    let (kept, longest) = (24, 60)
    let words = text.split(separator: " ")
    guard words.count > longest else {
      plain(text)
      return
    }
    let before = isFirst ? 0 : kept
    let after = isLast ? 0 : kept
    plain(words.prefix(before).joined(separator: " "))
    space()
    element("span", .class("gap"), say: .unchangedWords(words.count - before - after))
    space()
    plain(words.suffix(after).joined(separator: " "))
  }
}
