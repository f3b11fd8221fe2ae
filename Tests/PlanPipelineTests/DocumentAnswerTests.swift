// SPDX-License-Identifier: GPL-2.0-or-later

import ProcessIsolation
import Testing

@testable import PlanPipeline

struct DocumentAnswerTests {
  private func answer(pageCount: Int) -> [UInt8] {
    let figures = PlanFigures(goalCount: 0, pageCount: pageCount, wordCount: 7, remarkCount: 0)
    return DocumentAnswer.plan(
      ExportedPlan(
        sourceDigest: "", figures: figures, json: [1], jsonDigest: "", shares: [[2], []])
    ).bytes
  }

  @Test("an answer comes back as it was")
  func roundTrip() throws {
    let bytes = answer(pageCount: 12)
    guard case .plan(let plan) = try DocumentAnswer(bytes[...], shareCount: 2) else {
      Issue.record("it is no plan")
      return
    }
    #expect(plan.figures.pageCount == 12)
    #expect(plan.shares == [[2], []])
  }

  @Test(
    "figures that no document has, whose sum no integer holds, are refused",
    arguments: [-1, Int.max])
  func figures(pageCount: Int) {
    #expect(throws: MalformedFields.self) {
      try DocumentAnswer(answer(pageCount: pageCount)[...], shareCount: 2)
    }
  }

  @Test("an answer that is cut short or too long is refused")
  func length() {
    let bytes = answer(pageCount: 1)
    for count in bytes.indices {
      #expect(throws: MalformedFields.self) {
        try DocumentAnswer(bytes.prefix(count), shareCount: 2)
      }
    }
    #expect(throws: MalformedFields.self) { try DocumentAnswer((bytes + [0])[...], shareCount: 2) }
    #expect(throws: MalformedFields.self) { try DocumentAnswer(bytes[...], shareCount: 3) }
  }
}
