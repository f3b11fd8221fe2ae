// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Goes through the lines once; its states are named by what is expected next.
struct TokenizingMachine {
  enum State {
    /// Before the introduction: the cover and the contents.
    case expectingIntroduction
    /// After a goal's label: the (rest of the) title. `lines` counts the title's lines so far.
    case expectingTitle(lines: Int)
    /// After a table's header: its rows, up to a line.
    case expectingRows(end: Int)
    case expectingText
  }

  let index: VocabularyIndex
  let lines: [SourceLine]
  let edges: [LineEdges]
  let furniture: [Bool]
  let layout: DocumentLayout
  let outline: Set<String>
  /// What the lines mean that hold a heading and nothing else.
  let meanings: [VocabularyIndex.HeadingMeaning?]
  private(set) var labels: [GoalLabel?]
  /// The headers of tables, by the line that they begin on.
  private var headers: [Int: TableColumns] = [:]
  /// Whether a table's header begins on a line, since every line is asked.
  private var beginsHeader: [Bool]
  private(set) var contents: ContentsDetector.Contents?
  private var contentsTitles = ContentsTitles()
  private(set) var introductionStart = 0
  private(set) var closingStart = 0
  /// Whether the known section headings of this document are set apart from running text.
  private(set) var headingsAreSetApart = false
  /// The lines of tables without a known header.
  private(set) var freeRows: [Bool] = []

  var tokens: [SectionTokenKind] = []
  var tables: [TableColumns] = []
  var state = State.expectingIntroduction
  /// The line in hand.
  var line = 0
  /// The line before it that is not furniture.
  var previous: Int?
  /// The first line of the list item that the lines above belong to, or nil where they are none's.
  private(set) var itemLine: Int?
  /// The kind of the section in hand, inside a goal.
  var section: SectionHeadingKind?
  /// The number of the last numbered item of the list in hand.
  var lastListNumber: Int?

  init(
    index: VocabularyIndex, document: SourceDocument, edges: [LineEdges], furniture: [Bool],
    layout: DocumentLayout
  ) {
    self.index = index
    lines = document.lines
    self.edges = edges
    self.furniture = furniture
    self.layout = layout
    outline = Set(document.outline.map(\.title))
    meanings = index.headingMeanings(of: document.lines, edges)
    labels = []
    beginsHeader = [Bool](repeating: false, count: lines.count)
    let contents = ContentsDetector(
      meanings: meanings, pageCount: document.pageCount, missingPages: index.missingPages
    ).contents(in: document.lines, edges, furniture: furniture)
    self.contents = contents
    if let contents {
      contentsTitles = ContentsTitles(
        contents, in: document.lines, furniture: furniture, index.missingPages)
    }
    tokens.reserveCapacity(document.lines.count)
    findParts()
  }

  // MARK: - The parts of the plan

  private mutating func findParts() {
    var isContents = [Bool](repeating: false, count: lines.count)
    for entry in contents?.entries ?? [] { for line in entry { isContents[line] = true } }
    labels = lines.indices.map { line in
      // A label begins with a capital; "våra" "enhetsmål: trygghet" is a sentence.
      furniture[line] || isContents[line] || edges[line].startsWithSmallLetter
        || !index.goalLabels.mayBegin(edges[line])
        ? nil : index.goalLabels.label(in: lines[line].text) ?? labelInCell(line)
    }
    for (line, label) in numberedGoalLabels() { labels[line] = label }
    measureHeadings()
    let firstLabel = labels.firstIndex { $0 != nil } ?? lines.count
    introductionStart = findIntroduction(before: firstLabel)
    headers = index.tableHeaders.headers(
      in: lines, edges, from: firstLabel, furniture: furniture)
    for line in headers.keys { beginsHeader[line] = true }
    let lastLabel = labels.lastIndex { $0 != nil } ?? lines.count
    closingStart = findClosing(after: lastLabel)
    let body = lines.indices.filter { !furniture[$0] && $0 >= introductionStart }
    freeRows = FreeTableDetector(layout: layout).rows(in: lines, edges, body: body) { line in
      labels[line] == nil && line != closingStart && !beginsHeader[line]
        && ListMarker(lines[line].text) == nil && meanings[line] == nil
    }
  }

