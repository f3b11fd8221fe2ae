// SPDX-License-Identifier: GPL-2.0-or-later

/// Lines and shapes of a chart, as `path` takes them; made of whole numbers and nothing else.
struct ChartPath: Sendable, Hashable {
  /// The value of `d`.
  private(set) var data = ""

  var isEmpty: Bool { data.isEmpty }

  /// Adds a line from one point to another.
  mutating func addLine(from start: ChartPoint, to end: ChartPoint) {
    data += "M\(start.x) \(start.y)L\(end.x) \(end.y)"
  }

  /// Adds a circle around a point.
  mutating func addCircle(around point: ChartPoint, radius: Int) {
    data += "M\(point.x - radius) \(point.y)a\(radius) \(radius) 0 1 0 \(2 * radius) 0"
    data += "a\(radius) \(radius) 0 1 0 -\(2 * radius) 0"
  }

  /// Adds a square around a point.
  mutating func addSquare(around point: ChartPoint, halfSide: Int) {
    data += "M\(point.x - halfSide) \(point.y - halfSide)h\(2 * halfSide)v\(2 * halfSide)"
    data += "h-\(2 * halfSide)z"
  }
}

/// A place in a chart, from its upper left corner.
struct ChartPoint: Sendable, Hashable {
  let x: Int
  let y: Int
}
