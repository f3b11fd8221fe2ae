// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Puts rows together where the places of words are known: columns by the empty space between them,
/// rows by the cells that only a row's first line has and by the space between rows.
struct PlacedTableReader {
  let words: HyphenEvidence
  let splitter: CellSplitter
  let periods: PeriodEndings

  /// In text laid out with spaces, a narrow font pulls a cell to the left, by so many characters at the most.
  private static let mostPull = 8.0

  /// A line of a table, its words told apart by column.
  private struct Line {
    /// The text of each column, in the order of the header.
    var cells: [String]
    let position: SourcePosition
    /// In points; nil in a text.
    let fontSize: Double?
    /// Where the line stands, growing downwards over all pages.
    let y: Double
    /// Whether a column has text that a row has on one line only.
    var isAnchor: Bool
    /// Whether the line follows the one before it on the same page.
    let followsOnPage: Bool
    let segment: Int
    /// Whether a name begins on it: see ``NameBeginnings``.
    let beginsName: Bool
  }

  func rows(of segments: [TableSegment]) -> [TableRow] {
    var lines: [Line] = []
    for (number, segment) in segments.enumerated() {
      lines.append(contentsOf: self.lines(of: segment, number: number))
    }
    joinCutDates(in: &lines, of: segments)
    guard !lines.isEmpty else { return [] }
    let starts = RowStarts(
      lines.indices.map { index in
        let name = lines[index].cells[nameColumn(segments[lines[index].segment])]
        return RowStarts.Line(
          y: lines[index].y, isAnchor: lines[index].isAnchor,
          followsOnPage: lines[index].followsOnPage,
          hasName: !name.isEmpty, continuesName: startsWithSmallLetter(name.utf8),
          beginsName: lines[index].beginsName,
          isInsideCell: isInsideCell(index, of: lines),
          fontSize: lines[index].fontSize)
      }
    ).rowOfLine()
    var rows: [RowJoiner] = []
    // Rows in the order of their first lines, which may not be that of their anchors.
    var rowOfStart = [Int?](repeating: nil, count: lines.count)
    for index in lines.indices {
      let row = rowOfStart[starts[index]] ?? rows.count
      rowOfStart[starts[index]] = row
      if row == rows.count {
        rows.append(RowJoiner(position: lines[index].position, words: words))
      }
      rows[row].append(lines[index].cells, under: segments[lines[index].segment].columns.columns)
    }
    return rows.map(\.row)
  }

  /// Whether a line leaves a cell empty that has text on the lines above and below, which hold no
  /// periods or dates of their own.
  private func isInsideCell(_ index: Int, of lines: [Line]) -> Bool {
    guard index > 0, index + 1 < lines.count else { return false }
    let (above, line, below) = (lines[index - 1], lines[index], lines[index + 1])
    guard line.isAnchor, !above.isAnchor, !below.isAnchor, above.segment == line.segment,
      line.segment == below.segment
    else { return false }
    return line.cells.indices.contains {
      line.cells[$0].isEmpty && !above.cells[$0].isEmpty && !below.cells[$0].isEmpty
    }
  }

  private func nameColumn(_ segment: TableSegment) -> Int {
    segment.columns.columns.firstIndex { $0.role == .name } ?? 0
  }

  // MARK: - Columns

  private func lines(of segment: TableSegment, number: Int) -> [Line] {
    let edges = ColumnEdges(segment).edges
    let roles = segment.columns.columns.map(\.role)
    var names = NameBeginnings(segment, edges: edges)
    var hasAnchor = false
    var previousPage: Int?
    return segment.lines.enumerated().map { index, line in
      defer { previousPage = line.position.page }
      var cells: [String]
      if line.look == nil, let all = cellsInOrder(of: line, roles) {
        cells = all
      } else {
        cells = self.cells(of: line, edges: edges)
        moveStrayWords(in: &cells, roles)
        if line.look == nil {
          moveTarget(in: &cells, of: line, segment.columns.columns)
          moveValue(in: &cells, roles)
        }
      }
      let isAnchor = isAnchor(cells, roles, isSet: line.look != nil)
      defer { hasAnchor = hasAnchor || isAnchor }
      return Line(
        cells: cells, position: line.position, fontSize: line.look?.fontSize,
        y: line.look?.yTop ?? Double(line.position.line), isAnchor: isAnchor,
        followsOnPage: previousPage == line.position.page, segment: number,
        // After the first, a row of its own begins at an anchor anyway.
        beginsName: (!isAnchor || !hasAnchor) && names.begins(on: index))
    }
  }

