// SPDX-License-Identifier: GPL-2.0-or-later

internal import ContentDigests
internal import FileAccess
internal import PDFImport
internal import PersonalData
internal import PlanBuilding
public import PlanModel
internal import PlanReading
public import SectionTokenization
public import SourceText
internal import TextImport

/// Runs all stages on one document.
public struct PlanConverter: Sendable {
  /// What this program calls itself in its output.
  public static let generator = Generator(name: "rodtrad", version: "0.1.0")

  /// Whether marks stand in the plans in place of personal data.
  package let redacts: Bool
  /// Whether it knows the words of the built-in vocabulary.
  private(set) var hasBuiltInVocabulary = false
  /// How many threads may read the pages of a document.
  package var importThreadCount = 1
  private let tokenizer: SectionTokenizer
  private let builder: PlanBuilder
  private let redactor: PlanRedactor

  /// Creates a converter that knows the words of a vocabulary.
  ///
  /// - Parameters:
  ///   - vocabulary: The words.
  ///   - redacts: Whether personal data are replaced by marks; else they are only counted.
  public init(_ vocabulary: VocabularyIndex, redacts: Bool = false) {
    self.redacts = redacts
    tokenizer = SectionTokenizer(vocabulary)
    builder = PlanBuilder(vocabulary)
    redactor = PlanRedactor(vocabulary.vocabulary)
  }

  /// Creates a converter that knows the words of the built-in vocabulary.
  package init(redacts: Bool) throws(VocabularyError) {
    self.init(try VocabularyIndex(try .stockholm()), redacts: redacts)
    hasBuiltInVocabulary = true
  }

  /// The plan in a file.
  ///
  /// - Throws: ``ConversionFailure`` where the file cannot be read or holds no text.
  public func plan(fromFile path: String) throws(ConversionFailure) -> PlanDocument {
    try plan(from: Self.bytes(ofFile: path), fileName: Self.fileName(of: path))
  }

  /// The plan in the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - fileName: The name that the plan gives its source.
  ///   - digest: The SHA-256 of the bytes where the caller has it, else nil.
  /// - Returns: The plan, with its remarks.
  /// - Throws: ``ConversionFailure`` where the file holds no text.
  public func plan(
    from bytes: [UInt8], fileName: String, digest: String? = nil
  ) throws(ConversionFailure) -> PlanDocument {
    let tokens = tokenizer.tokens(from: try importedDocument(from: bytes, fileName: fileName))
    let document = tokens.document
    let source = SourceFile(
      fileName: fileName, sha256: digest ?? sha256(of: bytes),
      mediaType: document.mediaType.rawValue,
      byteCount: bytes.count, pageCount: document.pageCount, metadata: document.metadata)
    let plan = builder.plan(from: tokens, source: source, generator: Self.generator)
    return redacts ? redactor.redacted(plan) : redactor.remarked(plan)
  }

  /// The plan in a file that is a source to convert, or a plan converted before (.json).
  ///
  /// - Throws: ``ConversionFailure`` where the file cannot be read or holds no plan.
  package func plan(fromSourceOrDocument path: String) throws(ConversionFailure) -> PlanDocument {
    guard Self.isConverted(path) else { return try plan(fromFile: path) }
    let plan = try Self.plan(inDocument: Self.bytes(ofFile: path))
    return redacts ? redacted(plan) : plan
  }

  /// A plan converted before, with marks in place of its personal data.
  package func redacted(_ plan: PlanDocument) -> PlanDocument { redactor.redacted(plan) }

  /// Whether a file is named as plans are that were converted before.
  package static func isConverted(_ path: String) -> Bool {
    path.lowercased().hasSuffix(".json")
  }

  /// The plan in the bytes of its JSON document.
  static func plan(inDocument json: [UInt8]) throws(ConversionFailure) -> PlanDocument {
    do throws(PlanReadingError) {
      return try JSONPlanReader().plan(from: json)
    } catch {
      throw .unreadablePlan(error, isOtherDocument: JSONPlanReader.isOtherDocument(json))
    }
  }

  /// The lines of a file with their tokens.
  public func tokens(fromFile path: String) throws(ConversionFailure) -> TokenizedDocument {
    let bytes = try Self.bytes(ofFile: path)
    return tokenizer.tokens(
      from: try importedDocument(from: bytes, fileName: Self.fileName(of: path)))
  }

  /// The lines of a file.
  public func importedDocument(
    from bytes: [UInt8], fileName: String
  ) throws(ConversionFailure) -> SourceDocument {
    guard !bytes.isEmpty else { throw ConversionFailure(TextImportError.empty) }
    if Self.looksLikePDF(bytes) {
      do {
        return try PDFImporter(threadCount: importThreadCount).document(from: bytes)
      } catch {
        throw ConversionFailure(error)
      }
    }
    guard !Self.isNamedPDF(fileName) else {
      throw ConversionFailure(
        code: "not-a-pdf", fact: "the file is named .pdf but is no PDF",
        advice: "get the file anew, or name it by what it is")
    }
    do {
      return try TextImporter().document(from: bytes)
    } catch {
      throw ConversionFailure(error)
    }
  }

  /// Whether the header of a PDF stands in the first kilobyte, where readers look for it.
  private static func looksLikePDF(_ bytes: [UInt8]) -> Bool {
    let header: [UInt8] = Array("%PDF-".utf8)
    let start = bytes.prefix(1_024 + header.count)
    guard start.count >= header.count else { return false }
    return (0...(start.count - header.count)).contains { offset in
      start[offset] == header[0] && start[offset..<(offset + header.count)].elementsEqual(header)
    }
  }

  static func isNamedPDF(_ path: String) -> Bool { path.lowercased().hasSuffix(".pdf") }

  /// The last part of a path.
  static func fileName(of path: String) -> String { PathParts.of(path).last ?? "" }

  static func bytes(ofFile path: String) throws(ConversionFailure) -> [UInt8] {
    do {
      return try FileSystem.read(path)
    } catch {
      throw .unreadable(error)
    }
  }
}
