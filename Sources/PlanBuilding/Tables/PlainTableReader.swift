// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Puts rows together where an extractor has run the cells together, by what cells can hold.
///
/// A row of indicators ends in a period, one of activities in its dates. A cell of several lines
/// ends with a blank line; a cell of one line is followed by the next one after a space; an empty
/// cell leaves only its space.
struct PlainTableReader {
  let vocabulary: VocabularyIndex
  let words: HyphenEvidence
  let cells: CellSplitter

  func rows(of segments: [TableSegment]) -> [TableRow] {
    guard let kind = segments.first?.columns.kind else { return [] }
    if kind == .indicators, segments.contains(where: { $0.lateHeadingIndex != nil }) {
      return segments.flatMap { segment -> [TableRow] in
        columnwiseRows(of: segment) ?? self.rows(of: [segment.withoutLateHeading])
      }
    }
    var rows: [TableRow] = []
    var open: [SourceLine] = []
    /// Whether the last row has all its cells on its first line.
    var endsOnFirstLine = false
    let rowsAreIndented = segments.first { !$0.lines.isEmpty }?.lines.first.map { $0.xMin >= 1 }
    for segment in segments {
      var isAtStart = true
      var restChunk = 0
      let restCount = rows.isEmpty || !open.isEmpty ? 0 : restLineCount(segment.lines, kind)
      for (number, line) in segment.lines.enumerated() {
        if number < restCount {
          append(line, toCell: 0, of: &rows)
          continue
        }
        if open.isEmpty,
          isAtStart || kind == .activities || endsOnFirstLine && goesOnBesideCells(line),
          isRest(line, afterRowOf: rows, atStart: isAtStart, rowsAreIndented ?? false)
        {
          if line.blankLinesAbove > 0, number > 0 { restChunk += 1 }
          append(line, toCell: restChunk, of: &rows)
          continue
        }
        isAtStart = false
        if kind == .activities {
          if beginsRowWithoutDates(line, after: open, rowsAreIndented ?? false) {
            rows.append(activityRow(open))
            open.removeAll(keepingCapacity: true)
          } else if beginsRowAfterLoneDate(line, after: open) {
            var row = activityRow(open)
            row.isCutShort = true
            rows.append(row)
            open.removeAll(keepingCapacity: true)
          }
        }
        open.append(line)
        guard endsRow(open, kind) else { continue }
        endsOnFirstLine = open.count == 1
        rows.append(kind == .indicators ? indicatorRow(open) : activityRow(open))
        open.removeAll(keepingCapacity: true)
      }
    }
    closeTable(open, segments, &rows, kind)
    return rows
  }

  /// Rows whose names and own targets stand before the late headings, and whose council's targets
  /// and periods stand after them; nil where there are not as many of the one as of the other.
  private func columnwiseRows(of segment: TableSegment) -> [TableRow]? {
    guard let middle = segment.lateHeadingIndex else { return nil }
    var rows: [TableRow] = []
    for chunk in chunks(of: segment.lines[..<middle]) {
      var printed = RowWords()
      let lines = chunk.map { printed.append($0.text) }
      let text = printed.text(ofLines: lines, words)
      if let last = rows.indices.last, rows[last][.target].isEmpty,
        cells.mayBeTargets(0..<printed.count, of: printed)
      {
        rows[last][.target] = text
      } else {
        var row = TableRow(position: chunk[0].position)
        row[.name] = text
        rows.append(row)
      }
    }
    var ends: [(council: String, period: String)] = []
    var printed = RowWords()
    var council: [Range<Int>] = []
    for line in segment.lines[middle...] {
      let range = printed.append(line.text)
      guard vocabulary.periods.end(line.text) else {
        council.append(range)
        continue
      }
      let rest = range.dropLast()
      if !rest.isEmpty { council.append(rest) }
      ends.append(
        (
          printed.text(ofLines: council, words),
          printed.text(of: rest.upperBound..<range.upperBound)
        ))
      council = []
    }
    guard rows.count == ends.count, council.isEmpty else { return nil }
    for (index, end) in ends.enumerated() {
      rows[index][.councilTarget] = end.council
      rows[index][.period] = end.period
    }
    return rows
  }

  /// Lines between blank lines.
  private func chunks(of lines: ArraySlice<SourceLine>) -> [[SourceLine]] {
    var chunks: [[SourceLine]] = []
    for line in lines {
      if chunks.isEmpty || line.blankLinesAbove > 0 {
        chunks.append([line])
      } else {
        chunks[chunks.count - 1].append(line)
      }
    }
    return chunks
  }

  // MARK: - Where rows begin and end

  /// Whether a line is the rest of the row above, which a page break or its dates have cut.
  private func isRest(
    _ line: SourceLine, afterRowOf rows: [TableRow], atStart: Bool, _ rowsAreIndented: Bool
  ) -> Bool {
    guard !rows.isEmpty else { return false }
    if startsWithSmallLetter(line.text.utf8) { return true }
    return atStart && rowsAreIndented && line.xMin < 1 && !endsRow([line], .indicators)
      && !endsRow([line], .activities)
  }

  /// Whether a line goes on with a name whose first line has the other cells beside it, as extractors
  /// give it that go through a table line by line.
  private func goesOnBesideCells(_ line: SourceLine) -> Bool {
    line.blankLinesAbove == 0 && !endsRow([line], .indicators)
  }

