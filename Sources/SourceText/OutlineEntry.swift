// SPDX-License-Identifier: GPL-2.0-or-later

/// An entry of a PDF's outline (its bookmarks).
public struct OutlineEntry: Sendable, Hashable {
  /// The words of the entry.
  public var title: String
  /// 1 for an entry at the top.
  public var depth: Int
  /// The page it leads to, counted from 1, or nil.
  public var page: Int?

  /// Creates an entry.
  public init(title: String, depth: Int, page: Int?) {
    self.title = title
    self.depth = depth
    self.page = page
  }
}
