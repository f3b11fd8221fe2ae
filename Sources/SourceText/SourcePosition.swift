// SPDX-License-Identifier: GPL-2.0-or-later

/// Where something stands in its source.
///
/// In a PDF `line` counts the lines of text on the page; in a text file it counts the lines of the
/// file, as an editor shows them. Both count from 1.
public struct SourcePosition: Sendable, Hashable, Codable {
  /// The page, counted from 1.
  public var page: Int
  /// The line, counted from 1: on the page of a PDF, in the file of a text.
  public var line: Int

  /// Creates a position from a page and a line, both counted from 1.
  public init(page: Int, line: Int) {
    self.page = page
    self.line = line
  }
}
