// SPDX-License-Identifier: GPL-2.0-or-later

public import PlanModel
public import SectionTokenization
internal import SourceText

/// Builds the plan document from tokens.
///
/// Every line goes to one place of the document; the accounting then compares the words of the
/// source with those of the result. Cost is linear in the length of the document.
public struct PlanBuilder: Sendable {
  private let vocabulary: VocabularyIndex
  private let targets: TargetReader
  private let cellWords: CellWords

  /// Creates a builder that reads cells and covers with the words of a vocabulary.
  public init(_ vocabulary: VocabularyIndex) {
    self.vocabulary = vocabulary
    targets = TargetReader(vocabulary.vocabulary)
    cellWords = CellWords(vocabulary.vocabulary)
  }

  /// The plan that a tokenized document holds.
  public func plan(
    from document: TokenizedDocument, source: SourceFile, generator: Generator
  ) -> PlanDocument {
    var plan = PlanDocument(generator: generator, source: source)
    let words = HyphenEvidence(document, cellWords: cellWords)
    var assembly = PlanAssembly(
      document: document, words: words,
      tables: TableReader(vocabulary: vocabulary, targets: targets, words: words),
      targets: targets, missingPages: vocabulary.missingPages)
    assembly.assemble(into: &plan)
    plan.diagnostics = document.document.diagnostics + document.diagnostics + assembly.diagnostics
    plan.plan = CoverReader(vocabulary: vocabulary.vocabulary, words: words)
      .facts(of: document, plan: plan)
    GoalIdentifiers().assign(to: &plan.goals)
    let account = WordAccount(lines: document.document.lines, plan: plan)
    plan.accounting = account.accounting
    plan.diagnostics += PlanChecks().diagnostics(for: plan, account: account)
    return plan
  }
}
