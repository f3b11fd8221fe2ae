// SPDX-License-Identifier: GPL-2.0-or-later

internal import CommandLineSupport
internal import PlanComparison
internal import PlanModel
internal import SourceText

/// Prints a comparison for a person at a terminal: what changed in figures, then each change.
struct ComparisonListing {
  let style: TerminalStyle

  func text(of comparison: Comparison) -> String {
    comparison.steps.map { step in
      head(of: step, comparison) + summary(of: step) + changes(of: step)
    }.joined(separator: "\n")
  }

  private func head(of step: ComparisonStep, _ comparison: Comparison) -> String {
    let names = [step.oldSource, step.newSource].map { index in
      let source = comparison.sources[index]
      let year = source.year.map { " \($0)" } ?? ""
      return (source.unit ?? source.fileName) + year
    }
    let files = [step.oldSource, step.newSource].map { comparison.sources[$0].fileName }
    return style.bold("\(clean(names[0])) → \(clean(names[1]))") + "\n"
      + style.dim("  \(clean(files[0])) → \(clean(files[1]))") + "\n"
  }

  private func summary(of step: ComparisonStep) -> String {
    guard step.hasDifferences else { return "  no differences\n" }
    let summary = ComparisonSummary(of: step)
    func total(_ counts: [GoalLevel: Int]?) -> Int { (counts ?? [:]).values.reduce(0, +) }
    let goals =
      GoalChange.allCases.map { ($0.rawValue, total(summary.pairs[$0])) }
      + [("added", total(summary.added)), ("removed", total(summary.removed))]
    let lines = [
      ("goals", goals),
      ("sections", SectionChange.Kind.allCases.map { ($0.rawValue, summary.sections[$0] ?? 0) }),
      ("results", ResultChange.Kind.allCases.map { ($0.rawValue, summary.results[$0] ?? 0) }),
      (
        "indicators",
        IndicatorChange.Kind.allCases.map { ($0.rawValue, summary.indicators[$0] ?? 0) }
      ),
      (
        "activities",
        ActivityChange.Kind.allCases.map { kind in
          let sameDays = kind == .redated ? summary.activitiesOnSameDays : 0
          return (kind.rawValue, (summary.activities[kind] ?? 0) - sameDays)
        } + [("on the same days of the year", summary.activitiesOnSameDays)]
      ),
      ("to review", [("", summary.toReview)]),
    ]
    return lines.map { name, counts in
      let parts = counts.filter { $0.1 > 0 }.map { $0.0.isEmpty ? "\($0.1)" : "\($0.1) \($0.0)" }
      guard !parts.isEmpty else { return "" }
      return "  " + style.dim(name.padded(to: 12)) + parts.joined(separator: ", ") + "\n"
    }.joined()
  }

  private func changes(of step: ComparisonStep) -> String {
    let changed = step.pairs.filter { !$0.isUnchangedBesidesYear }
    return changed.map { "\n" + text(of: $0) }.joined()
      + step.added.map { "\n" + text(of: $0, style.green("added")) }.joined()
      + step.removed.map { "\n" + text(of: $0, style.red("removed")) }.joined()
  }

  private func text(of goal: UnpairedGoal, _ word: String) -> String {
    var text = "\(word) \(name(goal.level, goal.goal))\n"
    if goal.review, let nearest = goal.nearest {
      text += "    " + style.yellow("review") + ": might be “\(clean(nearest.goal.title))”\n"
    }
    return text
  }

  private func text(of pair: GoalPair) -> String {
    var kinds = pair.kinds.filter { $0 != .unchanged }.map(\.rawValue)
    if kinds.isEmpty { kinds = ["same goal"] }
    var text = style.bold(kinds.joined(separator: ", ")) + " \(name(pair.level, pair.new))\n"
    if pair.kinds.contains(.renumbered) {
      text += "    number \(pair.old.number ?? "none") → \(pair.new.number ?? "none")\n"
    }
    if !pair.titleEdits.isEmpty { text += "    title " + words(pair.titleEdits) + "\n" }
    if pair.review {
      text += "    " + style.yellow("review") + ": \(percent(pair.score)) sure, decided by "
      text += "\(pair.decidedBy.rawValue)\n"
    }
    text += pair.sections.map(line).joined() + pair.results.map(line).joined()
    let changed = pair.activitiesChangedBesidesYear
    text += pair.indicators.map(lines).joined() + changed.map(lines).joined()
    let sameDays = pair.activities.count - changed.count
    guard sameDays > 0 else { return text }
    return text + "    activities on the same days of the year: \(sameDays)\n"
  }

