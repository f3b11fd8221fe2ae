// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SourceText

extension XMLWriter {
  /// A goal at the top of the tree, with all goals below it.
  ///
  /// Indicators stand in objectives only. Those of the goal itself, and its activities and results,
  /// are in an objective without a name, the first.
  mutating func write(_ goal: Goal, year: Int?, _ identifiers: StratMLIdentifiers) {
    element("Goal") { xml in
      xml.text("Name", goal.title)
      // The standard wants one, be it empty.
      xml.text("Description", goal.descriptionText ?? "")
      xml.text("Identifier", identifiers.identifier(of: "goal \(goal.id)"))
      xml.text("SequenceIndicator", goal.number)
      xml.text("OtherInformation", goal.notes.text)
      if goal.hasMeasures {
        xml.element("Objective") { xml in
          xml.text("Identifier", identifiers.identifier(of: "measures \(goal.id)"))
          xml.writeMeasures(of: goal, year: year, identifiers)
        }
      }
      for child in goal.goals { xml.writeObjectives(from: child, year: year, identifiers) }
    }
  }

  private mutating func writeObjectives(
    from goal: Goal, year: Int?, _ identifiers: StratMLIdentifiers
  ) {
    element("Objective") { xml in
      xml.text("Name", goal.title)
      xml.text("Description", goal.descriptionText)
      xml.text("Identifier", identifiers.identifier(of: "goal \(goal.id)"))
      xml.text("SequenceIndicator", goal.number)
      xml.text("OtherInformation", goal.notes.text)
      xml.writeMeasures(of: goal, year: year, identifiers)
    }
    for child in goal.goals { writeObjectives(from: child, year: year, identifiers) }
  }
}

extension Goal {
  fileprivate var hasMeasures: Bool {
    !indicators.isEmpty || !activities.isEmpty || !expectedResults().isEmpty
  }

  private static let described: Set<SectionKind> = [.description, .text]

  /// What describes the goal: its description, and words before any heading.
  fileprivate var descriptionText: String? {
    let paragraphs = sections.filter { Self.described.contains($0.kind) }.flatMap { section in
      var own = section
      // That it is the description is said by the element.
      own.heading = nil
      return StratMLNotes.paragraphs(of: [own])
    }
    return paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n\n")
  }

  /// Where the goal stands, and its other sections; the expected results have elements of their own.
  fileprivate var notes: StratMLNotes {
    var notes = StratMLNotes()
    notes.add("goal_id", id)
    notes.add("level", level.rawValue)
    notes.add("scope", scope?.rawValue)
    notes.add("label", label)
    notes.add("page", at.page)
    notes.add("line", at.line)
    let elsewhere = Self.described.union([.expectedResults])
    notes.add(sections.filter { !elsewhere.contains($0.kind) })
    return notes
  }
}