  /// Whether the cells of a column have one line.
  private func hasOneLine(_ role: TableColumnRole) -> Bool {
    role == .period || role == .start || role == .end
  }

  /// Whether a cell is filled that has one line; in a table that is set on a page, and has neither periods
  /// nor dates, a target's is.
  private func isAnchor(_ cells: [String], _ roles: [TableColumnRole], isSet: Bool) -> Bool {
    let isOfTargets = isSet && !roles.contains(where: hasOneLine)
    return zip(roles, cells).contains { role, cell in
      guard !cell.isEmpty else { return false }
      return hasOneLine(role) || isOfTargets && (role == .target || role == .councilTarget)
    }
  }

  /// The cells of a line of text that has one for each column, told by the gaps between them; else nil.
  ///
  /// Some extractors keep the gaps and not the columns. What can be no period or date is no cell of
  /// its own.
  private func cellsInOrder(of line: SourceLine, _ roles: [TableColumnRole]) -> [String]? {
    guard let first = line.words.first,
      zip(line.words, line.words.dropFirst()).count(where: { $1.isApart(from: $0) }) + 1
        == roles.count
    else { return nil }
    var cells: [String] = []
    var start = first.utf8Start
    for (last, word) in zip(line.words, line.words.dropFirst()) where word.isApart(from: last) {
      cells.append(line.text.utf8Text(start..<last.utf8End))
      start = word.utf8Start
    }
    cells.append(line.text.utf8Text(start..<line.text.utf8.count))
    let fits = zip(roles, cells).allSatisfy { role, cell in
      switch role {
      case .period: periods.end(cell)
      case .start, .end: isISODate(cell.utf8)
      case .target, .councilTarget, .name, .unknown: true
      }
    }
    return fits ? cells : nil
  }

  /// Puts dates together that a narrow column has cut: "2025-12-" above "31", on the next page too.
  private func joinCutDates(in lines: inout [Line], of segments: [TableSegment]) {
    for role in [TableColumnRole.start, .end] {
      let columns = segments.map { $0.columns.columns.firstIndex { $0.role == role } }
      /// The lines of a date that is not whole yet.
      var cut: ClosedRange<Int>?
      for index in lines.indices {
        guard let column = columns[lines[index].segment], !lines[index].cells[column].isEmpty
        else { continue }
        if let begun = cut, let whole = joinDate(begun, index, columns, in: &lines, of: segments) {
          cut = whole
        } else {
          cut = beginsISODate(lines[index].cells[column]) ? index...index : nil
        }
      }
    }
  }

  /// Adds the piece of a date on a line to those on lines above it, where they go together.
  ///
  /// - Returns: All lines of the date, or nil where the piece is none of it.
  private func joinDate(
    _ begun: ClosedRange<Int>, _ index: Int, _ columns: [Int?], in lines: inout [Line],
    of segments: [TableSegment]
  ) -> ClosedRange<Int>? {
    // Where cells are set in the middle, a line of the cells beside it may stand between.
    guard index <= begun.upperBound + 2 else { return nil }
    let all = begun.lowerBound...index
    let pieces = all.map { line in columns[lines[line].segment].map { lines[line].cells[$0] } ?? ""
    }
    let date = pieces.joined()
    guard isISODate(date.utf8) || beginsISODate(date) else { return nil }
    for line in all {
      guard let column = columns[lines[line].segment] else { continue }
      lines[line].cells[column] = ""
      lines[line].isAnchor = isAnchor(
        lines[line].cells, segments[lines[line].segment].columns.columns.map(\.role),
        isSet: lines[line].fontSize != nil)
    }
    // The row's other date may stand beside any piece.
    let place = all.first { lines[$0].isAnchor } ?? all.lowerBound
    guard let column = columns[lines[place].segment] else { return nil }
    lines[place].cells[column] = date
    lines[place].isAnchor = true
    return all
  }

