// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Page counters in a text whose pages are parted by nothing.
extension FurnitureDetector {
  /// Marks counters that count the pages of one total, in a text that has neither page marks nor blank
  /// lines where its pages break, and the lines beside them that stand beside most of the others.
  func markCounterSeries(
    _ lines: [SourceLine], _ edges: [LineEdges], _ flags: inout [Bool]
  ) {
    var seriesOfShape: [[UInt8]: [(line: Int, counter: PageCounter)]] = [:]
    for line in lines.indices where !flags[line] && index.pageCounter.mayBe(edges[line]) {
      guard let counter = index.pageCounter.counter(in: lines[line].text) else { continue }
      seriesOfShape[shape(of: lines[line].text), default: []].append((line, counter))
    }
    for series in seriesOfShape.values where PageCounter.countPages(series.map(\.counter)) {
      for (line, _) in series { flags[line] = true }
      var neighbours: Set<String> = []
      for step in [-1, 1] {
        neighbours.formUnion(markNeighbours(of: series.map(\.line), step, lines, &flags))
      }
      // The foot of the last page has no counter below it.
      var last = lines.count - 1
      while last >= 0, neighbours.contains(lines[last].text) {
        flags[last] = true
        last -= 1
      }
    }
  }

  /// Marks lines above or below counters, going away from them, as long as most have the same there.
  ///
  /// - Returns: Their texts.
  private func markNeighbours(
    of counters: [Int], _ step: Int, _ lines: [SourceLine], _ flags: inout [Bool]
  ) -> Set<String> {
    var texts: Set<String> = []
    // Above a head may stand the foot of the page before.
    for distance in 1...(Self.headLineLimit + Self.blockLineLimit) {
      let places = counters.map { $0 + step * distance }.filter { place in
        lines.indices.contains(place) && isBlockLine(lines[place])
          && (distance == 1 || flags[place - step])
      }
      let counts = Dictionary(places.map { (lines[$0].text, 1) }, uniquingKeysWith: +)
      let common = places.filter { counts[lines[$0].text] ?? 0 > counters.count / 2 }
      if common.isEmpty { break }
      for place in common {
        flags[place] = true
        texts.insert(lines[place].text)
      }
    }
    return texts
  }
}
