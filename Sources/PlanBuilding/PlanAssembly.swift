// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SectionTokenization
internal import SourceText

/// Goes through the tokens once and puts each line where it belongs.
struct PlanAssembly {
  let document: TokenizedDocument
  let words: HyphenEvidence
  let tables: TableReader
  let targets: TargetReader
  let missingPages: MissingPageMarks

  private var repeatedHeaders: [FurnitureText] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var goals = GoalStack()
  private var introduction = SectionStack()
  private var closing = SectionStack()
  private var openBlock: OpenBlock?
  private var segments: [TableSegment] = []
  private var freeRows: [SourceLine] = []
  private var titleJoiner: LineJoiner
  private var headingJoiner: LineJoiner
  private var headingDepth: (depth: Int, at: SourcePosition)?
  private var isInTitle = false
  /// Whether a number that stands before the title in hand is the goal's.
  private var mayTakeNumber = false
  /// A label that stands alone above the goal's second label.
  private var firstLabel: SourceLine?

  private var unknownColumns: [UnknownColumn] = []

  /// A heading that no field of a row is for, and where it stands first.
  private struct UnknownColumn {
    let heading: String
    let at: SourcePosition
    var tableCount: Int
  }

  private struct OpenBlock {
    var marker: String?
    var joiner: LineJoiner
    let at: SourcePosition
  }

  init(
    document: TokenizedDocument, words: HyphenEvidence, tables: TableReader, targets: TargetReader,
    missingPages: MissingPageMarks
  ) {
    self.document = document
    self.words = words
    self.tables = tables
    self.targets = targets
    self.missingPages = missingPages
    titleJoiner = LineJoiner(words: words)
    headingJoiner = LineJoiner(words: words)
  }

  mutating func assemble(into plan: inout PlanDocument) {
    let lines = document.document.lines
    var contents = ContentsAssembly(words: words, missingPages: missingPages)
    for (index, token) in document.tokens.enumerated() {
      let isInClosing = index >= document.closingStart
      // A line is copied only where it is kept: most lines are text.
      switch token {
      case .furniture:
        let page = lines[index].position.page
        plan.furniture.append(FurnitureText(page: page, text: lines[index].text))
      case .cover: plan.cover.append(lines[index].text)
      case .contentsHeading: plan.contentsHeading = lines[index].text
      case .contentsEntry: contents.begin(lines[index])
      case .contentsContinuation: contents.goOn(lines[index])
      case .paragraph, .continuation, .listItem:
        addText(
          lines[index].text, at: lines[index].position,
          endsInsideWord: lines[index].endsInsideWord, token, isInClosing: isInClosing)
      default: add(lines, index, token, isInClosing: isInClosing)
      }
      isInClosingNow = isInClosing
    }
    finishGoalParts()
    diagnostics += unknownColumnDiagnostics
    plan.furniture += repeatedHeaders
    plan.contents = contents.finish()
    plan.introduction = introduction.finish()
    plan.goals = goals.finish()
    plan.closing = closing.finish()
  }

  private mutating func add(
    _ lines: [SourceLine], _ index: Int, _ token: SectionTokenKind, isInClosing: Bool
  ) {
    switch token {
    case .goal(let label):
      finishGoalParts()
      beginGoal(lines[index], label)
    case .goalLabel:
      finishGoalParts()
      firstLabel = lines[index]
    case .goalTitle:
      titleJoiner.append(lines[index].text, endsInsideWord: lines[index].endsInsideWord)
    case .sectionHeading(let kind):
      finishGoalParts()
      goals.begin(
        Section(
          kind: SectionKind(kind), heading: lines[index].text, depth: nil,
          at: lines[index].position))
    case .runInHeading(let kind, let count):
      finishGoalParts()
      let text = lines[index].text
      goals.begin(
        Section(
          kind: SectionKind(kind), heading: text.utf8Text(0..<count), depth: nil,
          at: lines[index].position))
      addText(
        text.trimmedUTF8Text(count..<text.utf8.count), at: lines[index].position,
        endsInsideWord: lines[index].endsInsideWord, .paragraph, isInClosing: isInClosing)
    case .heading(let depth):
      finishGoalParts()
      headingDepth = (depth, lines[index].position)
      headingJoiner.append(lines[index].text, endsInsideWord: lines[index].endsInsideWord)
    case .headingContinuation:
      headingJoiner.append(lines[index].text, endsInsideWord: lines[index].endsInsideWord)
    case .tableHeader(let table):
      beginTable(document.tables[table])
    case .tableHeaderContinuation:
      break
    case .lateTableHeading:
      noteLateHeading(lines[index])
    case .tableRow:
      segments[segments.count - 1].lines.append(lines[index])
    case .freeTableRow:
      finishTitleAndHeading(isClosing: isInClosing)
      finishBlock(isClosing: isInClosing)
      freeRows.append(lines[index])
    case .furniture, .cover, .contentsHeading, .contentsEntry, .contentsContinuation, .paragraph,
      .continuation, .listItem:
      break
    }
  }

