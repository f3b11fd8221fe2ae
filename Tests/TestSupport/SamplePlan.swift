// SPDX-License-Identifier: GPL-2.0-or-later

public import PlanModel
import SourceText

/// Made-up plans that use every part of the plan document.
public enum SamplePlan {
  /// A plan with nothing in it but the description of its source.
  public static var empty: PlanDocument {
    PlanDocument(
      generator: Generator(name: "rodtrad", version: "0.0.0"),
      source: SourceFile(
        fileName: "tom.txt", sha256: String(repeating: "0", count: 64), mediaType: "text/plain",
        byteCount: 0, pageCount: 1, metadata: SourceMetadata()))
  }

  /// A plan with at least one of everything that the document can hold.
  public static var complete: PlanDocument {
    var plan = empty
    plan.source = source
    plan.plan = facts
    plan.cover = [
      "Exempelstads stadsdelsförvaltning", "Verksamhetsplan 2027 för \"Lönnens\" enhet",
    ]
    plan.contentsHeading = "Innehållsförteckning"
    plan.contents = [
      ContentsEntry(title: "Inledning", number: nil, page: 2, at: at(1, 4)),
      ContentsEntry(title: "En trygg stad", number: "1.4", page: nil, at: at(1, 5)),
    ]
    plan.introduction = [introduction]
    plan.goals = [directionGoal]
    plan.closing = [closing]
    plan.furniture = [
      FurnitureText(page: 1, text: "Sid 1 (3)"), FurnitureText(page: 2, text: "Sid 2 (3)"),
    ]
    plan.accounting = accounting
    plan.diagnostics = [
      Diagnostic("goal-without-title", .warning, at: at(2, 9), "Målet har ingen rubrik."),
      Diagnostic("no-outline", .info, "Filen har ingen disposition."),
    ]
    return plan
  }

  /// A position on a page, both counted from 1.
  private static func at(_ page: Int, _ line: Int) -> SourcePosition {
    SourcePosition(page: page, line: line)
  }

  private static var source: SourceFile {
    var metadata = SourceMetadata()
    metadata.title = "Verksamhetsplan"
    metadata.producer = "Skrivaren 1.0"
    metadata.creationDate = "2026-11-02T08:30:00+01:00"
    return SourceFile(
      fileName: "lönnen 2027.pdf", sha256: String(repeating: "0123456789abcdef", count: 4),
      mediaType: "application/pdf", byteCount: 48_213, pageCount: 3, metadata: metadata)
  }

  private static var facts: PlanFacts {
    var facts = PlanFacts()
    facts.documentType = "Verksamhetsplan"
    facts.title = "Verksamhetsplan 2027 för Lönnens enhet"
    facts.year = 2027
    facts.unit = "Lönnens enhet"
    facts.committee = "Exempelstads stadsdelsnämnd"
    facts.municipality = "Exempelstad"
    facts.diaryNumber = "EX 2026/17"
    facts.date = "2026-11-02"
    return facts
  }

  private static var accounting: Accounting {
    var accounting = Accounting()
    accounting.sourceWords = 120
    accounting.planWords = 100
    accounting.coverWords = 8
    accounting.contentsWords = 4
    accounting.furnitureWords = 8
    return accounting
  }

  private static var introduction: Section {
    var inner = Section(kind: .heading, heading: "Uppdrag", depth: 2, at: at(2, 3))
    inner.blocks = [
      .paragraph(text: "Enheten hjälper unga; och gamla, året om.", at: at(2, 4)),
      .table(
        columns: ["Yrke", "Antal"], rows: [["Kurator", "3"], ["Chef", ""]], at: at(2, 6)),
    ]
    var outer = Section(kind: .heading, heading: "Inledning", depth: 1, at: at(2, 1))
    outer.blocks = [.paragraph(text: "Välkommen.", at: at(2, 2))]
    outer.sections = [inner]
    return outer
  }

  private static var closing: Section {
    var section = Section(kind: .text, heading: nil, depth: nil, at: at(3, 20))
    section.blocks = [.paragraph(text: "Budgeten är 9,0 mnkr.", at: at(3, 20))]
    return section
  }

