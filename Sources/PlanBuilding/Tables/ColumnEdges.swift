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

  /// Where the words of a line stand.
  private struct Line {
    /// Among the words of all lines.
    let words: Range<Int>
    /// What is narrower is a space between words.
    let gap: Double
  }

  init(_ segment: TableSegment) {
    let columns = segment.columns.columns
    // All words in one list, which is gone through for each place that an edge may have.
    var words: [LineWord] = []
    let lines = segment.lines.map { line in
      words += line.words
      return Line(
        words: (words.count - line.words.count)..<words.count,
        gap: line.look.map { $0.fontSize * Self.wordGap } ?? 1.5)
    }
    let slack = segment.lines.first?.look.map { $0.fontSize * 0.2 } ?? 0.5
    var edges: [Double] = []
    for (left, right) in zip(columns, columns.dropFirst()) {
      let start = edges.last ?? -.infinity
      let lowest = max(start, left.xMin + (left.xMax - left.xMin) * 0.3)
      edges.append(
        Self.edge(between: lowest, and: right, slack: slack, in: lines, words) {
          Self.doubleCells(from: start, left, to: $0, right, in: segment.lines)
        })
    }
    self.edges = edges
  }

  private static func edge(
    between lowest: Double, and column: TableColumn, slack: Double, in lines: [Line],
    _ words: [LineWord], doubleCells: (Double) -> Int
  ) -> Double {
    let heading = column.xMin - slack
    var least = cost(of: heading, in: lines, words, atMost: .max)
    var candidates = [heading]
    for line in lines {
      var previous: LineWord?
      for word in words[line.words] {
        defer { previous = word }
        guard word.xMin > lowest, word.xMin <= column.xMax else { continue }
        let edge = word.xMin - slack
        // An edge inside a phrase costs more than nothing.
        if least == 0, let previous, previous.xMin < edge, word.xMin - previous.xMax < line.gap {
          continue
        }
        candidates.append(edge)
      }
    }
    candidates.sort()
    var cheapest: [(edge: Double, doubleCells: Int)] = []
    for (index, edge) in candidates.enumerated() where index == 0 || edge != candidates[index - 1] {
      let cost = cost(of: edge, in: lines, words, atMost: least)
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
  private static func cost(
    of edge: Double, in lines: [Line], _ words: [LineWord], atMost limit: Int
  ) -> Int {
    var cost = 0
    for line in lines where cost <= limit {
      var previousEnd = -Double.infinity
      for word in words[line.words] {
        if word.xMin >= edge {
          if word.xMin - previousEnd < line.gap { cost += 1 }
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
