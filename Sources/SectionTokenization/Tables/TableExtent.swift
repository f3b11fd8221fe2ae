// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Finds where the rows under a table's header end.
struct TableExtent {
  let machine: TokenizingMachine

  private var lines: [SourceLine] { machine.lines }
  /// Rows that go on after a repeated header are short; more lines than this are other text.
  private static let longestRest = 12
  /// In text laid out with spaces: no name goes on for more lines below its row's last cell.
  private static let longestNameEnd = 3

  /// The line after the last row.
  func rowsEnd(of header: TableColumns, from start: Int) -> Int {
    var end = start
    while end < lines.count, machine.furniture[end] || !machine.isStructural(end) { end += 1 }
    if lines.first?.look != nil { return placedEnd(of: header, start..<end) }
    return plainEnd(of: header, start..<end)
  }

  // MARK: - With looks

  /// Rows are set alike; a line in another size, or one that runs across the columns, is text.
  private func placedEnd(of header: TableColumns, _ range: Range<Int>) -> Int {
    guard let first = range.first(where: { !machine.furniture[$0] }),
      let rowLook = lines[first].look
    else { return range.upperBound }
    let leftEdge = leftEdge(of: header, firstRow: lines[first], rowLook)
    for line in range where !machine.furniture[line] {
      guard let look = lines[line].look else { continue }
      if abs(look.fontSize - rowLook.fontSize) > 0.6 { return line }
      let isAcross =
        runsAcross(lines[line], header, look) && !holdsRowEnd(lines[line].text, header.kind)
      let leavesTable = lines[line].xMin < leftEdge - 3 * look.fontSize
      if isAcross && line != first || leavesTable { return line }
    }
    return range.upperBound
  }

  /// The left edge of a table: that of its first heading, or of its first row where the heading is
  /// set in the middle of its column.
  ///
  /// Text below a header that stands alone has no cells.
  private func leftEdge(
    of header: TableColumns, firstRow row: SourceLine, _ look: LineLook
  ) -> Double {
    guard let heading = header.columns.first else { return 0 }
    guard row.xMin < heading.xMin, header.columns.count > 1 else { return heading.xMin }
    let hasCells = zip(row.words, row.words.dropFirst()).contains {
      $1.xMin > heading.xMax && $1.xMin - $0.xMax > 0.8 * look.fontSize
    }
    return hasCells ? row.xMin : heading.xMin
  }

  /// Whether a line goes from the first column far into the next ones without a gap between cells.
  private func runsAcross(
    _ line: SourceLine, _ header: TableColumns, _ look: LineLook
  ) -> Bool {
    guard header.columns.count > 1,
      line.xMin < header.columns[0].xMin + 2 * look.fontSize,
      line.xMax > header.columns[1].xMin + 2 * look.fontSize
    else { return false }
    return !zip(line.words, line.words.dropFirst()).contains {
      $1.xMin - $0.xMax > 0.8 * look.fontSize
    }
  }

  /// Whether a line has what a row has once, though a full cell leaves next to no gap before it: a
  /// period at the end, or a date, behind which a narrow column may have cut another one.
  private func holdsRowEnd(_ text: String, _ kind: PlanTableKind) -> Bool {
    switch kind {
    case .indicators: machine.index.periods.end(text)
    case .activities:
      text.spaceSeparatedWords().contains { word in
        isISODate(word.utf8) || word.utf8.last == UInt8(ascii: "-") && beginsISODate(word)
      }
    }
  }

  // MARK: - In plain text

  /// Rows end in a period or a date, or have a cell under the heading of a column.
  ///
  /// What follows the last such line is the rest of a row that a
  /// page break cut, or text.
  private func plainEnd(of header: TableColumns, _ range: Range<Int>) -> Int {
    let last = range.last {
      !machine.furniture[$0]
        && (endsRow(lines[$0].text, header.kind) || hasCell(lines[$0], under: header))
    }
    let rest = last.map { $0 + 1 } ?? range.lowerBound
    let tail = (rest..<range.upperBound).filter { !machine.furniture[$0] }
    guard let first = tail.first else { return range.upperBound }
    if isSameHeader(at: range.upperBound, header.kind) { return range.upperBound }
    guard tail.count <= Self.longestRest else { return rest }
    if startsWithSmallLetter(lines[first].text.utf8) { return range.upperBound }
    // Under a repeated header, with no row of its own: the rest of the row above the page break.
    if last == nil, repeatsHeader(header) { return range.upperBound }
    // A row without dates begins like the others, with the space of its empty first cell.
    if lines[first].xMin >= 1, lines[range.lowerBound].xMin >= 1 { return range.upperBound }
    if header.cellsStandApart, tail.allSatisfy(mayBeCell) { return range.upperBound }
    return last == nil ? rest : endOfName(below: header, tail) ?? rest
  }

  /// The line after those that end the name of the last row, which may begin with a capital or a number;
  /// nil where there are none.
  ///
  /// They stand right below the row and in the column of the names, and nothing else does.
  private func endOfName(below header: TableColumns, _ tail: [Int]) -> Int? {
    guard header.hasPlaces, header.columns.count > 1 else { return nil }
    let name = tail.prefix { lines[$0].blankLinesAbove == 0 }
    guard let last = name.last, name.count <= Self.longestNameEnd,
      name.allSatisfy({ lines[$0].xMax < header.columns[1].xMin && mayBeCell($0) })
    else { return nil }
    return last + 1
  }

  /// Whether a line after the last whole row may be of a cell that an extractor has moved there:
  /// running text is told by its full stops.
  private func mayBeCell(_ line: Int) -> Bool {
    lines[line].text.utf8.last != UInt8(ascii: ".") && ListMarker(lines[line].text) == nil
  }

  private func endsRow(_ text: String, _ kind: PlanTableKind) -> Bool {
    switch kind {
    case .indicators: return machine.index.periods.end(text)
    case .activities: return endsInISODate(text)
    }
  }

  /// Whether columns of spaces put something under a heading other than the first one.
  ///
  /// "Löpande" in place of a date ends no row; two spaces and its place tell it from text.
  private func hasCell(_ line: SourceLine, under header: TableColumns) -> Bool {
    guard header.hasPlaces else { return false }
    return line.words.indices.contains { index in
      let word = line.words[index]
      let isApart = index == 0 ? word.xMin >= 2 : word.isApart(from: line.words[index - 1])
      return isApart && header.columns.dropFirst().contains { abs($0.xMin - word.xMin) <= 1 }
    }
  }

  private func isSameHeader(at line: Int, _ kind: PlanTableKind) -> Bool {
    machine.header(at: line)?.kind == kind
  }

  private func repeatsHeader(_ header: TableColumns) -> Bool {
    machine.tables.dropLast().last.map { $0.kind == header.kind } ?? false
  }
}
