// SPDX-License-Identifier: GPL-2.0-or-later

package import FileAccess
internal import PDFImport
internal import TextImport

/// Why an input gave no plan: a fact and what to do about it.
public struct ConversionFailure: Error, Sendable, Hashable {
  /// A stable kebab-case word, such as `no-text-layer`.
  public let code: String
  /// The fact, a clause without the file's name.
  public let fact: String
  /// What the user can do.
  public let advice: String

  /// Creates a failure.
  public init(code: String, fact: String, advice: String) {
    self.code = code
    self.fact = fact
    self.advice = advice
  }

  /// One line for a person, that names the file, also where its name is empty.
  public func message(for fileName: String) -> String {
    "\(fileName.isEmpty ? "“”" : fileName): \(fact); \(advice)"
  }

  /// What is said of a document that was read but has no goal.
  ///
  /// It is converted all the same; the run ends as if something had failed, since nobody expects it
  /// among plans.
  public static let noGoals = ConversionFailure(
    code: "no-goals-found", fact: "no goal was found in it, so it is no yearly plan that is known",
    advice: "look at it with 'rodtrad inspect --tokens', or give its words with --vocabulary")

  /// Why a file cannot be read.
  package static func unreadable(_ error: FileSystemError) -> ConversionFailure {
    ConversionFailure(
      code: "unreadable-file", fact: "the file cannot be read (\(error.reason))",
      advice: error.advice)
  }

  static func unwritable(_ path: String, _ error: FileSystemError) -> ConversionFailure {
    ConversionFailure(
      code: "unwritable-output", fact: "\(path) cannot be written (\(error.reason))",
      advice: error.advice)
  }

  init(_ error: PDFImportError) {
    switch error {
    case .encrypted:
      self.init(
        code: "encrypted-pdf", fact: "the PDF is locked with a password",
        advice: "save a copy without a password and convert that")
    case .damaged:
      self.init(
        code: "damaged-pdf", fact: "the PDF is damaged and cannot be opened",
        advice: "get the file anew from where it was published")
    case .libraryMissing(let reason):
      self.init(
        code: "missing-library",
        fact: "poppler, which reads PDFs, cannot be loaded (\(reason))",
        advice: "install libpoppler-glib8, or allow more memory where there is little")
    case .noTextLayer(let pageCount):
      let pages = pageCount == 1 ? "1 page" : "\(pageCount) pages"
      self.init(
        code: "no-text-layer", fact: "the PDF holds pictures of \(pages) and no text (a scan)",
        advice: "run it through OCR first, for example with ocrmypdf")
    }
  }

  init(_ error: TextImportError) {
    switch error {
    case .empty:
      self.init(
        code: "empty-file", fact: "the file has no text",
        advice: "check that it was saved or downloaded completely")
    case .notText:
      self.init(
        code: "not-text", fact: "the file is not text in an encoding that is known",
        advice: "save it as UTF-8 text, or give the PDF")
    }
  }
}
