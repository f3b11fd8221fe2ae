// SPDX-License-Identifier: GPL-2.0-or-later

import GRDB
import PlanArchive
import PlanModel
import SourceText
import TestSupport
import Testing

struct AddingTests {
  private let archive: TestArchive

  init() throws { archive = try TestArchive() }

  @Test("a plan with everything comes back byte for byte, and its rows hold what it says")
  func everything() throws {
    let new = NewPlan(SamplePlan.complete)
    #expect(try archive.add(new) == [.added(name: "Lönnens enhet 2027")])
    #expect(try archive.json(ofPlan: 1) == new.json)
    let counts = try archive.rows("SELECT * FROM plan_counts")
    #expect(
      counts.map(\.description) == [
        #"[plan_id:1 name:"Lönnens enhet 2027" year:2027 unit:"Lönnens enhet" "#
          + #"file:"lönnen 2027.pdf" direction_goals:1 area_goals:1 committee_goals:1 "#
          + "unit_goals:2 sections:10 expected_results:6 indicators:3 activities:2 infos:1 "
          + "warnings:1 errors:0]"
      ])
    #expect(try archive.faults() == [])
  }

  @Test("numbers of targets stand beside the cells as printed")
  func targets() throws {
    try archive.add(NewPlan(SamplePlan.complete))
    let rows = try archive.rows(
      """
      SELECT target_raw, target_value, target_unit, target_comparator, council_target_raw,
        council_target_value, typeof(target_value) AS type FROM indicators ORDER BY id
      """)
    #expect(
      rows.map(\.description) == [
        #"[target_raw:"7,2 %" target_value:7.2 target_unit:"%" target_comparator:"=" "#
          + #"council_target_raw:"Max 10 personer" council_target_value:10.0 type:"real"]"#,
        #"[target_raw:"-0,3" target_value:-0.3 target_unit:NULL target_comparator:"=" "#
          + #"council_target_raw:"Tas fram av nämnd/styrelse" council_target_value:NULL "#
          + #"type:"real"]"#,
        "[target_raw:NULL target_value:NULL target_unit:NULL target_comparator:NULL "
          + #"council_target_raw:NULL council_target_value:NULL type:"null"]"#,
      ])
  }

  @Test("the same document again changes nothing, not even a byte of the file")
  func again() throws {
    try archive.add(NewPlan(.small()))
    let before = try archive.folder.bytes(of: "plans.sqlite")
    #expect(try archive.add(NewPlan(.small())) == [.unchanged(name: "Lönnens enhet 2027")])
    #expect(try archive.folder.bytes(of: "plans.sqlite") == before)
    #expect(try archive.folder.fileNames() == ["plans.sqlite"])
  }

  @Test("the same bytes under another name are the same plan")
  func renamed() throws {
    var renamed = PlanDocument.small()
    try archive.add(NewPlan(renamed))
    renamed.source.fileName = "kopia.pdf"
    #expect(try archive.add(NewPlan(renamed)) == [.unchanged(name: "Lönnens enhet 2027")])
  }

  @Test("a corrected version takes the older one's place, and nothing of that is left")
  func corrected() throws {
    try archive.add(NewPlan(.small(goal: "Vi möter alla med omtanke")))
    try archive.add(NewPlan(.small(unit: "Lindens enhet", file: "linden.pdf")))
    let corrected = NewPlan(.small(version: 2, goal: "Vi möter alla med respekt"))
    #expect(try archive.add(corrected) == [.replaced(name: "Lönnens enhet 2027")])
    #expect(try archive.plans().map(\.id) == [2, 1])
    #expect(try archive.excerpts("omtanke") == [])
    #expect(try archive.excerpts("mtank") == [])
    #expect(try archive.excerpts("respekt") == ["Vi möter alla med [respekt]"])
    #expect(try archive.json(ofPlan: 1) == corrected.json)
    #expect(try archive.faults() == [])
  }

  @Test("a unit and a year that another file is of are another plan, under another name")
  func otherFile() throws {
    try archive.add(NewPlan(.small()))
    let outcome = try archive.add(NewPlan(.small(file: "bilaga.pdf", version: 2)))
    #expect(outcome == [.added(name: "Lönnens enhet 2027 (bilaga.pdf)")])
  }

  @Test("plans that name no unit are told by the path that they were added by")
  func withoutUnit() throws {
    let (one, other) = ("a/plan.txt", "b/plan.txt")
    func plan(_ version: Int) -> PlanDocument {
      .small(unit: nil, year: nil, file: "plan.txt", version: version)
    }
    #expect(try archive.add(NewPlan(plan(1), path: one)) == [.added(name: one)])
    #expect(try archive.add(NewPlan(plan(2), path: other)) == [.added(name: other)])
    #expect(try archive.add(NewPlan(plan(3), path: one)) == [.replaced(name: one)])
  }

  @Test("inputs of one run never replace each other, in this run nor in the next")
  func oneRun() throws {
    let plans = (1...3).map { version in
      NewPlan(.small(file: "input.pdf", version: version), path: "input.pdf")
    }
    #expect(
      try archive.add(plans[0], plans[1], plans[2]) == [
        .added(name: "Lönnens enhet 2027"), .added(name: "Lönnens enhet 2027 (input.pdf)"),
        .added(name: "Lönnens enhet 2027 (input.pdf) 2"),
      ])
    let again = try archive.add(plans[0], plans[1], plans[2])
    #expect(again.allSatisfy { if case .unchanged = $0 { true } else { false } })
  }

  @Test("two readings of the same bytes in one run leave the later one, whole")
  func sameBytes() throws {
    let outcomes = try archive.add(
      NewPlan(.small(goal: "Ett tryggt hem")), NewPlan(.small(goal: "En trygg gata")))
    #expect(
      outcomes == [.added(name: "Lönnens enhet 2027"), .replaced(name: "Lönnens enhet 2027")])
    #expect(try archive.excerpts("trygg") == ["En [trygg] gata"])
    #expect(try archive.faults() == [])
  }

  @Test("a plan that another program takes away goes with all that is found of it")
  func removed() throws {
    try archive.add(NewPlan(SamplePlan.complete), NewPlan(.small(unit: "Ekens enhet")))
    try archive.tamper("DELETE FROM plans WHERE id = 1")
    #expect(try archive.rows("SELECT * FROM sections") == [])
    #expect(try archive.excerpts("svarar") == ["Vi [svarar] i tid"])
    #expect(try archive.faults() == [])
  }

  @Test("a document that contradicts itself is refused alone")
  func sameIDs() throws {
    var plan = PlanDocument.small(unit: "Ekens enhet")
    plan.goals += plan.goals
    let outcomes = try archive.add(
      NewPlan(.small()), NewPlan(plan), NewPlan(.small(unit: "Almens enhet")))
    #expect(outcomes[1] == .refused(fact: "two goals of the plan have the same id"))
    #expect(try archive.plans().map(\.unit) == ["Almens enhet", "Lönnens enhet"])
    #expect(try archive.faults() == [])
  }

  @Test("texts are kept composed, without soft hyphens, and whole behind a NUL")
  func texts() throws {
    try archive.add(NewPlan(.small(goal: "A\u{308}ldre\u{AD}omsorg\0en är bra")))
    let title = try #require(try archive.rows("SELECT title FROM goals").first)
    #expect(title["title"] == "Äldreomsorg\u{FFFD}en är bra")
    #expect(try archive.excerpts("äldreomsorg") == ["[Äldreomsorg]\u{FFFD}en är bra"])
    let json = try #require(try archive.json(ofPlan: 1))
    #expect(String(decoding: json, as: UTF8.self).contains("A\u{308}ldre\u{AD}omsorg\\u0000en"))
  }
}