  private var isInClosingNow = false

  // MARK: - Goals

  private mutating func beginGoal(_ line: SourceLine, _ label: GoalLabel) {
    let count = line.text.utf8.count
    let offset = min(label.titleUTF8Offset, count)
    var printed = line.text.trimmedUTF8Text(0..<offset)
    if let firstLabel { printed = "\(firstLabel.text) \(printed)" }
    let position = firstLabel?.position ?? line.position
    firstLabel = nil
    goals.begin(
      Goal(
        id: "", level: GoalLevel(label.level),
        scope: label.level == .unit ? label.scope.map { GoalScope($0) } : nil,
        number: label.number, title: "", label: printed,
        at: position))
    isInTitle = true
    mayTakeNumber = label.number == nil || label.numberIsOfLabel
    titleJoiner.append(line.text.utf8Text(offset..<count), endsInsideWord: line.endsInsideWord)
  }

  /// Sets the title of the goal in hand; a number that stands before it on its own line
  /// ("Nämndmål:" above "1.4 Stockholm …" or "1 Ett Stockholm …") is taken off it.
  private mutating func finishTitle() {
    guard isInTitle else { return }
    isInTitle = false
    var title = titleJoiner.take()
    goals.changeCurrent { goal in
      if mayTakeNumber {
        let match = title.withUTF8 { GoalNumber.leadingOrBare($0, from: 0) }
        if let match {
          goal.number = match.text
          goal.label += " " + title.utf8Slice(0..<match.utf8End)
          title = title.trimmedUTF8Text(match.utf8End..<title.utf8.count)
        }
      }
      goal.title = title
    }
  }

  // MARK: - Tables

  private mutating func beginTable(_ columns: TableColumns) {
    let isRepeated = segments.last.map { $0.columns.kind == columns.kind } ?? false
    if !isRepeated { finishGoalParts() }
    finishTitleAndHeading(isClosing: isInClosingNow)
    finishBlock(isClosing: isInClosingNow)
    goals.changeCurrent {
      $0.tableHeaders.append(
        TableHeader(columns: columns.columns.map(\.heading), at: columns.position))
    }
    if !isRepeated { noteUnknownColumns(columns) }
    segments.append(TableSegment(columns: columns, lines: []))
  }

  /// Tells of columns that no field of a row is for ("Utfall 2023", "Ansvarig").
  private mutating func noteUnknownColumns(_ columns: TableColumns) {
    for column in columns.columns where column.role == .unknown {
      if let known = unknownColumns.firstIndex(where: { $0.heading == column.heading }) {
        unknownColumns[known].tableCount += 1
      } else {
        unknownColumns.append(
          UnknownColumn(heading: column.heading, at: columns.position, tableCount: 1))
      }
    }
  }

  /// A remark for each heading, since a plan has it in all its tables.
  private var unknownColumnDiagnostics: [Diagnostic] {
    unknownColumns.map { column in
      let place =
        column.tableCount == 1 ? "The table's" : "From here on, in \(column.tableCount) tables, the"
      return Diagnostic(
        "column-not-read", .warning, at: column.at,
        "\(place) column “\(column.heading.prefix(60))” is not in the vocabulary; its cells stand "
          + "after the names of the rows.")
    }
  }

  /// Headings among the rows belong to the header above them.
  private mutating func noteLateHeading(_ line: SourceLine) {
    guard let segment = segments.last else { return }
    if segment.lateHeadingIndex == nil, !segment.lines.isEmpty {
      segments[segments.count - 1].lateHeadingIndex = segment.lines.count
    }
    if let year = line.text.spaceSeparatedWords().last.flatMap({ Int($0) }) {
      segments[0].columns.councilTargetYear = segments[0].columns.councilTargetYear ?? year
    }
    goals.changeCurrent { goal in
      goal.tableHeaders[goal.tableHeaders.count - 1].columns.append(line.text)
    }
  }

  private mutating func finishTable() {
    guard let columns = segments.first?.columns else { return }
    let rows = tables.rows(of: segments)
    segments = []
    diagnostics += rows.flatMap(\.diagnostics)
    var level: GoalLevel?
    goals.changeCurrent { level = $0.level }
    // A unit's own indicators have its own targets.
    if level != .unit { diagnostics += rows.compactMap(\.targetDiagnostic) }
    switch columns.kind {
    case .indicators:
      let indicators = rows.map { indicator($0, year: columns.councilTargetYear) }
      goals.changeCurrent { $0.indicators += indicators }
    case .activities:
      var activities: [Activity] = []
      for row in rows { activities.append(activity(row)) }
      goals.changeCurrent { $0.activities += activities }
    }
  }

  private func indicator(_ row: TableRow, year: Int?) -> Indicator {
    Indicator(
      name: row[.name], target: targets.target(from: row[.target]),
      councilTarget: targets.target(from: row[.councilTarget]), councilTargetYear: year,
      period: row[.period].isEmpty ? nil : row[.period], at: row.position)
  }

