// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Puts rows together where blank lines part the cells, but do not keep them in order: at the foot
/// of a page, and where a cell has more lines than the others, an extractor moves cells.
struct BlockTableReader {
  let vocabulary: VocabularyIndex
  let words: HyphenEvidence
  let cells: CellSplitter

  func rows(of segments: [TableSegment]) -> [TableRow] {
    guard let kind = segments.first?.columns.kind else { return [] }
    let printed = cells(of: segments, kind)
    switch kind {
    case .indicators:
      var rows = IndicatorBlockRows(cells: cells)
      return rows.rows(of: printed)
    case .activities:
      var rows = ActivityBlockRows()
      return rows.rows(of: printed)
    }
  }

  private func cells(of segments: [TableSegment], _ kind: PlanTableKind) -> [PlacedBlockCell] {
    let reader = BlockCellReader(
      vocabulary: vocabulary, evidence: words, targets: cells.targets, kind: kind)
    var cells: [PlacedBlockCell] = []
    for segment in segments {
      let hasLateColumn = segment.lateHeadingIndex != nil && Self.isHalf(segment.columns)
      for (block, isLate) in blocks(of: segment) {
        for cell in reader.cells(of: block) {
          cells.append(
            PlacedBlockCell(
              cell: cell, position: block[0].position,
              isBeforeLateHeading: hasLateColumn && !isLate,
              isAfterLateHeading: hasLateColumn && isLate))
        }
      }
    }
    return cells
  }

  /// Whether a header has the first of the two columns that hold the same, and not the second.
  private static func isHalf(_ header: TableColumns) -> Bool {
    let roles = header.columns.map(\.role)
    switch header.kind {
    case .indicators: return roles.contains(.target) && !roles.contains(.councilTarget)
    case .activities: return roles.contains(.start) && !roles.contains(.end)
    }
  }

  /// Lines without a blank line, a page's end or a heading between them.
  private func blocks(of segment: TableSegment) -> [(lines: [SourceLine], isLate: Bool)] {
    var blocks: [(lines: [SourceLine], isLate: Bool)] = []
    for (index, line) in segment.lines.enumerated() {
      let isLate = segment.lateHeadingIndex.map { index >= $0 } ?? false
      let above = blocks.last?.lines.last?.position
      if line.blankLinesAbove == 0, above?.line == line.position.line - 1,
        above?.page == line.position.page
      {
        blocks[blocks.count - 1].lines.append(line)
      } else {
        blocks.append(([line], isLate))
      }
    }
    return blocks
  }
}

/// A cell, and where it stands.
struct PlacedBlockCell {
  let cell: BlockCell
  let position: SourcePosition
  /// Whether the heading of the second date or value comes after the cell, and so the cell is none.
  let isBeforeLateHeading: Bool
  /// Whether that heading comes late, but before the cell.
  let isAfterLateHeading: Bool

  var isName: Bool {
    if case .name = cell { true } else { false }
  }

  var isValue: Bool {
    if case .value = cell { true } else { false }
  }

  var isPeriod: Bool {
    if case .period = cell { true } else { false }
  }
}
