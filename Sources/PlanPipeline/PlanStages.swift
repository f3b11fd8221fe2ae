// SPDX-License-Identifier: GPL-2.0-or-later

internal import PersonalData
internal import PlanBuilding
internal import SectionTokenization
internal import Synchronization

/// The stages that know the words of plans, made when the first document needs them or another thread
/// has time to.
final class PlanStages: Sendable {
  private struct Made: Sendable {
    let tokenizer: SectionTokenizer
    let builder: PlanBuilder
    let redactor: PlanRedactor
  }

  private let made = Mutex<Made?>(nil)
  private let vocabulary: @Sendable () -> VocabularyIndex

  /// Creates stages that know the words of a vocabulary.
  init(_ vocabulary: @escaping @Sendable () -> VocabularyIndex) { self.vocabulary = vocabulary }

  var tokenizer: SectionTokenizer { all.tokenizer }
  var builder: PlanBuilder { all.builder }
  var redactor: PlanRedactor { all.redactor }

  /// Makes the stages now, where they are not made.
  func makeReady() { _ = all }

  private var all: Made {
    made.withLock { made in
      if let made { return made }
      let vocabulary = vocabulary()
      let stages = Made(
        tokenizer: SectionTokenizer(vocabulary), builder: PlanBuilder(vocabulary),
        redactor: PlanRedactor(vocabulary.vocabulary))
      made = stages
      return stages
    }
  }
}
