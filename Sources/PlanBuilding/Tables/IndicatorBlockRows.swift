// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SectionTokenization
internal import SourceText

/// Gives the cells of a table of indicators to its rows.
///
/// In order, a row is a name, its values and its period. A cell that comes where it cannot belong is
/// of a row that lacks it.
struct IndicatorBlockRows {
  let cells: CellSplitter

  private struct Row {
    var name: BlockName?
    let position: SourcePosition
    /// What a page break has cut off the name.
    var rests: [String] = []
    var values: [String] = []
    var period: String?
    var isOutOfOrder = false
  }

  /// A line of a name is full if it is this part of the widest one, and no shorter than that.
  private static let fullLineShare = 0.85
  private static let leastFullLine = 40

  /// A page has fewer rows.
  static let mostOpenRows = 64
  /// A row has fewer cells.
  private static let cellsAhead = 4

  private var rows: [Row] = []
  /// The length of the widest line of a name, in bytes.
  private var width = Self.leastFullLine
  /// Values that came where no row lacked one.
  private var leftovers: [(value: String, position: SourcePosition)] = []
  /// Whether the latest period was given to a row above the last one.
  private var goesOnAbove = false

  init(cells: CellSplitter) {
    self.cells = cells
  }

  mutating func rows(of printed: [PlacedBlockCell]) -> [TableRow] {
    for (index, placed) in printed.enumerated() {
      let following = printed[(index + 1)...].prefix(Self.cellsAhead)
      switch placed.cell {
      case .name(let name): add(name, following)
      case .value(let value): add(value, placed, following)
      case .period(let period): add(period: period, placed, following)
      case .date: break
      }
    }
    placeLeftovers()
    return rows.map(tableRow)
  }

  // MARK: - Cells

  private mutating func add(_ name: BlockName, _ following: ArraySlice<PlacedBlockCell>) {
    goesOnAbove = false
    width = max(width, name.width)
    if takeRestOfValue(name.text) { return }
    if let row = rowCut(before: name, following) {
      rows[row].rests.append(name.text)
    } else if let last = rows.indices.last, rows[last].name == nil {
      rows[last].name = name
    } else {
      rows.append(Row(name: name, position: name.position))
    }
  }

  /// The row whose name goes on with a text, or nil where the text is a name of its own.
  ///
  /// A name begins with a capital; the rest of one comes after a page break, or has no values.
  private func rowCut(
    before name: BlockName, _ following: ArraySlice<PlacedBlockCell>
  ) -> Int? {
    guard name.beginsWithSmallLetter, !rows.isEmpty else { return nil }
    let cut = rows.suffix(Self.mostOpenRows)
      .lastIndex { $0.name != nil && $0.position.page < name.position.page }
    if let cut { return cut }
    return following.first?.isValue == true ? nil : rows.indices.last
  }

  private mutating func add(
    _ value: String, _ placed: PlacedBlockCell, _ following: ArraySlice<PlacedBlockCell>
  ) {
    if takeRestOfValue(value) { return }
    guard let row = rowLacking(placed, following) else {
      leftovers.append((value, placed.position))
      return
    }
    rows[row].values.append(value)
  }

  /// Adds the rest of a known phrase that a page break has cut; false where the text is none.
  private mutating func takeRestOfValue(_ text: String) -> Bool {
    guard let last = rows.indices.last, let cell = rows[last].values.last,
      cells.completesPhrase(cell, with: text)
    else { return false }
    rows[last].values[rows[last].values.count - 1] = "\(cell) \(text)"
    return true
  }

  /// The row that a value belongs to, a new one if need be; nil where none seems to lack one.
  private mutating func rowLacking(
    _ placed: PlacedBlockCell, _ following: ArraySlice<PlacedBlockCell>
  ) -> Int? {
    let open = openRows
    guard let last = open.last else {
      // "72 %" "År" before the name of their row.
      guard following.first(where: { !$0.isValue })?.isPeriod == true else { return nil }
      rows.append(Row(name: nil, position: placed.position, isOutOfOrder: true))
      return rows.count - 1
    }
    let row = goesOnAbove || placed.isAfterLateHeading ? open[0] : last
    return valueCount(rows[row]) < 2 ? row : nil
  }