  /// Words before a date in its cell are the end of the text beside it, which reached into the
  /// column.
  private func moveStrayWords(in cells: inout [String], _ roles: [TableColumnRole]) {
    guard let name = roles.firstIndex(of: .name) else { return }
    for (column, role) in roles.enumerated() where role == .start || role == .end {
      // Most cells hold a date or nothing.
      guard !cells[column].isEmpty, !isISODate(cells[column].utf8) else { continue }
      let words = cells[column].spaceSeparatedWords()
      guard words.count > 1, let date = words.firstIndex(where: { isISODate($0.utf8) }), date > 0
      else { continue }
      cells[name] += (cells[name].isEmpty ? "" : " ") + words[..<date].joined(separator: " ")
      cells[column] = words[date...].joined(separator: " ")
    }
  }

  /// Moves the border between a name and the target beside it to where a target can begin.
  ///
  /// Text laid out with spaces keeps columns only roughly: a long name pushes the target to the
  /// right of it, or a narrow font pulls it to the left.
  private func moveTarget(
    in cells: inout [String], of line: SourceLine, _ columns: [TableColumn]
  ) {
    guard let name = columns.firstIndex(where: { $0.role == .name }), name + 1 < columns.count,
      columns[name + 1].role == .target,
      let period = columns.firstIndex(where: { $0.role == .period }), !cells[period].isEmpty
    else { return }
    let target = name + 1
    let nameCount = cells[name].spaceSeparatedWords().count
    let words = RowWords(cells[name] + " " + cells[target])
    if startsAfterGap(nameCount, of: line),
      splitter.mayBeTargets(nameCount..<words.count, of: words)
    {
      return
    }
    // A number inside of a name is no target in an empty cell: that stands under its heading.
    guard let start = splitter.targetStart(in: words),
      !cells[target].isEmpty || startsAfterGap(start, of: line)
        || line.words[start].xMin >= columns[target].xMin - Self.mostPull
    else { return }
    cells[name] = words.text(of: 0..<start)
    cells[target] = words.text(of: start..<words.count)
  }

  /// Parts a value and the period behind it that stand in one cell beside an empty one: numbers that
  /// are set at the right edge of their column reach up to the period.
  private func moveValue(in cells: inout [String], _ roles: [TableColumnRole]) {
    guard let period = roles.firstIndex(of: .period), period > 0,
      cells[period].isEmpty != cells[period - 1].isEmpty,
      roles[period - 1] == .target || roles[period - 1] == .councilTarget
    else { return }
    let cell = cells[period - 1] + cells[period]
    guard cell.hasUTF8Byte(0x20) else { return }
    let words = RowWords(cell)
    let periodCount = words.withUTF8(of: 0..<words.count) { periods.wordCount(atEndOf: $0) }
    let start = words.count - periodCount
    guard periodCount > 0, start > 0, splitter.mayBeTargets(0..<start, of: words) else { return }
    cells[period - 1] = words.text(of: 0..<start)
    cells[period] = words.text(of: start..<words.count)
  }

  /// Whether a wide gap stands before the word of that number, or there is no such word.
  private func startsAfterGap(_ index: Int, of line: SourceLine) -> Bool {
    guard index > 0, index < line.words.count else { return index == line.words.count }
    return line.words[index].isApart(from: line.words[index - 1])
  }

  private func cells(of line: SourceLine, edges: [Double]) -> [String] {
    var cells = [String](repeating: "", count: edges.count + 1)
    func column(at xMin: Double) -> Int { (edges.lastIndex { $0 <= xMin } ?? -1) + 1 }
    guard let first = line.words.first else {
      // A line of text without columns: it stands in the column of its indent.
      cells[column(at: line.xMin)] = line.text
      return cells
    }
    // Words of one column that follow each other are taken together.
    var run = (column: column(at: first.xMin), text: first.utf8Start..<first.utf8End)
    func endRun() {
      if !cells[run.column].isEmpty { cells[run.column] += " " }
      cells[run.column] += line.text.utf8Text(run.text)
    }
    for word in line.words.dropFirst() {
      let column = column(at: word.xMin)
      if column == run.column {
        run.text = run.text.lowerBound..<word.utf8End
      } else {
        endRun()
        run = (column, word.utf8Start..<word.utf8End)
      }
    }
    endRun()
    return cells
  }
}
