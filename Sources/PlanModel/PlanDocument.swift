// SPDX-License-Identifier: GPL-2.0-or-later

public import SourceText

/// One converted plan: everything that stood in the source, each word in one place.
///
/// The shape is a public contract, described by `schemas/plan.schema.json`. A change of the shape is
/// a change of ``PlanDocument/currentSchemaVersion``.
public struct PlanDocument: Sendable, Hashable, Codable {
  /// The version of the contract that this program writes.
  public static let currentSchemaVersion = "1.0"

  /// The version of the contract that the document keeps.
  public var schemaVersion: String = currentSchemaVersion
  /// The program that wrote it.
  public var generator: Generator
  /// The file that it was read from.
  public var source: SourceFile
  /// What the plan says of itself.
  public var plan: PlanFacts
  /// Text lines before the printed contents or the introduction.
  public var cover: [String]
  /// The heading over the printed table of contents, as printed; nil where there is none.
  public var contentsHeading: String?
  /// The printed table of contents.
  public var contents: [ContentsEntry]
  /// From the introduction to the first goal.
  public var introduction: [Section]
  /// The goals at the top of the tree.
  public var goals: [Goal]
  /// What follows the last goal.
  public var closing: [Section]
  /// Running heads and feet and page numbers.
  public var furniture: [FurnitureText]
  /// Where the words went.
  public var accounting: Accounting
  /// What is doubtful.
  public var diagnostics: [Diagnostic]

  /// Creates a plan with no content.
  public init(generator: Generator, source: SourceFile) {
    self.generator = generator
    self.source = source
    plan = PlanFacts()
    cover = []
    contentsHeading = nil
    contents = []
    introduction = []
    goals = []
    closing = []
    furniture = []
    accounting = Accounting()
    diagnostics = []
  }
}

/// The program that wrote a document.
public struct Generator: Sendable, Hashable, Codable {
  /// The name of the program.
  public var name: String
  /// The version of the program.
  public var version: String

  /// Creates a generator from its name and version.
  public init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

/// The file that a plan was read from.
public struct SourceFile: Sendable, Hashable, Codable {
  /// The name without its folders.
  public var fileName: String
  /// SHA-256 of the file's bytes, 64 lower-case hexadecimal digits.
  public var sha256: String
  /// `application/pdf` or `text/plain`.
  public var mediaType: String
  /// The size of the file in bytes.
  public var byteCount: Int
  /// How many pages it has.
  public var pageCount: Int
  /// What the file says of itself; nil fields where it says nothing (always so for texts).
  public var metadata: SourceMetadata

  /// Creates the description of a source file.
  public init(
    fileName: String, sha256: String, mediaType: String, byteCount: Int, pageCount: Int,
    metadata: SourceMetadata
  ) {
    self.fileName = fileName
    self.sha256 = sha256
    self.mediaType = mediaType
    self.byteCount = byteCount
    self.pageCount = pageCount
    self.metadata = metadata
  }
}

/// What a document says on its cover and in its head; nil where it does not say.
public struct PlanFacts: Sendable, Hashable, Codable {
  /// The kind of document as printed, such as "Verksamhetsplan".
  public var documentType: String?
  /// The title as printed, on one line.
  public var title: String?
  /// The year that the plan is for.
  public var year: Int?
  /// The unit that the plan is for.
  public var unit: String?
  /// The committee (nämnd) that the unit answers to.
  public var committee: String?
  /// The city or municipality.
  public var municipality: String?
  /// The registry's number of the document, without its label ("Dnr").
  public var diaryNumber: String?
  /// The date of the document, ISO 8601.
  public var date: String?

  /// Creates facts that say nothing.
  public init() {}
}

/// A line of the printed table of contents.
public struct ContentsEntry: Sendable, Hashable, Codable {
  /// The entry without its number, leader and page.
  public var title: String
  /// The number before the title, digits and dots, or nil.
  public var number: String?
  /// The printed page number, or nil.
  public var page: Int?
  /// Where the entry begins.
  public var at: SourcePosition

  /// Creates an entry.
  public init(title: String, number: String?, page: Int?, at: SourcePosition) {
    self.title = title
    self.number = number
    self.page = page
    self.at = at
  }
}

/// A running head or foot on one page.
public struct FurnitureText: Sendable, Hashable, Codable {
  /// The page it stands on, counted from 1.
  public var page: Int
  /// The line as printed.
  public var text: String

  /// Creates the text of one line of furniture.
  public init(page: Int, text: String) {
    self.page = page
    self.text = text
  }
}

/// Where the source's words went, counted by comparing source and output.
public struct Accounting: Sendable, Hashable, Codable {
  /// Words in the source.
  public var sourceWords = 0
  /// Words in the introduction, the goals and the closing, with their labels and table headers.
  public var planWords = 0
  /// Words on the cover.
  public var coverWords = 0
  /// Words in the printed contents, heading and page numbers included.
  public var contentsWords = 0
  /// Words in running heads and feet.
  public var furnitureWords = 0
  /// Source words that the output lacks, plus output words that the source lacks.
  public var unaccountedWords = 0

  /// Creates an account of nothing.
  public init() {}
}
