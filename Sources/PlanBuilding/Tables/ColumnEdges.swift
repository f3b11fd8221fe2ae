// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// The left edges of the columns after the first: where the fewest words would be cut.
struct ColumnEdges {
  let edges: [Double]

  /// A gap narrower than this many font sizes is a space between words.
  private static let wordGap = 0.45
  /// A gap wider than this many font sizes parts cells.
  private static let cellGap = 0.8
  /// The same beside a name, whose words a justified line sets further apart.
  private static let cellGapBesideName = 1.5

  init(_ segment: TableSegment) {
    let columns = segment.columns.columns
    var edges: [Double] = []
    for (left, right) in zip(columns, columns.dropFirst()) {
      let start = edges.last ?? -.infinity
      let lowest = max(start, left.xMin + (left.xMax - left.xMin) * 0.3)
      edges.append(
        Self.edge(between: lowest, and: right, in: segment.lines) {
          Self.doubleCells(from: start, left, to: $0, right, in: segment.lines)
        })
    }
    self.edges = edges
  }

  private static func edge(
    between lowest: Double, and column: TableColumn, in lines: [SourceLine],
    doubleCells: (Double) -> Int
  ) -> Double {
    let slack = lines.first?.look.map { $0.fontSize * 0.2 } ?? 0.5
    let heading = column.xMin - slack
    var candidates = [heading]
    for index in lines.indices {
      for word in lines[index].words where word.xMin > lowest && word.xMin <= column.xMax {
        candidates.append(word.xMin - slack)
      }
    }
    candidates.sort()
    var least = cost(of: heading, in: lines, atMost: .max)
    var cheapest: [(edge: Double, doubleCells: Int)] = []
    for (index, edge) in candidates.enumerated() where index == 0 || edge != candidates[index - 1] {
      let cost = cost(of: edge, in: lines, atMost: least)
      if cost < least { cheapest = [] }
      if cost <= least {
        least = cost
        cheapest.append((edge, 0))
      }
    }
    for index in cheapest.indices {
      cheapest[index].doubleCells = doubleCells(cheapest[index].edge)
    }
    let best = cheapest.min { one, other in
      if one.doubleCells != other.doubleCells { return one.doubleCells < other.doubleCells }
      if abs(one.edge - heading) != abs(other.edge - heading) {
        return abs(one.edge - heading) < abs(other.edge - heading)
      }
      return one.edge < other.edge
    }
    return best?.edge ?? heading
  }

  /// On how many lines an edge would leave two cells in the column to its left, or have two under
  /// the heading to its right.
  ///
  /// So it does where headings are set in the middle or at the right edge of their columns, and the
  /// cells begin before them.
  private static func doubleCells(
    from start: Double, _ left: TableColumn, to edge: Double, _ right: TableColumn,
    in lines: [SourceLine]
  ) -> Int {
    lines.count { line in
      guard let size = line.look?.fontSize else { return false }
      let gap = size * (left.role == .name ? cellGapBesideName : cellGap)
      return zip(line.words, line.words.dropFirst()).contains { last, word in
        guard word.xMin - last.xMax > gap else { return false }
        return last.xMin >= edge ? word.xMin < right.xMax : last.xMin >= start && word.xMin < edge
      }
    }
  }

  /// How many words and phrases an edge would cut; more than `limit` are not counted to the end.
  private static func cost(of edge: Double, in lines: [SourceLine], atMost limit: Int) -> Int {
    var cost = 0
    for index in lines.indices where cost <= limit {
      let gap = lines[index].look.map { $0.fontSize * wordGap } ?? 1.5
      var previousEnd = -Double.infinity
      for word in lines[index].words {
        if word.xMin >= edge {
          if word.xMin - previousEnd < gap { cost += 1 }
          break
        }
        if word.xMax > edge {
          cost += 3
          break
        }
        previousEnd = word.xMax
      }
    }
    return cost
  }
}