  /// How many lines under a repeated header are the rest of the row above: those before the first
  /// blank line, where what follows them can be no target and so is a row's name.
  private func restLineCount(_ lines: [SourceLine], _ kind: PlanTableKind) -> Int {
    guard kind == .indicators, let end = lines.indices.first(where: { endsRow([lines[$0]], kind) })
    else { return 0 }
    let parts = IndicatorRowParts(Array(lines[...end]), vocabulary: vocabulary)
    guard parts.chunks.count >= 2, let first = parts.chunks[1].lines.first,
      let last = parts.chunks[1].lines.last,
      !cells.mayBeTargets(first.lowerBound..<last.upperBound, of: parts.words)
    else { return 0 }
    return parts.chunks[0].lines.count
  }

  /// Adds the rest of a cell to the last row.
  ///
  /// - Parameters:
  ///   - line: A line of the rest.
  ///   - cell: How many cells of the row have had their rest already; the name comes first.
  ///   - rows: The rows so far.
  private func append(_ line: SourceLine, toCell cell: Int, of rows: inout [TableRow]) {
    let last = rows.count - 1
    var role = TableColumnRole.name
    if cell > 0, !rows[last][.target].isEmpty { role = .target }
    for target in [TableColumnRole.councilTarget, .target]
    where cells.completesPhrase(rows[last][target], with: line.text)
      || completesTarget(target, of: rows[last], with: line.text)
    {
      role = target
      break
    }
    var joiner = LineJoiner(words: words, isCell: role != .name)
    joiner.append(rows[last][role])
    joiner.append(line.text)
    rows[last][role] = joiner.text
  }

  /// Whether a target is the same as the row's other one, but for the rest of the cell.
  private func completesTarget(
    _ role: TableColumnRole, of row: TableRow, with rest: String
  ) -> Bool {
    let other = row[role == .target ? .councilTarget : .target]
    return !row[role].isEmpty && "\(row[role]) \(rest)" == other
  }

  private func beginsRowWithoutDates(
    _ line: SourceLine, after open: [SourceLine], _ rowsAreIndented: Bool
  ) -> Bool {
    rowsAreIndented && !open.isEmpty && line.xMin >= 1 && line.blankLinesAbove > 0
      && !startsWithDate(line)
  }

  /// Whether a line follows one that ends in the only date of its row: a date's cell is the last
  /// thing in a row, and a capital begins the next one.
  private func beginsRowAfterLoneDate(_ line: SourceLine, after open: [SourceLine]) -> Bool {
    guard let last = open.last, TrailingISODates(last.text).count == 1 else { return false }
    return startsWithCapital(line.text.utf8)
  }

  private func startsWithDate(_ line: SourceLine) -> Bool {
    isISODate(line.text.utf8.prefix { $0 != 0x20 })
  }

  private func endsRow(_ lines: [SourceLine], _ kind: PlanTableKind) -> Bool {
    guard !lines.isEmpty else { return false }
    switch kind {
    case .indicators:
      return vocabulary.periods.end(lines[lines.count - 1].text)
    case .activities:
      let dates = lines.reduce(0) { $0 + TrailingISODates($1.text).count }
      // An empty start leaves a wider space before the end.
      return dates >= 2 || (dates == 1 && hasEmptyCellBeforeDate(lines[lines.count - 1]))
    }
  }

  private func hasEmptyCellBeforeDate(_ line: SourceLine) -> Bool {
    // On a line of its own, the empty cell leaves the space in front.
    if isISODate(line.text.utf8) { return line.xMin >= 1 }
    guard let date = line.words.last, let before = line.words.dropLast().last else { return false }
    return date.isApart(from: before)
  }

  private func closeTable(
    _ open: [SourceLine], _ segments: [TableSegment], _ rows: inout [TableRow],
    _ kind: PlanTableKind
  ) {
    guard let first = open.first else { return }
    let isUnderRepeatedHeader =
      segments.count > 1
      && segments.last?.lines.first.map { $0.position == first.position } ?? false
    // The rest of a row has no date of its own; a row that lacks one of two has.
    let hasDate = kind == .activities && open.contains { endsInISODate($0.text) }
    if !rows.isEmpty, !hasDate, isUnderRepeatedHeader || startsWithSmallLetter(first.text.utf8) {
      for line in open { append(line, toCell: 0, of: &rows) }
      return
    }
    var row = kind == .indicators ? indicatorRow(open) : activityRow(open)
    row.isCutShort = true
    rows.append(row)
  }

  // MARK: - Rows

  private func activityRow(_ lines: [SourceLine]) -> TableRow {
    var row = TableRow(position: lines[0].position)
    var joiner = LineJoiner(words: words)
    var dates: [String] = []
    for line in lines {
      let found = TrailingISODates(line.text)
      guard found.count > 0 else {
        joiner.append(line.text, endsInsideWord: line.endsInsideWord)
        continue
      }
      joiner.append(found.rest)
      if found.count == 1, dates.isEmpty, lines.count == 1 || line.position == lines.last?.position,
        hasEmptyCellBeforeDate(line)
      {
        dates.append("")
      }
      dates.append(contentsOf: found.dates)
    }
    // A row has two dates; nothing is lost where a damaged text has more.
    for date in dates.dropFirst(2) { joiner.append(date) }
    row[.name] = joiner.text
    row[.start] = dates.first ?? ""
    row[.end] = dates.count > 1 ? dates[1] : ""
    return row
  }

  private func indicatorRow(_ lines: [SourceLine]) -> TableRow {
    var row = TableRow(position: lines[0].position)
    let parts = IndicatorRowParts(lines, vocabulary: vocabulary)
    row[.period] = parts.period
    let (name, target, council) = cells.cells(of: parts, evidence: words)
    row[.name] = name
    row[.target] = target
    row[.councilTarget] = council
    return row
  }
}

extension TableSegment {
  fileprivate var withoutLateHeading: TableSegment {
    TableSegment(columns: columns, lines: lines)
  }
}
