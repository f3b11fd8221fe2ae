// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SourceText

/// Names what is doubtful in a finished plan.
struct PlanChecks {
  func diagnostics(for plan: PlanDocument, account: WordAccount) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if plan.plan.year == nil {
      diagnostics.append(
        Diagnostic("no-year-found", .warning, "No year of the plan was found; fill it in by hand."))
    }
    if plan.goals.isEmpty {
      diagnostics.append(
        Diagnostic(
          "no-goals-found", .warning,
          "No goal was found: the document is no yearly plan, or its labels are not in the "
            + "vocabulary."))
    }
    checkGoals(plan.goals, below: nil, &diagnostics)
    checkContents(plan, &diagnostics)
    checkAccounting(plan, account, &diagnostics)
    return diagnostics
  }

  /// A goal that others stand below.
  private struct Parent {
    let level: GoalLevel
    let title: String
    let number: String?
    let places: [Int]
  }

  private func checkGoals(
    _ goals: [Goal], below parent: Parent?, _ diagnostics: inout [Diagnostic]
  ) {
    var previous: [Int]?
    for goal in goals {
      if goal.title.isEmpty {
        diagnostics.append(
          Diagnostic(
            "goal-without-title", .warning, at: goal.at,
            "The goal “\(goal.label)” has no title."))
      }
      checkLevel(of: goal, below: parent, &diagnostics)
      checkSections(of: goal, &diagnostics)
      let places = Self.places(of: goal.number)
      if goal.number != nil {
        checkNumber(places, of: goal, after: previous, below: parent, &diagnostics)
        previous = places
      }
      for indicator in goal.indicators where indicator.name.isEmpty {
        diagnostics.append(
          Diagnostic(
            "indicator-without-name", .warning, at: indicator.at, "An indicator has no name."))
      }
      for activity in goal.activities { checkDates(of: activity, &diagnostics) }
      guard !goal.goals.isEmpty else { continue }
      let own = Parent(level: goal.level, title: goal.title, number: goal.number, places: places)
      checkGoals(goal.goals, below: own, &diagnostics)
    }
  }

  /// The numbers between the dots of a goal's number; what is none is left out.
  private static func places(of number: String?) -> [Int] {
    number?.utf8.split(separator: UInt8(ascii: ".")).compactMap { Int(Substring($0)) } ?? []
  }

  /// A goal has each kind of section once: where one comes again, the goal that it belongs to may not
  /// have been seen.
  private func checkSections(of goal: Goal, _ diagnostics: inout [Diagnostic]) {
    var known: Set<SectionKind> = []
    for section in goal.sections {
      guard let heading = section.heading, section.kind != .heading,
        !known.insert(section.kind).inserted
      else { continue }
      diagnostics.append(
        Diagnostic(
          "section-repeated", .warning, at: section.at,
          "The goal “\(goal.title.prefix(60))” has a second section “\(heading)”; perhaps "
            + "the heading of another goal above it was not read; compare with the page."))
    }
  }

  private func checkLevel(
    of goal: Goal, below parent: Parent?, _ diagnostics: inout [Diagnostic]
  ) {
    let above = parent?.level.depth ?? 0
    guard goal.level.depth > above + 1 else { return }
    let place = parent.map { "“\($0.title.prefix(60))”" } ?? "the top of the plan"
    diagnostics.append(
      Diagnostic(
        "level-skipped", .info, at: goal.at,
        "The \(goal.level.rawValue) goal “\(goal.title.prefix(60))” stands directly under \(place)."
      ))
  }

  private func checkNumber(
    _ places: [Int], of goal: Goal, after previous: [Int]?, below parent: Parent?,
    _ diagnostics: inout [Diagnostic]
  ) {
    if let parent, let number = parent.number, places.count > parent.places.count,
      !places.starts(with: parent.places)
    {
      diagnostics.append(
        Diagnostic(
          "number-does-not-follow", .warning, at: goal.at,
          "The number \(goal.number ?? "") does not belong under \(number)."))
      return
    }
    guard let previous, !previous.lexicographicallyPrecedes(places) else { return }
    diagnostics.append(
      Diagnostic(
        "number-does-not-follow", .warning, at: goal.at,
        "The number \(goal.number ?? "") comes after "
          + "\(previous.map(String.init).joined(separator: "."))."))
  }

  private func checkDates(of activity: Activity, _ diagnostics: inout [Diagnostic]) {
    guard let start = activity.start, let end = activity.end, end < start else { return }
    diagnostics.append(
      Diagnostic(
        "end-before-start", .warning, at: activity.at,
        "The activity “\(activity.text.prefix(60))” ends (\(end)) before it starts (\(start))."))
  }

  /// Numbered entries of the contents are goals; each should be there, and none besides.
  private func checkContents(_ plan: PlanDocument, _ diagnostics: inout [Diagnostic]) {
    let printed = Set(plan.contents.compactMap(\.number))
    guard !printed.isEmpty else { return }
    var found: Set<String> = []
    collectNumbers(plan.goals, &found)
    for entry in plan.contents {
      guard let number = entry.number, !found.contains(number) else { continue }
      diagnostics.append(
        Diagnostic(
          "contents-goal-missing", .warning, at: entry.at,
          "The printed contents name \(number) “\(entry.title.prefix(60))”, which was not found."))
    }
  }

  private func collectNumbers(_ goals: [Goal], _ numbers: inout Set<String>) {
    for goal in goals {
      if let number = goal.number { numbers.insert(number) }
      collectNumbers(goal.goals, &numbers)
    }
  }

  private func checkAccounting(
    _ plan: PlanDocument, _ account: WordAccount, _ diagnostics: inout [Diagnostic]
  ) {
    guard plan.accounting.unaccountedWords > 0 else { return }
    var facts: [String] = []
    if !account.missing.isEmpty {
      facts.append("\(Self.words(account.missing)) of the source missing in the plan")
    }
    if !account.invented.isEmpty {
      facts.append("\(Self.words(account.invented)) of the plan not in the source")
    }
    diagnostics.append(
      Diagnostic(
        "words-unaccounted", .error, "\(facts.joined(separator: ", ")); report this file."))
  }

  /// How many words there are, and some of them.
  private static func words(_ words: [String]) -> String {
    let some = words.prefix(5).joined(separator: ", ")
    return "\(words.count) \(words.count == 1 ? "word" : "words") (\(some))"
  }
}
