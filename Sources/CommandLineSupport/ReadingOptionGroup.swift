// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import ContentDigests
package import PlanPipeline
internal import SectionTokenization

/// The options of all commands that read plans and write what stands in them.
///
/// They are one group, since the parser of the command line takes its time for each.
package struct ReadingOptionGroup: ParsableArguments {
  @Flag(
    help: "Replace e-mail addresses, telephone and personal identity numbers, and officials' names."
  )
  package var redact = false

  @Option(
    help: ArgumentHelp(
      "A vocabulary file (JSON) for plans of another municipality.", valueName: "file"))
  var vocabulary: String?

  package init() {}

  /// The converter with the vocabulary to use, or an exit with a message.
  package func converter() throws -> PlanConverter {
    try loaded().converter
  }

  /// The converter, and the SHA-256 of the vocabulary that it knows.
  ///
  /// - Returns: Both.
  /// - Throws: The exit code, after the message.
  package func loaded() throws -> (converter: PlanConverter, digest: String) {
    let name = vocabulary ?? "built-in vocabulary"
    do {
      guard let vocabulary else {
        return (try PlanConverter(redacts: redact), sha256(of: Vocabulary.stockholmJSON))
      }
      let bytes = try WholeFile.bytes(of: vocabulary)
      let converter = PlanConverter(
        try VocabularyIndex(try Vocabulary(json: bytes)), redacts: redact)
      return (converter, sha256(of: bytes))
    } catch let error as VocabularyError {
      Console.message("rodtrad: \(name): \(describe(error))")
    } catch let failure as ConversionFailure {
      Console.message("rodtrad: \(failure.message(for: name))")
    }
    throw ExitCode(ExitStatus.failed)
  }

  private func describe(_ error: VocabularyError) -> String {
    switch error {
    case .unknownLevel(let level):
      "“\(level)” is no level of a goal; use direction, area, committee or unit"
    case .unknownScope(let scope): "“\(scope)” is no scope; use enhet or avdelning"
    case .unknownSectionKind(let kind): "“\(kind)” is no kind of section; see the schema"
    case .emptyWords(let place): "an entry of \(place) has no letters; fill it in or take it out"
    case .malformed(let fact):
      "not a usable vocabulary: \(fact); see schemas/vocabulary.schema.json"
    }
  }
}

/// The exit codes of the program, besides those of the argument parser.
package enum ExitStatus {
  /// Something failed or was invalid.
  package static let failed: Int32 = 2
  /// Plans that were compared differ.
  package static let differences: Int32 = 1
}
