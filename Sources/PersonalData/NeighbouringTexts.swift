// SPDX-License-Identifier: GPL-2.0-or-later

/// The texts of a document, one after another, in lists of texts that stand beside one another, such
/// as the lines of a cover or the cells of a row.
package struct NeighbouringTexts {
  package private(set) var texts: [String] = []
  /// Behind the last text of each list.
  private var listEnds: [Int] = []

  init() {}

  package init(_ lists: [[String]]) {
    for list in lists {
      texts += list
      endList()
    }
  }

  mutating func append(_ text: String) { texts.append(text) }

  mutating func endList() { listEnds.append(texts.count) }

  /// The indices of each list's texts.
  package var lists: some Sequence<Range<Int>> {
    zip([0] + listEnds, listEnds).lazy.map { $0..<$1 }
  }
}

/// Where a text of a plan stands.
enum PlanTextPlace: Hashable {
  /// The page where the text begins.
  case page(Int)
  /// The document does not say on which page it stands: the cover, the file's properties.
  case noPage
  /// It repeats what stands elsewhere: facts read from the cover, remarks.
  case repeated
}
