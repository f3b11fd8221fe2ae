// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel

/// What stands at the top of a report: its contents, its sources, and an index of comparisons.
extension HTMLWriter {
  /// Writes the list of what the page holds.
  mutating func writeContentsList(of parts: [ComparisonPart]) {
    element("nav", .class("page-contents"), .labelled(by: Anchor("contents"))) { html in
      html.heading(depth: 2, Anchor("contents"), say: .contents)
      html.element("ul") { html in
        if let only = parts.first, parts.count == 1 {
          html.writeEntry(Anchor("sources"), .sources)
          for step in only.steps {
            html.element("li") { html in
              html.element("a", .href(step.anchor("step"))) { $0.writeNames(of: step) }
              html.element("ul") { html in
                html.writeEntry(step.anchor("figures"), .inFigures)
                html.writeEntry(step.anchor("goals"), .goals)
                html.writeEntry(step.anchor("indicators"), .indicators)
                html.writeEntry(step.anchor("activities"), .activities)
              }
            }
          }
          if only.sources.count > 2 { html.writeEntry(only.anchor("histories"), .goalHistories) }
        } else {
          html.writeEntry(Anchor("overview"), .overview)
        }
        html.writeEntry(Anchor("reading"), .howToRead)
      }
    }
    line()
  }

  mutating func writeEntry(_ anchor: Anchor, _ phrase: Phrase) {
    element("li") { html in
      html.element("a", .href(anchor), say: phrase)
    }
  }

  /// Writes the plans of the only comparison.
  mutating func writeSources(of part: ComparisonPart) {
    element("section", .labelled(by: Anchor("sources"))) { html in
      html.heading(depth: 2, Anchor("sources"), say: .sources)
      html.writeSourceList(of: part)
    }
  }

  /// Writes the plans of a comparison: what each is, and its file.
  mutating func writeSourceList(of part: ComparisonPart) {
    element("ol", .class("sources")) { html in
      for source in part.sources {
        html.element("li") { html in
          html.element("p", .class("source-year")) { html in
            if let year = source.source.year { html.plain(String(year)) } else { html.plain("–") }
          }
          html.element("p") { html in
            html.writeStated(source.source.unit)
            html.void("br")
            if let path = source.path {
              html.element("a", .href(RelativeLink(toFile: path))) {
                $0.quote(source.source.fileName)
              }
            } else {
              html.quote(source.source.fileName)
            }
            html.void("br")
            html.element("span", .class("quiet"), .title(.checksum)) { html in
              html.plain("SHA-256 " + source.source.sha256.prefix(12) + "…")
            }
          }
        }
      }
    }
    line()
  }

  private mutating func writeStated(_ text: String?) {
    if let text { quote(text) } else { element("span", .class("none"), say: .notStated) }
  }

  /// Writes the table that leads to the comparisons of a report.
  mutating func writeIndex(of parts: [ComparisonPart]) {
    let marks: [ChangeMark] = [.added, .removed, .reworded, .moved, .review]
    element("section", .labelled(by: Anchor("overview"))) { html in
      html.heading(depth: 2, Anchor("overview"), say: .overview)
      html.tableRegion(labelledBy: Anchor("overview"), .class("figures sortable")) { html in
        html.element("thead") { html in
          html.element("tr") { html in
            html.writeSortHeading(.unit)
            html.writeSortHeading(.years)
            for mark in marks { html.writeSortHeading(mark.word, isNumber: true) }
          }
        }
        html.element("tbody") { html in
          for part in parts { html.writeIndexRow(part, marks) }
        }
      }
    }
  }

  private mutating func writeIndexRow(_ part: ComparisonPart, _ marks: [ChangeMark]) {
    element("tr") { html in
      html.element("th", .fixed("scope", "row")) { html in
        html.element("a", .href(part.anchor)) { $0.writeName(of: part) }
      }
      html.element("td") { $0.writeSourceNames(of: part) }
      for mark in marks {
        let count = part.steps.reduce(0) { $0 + $1.summary.count(of: mark) }
        html.element("td", .class(count == 0 ? "number zero" : "number")) {
          $0.plain(String(count))
        }
      }
    }
    line()
  }

  /// Writes one of several comparisons, closed at first: there may be hundreds.
  mutating func write(_ part: ComparisonPart) {
    element("details", .class("comparison"), .id(part.anchor)) { html in
      html.element("summary") { html in
        html.element("h2") { html in
          html.writeName(of: part)
          html.element("span", .class("quiet")) { html in
            html.space()
            html.writeSourceNames(of: part)
          }
        }
      }
      html.writeSourceList(of: part)
      html.writeSteps(of: part, headingDepth: 3)
    }
    line()
  }

  private mutating func writeName(of part: ComparisonPart) {
    if let title = part.title {
      quote(title)
    } else {
      say(.comparison)
      plain(" \(part.index + 1)")
    }
  }

  private mutating func writeSourceNames(of part: ComparisonPart) {
    for (index, source) in part.sources.enumerated() {
      if index > 0 { plain(" → ") }
      quote(source.label)
    }
  }

  /// Writes how the report is to be read.
  mutating func writeReadingGuide(
    _ phrases: [Phrase] = [.readingPairs, .readingWords, .readingTargets, .readingDates]
  ) {
    element("section", .class("reading"), .labelled(by: Anchor("reading"))) { html in
      html.heading(depth: 2, Anchor("reading"), say: .howToRead)
      for phrase in phrases {
        html.element("p", say: phrase)
      }
    }
  }
}