  /// The rows without a period, as far up as a page's rows may stand.
  private var openRows: [Int] {
    rows.indices.suffix(Self.mostOpenRows).filter { rows[$0].period == nil }
  }

  private mutating func add(
    period: String, _ placed: PlacedBlockCell, _ following: ArraySlice<PlacedBlockCell>
  ) {
    let open = openRows
    guard let first = open.first, let last = open.last else {
      rows.append(
        Row(name: nil, position: placed.position, period: period, isOutOfOrder: true))
      return
    }
    var row = first
    if first != last {
      // A row that has all else is ended by the next period; of several that lack values, the
      // first one is, if the periods of the others follow.
      let others = following.first(where: { !$0.isValue })
      if valueCount(rows[last]) > 1 || others?.isPeriod != true { row = last }
      for index in open { rows[index].isOutOfOrder = true }
    }
    goesOnAbove = row != last
    rows[row].period = period
  }

  // MARK: - Values that came late

  /// Values that stand after all rows are of the first column of values, which an extractor can
  /// take for a column of its own.
  private mutating func placeLeftovers() {
    guard let first = leftovers.first else { return }
    if rows.isEmpty { rows.append(Row(name: nil, position: first.position)) }
    let named = rows.indices.filter { rows[$0].name != nil }
    let empty = named.filter { valueCount(rows[$0]) == 0 }.prefix(leftovers.count)
    // Who has one value already may lack the other one by right.
    let half = named.filter { valueCount(rows[$0]) == 1 }.suffix(leftovers.count - empty.count)
    let lacking = (empty + half).sorted()
    for (row, value) in zip(lacking, leftovers) {
      rows[row].values.insert(value.value, at: 0)
      rows[row].isOutOfOrder = true
    }
    guard leftovers.count > lacking.count, let last = rows.indices.last else { return }
    rows[last].values += leftovers[lacking.count...].map(\.value)
    rows[last].isOutOfOrder = true
  }

  // MARK: - Values inside a name

  private func valueCount(_ row: Row) -> Int {
    row.values.count + valuesInName(row).count
  }

  /// The values that stand among a name's words and are none of them, as the row's other cells tell.
  private func valuesInName(_ row: Row) -> [String] {
    guard let name = row.name, !name.values.isEmpty, name.values.count + row.values.count <= 2
    else { return [] }
    guard let other = row.values.first ?? name.values.dropFirst().first else { return name.values }
    let value = name.values[0]
    if value + " " + name.lastLine == other,
      name.textBesideValues.hasSuffix(" " + name.lastLine)
    {
      return [other]
    }
    guard let one = cells.targets.target(from: value), one.value != nil,
      let two = cells.targets.target(from: other), two.value != nil
    else { return name.values }
    // "efter klockan 17" and nothing below it: only a line that fills its column runs into the next.
    let isFull = !name.lastLine.isEmpty || Double(name.width) >= Self.fullLineShare * Double(width)
    if one.unit == nil, !isFull { return [] }
    return one.unit == two.unit ? name.values : []
  }

  // MARK: - Rows

  private func tableRow(_ row: Row) -> TableRow {
    var result = TableRow(position: row.position)
    let inName = valuesInName(row)
    var name = row.name.map { inName.isEmpty ? $0.text : $0.textBesideValues } ?? ""
    if let value = inName.first, let printed = row.name, value != printed.values[0] {
      // The last line is of the value.
      name = name.utf8Text(0..<name.utf8.count - printed.lastLine.utf8.count - 1)
    }
    result[.name] = ([name] + row.rests).filter { !$0.isEmpty }.joined(separator: " ")
    var values = inName + row.values
    if values.count == 1, isPhrase(values[0]) { values.insert("", at: 0) }
    result[.target] = values.first ?? ""
    result[.councilTarget] = values.dropFirst().joined(separator: " ")
    result[.period] = row.period ?? ""
    result.isCutShort = row.period == nil
    result.isOutOfOrder = row.isOutOfOrder
    result.hasLoneValue = !result[.target].isEmpty && result[.councilTarget].isEmpty
    return result
  }

  /// Whether a value is prose that says who sets the target, as only the council does.
  private func isPhrase(_ value: String) -> Bool {
    var value = value
    return value.withUTF8 { cells.targets.phraseMatch($0) } != nil
  }
}