  /// The label that stands in a cell of its own, left of its title, on a line set as a heading.
  ///
  /// "Nämndmål" beside "Enhetsmål" or "Beskrivning" heads columns.
  private func labelInCell(_ line: Int) -> GoalLabel? {
    let words = lines[line].words
    guard layout.isSetAsHeading(lines[line]) else { return nil }
    let cellStarts = words.indices.dropFirst().filter { isWideGap(before: $0, of: lines[line]) }
    guard let title = cellStarts.first, cellStarts.count == 1 else { return nil }
    let text = lines[line].text
    let cell = text.utf8Text(0..<words[title - 1].utf8End)
    let rest = text.utf8Text(words[title].utf8Start..<text.utf8.count)
    guard var label = index.goalLabels.label(in: cell), label.titleUTF8Offset >= cell.utf8.count,
      index.goalLabels.label(in: rest) == nil, index.headingMeaning(of: rest) == nil
    else { return nil }
    label.titleUTF8Offset = words[title].utf8Start
    return label
  }

  private mutating func measureHeadings() {
    guard layout.hasLooks else { return }
    var setApart = 0
    var plain = 0
    for line in lines.indices where !furniture[line] {
      guard case .section? = meanings[line] else { continue }
      if layout.isSetAsHeading(lines[line]) { setApart += 1 } else { plain += 1 }
    }
    headingsAreSetApart = setApart > plain
  }

  /// After the printed contents; else at the heading "Inledning"; else, where there is a cover page,
  /// on the second page, or at the first goal on the cover; else after the title of a text of one page.
  private func findIntroduction(before firstLabel: Int) -> Int {
    if let last = contents?.entries.last, last.upperBound <= firstLabel { return last.upperBound }
    let heading = lines.indices.prefix(firstLabel).first { line in
      guard !furniture[line], case .introduction? = meanings[line]
      else {
        return false
      }
      return true
    }
    if let heading { return heading }
    guard let title = lines.indices.prefix(firstLabel).first(where: isDocumentTitle) else {
      return 0
    }
    let titlePage = lines[title].position.page
    let nextPage = lines.indices.first { lines[$0].position.page > titlePage }
    if let nextPage { return min(nextPage, firstLabel) }
    return coverEnd(fromTitle: title, before: firstLabel) ?? 0
  }

  private func isDocumentTitle(_ line: Int) -> Bool {
    index.vocabulary.cover.documentType(of: lines[line].text) != nil
  }

  /// The closing begins after the last goal: at a known heading, at one that the printed contents
  /// list, or at one set like the headings of the introduction.
  private func findClosing(after lastLabel: Int) -> Int {
    guard lastLabel < lines.count else { return lines.count }
    let titleEnd = titleEnd(ofLabel: lastLabel)
    var sectionSize = 0.0
    for line in lines.indices where !furniture[line] {
      if case .section? = meanings[line] {
        sectionSize = max(sectionSize, lines[line].look?.fontSize ?? 0)
      }
    }
    // The closing has no table of indicators or activities.
    let lastTable = headers.keys.max() ?? lastLabel
    for line in (lastLabel + 1)..<max(lastLabel + 1, lines.count) where !furniture[line] {
      let isSetApart = layout.isSetAsHeading(lines[line])
      if case .closing? = meanings[line],
        isSetApart || !headingsAreSetApart
      {
        return line
      }
      if line >= titleEnd, meanings[line] == nil, isSetApart || !headingsAreSetApart,
        listedHeadingLineCount(at: line) > 0
      {
        return line
      }
      // A heading larger than those inside goals belongs to a chapter of its own; where they are not
      // set apart, one as that of the introduction.
      guard isSetApart, (lines[line].look?.fontSize ?? 0) > sectionSize + 0.5,
        meanings[line] == nil,
        headingsAreSetApart && sectionSize > 0 || isSetAsIntroduction(line, lastLabel),
        !continuesTitle(line, after: lastLabel), line > lastTable, mayHeadClosing(line)
      else { continue }
      return line
    }
    return lines.count
  }

