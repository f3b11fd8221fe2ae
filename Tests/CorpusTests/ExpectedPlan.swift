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

  /// The words that have soft hyphens, as they may be printed.
  private(set) var softHyphenWords: [SoftHyphenWord] = []

  let plan: Facts
  let cover: [String: String]
  let introduction: [Chapter]
  let goals: [Goal]
  let closing: [Chapter]
  /// The codes of remarks about cells that a plan document has no field for; nil where there are none.
  let remarks: [String]?

  init(of plan: CorpusCase) throws {
    let bytes = try plan.bytes(of: "expected.json")
    self = try JSONDecoder().decode(ExpectedPlan.self, from: Data(bytes))
    softHyphenWords = SoftHyphenWord.words(in: String(decoding: bytes, as: UTF8.self))
  }

  private enum CodingKeys: String, CodingKey {
    case plan, cover, introduction, goals, closing, remarks
  }
}

/// A word with a soft hyphen in it.
struct SoftHyphenWord {
  /// As it looks where a line ends at the soft hyphen and the writer shows a common one.
  let printed: String
  let whole: String

  static func words(in text: String) -> [SoftHyphenWord] {
    let words = text.split { !$0.isLetter && $0 != "\u{AD}" }.map(String.init)
    return words.filter { $0.contains("\u{AD}") }.map { word in
      SoftHyphenWord(
        printed: word.replacing("\u{AD}", with: "-"), whole: word.replacing("\u{AD}", with: ""))
    }
  }
}
