// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport

/// The truth about a case, `corpus/<case>/expected.json`.
struct ExpectedPlan: Decodable {
  struct Facts: Decodable { let year: Int }

  struct Chapter: Decodable {
    let heading: String
    let text: String
    let depth: Int
  }

  struct Section: Decodable {
    let kind: String
    let heading: String?
    let text: String
    let items: [String]?
  }

  struct Indicator: Decodable {
    let name: String
    let target: String?
    let councilTarget: String?
    let period: String?
  }

  struct Activity: Decodable {
    let text: String
    let start: String?
    let end: String?
  }

  struct Goal: Decodable {
    let level: String
    let scope: String?
    let number: String?
    let title: String
    let sections: [Section]
    let indicators: [Indicator]
    let activities: [Activity]
    let goals: [Goal]
  }

  let plan: Facts
  let cover: [String: String]
  let introduction: [Chapter]
  let goals: [Goal]
  let closing: [Chapter]

  init(of plan: CorpusCase) throws {
    let data = Data(try plan.bytes(of: "expected.json"))
    self = try JSONDecoder().decode(ExpectedPlan.self, from: data)
  }
}