  /// Whether a large line may begin the closing: it is no item and no sentence.
  private func mayHeadClosing(_ line: Int) -> Bool {
    lines[line].text.utf8.last != UInt8(ascii: ".") && ListMarker(lines[line].text) == nil
  }

  /// Whether a line is set as the heading of the introduction is, and no smaller than a goal's label.
  private func isSetAsIntroduction(_ line: Int, _ label: Int) -> Bool {
    guard let heading = nextLine(after: introductionStart - 1),
      case .introduction? = meanings[heading], let look = lines[line].look,
      let labelLook = lines[label].look
    else { return false }
    return layout.isSetAsHeading(lines[heading]) && layout.areSetAlike(lines[heading], lines[line])
      && look.fontSize >= labelLook.fontSize - 0.5
  }

  /// The first line after a label that cannot be its goal's title for being listed in the contents.
  private func titleEnd(ofLabel label: Int) -> Int {
    guard let next = nextLine(after: label) else { return lines.count }
    guard let title = labels[label]?.titleUTF8Offset, title >= lines[label].text.utf8.count else {
      // What follows the first line of a title at once may be the second.
      return lines[next].blankLinesAbove > layout.usualBlankLines ? next : next + 1
    }
    return next + max(1, listedHeadingLineCount(at: next))
  }

  /// Whether a large line after a label is still that goal's title.
  private func continuesTitle(_ line: Int, after label: Int) -> Bool {
    guard line - label <= 8 else { return false }
    return (label + 1...line).allSatisfy { furniture[$0] || layout.isSetAsHeading(lines[$0]) }
  }

  // MARK: - The run

  mutating func run() {
    var isInGoals = false
    var nextEntry = 0
    while line < lines.count {
      if furniture[line] {
        emit(.furniture)
        continue
      }
      if line < introductionStart {
        readFront(&nextEntry)
        continue
      }
      if line == closingStart {
        isInGoals = false
        section = nil
        readHeading()
      } else if let label = labels[line] {
        isInGoals = true
        readLabel(label)
      } else if isInGoals {
        readGoalLine()
      } else {
        readChapterLine()
      }
    }
  }

  /// Gives the line in hand its token and goes on to the next.
  mutating func emit(_ token: SectionTokenKind) {
    tokens.append(token)
    if token != .furniture { previous = line }
    switch token {
    case .listItem: itemLine = line
    case .continuation, .furniture: break
    default: itemLine = nil
    }
    line += 1
  }

  private mutating func readFront(_ nextEntry: inout Int) {
    if contents?.heading == line { return emit(.contentsHeading) }
    guard let entries = contents?.entries, nextEntry < entries.count else { return emit(.cover) }
    let entry = entries[nextEntry]
    guard entry.contains(line) else { return emit(.cover) }
    let isFirst = !(entry.lowerBound..<line).contains { !furniture[$0] }
    let isLast = line + 1 == entry.upperBound
    if isLast { nextEntry += 1 }
    emit(isFirst ? .contentsEntry : .contentsContinuation)
  }

  private mutating func readLabel(_ label: GoalLabel) {
    if isFirstOfTwoLabels(label) { return emit(.goalLabel) }
    let hasTitle = label.titleUTF8Offset < lines[line].text.utf8.count
    state = .expectingTitle(lines: hasTitle ? 1 : 0)
    section = nil
    lastListNumber = nil
    emit(.goal(label))
  }

  /// "Enhetsmål:" above "Avdelningsmål: …": one goal with two labels.
  private func isFirstOfTwoLabels(_ label: GoalLabel) -> Bool {
    guard label.level == .unit, label.titleUTF8Offset >= lines[line].text.utf8.count,
      let next = nextLine(after: line), let below = labels[next]
    else { return false }
    return below.level == .unit && below.scope != label.scope
  }

