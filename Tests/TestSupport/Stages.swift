// SPDX-License-Identifier: GPL-2.0-or-later

import PlanBuilding
package import PlanModel
package import SectionTokenization
package import SourceText
import TextImport

/// The stages of the pipeline, for tests that begin with a text.
package struct Stages: Sendable {
  package let index: VocabularyIndex

  /// Makes the stages ready for the plans that a vocabulary describes.
  package init(_ vocabulary: Vocabulary) throws {
    index = try VocabularyIndex(vocabulary)
  }

  /// The stages with the built-in vocabulary.
  package static func stockholm() throws -> Stages { try Stages(.stockholm()) }

  package func document(_ text: String) throws -> SourceDocument {
    try TextImporter().document(from: Array(text.utf8))
  }

  package func tokens(_ text: String) throws -> TokenizedDocument {
    tokens(try document(text))
  }

  package func tokens(_ document: SourceDocument) -> TokenizedDocument {
    SectionTokenizer(index).tokens(from: document)
  }

  package func plan(_ text: String) throws -> PlanDocument {
    plan(try document(text))
  }

  package func plan(_ document: SourceDocument) -> PlanDocument {
    let source = SourceFile(
      fileName: "plan", sha256: String(repeating: "0", count: 64),
      mediaType: document.mediaType.rawValue, byteCount: 1, pageCount: document.pageCount,
      metadata: document.metadata)
    return PlanBuilder(index).plan(
      from: tokens(document), source: source, generator: SamplePlan.empty.generator)
  }
}

extension TokenizedDocument {
  /// Each line's text with what it was taken for.
  package var listing: [TokenLine] {
    zip(document.lines, tokens).map { TokenLine($0.text, $1) }
  }

  /// What the first line with a text was taken for, or nil where there is no such line.
  package func token(of text: String) -> SectionTokenKind? {
    listing.first { $0.text == text }?.token
  }
}

/// A line with what it was taken for.
package struct TokenLine: Hashable, CustomStringConvertible {
  package let text: String
  package let token: SectionTokenKind

  package init(_ text: String, _ token: SectionTokenKind) {
    self.text = text
    self.token = token
  }

  package var description: String { "\(token): \(text)" }
}
