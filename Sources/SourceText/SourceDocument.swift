// SPDX-License-Identifier: GPL-2.0-or-later

/// The kinds of file that a plan is read from.
public enum SourceMediaType: String, Sendable, Hashable {
  case pdf = "application/pdf"
  case plainText = "text/plain"
}

/// A document as an importer gives it: its printed lines in reading order, all pages in one list.
public struct SourceDocument: Sendable {
  /// The kind of file.
  public var mediaType: SourceMediaType
  /// How many pages there are.
  public var pageCount: Int
  /// The height of each page in points; empty for a text.
  public var pageHeights: [Double]
  /// All lines, in reading order.
  public var lines: [SourceLine]
  /// What the file says of itself.
  public var metadata: SourceMetadata
  /// The outline of a PDF; empty for a text and where there is none.
  public var outline: [OutlineEntry] = []
  /// What the importer noticed.
  public var diagnostics: [Diagnostic]

  /// Creates a document.
  public init(
    mediaType: SourceMediaType, pageCount: Int, pageHeights: [Double] = [], lines: [SourceLine],
    metadata: SourceMetadata = SourceMetadata(), diagnostics: [Diagnostic] = []
  ) {
    self.mediaType = mediaType
    self.pageCount = pageCount
    self.pageHeights = pageHeights
    self.lines = lines
    self.metadata = metadata
    self.diagnostics = diagnostics
  }
}
