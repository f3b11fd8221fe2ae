// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import PlanModel
import PlanPipeline
import SourceText
import TestSupport
import Testing

/// What `pdftotext` makes of some PDFs of the corpus: blank lines part the cells of tables, and
/// cells at the foot of a page are moved.
struct ExtractedTextTests {
  private static let fileName = "input.pdftotext"

  static let plans = CorpusCase.all.filter {
    FileManager.default.fileExists(atPath: $0.path(of: fileName))
  }

  /// Activities with one date: the text does not tell whether it is the start or the end.
  private static let loneDates = ["hemtjanst-2018": 1]

  private func plan(_ plan: CorpusCase) throws -> PlanDocument {
    try CorpusPlans.converter().plan(
      from: plan.bytes(of: Self.fileName), fileName: Self.fileName)
  }

  @Test("there are such texts")
  func exist() {
    #expect(Self.plans.count >= 4)
  }

  @Test("goals, their sections and their rows are as in the plan", arguments: plans)
  func goals(of corpusCase: CorpusCase) throws {
    let document = try plan(corpusCase)
    let truth = try ExpectedPlan(of: corpusCase)
    let found = PlanContent(of: document).joining(truth.softHyphenWords)
    let expected = PlanContent(of: truth)
    #expect(document.accounting.unaccountedWords == 0)
    #expect(PlanContent.differences(found.goals, from: expected.goals) == [])
    #expect(PlanContent.differences(found.sections, from: expected.sections) == [])
    #expect(PlanContent.differences(found.results, from: expected.results) == [])
    #expect(PlanContent.differences(found.indicators, from: expected.indicators) == [])
    let lost = Self.loneDates[corpusCase.name] ?? 0
    // Each is missing as it should be and there as it is.
    let differences = PlanContent.differences(found.activities, from: expected.activities)
    #expect(differences.count == 2 * lost, "\(differences)")
    #expect(document.diagnostics.count { $0.code == "date-without-column" } == lost)
  }

  @Test("the unit, the title and the year are those of the PDF", arguments: plans)
  func facts(of corpusCase: CorpusCase) throws {
    let pdf = try CorpusPlans.converter().plan(
      from: corpusCase.bytes(of: "input.pdf"), fileName: "input.pdf")
    #expect(try plan(corpusCase).plan == pdf.plan)
  }

  @Test("what was put together from moved cells is remarked", arguments: plans)
  func remarks(of corpusCase: CorpusCase) throws {
    let codes = Set(try plan(corpusCase).diagnostics.map(\.code))
    #expect(codes.contains("cells-out-of-order"))
  }
}
