// SPDX-License-Identifier: GPL-2.0-or-later

/// A place in a plan that holds what was searched for.
package struct SearchHit: Sendable, Hashable {
  /// What holds it.
  package var table: SearchedTable
  /// Whether all that was searched for stands there as whole words, and not only inside others.
  package var isWholeWord: Bool
  /// The name of the plan in the archive.
  package var plan: String
  package var unit: String?
  package var year: Int?
  /// The name of the file that the plan was read from.
  package var file: String
  /// The goal that it belongs to, or is; nil in the introduction and the closing.
  package var goal: Goal?
  /// The heading of a section; nil where it has none, and for all else.
  package var heading: String?
  /// Counted from 1.
  package var page: Int
  /// The words around it.
  package var excerpt: Excerpt

  /// The goal of a hit.
  package struct Goal: Sendable, Hashable {
    /// "direction", "area", "committee" or "unit".
    package var level: String
    package var number: String?
    package var title: String
  }
}

/// What a search is narrowed to.
package struct SearchFilter: Sendable {
  /// The year of the plans, or nil for all.
  package var year: Int?
  /// A part of the unit's name, in capitals or not, or nil for all.
  package var unit: String?

  /// Creates a filter.
  package init(year: Int? = nil, unit: String? = nil) {
    self.year = year
    self.unit = unit
  }
}
