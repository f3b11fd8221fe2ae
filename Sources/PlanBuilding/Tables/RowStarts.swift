// SPDX-License-Identifier: GPL-2.0-or-later

/// Says which row each line of a table belongs to.
///
/// Rows stand further apart than the lines of a cell; that tells them apart however the cells are
/// aligned. Where rows stand as near as lines, the cells that a row has on one line only do: a row
/// begins at them where cells are set at the top, and lies round them where they are not.
struct RowStarts {
  struct Line {
    let y: Double
    /// Whether a column has text that a row has on one line only: a period or a date.
    let isAnchor: Bool
    /// Whether the line follows the one before it on the same page.
    let followsOnPage: Bool
    let hasName: Bool
    /// Whether the name on the line begins with a small letter, and so goes on from the line above.
    let continuesName: Bool
    /// Whether a name begins on the line for sure.
    let beginsName: Bool
    /// Whether a cell has text on the lines above and below, but none on the line.
    let isInsideCell: Bool
    /// In points, or nil in a text.
    let fontSize: Double?
  }

  private let lines: [Line]
  /// Gaps smaller than this many font sizes stand between cells of one line that are not aligned.
  private static let leastLeading = 0.8
  /// Gaps smaller than this many font sizes are no half of a leading, but an uneven line.
  private static let leastHalfLeading = 0.45
  /// Lines of a cell stand no further apart than this many font sizes.
  private static let mostLeading = 1.3
  /// The space between rows adds at least this many font sizes to the leading.
  private static let leastRowSpace = 0.12
  /// Without looks, a gap above a row is larger than one inside a row by this factor at least.
  private static let clearlyLarger = 1.15

  init(_ lines: [Line]) {
    self.lines = lines
  }

  /// The row of each line, counted from 0 without holes.
  func rowOfLine() -> [Int] {
    if let rows = rowsBySpace() ?? rowsOfText() { return rows }
    let isAtTop = (lines[0].isAnchor || beginsWithoutAnchor) && !isSetInMiddle
    guard isAtTop || !lines.contains(where: \.isAnchor) else {
      return rowsRoundAnchors()
    }
    let threshold = rowGap()
    var row = 0
    return lines.indices.map { index in
      if index > 0, startsRow(index, threshold) { row += 1 }
      return row
    }
  }

  /// Whether a row without an anchor is the first: the name of the row below it begins at its anchor.
  private var beginsWithoutAnchor: Bool {
    lines.firstIndex(where: \.isAnchor).map { lines[$0].beginsName } ?? false
  }

  /// Whether lines stand half a leading apart, as those of cells set in the middle do beside others.
  private var isSetInMiddle: Bool {
    guard let fontSize = lines[0].fontSize else { return false }
    let halves = (Self.leastHalfLeading * fontSize)..<(Self.leastLeading * fontSize)
    return lines.indices.dropFirst().contains {
      lines[$0].followsOnPage && halves.contains(gap(above: $0))
    }
  }

  private func gap(above index: Int) -> Double {
    lines[index].y - lines[index - 1].y
  }

  // MARK: - By the space between rows

  /// Rows parted by their space, or nil where that would put two anchors into one row.
  private func rowsBySpace() -> [Int]? {
    guard let threshold = spaceThreshold() else { return nil }
    var groups: [Range<Int>] = []
    var start = 0
    for index in lines.indices.dropFirst()
    where !lines[index].followsOnPage || gap(above: index) >= threshold {
      groups.append(start..<index)
      start = index
    }
    groups.append(start..<lines.count)
    guard groups.allSatisfy({ anchorCount($0) <= 1 }) else { return nil }
    var rows = [Int](repeating: 0, count: lines.count)
    var row = -1
    var mayTakeMore = false
    for group in groups {
      // The rest of a row that a page break has cut has no anchor, or is the part that has it.
      let isAfterBreak = group.lowerBound > 0 && !lines[group.lowerBound].followsOnPage
      let isRest = isAfterBreak && (anchorCount(group) == 0 || mayTakeMore) && row >= 0
      if !isRest { row += 1 }
      for line in group { rows[line] = row }
      mayTakeMore = anchorCount(group) == 0 && !isRest && !anchorsAreFirst(in: groups)
    }
    return rows
  }

  private func anchorCount(_ group: Range<Int>) -> Int {
    group.count { lines[$0].isAnchor }
  }

  /// Whether cells are set at the top, as far as rows of several lines tell.
  private func anchorsAreFirst(in groups: [Range<Int>]) -> Bool {
    let telling = groups.filter { $0.count > 1 && anchorCount($0) == 1 }
    return telling.count { lines[$0.lowerBound].isAnchor } * 2 >= telling.count
  }

