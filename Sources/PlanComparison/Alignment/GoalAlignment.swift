// SPDX-License-Identifier: GPL-2.0-or-later

/// Which goals of two plans are the same.
struct GoalAlignment: Sendable {
  /// Two goals that are one, or one of which became the other in part.
  struct Link: Sendable, Hashable {
    /// Indexes into the two lists.
    var old: Int
    var new: Int
    var score: Double
    /// The score less that of the best other partner.
    var margin: Double
    var decidedBy: DecidingEvidence
    /// Whether each is the other's first partner; false where a goal was split off or merged in.
    var isPrimary: Bool
    var review: Bool
  }

  /// The best partner that a goal without one might have had.
  struct Nearest: Sendable, Hashable {
    var other: Int
    var score: Double
  }

  /// By rising new, then old index.
  let links: [Link]
  /// For goals of the older plan without a partner, by index.
  let nearestOfOld: [Int: Nearest]
  /// For goals of the newer plan without a partner, by index.
  let nearestOfNew: [Int: Nearest]

  private let linksOfOld: [Int: [Int]]
  private let linksOfNew: [Int: [Int]]

  init(links: [Link], nearestOfOld: [Int: Nearest], nearestOfNew: [Int: Nearest]) {
    let links = links.sorted { ($0.new, $0.old) < ($1.new, $1.old) }
    self.links = links
    self.nearestOfOld = nearestOfOld
    self.nearestOfNew = nearestOfNew
    linksOfOld = Dictionary(grouping: links.indices) { links[$0].old }
    linksOfNew = Dictionary(grouping: links.indices) { links[$0].new }
  }

  /// The alignment of the same two plans, the other way round.
  var mirrored: GoalAlignment {
    let mirrored = links.map { link in
      var link = link
      swap(&link.old, &link.new)
      return link
    }
    return GoalAlignment(
      links: mirrored, nearestOfOld: nearestOfNew, nearestOfNew: nearestOfOld)
  }

  /// How many goals of the newer plan a goal of the older one is linked to.
  func partnersOfOld(_ old: Int) -> Int { linksOfOld[old]?.count ?? 0 }

  /// How many goals of the older plan a goal of the newer one is linked to.
  func partnersOfNew(_ new: Int) -> Int { linksOfNew[new]?.count ?? 0 }

  /// Whether two goals are one, or one became the other in part.
  func areLinked(_ old: Int, _ new: Int) -> Bool {
    linksOfOld[old]?.contains { links[$0].new == new } ?? false
  }

  /// Whether a goal of the older plan has a partner that nobody need look at.
  func isSureOfOld(_ old: Int) -> Bool {
    linksOfOld[old]?.contains { !links[$0].review } ?? false
  }

  /// Whether a goal of the newer plan has a partner that nobody need look at.
  func isSureOfNew(_ new: Int) -> Bool {
    linksOfNew[new]?.contains { !links[$0].review } ?? false
  }

  /// The indexes of the links, put together where they share a goal; by rising first link.
  func groups() -> [[Int]] {
    var isTaken = Array(repeating: false, count: links.count)
    var groups: [[Int]] = []
    for start in links.indices where !isTaken[start] {
      isTaken[start] = true
      var group = [start]
      var next = 0
      while next < group.count {
        let link = links[group[next]]
        for index in (linksOfOld[link.old] ?? []) + (linksOfNew[link.new] ?? [])
        where !isTaken[index] {
          isTaken[index] = true
          group.append(index)
        }
        next += 1
      }
      groups.append(group.sorted())
    }
    return groups
  }
}
