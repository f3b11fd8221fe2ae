// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import PlanPipeline
import SectionTokenization
import Synchronization
import TestSupport

/// The plans of the corpus, each converted once for all tests.
enum CorpusPlans {
  private struct Key: Hashable {
    let plan: CorpusCase
    let form: PlanForm
  }

  private static let plans = Mutex<[Key: PlanDocument]>([:])

  static func converter() throws -> PlanConverter {
    PlanConverter(try VocabularyIndex(.stockholm()))
  }

  static func plan(_ plan: CorpusCase, _ form: PlanForm) throws -> PlanDocument {
    let key = Key(plan: plan, form: form)
    if let known = plans.withLock({ $0[key] }) { return known }
    let bytes = try plan.bytes(of: form.fileName)
    let converter = try converter()
    let document = try PDFTurn.take {
      try converter.plan(from: bytes, fileName: form.fileName)
    }
    plans.withLock { $0[key] = document }
    return document
  }
}
