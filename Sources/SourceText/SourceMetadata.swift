// SPDX-License-Identifier: GPL-2.0-or-later

/// What a file says of itself, apart from its text.
public struct SourceMetadata: Sendable, Hashable, Codable {
  /// The title in the file's properties.
  public var title: String?
  /// The program that made the PDF.
  public var producer: String?
  /// The program that the text was written in.
  public var creator: String?
  /// ISO 8601 date and time with a zone, or nil.
  public var creationDate: String?

  /// Creates metadata that says nothing.
  public init() {}
}