  // MARK: - What stands under a goal

  private func line(_ change: SectionChange) -> String {
    let heading = clean(change.heading ?? change.section.rawValue)
    let edits = change.kind == .reworded ? ": " + words(excerpt(change.edits)) : ""
    return "    section \(word(change.kind.rawValue)) “\(heading)”\(edits)\n"
  }

  private func line(_ change: ResultChange) -> String {
    let text =
      change.kind == .reworded
      ? words(change.edits) : clean((change.new ?? change.old)?.text ?? "")
    return "    result \(word(change.kind.rawValue)): \(text)\n"
  }

  private func lines(_ change: IndicatorChange) -> String {
    let kinds = change.kinds.map { word($0.rawValue) }.joined(separator: ", ")
    let name =
      change.nameEdits.isEmpty
      ? clean((change.new ?? change.old)?.name ?? "") : words(change.nameEdits)
    var text = "    indicator \(kinds): \(name)\n"
    if let target = change.target { text += "      own target \(values(target))\n" }
    if let target = change.councilTarget { text += "      council's target \(values(target))\n" }
    return text
  }

  private func values(_ change: TargetChange) -> String {
    let values = "\(clean(change.old?.raw ?? "none")) → \(clean(change.new?.raw ?? "none"))"
    guard let difference = change.difference, let direction = change.direction else {
      return values
    }
    return values + ", \(direction.rawValue) by \(plain(abs(difference)))"
  }

  private func lines(_ change: ActivityChange) -> String {
    let kinds =
      change.kindsBesidesYear.map { word($0.rawValue) }.joined(separator: ", ")
    let name =
      change.edits.isEmpty ? clean((change.new ?? change.old)?.text ?? "") : words(change.edits)
    let text = "    activity \(kinds): \(name)\n"
    guard change.kinds.contains(.redated), !change.isOnSameDays, let old = change.old,
      let new = change.new
    else { return text }
    return text + "      "
      + [
        date("start", old.start, new.start, change.startDays, change.startDaysInYear),
        date("end", old.end, new.end, change.endDays, change.endDaysInYear),
      ].joined(separator: ", ") + "\n"
  }

  private func date(
    _ name: String, _ old: String?, _ new: String?, _ days: Int?, _ daysInYear: Int?
  ) -> String {
    guard old != new else { return "\(name) \(new ?? "none")" }
    let moved: String? =
      daysInYear.map { $0 == 0 ? "same day of the year" : "\(signed($0)) days in the year" }
      ?? days.map { "\(signed($0)) days" }
    return "\(name) \(clean(old ?? "none")) → \(clean(new ?? "none"))"
      + (moved.map { " (\($0))" } ?? "")
  }

  private func signed(_ number: Int) -> String { number > 0 ? "+\(number)" : "\(number)" }

  // MARK: - Words

  private func name(_ level: GoalLevel, _ goal: ComparedGoal) -> String {
    let number = goal.number.map { " \($0)" } ?? ""
    let title = goal.title.isEmpty ? "(no title)" : clean(goal.title)
    return "\(level.rawValue)\(number) \(title)" + style.dim("  p. \(goal.at.page)")
  }

  private func word(_ kind: String) -> String {
    switch kind {
    case "added": style.green(kind)
    case "removed": style.red(kind)
    default: kind
    }
  }

  /// Words with what went in brackets and minus signs, what came in braces and plus signs.
  private func words(_ edits: [TextRun]) -> String {
    edits.map { run in
      switch run.kind {
      case .equal: clean(run.text)
      case .deleted: style.red("[-\(clean(run.text))-]")
      case .inserted: style.green("{+\(clean(run.text))+}")
      }
    }.joined(separator: " ")
  }

  /// The changed words with a few of those around them.
  private func excerpt(_ edits: [TextRun]) -> [TextRun] {
    let kept = 6
    return edits.enumerated().map { place, run in
      let words = run.text.spaceSeparatedWords()
      guard run.kind == .equal, words.count > 2 * kept else { return run }
      let start = place > 0 ? words.prefix(kept) : []
      let end = place < edits.count - 1 ? words.suffix(kept) : []
      return TextRun(kind: .equal, text: (start + ["…"] + end).joined(separator: " "))
    }
  }

  private func percent(_ score: Double) -> String { "\(Int((score * 100).rounded())) %" }

  private func plain(_ number: Double) -> String {
    number == number.rounded() && number < 1e15 ? String(Int(number)) : number.description
  }

  private func clean(_ text: String) -> String { Console.withoutControls(text) }
}
