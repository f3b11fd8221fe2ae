// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText
import TestSupport
import Testing

/// Every plan of the corpus, in both forms, against the truth about it.
struct CorpusPlanTests {
  /// The plan and what it ought to say.
  private func contents(
    _ plan: CorpusCase, _ form: PlanForm
  ) throws -> (found: PlanContent, expected: PlanContent) {
    let expected = try ExpectedPlan(of: plan)
    let found = PlanContent(of: try CorpusPlans.plan(plan, form))
    return (found.joining(expected.softHyphenWords), PlanContent(of: expected))
  }

  @Test("the corpus is there")
  func corpus() {
    #expect(CorpusCase.all.count >= 10)
  }

  @Test("no word is lost and none is made up", arguments: CorpusCase.all, PlanForm.allCases)
  func accounting(plan: CorpusCase, form: PlanForm) throws {
    let accounting = try CorpusPlans.plan(plan, form).accounting
    #expect(accounting.unaccountedWords == 0)
    #expect(accounting.sourceWords > 1_000)
    let sum =
      accounting.planWords + accounting.coverWords + accounting.contentsWords
      + accounting.furnitureWords
    #expect(accounting.sourceWords == sum)
  }

  @Test(
    "goals have their level, scope, number, title and parent",
    arguments: CorpusCase.all, PlanForm.allCases)
  func goals(plan: CorpusCase, form: PlanForm) throws {
    let (found, expected) = try contents(plan, form)
    #expect(expected.goals.count > 10)
    #expect(PlanContent.differences(found.goals, from: expected.goals) == [])
  }

  @Test(
    "goals come in the order in which they are printed",
    arguments: CorpusCase.all, PlanForm.allCases)
  func goalOrder(plan: CorpusCase, form: PlanForm) throws {
    let (found, expected) = try contents(plan, form)
    #expect(found.goals == expected.goals)
  }

  @Test("expected results are items of their own", arguments: CorpusCase.all, PlanForm.allCases)
  func results(plan: CorpusCase, form: PlanForm) throws {
    let (found, expected) = try contents(plan, form)
    #expect(PlanContent.differences(found.results, from: expected.results) == [])
  }

  @Test("indicators have every cell right", arguments: CorpusCase.all, PlanForm.allCases)
  func indicators(plan: CorpusCase, form: PlanForm) throws {
    let (found, expected) = try contents(plan, form)
    #expect(!expected.indicators.isEmpty)
    #expect(PlanContent.differences(found.indicators, from: expected.indicators) == [])
  }

  @Test("activities have every cell right", arguments: CorpusCase.all, PlanForm.allCases)
  func activities(plan: CorpusCase, form: PlanForm) throws {
    let (found, expected) = try contents(plan, form)
    #expect(PlanContent.differences(found.activities, from: expected.activities) == [])
  }

  @Test(
    "sections of goals have their kind and their text",
    arguments: CorpusCase.all, PlanForm.allCases)
  func sections(plan: CorpusCase, form: PlanForm) throws {
    let (found, expected) = try contents(plan, form)
    #expect(!expected.sections.isEmpty)
    #expect(PlanContent.differences(found.sections, from: expected.sections) == [])
  }

  @Test(
    "a PDF's headings stand where they are printed, with their text",
    arguments: CorpusCase.all)
  func headings(plan: CorpusCase) throws {
    let (found, expected) = try contents(plan, .pdf)
    #expect(!expected.headings.isEmpty)
    #expect(found.headings == expected.headings)
    #expect(PlanContent.differences(found.chapters, from: expected.chapters) == [])
  }

  @Test(
    "a text shows nearly all headings, though nothing sets them apart",
    arguments: CorpusCase.all)
  func headingsOfText(plan: CorpusCase) throws {
    let (found, expected) = try contents(plan, .txt)
    let differences = PlanContent.differences(found.headings, from: expected.headings)
    #expect(PlanContent.f1(found.headings, expected.headings) >= 0.95, "\(differences)")
  }

  @Test(
    "the year is found, in a PDF what stands on the cover too",
    arguments: CorpusCase.all, PlanForm.allCases)
  func facts(plan: CorpusCase, form: PlanForm) throws {
    let expected = try ExpectedPlan(of: plan)
    let facts = try CorpusPlans.plan(plan, form).plan
    #expect(facts.year == expected.plan.year)
    guard form == .pdf else { return }
    #expect(!expected.cover.isEmpty)
    let found = ["unit": facts.unit, "diaryNumber": facts.diaryNumber, "date": facts.date]
    for (name, value) in expected.cover { #expect(found[name] == value) }
  }

  @Test("nothing in a sound plan is an error", arguments: CorpusCase.all, PlanForm.allCases)
  func noErrors(plan: CorpusCase, form: PlanForm) throws {
    let diagnostics = try CorpusPlans.plan(plan, form).diagnostics
    #expect(diagnostics.filter { $0.severity == .error }.isEmpty)
    guard form == .pdf else { return }
    let due = try ExpectedPlan(of: plan).remarks ?? []
    #expect(diagnostics.filter { $0.severity == .warning && !due.contains($0.code) }.isEmpty)
  }

  @Test(
    "cells that a plan document has no field for are remarked",
    arguments: CorpusCase.all, PlanForm.allCases)
  func cellsWithoutField(plan: CorpusCase, form: PlanForm) throws {
    let codes = Set(try CorpusPlans.plan(plan, form).diagnostics.map(\.code))
    let due = try ExpectedPlan(of: plan).remarks ?? []
    #expect(codes.intersection(["column-not-read", "date-not-read"]) == Set(due))
  }

  @Test("both forms of a plan have the same goals with the same rows", arguments: CorpusCase.all)
  func forms(plan: CorpusCase) throws {
    let pdf = PlanContent(of: try CorpusPlans.plan(plan, .pdf))
    let text = PlanContent(of: try CorpusPlans.plan(plan, .txt))
    #expect(PlanContent.differences(text.goals, from: pdf.goals) == [])
    #expect(PlanContent.differences(text.results, from: pdf.results) == [])
  }
}
