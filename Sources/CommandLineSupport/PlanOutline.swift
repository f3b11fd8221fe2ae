// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel
internal import SourceText

/// Prints a plan as an outline for a person at a terminal.
package struct PlanOutline {
  let usesColour: Bool

  /// Creates an outline with colours or without.
  package init(usesColour: Bool) {
    self.usesColour = usesColour
  }

  /// The plan in lines for a terminal; nothing that the plan holds can steer it.
  package func text(of plan: PlanDocument) -> String {
    var text = head(of: plan)
    text += chapter("Introduction", plan.introduction)
    text += "\n" + bold("Goals") + "\n"
    for goal in plan.goals { text += outline(goal, indent: 1) }
    text += chapter("Closing", plan.closing)
    text += diagnostics(plan.diagnostics)
    return text
  }

  private func head(of plan: PlanDocument) -> String {
    let facts = plan.plan
    var text = bold(clean(facts.title ?? plan.source.fileName)) + "\n"
    let fields: [(String, String?)] = [
      ("unit", facts.unit), ("year", facts.year.map(String.init)),
      ("committee", facts.committee), ("municipality", facts.municipality),
      ("diary number", facts.diaryNumber), ("date", facts.date),
      ("file", "\(plan.source.fileName), \(count(plan.source.pageCount, "page") ?? "no pages")"),
      ("words", wordLine(plan.accounting)),
    ]
    for (name, value) in fields {
      if let value { text += "  " + dim(name.padded(to: 14)) + clean(value) + "\n" }
    }
    return text
  }

  private func wordLine(_ accounting: Accounting) -> String {
    let rest =
      accounting.unaccountedWords == 0
      ? "all accounted for"
      : "\(accounting.unaccountedWords) unaccounted"
    return "\(accounting.sourceWords), \(rest)"
  }

  private func chapter(_ name: String, _ sections: [Section]) -> String {
    guard !sections.isEmpty else { return "" }
    return "\n" + bold(name) + "\n" + sections.map { outline($0, indent: 1) }.joined()
  }

  private func outline(_ section: Section, indent: Int) -> String {
    let heading = clean(section.heading ?? "(no heading)")
    let line =
      String(repeating: "  ", count: indent) + heading + dim("  p. \(section.at.page)") + "\n"
    return line + section.sections.map { outline($0, indent: indent + 1) }.joined()
  }

  private func outline(_ goal: Goal, indent: Int) -> String {
    let level = goal.scope == .avdelning ? "department" : goal.level.rawValue
    let number = goal.number.map { $0 + " " } ?? ""
    let counts = [
      count(goal.sections.count, "section"), count(goal.indicators.count, "indicator"),
      count(goal.activities.count, "activity", plural: "activities"),
    ].compactMap { $0 }
    var line = String(repeating: "  ", count: indent) + colour(level, of: goal.level) + " "
    line += number + clean(goal.title)
    line += dim("  p. \(goal.at.page)" + counts.map { ", \($0)" }.joined()) + "\n"
    return line + goal.goals.map { outline($0, indent: indent + 1) }.joined()
  }

  private func count(_ number: Int, _ noun: String, plural: String? = nil) -> String? {
    guard number > 0 else { return nil }
    return number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
  }

  private func diagnostics(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    var text = "\n" + bold("Remarks") + "\n"
    for remark in diagnostics {
      let place = remark.page.map { "p. \($0): " } ?? ""
      text += "  \(severity(remark.severity)) \(place)\(clean(remark.message)) "
      text += dim("[\(remark.code)]") + "\n"
    }
    return text
  }

  // MARK: - Colour, which only repeats what words say

  private func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .info: severity.rawValue
    case .warning: paint(severity.rawValue, "33")
    case .error: paint(severity.rawValue, "31")
    }
  }

  private func colour(_ text: String, of level: GoalLevel) -> String {
    switch level {
    case .direction: paint(text, "35")
    case .area: paint(text, "34")
    case .committee: paint(text, "36")
    case .unit: paint(text, "32")
    }
  }

  private var style: TerminalStyle { TerminalStyle(usesColour: usesColour) }
  private func bold(_ text: String) -> String { style.bold(text) }
  private func dim(_ text: String) -> String { style.dim(text) }
  private func paint(_ text: String, _ code: String) -> String { style.paint(text, code) }

  private func clean(_ text: String) -> String { Console.withoutControls(text) }
}
