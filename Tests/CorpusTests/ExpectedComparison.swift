// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport

/// The truth about what changed since the year before, `corpus/<case>/expected-comparison.json`.
///
/// The README of `scripts/corpus_setter` describes it.
struct ExpectedComparison: Decodable, CustomStringConvertible {
  struct Goal: Decodable {
    let id: String
    let title: String
    let number: String?
  }

  struct LeveledGoal: Decodable {
    let level: String
    let id: String
    let title: String
    let number: String?

    var goal: Goal { Goal(id: id, title: title, number: number) }
  }

  struct Section: Decodable {
    let kinds: [String]
    let section: String
  }

  struct Result: Decodable {
    let kinds: [String]
    let old: String?
    let new: String?
  }

  /// What a target said, nil for an empty cell.
  struct TargetChange: Decodable {
    let old: String?
    let new: String?
  }

  struct Indicator: Decodable {
    let kinds: [String]
    let old: String?
    let new: String?
    let target: TargetChange?
    let councilTarget: TargetChange?
  }

  struct ActivityRow: Decodable, Hashable {
    let text: String
    let start: String?
    let end: String?
  }

  struct Activity: Decodable {
    let kinds: [String]
    let old: ActivityRow?
    let new: ActivityRow?
    let startDays: Int?
    let endDays: Int?
  }

  struct Pair: Decodable {
    let level: String
    let old: Goal
    let new: Goal
    let kinds: [String]
    /// Nil where a goal was split or merged, as are the three below.
    let sections: [Section]?
    let results: [Result]?
    let indicators: [Indicator]?
    let activities: [Activity]?
  }

  /// The names of the older and the newer case.
  let cases: [String]
  let pairs: [Pair]
  let added: [LeveledGoal]
  let removed: [LeveledGoal]

  var description: String { cases.joined(separator: " → ") }
  var old: CorpusCase { CorpusCase(named: cases.first ?? "") }
  var new: CorpusCase { CorpusCase(named: cases.last ?? "") }

  init(of plan: CorpusCase) throws {
    let bytes = try plan.bytes(of: "expected-comparison.json")
    self = try JSONDecoder().decode(ExpectedComparison.self, from: Data(bytes))
  }

  /// The cases that are compared with the year before.
  static let followers = CorpusCase.all.filter {
    FileManager.default.fileExists(atPath: $0.path(of: "expected-comparison.json"))
  }
}
