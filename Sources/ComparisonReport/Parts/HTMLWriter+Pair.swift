// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel
import SourceText

/// The two sides of a pair of goals.
extension HTMLWriter {
  mutating func write(_ pair: GoalPair, isOneOfSeveral: Bool, in step: StepReport) {
    if pair.review { element("p", .class("review-note"), say: .reviewPair) }
    if isOneOfSeveral { element("p", .class("where"), say: .mergedFrom) }
    let others = step.otherParts(of: pair)
    if !others.isEmpty {
      element("p", .class("where")) { html in
        html.say(.alsoBecame)
        for other in others {
          html.space()
          html.writeTitle(other.new)
        }
      }
    }
    element("div", .class("sides")) { html in
      html.writeSide(pair, pair.old, of: step.old, .deleted)
      html.writeSide(pair, pair.new, of: step.new, .inserted)
    }
    for section in pair.sections { write(section, in: step) }
    write(pair.results, in: step)
    write(pair.indicators, in: step)
    write(pair.activities, in: step)
    writeEvidence(of: pair)
  }

  private mutating func writeSide(
    _ pair: GoalPair, _ goal: ComparedGoal, of source: ReportedSource, _ side: TextRun.Kind
  ) {
    element("div", .class("side-text")) { html in
      html.writeSideHead(goal.at, of: source)
      html.element("p", .class("side-title")) { html in
        if let number = goal.number {
          html.quote(number)
          html.space()
        }
        if pair.titleEdits.isEmpty {
          html.writeTitle(goal)
        } else {
          html.write(pair.titleEdits, side: side)
        }
      }
      guard pair.kinds.contains(.moved) else { return }
      html.element("p", .class("quiet")) { html in
        html.say(.under)
        html.space()
        if let parent = goal.parentID.flatMap(source.goals.goal) {
          html.writeBriefTitle(parent.title)
        } else {
          html.say(.top)
        }
      }
    }
  }

  private mutating func writeSideHead(_ position: SourcePosition?, of source: ReportedSource) {
    element("p", .class("side-head")) { html in
      html.quote(source.label)
      html.space()
      if let position { html.writePage(position, of: source) }
    }
  }

  private mutating func write(_ change: SectionChange, in step: StepReport) {
    element("p", .class("part-head")) { html in
      if let heading = change.heading, !heading.isEmpty {
        html.quote(heading)
      } else {
        html.say(.name(of: change.section))
      }
      html.space()
      html.write(ChangeMark(change.kind))
    }
    element("div", .class("sides")) { html in
      html.writeSide(change.oldAt, of: step.old) { $0.write(change.edits, side: .deleted) }
      html.writeSide(change.newAt, of: step.new) { $0.write(change.edits, side: .inserted) }
    }
  }

  /// Writes one side of a text; `position` is nil where that plan lacks it.
  private mutating func writeSide(
    _ position: SourcePosition?, of source: ReportedSource,
    writeText: (inout HTMLWriter) -> Void
  ) {
    element("div", .class("side-text")) { html in
      html.writeSideHead(position, of: source)
      if position == nil {
        html.element("p", .class("none"), say: .notThere)
      } else {
        html.element("p") { writeText(&$0) }
      }
    }
  }

  private mutating func write(_ results: [ResultChange], in step: StepReport) {
    guard !results.isEmpty else { return }
    element("p", .class("part-head"), say: .expectedResults)
    for result in results {
      element("div", .class("row-change")) { html in
        html.write(ChangeMark(result.kind))
        html.element("div", .class("sides")) { html in
          html.writeSide(result.old?.at, of: step.old) { html in
            if result.edits.isEmpty, let text = result.old?.text {
              html.element("del") { $0.quote(text) }
            } else {
              html.write(result.edits, side: .deleted)
            }
          }
          html.writeSide(result.new?.at, of: step.new) { html in
            if result.edits.isEmpty, let text = result.new?.text {
              html.element("ins") { $0.quote(text) }
            } else {
              html.write(result.edits, side: .inserted)
            }
          }
        }
      }
    }
  }

  /// Writes how the two goals were told to be one.
  private mutating func writeEvidence(of pair: GoalPair) {
    element("dl", .class("evidence")) { html in
      html.writeTerm(.decidedBy) { $0.say(.name(of: pair.decidedBy)) }
      html.writeTerm(.score) { $0.say(.hundredths(pair.score)) }
      html.writeTerm(.margin) { $0.say(.hundredths(pair.margin)) }
    }
  }

  /// Writes a term and what belongs to it.
  mutating func writeTerm(_ term: Phrase, writeContent: (inout HTMLWriter) -> Void) {
    element("div") { html in
      html.element("dt", say: term)
      html.space()
      html.element("dd") { writeContent(&$0) }
    }
  }
}