  /// The middle of the widest step between the gaps of a table, or nil where they are all alike.
  private func spaceThreshold() -> Double? {
    guard let fontSize = lines[0].fontSize else { return nil }
    let all = lines.indices.dropFirst().filter { lines[$0].followsOnPage }.map { gap(above: $0) }
    let gaps = all.filter { $0 >= Self.leastLeading * fontSize }.sorted()
    var best: (step: Double, middle: Double)?
    for (small, large) in zip(gaps, gaps.dropFirst()) where small < 2 * fontSize {
      let step = min(large, 3 * fontSize) - small
      if step > (best?.step ?? Self.leastRowSpace * fontSize) {
        best = (step, (small + large) / 2)
      }
    }
    if let best { return best.middle }
    // Cells set in the middle show in gaps of half a leading; if all others are wider than a
    // leading, no cell has a line that stands alone, and they part rows.
    guard gaps.count < all.count, let least = gaps.first, least > Self.mostLeading * fontSize else {
      return nil
    }
    return least
  }

  // MARK: - In text laid out with spaces

  /// Rows of a text whose cells are not set at the top, or nil where they are or nothing tells.
  ///
  /// Cells set at the top have their periods and dates beside a name's first line, and beside the
  /// first line of every other cell.
  private func rowsOfText() -> [Int]? {
    let anchors = lines.indices.filter { lines[$0].isAnchor }
    guard lines[0].fontSize == nil, let first = anchors.first,
      first > 0
        || anchors.contains(where: {
          !lines[$0].hasName || lines[$0].continuesName || lines[$0].isInsideCell
        })
    else { return nil }
    var rows = [Int](repeating: 0, count: lines.count)
    var above = first
    for (row, anchor) in anchors.enumerated() {
      let end = row + 1 < anchors.count ? anchors[row + 1] : lines.count
      var start = end
      if end < lines.count { start = startOfNextRow(after: anchor, before: end, linesAbove: above) }
      for line in (anchor + 1)..<max(anchor + 1, start) { rows[line] = row }
      for line in start..<min(end + 1, lines.count) { rows[line] = row + 1 }
      above = end - start
    }
    return rows
  }

  /// The line between two anchors where the second one's row begins: where a name does, and where a
  /// row of cells set in the middle has as many lines below its anchor as above it.
  private func startOfNextRow(after anchor: Int, before next: Int, linesAbove: Int) -> Int {
    ((anchor + 1)...next).min {
      cost(ofStart: $0, after: anchor, linesAbove) < cost(ofStart: $1, after: anchor, linesAbove)
    } ?? next
  }

  /// Half lines by which a row that ends before a line is uneven; a name that begins with a small
  /// letter hardly begins a row, while one may well begin with a line of a taller cell beside it.
  private func cost(ofStart start: Int, after anchor: Int, _ linesAbove: Int) -> Int {
    let unevenness = 2 * abs(start - anchor - 1 - linesAbove)
    if lines[start].continuesName { return unevenness + 6 }
    return unevenness + (lines[start].hasName ? 0 : 1)
  }

  // MARK: - By anchors

  /// Where cells are set at the top, a row begins at its anchor, or, where its cells are empty, with
  /// its name or below the space between rows.
  private func startsRow(_ index: Int, _ threshold: Double?) -> Bool {
    let line = lines[index]
    if line.isAnchor || line.beginsName { return true }
    guard line.followsOnPage, line.hasName, let threshold else { return false }
    return gap(above: index) >= threshold
  }

  /// The least gap that parts rows, or nil where rows stand as near as lines.
  private func rowGap() -> Double? {
    var lineGaps: [Double] = []
    var anchorGaps: [Double] = []
    for index in lines.indices.dropFirst() where lines[index].followsOnPage {
      if lines[index].isAnchor {
        anchorGaps.append(gap(above: index))
      } else {
        lineGaps.append(gap(above: index))
      }
    }
    guard let least = (lineGaps + anchorGaps).min(), !anchorGaps.isEmpty || lineGaps.count > 1,
      let smallestAnchorGap = anchorGaps.min() ?? lineGaps.max(),
      smallestAnchorGap > least * Self.clearlyLarger
    else { return nil }
    return (least + smallestAnchorGap) / 2
  }

  /// Where cells are set in the middle or at the bottom, and rows stand as near as lines: each line
  /// belongs to the nearest anchor.
  private func rowsRoundAnchors() -> [Int] {
    let anchors = lines.indices.filter { lines[$0].isAnchor }
    return lines.indices.map { index in
      anchors.indices.min { one, other in
        distance(index, anchors[one]) < distance(index, anchors[other])
      } ?? 0
    }
  }

  private func distance(_ one: Int, _ other: Int) -> Double {
    let range = min(one, other)..<max(one, other)
    // A page break between two lines parts them more than any gap.
    let breaks = lines[(range.lowerBound + 1)..<(range.upperBound + 1)]
      .contains { !$0.followsOnPage }
    return breaks ? 10_000 + Double(range.count) : abs(lines[one].y - lines[other].y)
  }
}
