// SPDX-License-Identifier: GPL-2.0-or-later

/// A pair that an assignment may take, and what it gains.
struct AssignmentCandidate: Sendable, Hashable {
  /// A place in the first list, by document order.
  var first: Int
  /// A place in the second list, by document order.
  var second: Int
  /// Above 0.
  var gain: Double
}

/// Finds the one-to-one assignment with the greatest gain (the linear assignment problem).
///
/// Each of the first list in turn is given a partner by the cheapest chain of changes among those
/// that have one already (successive shortest paths with potentials, after Jonker and Volgenant
/// 1987). Only candidates are looked at, so that n goals with a bounded number of candidates each
/// take n² log n steps at worst; as the candidates of goals fall apart into small groups, it is
/// close to n.
///
/// Among assignments of equal gain the one wins that keeps to document order best: the sum of the
/// squared distances between the places is least, then the places come earliest.
struct Assignment {
  /// A gain, then the order.
  private struct Cost: Comparable {
    var primary: Int
    var order: Int

    static let zero = Cost(primary: 0, order: 0)

    static func < (one: Cost, other: Cost) -> Bool {
      one.primary != other.primary ? one.primary < other.primary : one.order < other.order
    }

    static func + (one: Cost, other: Cost) -> Cost {
      Cost(primary: one.primary + other.primary, order: one.order + other.order)
    }

    static func - (one: Cost, other: Cost) -> Cost {
      Cost(primary: one.primary - other.primary, order: one.order - other.order)
    }
  }

  private struct Edge {
    var column: Int
    var cost: Cost
  }

  /// Gains are told apart to a millionth.
  private static let scale = 1e6

  private var edges: [[Edge]]
  private var partnerOfRow: [Int?]
  private var partnerOfColumn: [Int?]
  private var rowPotential: [Cost]
  private var columnPotential: [Cost]
  private let columnCount: Int

  /// The pairs of the best assignment, by rising first place; no two candidates may have the same
  /// places.
  static func best(_ candidates: [AssignmentCandidate]) -> [AssignmentCandidate] {
    guard candidates.count > 1 else { return candidates }
    var solver = Assignment(candidates)
    for row in solver.edges.indices { solver.assign(row) }
    return candidates.filter { solver.takes($0) }.sorted { $0.first < $1.first }
  }

  private let rowOfPlace: [Int: Int]
  private let columnOfPlace: [Int: Int]

  private init(_ candidates: [AssignmentCandidate]) {
    let rows = Array(Set(candidates.map(\.first))).sorted()
    let columns = Array(Set(candidates.map(\.second))).sorted()
    rowOfPlace = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
    columnOfPlace = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    edges = Array(repeating: [], count: rows.count)
    // Every row has a column of its own that gains nothing: to stay without a partner.
    columnCount = columns.count + rows.count
    for candidate in candidates {
      guard let row = rowOfPlace[candidate.first], let column = columnOfPlace[candidate.second]
      else { continue }
      edges[row].append(Edge(column: column, cost: Self.cost(of: candidate)))
    }
    for row in rows.indices { edges[row].append(Edge(column: columns.count + row, cost: .zero)) }
    partnerOfRow = Array(repeating: nil, count: rows.count)
    partnerOfColumn = Array(repeating: nil, count: columnCount)
    rowPotential = edges.map { $0.map(\.cost).min() ?? .zero }
    columnPotential = Array(repeating: .zero, count: columnCount)
  }

  private static func cost(of candidate: AssignmentCandidate) -> Cost {
    let distance = candidate.first - candidate.second
    let order = distance * distance << 20 + candidate.first + candidate.second
    return Cost(primary: -Int((candidate.gain * scale).rounded()), order: order)
  }

  private func takes(_ candidate: AssignmentCandidate) -> Bool {
    guard let row = rowOfPlace[candidate.first] else { return false }
    return partnerOfRow[row] != nil && partnerOfRow[row] == columnOfPlace[candidate.second]
  }

  /// Gives a row its column by the cheapest chain of changes.
  private mutating func assign(_ start: Int) {
    var distance: [Int: Cost] = [:]
    var previousRow: [Int: Int] = [:]
    var settled: [Int: Cost] = [:]
    var queue = MinimumQueue<Cost>()
    var row = start
    var rowDistance = Cost.zero
    var end: (column: Int, distance: Cost)?
    while end == nil {
      for edge in edges[row] where settled[edge.column] == nil {
        let reduced = edge.cost - rowPotential[row] - columnPotential[edge.column]
        let reached = rowDistance + reduced
        if let known = distance[edge.column], known <= reached { continue }
        distance[edge.column] = reached
        previousRow[edge.column] = row
        queue.insert(edge.column, priority: reached)
      }
      // The row's own column is always free, so that the queue never runs dry.
      var first = queue.removeMinimum()
      while let stale = first, settled[stale.element] != nil { first = queue.removeMinimum() }
      guard let next = first else { return }
      settled[next.element] = next.priority
      guard let owner = partnerOfColumn[next.element] else {
        end = (next.element, next.priority)
        break
      }
      row = owner
      rowDistance = next.priority
    }
    guard let end else { return }
    updatePotentials(start, settled, end.distance)
    change(to: end.column, from: start, previousRow)
  }

  private mutating func updatePotentials(
    _ start: Int, _ settled: [Int: Cost], _ total: Cost
  ) {
    rowPotential[start] = rowPotential[start] + total
    for (column, distance) in settled {
      let slack = total - distance
      columnPotential[column] = columnPotential[column] - slack
      if let owner = partnerOfColumn[column] { rowPotential[owner] = rowPotential[owner] + slack }
    }
  }

  private mutating func change(to column: Int, from start: Int, _ previousRow: [Int: Int]) {
    var column = column
    while let row = previousRow[column] {
      let freed = partnerOfRow[row]
      partnerOfRow[row] = column
      partnerOfColumn[column] = row
      guard row != start, let freed else { return }
      column = freed
    }
  }
}