  private static var directionGoal: Goal {
    var goal = Goal(
      id: "1", level: .direction, scope: nil, number: "1", title: "En stad för alla",
      label: "KF:s inriktningsmål: 1.", at: at(2, 8))
    var area = Goal(
      id: "1/1.4", level: .area, scope: nil, number: "1.4", title: "",
      label: "KF:s mål för verksamhetsområdet: 1.4", at: at(2, 9))
    area.indicators = indicators
    area.activities = activities
    area.tableHeaders = [
      TableHeader(
        columns: ["Indikator", "Årsmål", "KF:s årsmål år 2027", "Periodicitet"], at: at(2, 10))
    ]
    area.goals = [committeeGoal]
    goal.goals = [area]
    return goal
  }

  private static var committeeGoal: Goal {
    var goal = Goal(
      id: "1/1.4/n1", level: .committee, scope: nil, number: nil, title: "Alla är trygga",
      label: "Nämndmål:", at: at(2, 20))
    var text = Section(kind: .text, heading: nil, depth: nil, at: at(2, 21))
    text.blocks = [.paragraph(text: "Nämnden tar ansvar.", at: at(2, 21))]
    goal.sections = [text]
    goal.goals = [
      unitGoal(id: "1/1.4/n1/e1", scope: .enhet), unitGoal(id: "1/1.4/n1/e2", scope: .avdelning),
    ]
    return goal
  }

  private static func unitGoal(id: String, scope: GoalScope) -> Goal {
    var goal = Goal(
      id: id, level: .unit, scope: scope, number: "1.4.1", title: "Vi svarar i tid",
      label: scope == .enhet ? "Enhetsmål: 1.4.1" : "Enhetsmål: 1.4.1 Avdelningsmål:",
      at: at(3, 1))
    var results = Section(
      kind: .expectedResults, heading: "Förväntat resultat", depth: nil, at: at(3, 2))
    results.blocks = [
      .listItem(marker: "-", text: "Svar inom tre dagar", at: at(3, 3)),
      .paragraph(text: "Färre klagomål", at: at(3, 4)),
      .listItem(marker: "1.", text: "", at: at(3, 5)),
      .paragraph(text: "Alla vet vart de ringer", at: at(3, 6)),
    ]
    var methods = Section(kind: .workingMethods, heading: "Arbetssätt", depth: nil, at: at(3, 7))
    methods.blocks = [.paragraph(text: "Vi möts varje vecka.", at: at(3, 8))]
    var routine = Section(kind: .heading, heading: "Rutiner", depth: nil, at: at(3, 9))
    routine.blocks = [.listItem(marker: "•", text: "Jour varje dag", at: at(3, 10))]
    methods.sections = [routine]
    goal.sections = [results, methods]
    return goal
  }

  private static var indicators: [Indicator] {
    [
      Indicator(
        name: "Andel nöjda",
        target: Target(raw: "7,2 %", value: 7.2, unit: "%", comparator: .equal),
        councilTarget: Target(
          raw: "Max 10 personer", value: 10, unit: "personer", comparator: .atMost),
        councilTargetYear: 2027, period: "År", at: at(2, 11)),
      Indicator(
        name: "Budgetavvikelse",
        target: Target(raw: "-0,3", value: -0.3, unit: nil, comparator: .equal),
        councilTarget: Target(
          raw: "Tas fram av nämnd/styrelse", value: nil, unit: nil, comparator: nil),
        councilTargetYear: 2027, period: nil, at: at(2, 12)),
      Indicator(
        name: "Utan mål", target: nil, councilTarget: nil, councilTargetYear: nil,
        period: "Tertial", at: at(2, 13)),
    ]
  }

  private static var activities: [Activity] {
    [
      Activity(
        text: "Ordna en mässa", start: "2027-01-01", end: "2027-12-31", at: at(2, 15)),
      Activity(text: "Följa upp", start: nil, end: nil, at: at(2, 16)),
    ]
  }
}