  private mutating func readGoalLine() {
    if beginsHeader[line], let header = headers[line] { return readHeader(header) }
    if let kind = sectionHeading(at: line) {
      return readSectionHeading(kind, .sectionHeading(kind))
    }
    if let heading = runInHeading() {
      return readSectionHeading(
        heading.kind, .runInHeading(heading.kind, headingUTF8Count: heading.utf8Count))
    }
    switch state {
    case .expectingTitle(let count):
      if continuesTitle(lineCount: count) {
        state = .expectingTitle(lines: count + 1)
        return emit(.goalTitle)
      }
      state = .expectingText
      readText()
    case .expectingRows(let end):
      if line < end {
        return emit(isLateTableHeading ? .lateTableHeading : .tableRow)
      }
      state = .expectingText
      readText()
    case .expectingText, .expectingIntroduction:
      readText()
    }
  }

  private mutating func readSectionHeading(_ kind: SectionHeadingKind, _ token: SectionTokenKind) {
    state = .expectingText
    section = kind
    lastListNumber = nil
    emit(token)
  }

  private var isLateTableHeading: Bool {
    let followsLateHeading = tokens.last == .lateTableHeading
    guard !layout.hasLooks,
      followsLateHeading
        || index.tableHeaders.mayBeginHeading(edges[line]),
      let header = tables.last
    else { return false }
    return index.tableHeaders.isLateHeading(
      lines[line], of: header, followsLateHeading: followsLateHeading)
      || index.tableHeaders.isHeadingOfOtherTable(lines[line], than: header)
  }

  private mutating func readHeader(_ header: TableColumns) {
    tables.append(header)
    let end = line + header.lineCount
    emit(.tableHeader(table: tables.count - 1))
    while line < end { emit(furniture[line] ? .furniture : .tableHeaderContinuation) }
    let rows = TableExtent(machine: self).rowsEnd(of: header, from: line)
    state = .expectingRows(end: rows)
  }

  /// A line of the introduction or the closing.
  private mutating func readChapterLine() {
    if freeRows[line] { return emit(.freeTableRow) }
    if isChapterHeading(line) { return readHeading() }
    readText()
  }

  mutating func readHeading() {
    state = .expectingText
    lastListNumber = nil
    let first = line
    let listedCount = layout.hasLooks ? 0 : listedHeadingLineCount(at: line)
    emit(.heading(depth: 1))
    while line < lines.count, line - first < ContentsTitles.lineLimit, !furniture[line],
      labels[line] == nil, line - first < listedCount || continuesHeading(line, from: first)
    {
      emit(.headingContinuation)
    }
  }

  /// How many lines from one on are a heading that the printed contents list; 0 for none.
  func listedHeadingLineCount(at line: Int) -> Int {
    guard !contentsTitles.isEmpty, !startsWithSmallLetter(lines[line].text.utf8) else { return 0 }
    let range = line..<min(line + ContentsTitles.lineLimit, lines.count)
    let end = range.first { furniture[$0] || labels[$0] != nil } ?? range.upperBound
    return contentsTitles.lineCount(of: lines[line..<end])
  }

  /// The kind of section whose heading the line is, or nil.
  func sectionHeading(at line: Int) -> SectionHeadingKind? {
    guard case .section(let kind)? = meanings[line] else { return nil }
    if headingsAreSetApart, !layout.isSetAsHeading(lines[line]) { return nil }
    return kind
  }

  /// Whether a new part of a goal begins on the line, so that a table or a title must end.
  func isStructural(_ line: Int) -> Bool {
    labels[line] != nil || line == closingStart || sectionHeading(at: line) != nil
      || beginsHeader[line]
  }

  /// The table's header that begins on a line, or nil; the number of lines is no line.
  func header(at line: Int) -> TableColumns? {
    line < lines.count && beginsHeader[line] ? headers[line] : nil
  }
}