  /// The activity of a row; what is printed among its dates and is none ("Löpande") goes with the text.
  private mutating func activity(_ row: TableRow) -> Activity {
    var others: [Substring] = []
    let start = takeDate(from: row[.start], &others)
    let end = takeDate(from: row[.end], &others)
    var text = row[.name]
    if !others.isEmpty {
      let printed = others.joined(separator: " ")
      text += (text.isEmpty ? "" : " ") + printed
      diagnostics.append(
        Diagnostic(
          "date-not-read", .info, at: row.position,
          "The row “\(row[.name].prefix(60))” has “\(printed.prefix(60))” among its dates, which is not "
            + "a date like 2024-01-31; it stands after the text."))
    }
    return Activity(text: text, start: start, end: end, at: row.position)
  }

  /// What is printed in a cell for saying that it is empty.
  private static let emptyCellMarks: Set<Substring> = ["-", "–", "—"]

  /// The date in a cell; its other words come after those given.
  private func takeDate(from cell: String, _ others: inout [Substring]) -> String? {
    if cell.isEmpty || isISODate(cell.utf8) { return cell.isEmpty ? nil : cell }
    var date: String?
    for word in cell.spaceSeparatedWords() where !Self.emptyCellMarks.contains(word) {
      if date == nil, isISODate(word.utf8) {
        date = String(word)
      } else {
        others.append(word)
      }
    }
    return date
  }

  // MARK: - Text

  private mutating func addText(
    _ line: String, at position: SourcePosition, endsInsideWord: Bool, _ token: SectionTokenKind,
    isInClosing: Bool
  ) {
    if !segments.isEmpty { finishTable() }
    finishTitleAndHeading(isClosing: isInClosing)
    finishFreeTable(isClosing: isInClosing)
    switch token {
    case .continuation where openBlock != nil:
      openBlock?.joiner.append(line, endsInsideWord: endsInsideWord)
    case .paragraph where openBlock?.marker != nil && openBlock?.joiner.isEmpty == true:
      // "1." alone on its line: the first paragraph after it is the item's text.
      openBlock?.joiner.append(line, endsInsideWord: endsInsideWord)
    case .listItem(let count):
      finishBlock(isClosing: isInClosing)
      var joiner = LineJoiner(words: words)
      let text = line.trimmedUTF8Text(count..<line.utf8.count)
      joiner.append(text, endsInsideWord: endsInsideWord)
      openBlock = OpenBlock(
        marker: line.utf8Text(0..<count), joiner: joiner, at: position)
    default:
      finishBlock(isClosing: isInClosing)
      var joiner = LineJoiner(words: words)
      joiner.append(line, endsInsideWord: endsInsideWord)
      openBlock = OpenBlock(marker: nil, joiner: joiner, at: position)
    }
  }

  private mutating func finishBlock(isClosing: Bool) {
    guard let block = openBlock else { return }
    openBlock = nil
    if let marker = block.marker {
      append(.listItem(marker: marker, text: block.joiner.text, at: block.at), isClosing)
    } else {
      append(.paragraph(text: block.joiner.text, at: block.at), isClosing)
    }
  }

  private mutating func finishFreeTable(isClosing: Bool) {
    guard !freeRows.isEmpty else { return }
    let first = freeRows[0]
    // A header that is printed again on the next page is furniture of that page.
    let header = Set(
      freeRows.prefix {
        $0.position.page == first.position.page && !FreeTableReader.isRowOfNumbers($0)
      }.map(\.text))
    let isRepeated: (SourceLine) -> Bool = { line in
      line.position.page != first.position.page && header.contains(line.text)
    }
    repeatedHeaders += freeRows.filter(isRepeated)
      .map { FurnitureText(page: $0.position.page, text: $0.text) }
    let (columns, rows) = FreeTableReader().table(of: freeRows.filter { !isRepeated($0) })
    freeRows = []
    append(.table(columns: columns, rows: rows, at: first.position), isClosing)
  }

  private mutating func append(_ block: Block, _ isClosing: Bool) {
    if isClosing {
      closing.append(block)
    } else if goals.isEmpty {
      introduction.append(block)
    } else {
      goals.append(block)
    }
  }

  private mutating func finishTitleAndHeading(isClosing: Bool) {
    finishTitle()
    guard let (depth, at) = headingDepth else { return }
    headingDepth = nil
    let section = Section(kind: .heading, heading: headingJoiner.take(), depth: depth, at: at)
    if isClosing {
      closing.begin(section)
    } else if goals.isEmpty {
      introduction.begin(section)
    } else {
      goals.beginSubsection(section)
    }
  }

  /// Ends whatever is in hand before a new part begins.
  private mutating func finishGoalParts() {
    let wasClosing = isInClosingNow
    if !segments.isEmpty { finishTable() }
    finishTitleAndHeading(isClosing: wasClosing)
    finishFreeTable(isClosing: wasClosing)
    finishBlock(isClosing: wasClosing)
  }
}
