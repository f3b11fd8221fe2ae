// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Recognises the header rows of the tables of indicators and activities.
///
/// A header begins with the heading of the first column and goes on for as long as lines hold
/// nothing but words of headings: cells wrap, and some extractors put each cell on its own line.
final class TableHeaderReader: Sendable {
  struct Phrase: Sendable {
    /// The numbers of its words.
    let words: [Int]
    let role: TableColumnRole
  }

  let headingWords: KnownTexts
  /// Longest first.
  private let indicatorPhrases: [Phrase]
  private let activityPhrases: [Phrase]
  private let starts: TableHeaderStarts
  /// Lines that one header may take: four cells of up to three lines in the worst extractors.
  static let lineLimit = 8
  /// Lines below a header's first one are no longer than this many bytes.
  static let longestFurtherLine = 80
  /// The word between "KF:s årsmål" and its year.
  let yearWord: Int

  init(_ vocabulary: Vocabulary) {
    let indicators: [([String], TableColumnRole)] = [
      (vocabulary.indicatorTable.name, .name), (vocabulary.indicatorTable.target, .target),
      (vocabulary.indicatorTable.councilTarget, .councilTarget),
      (vocabulary.indicatorTable.period, .period),
    ]
    let activities: [([String], TableColumnRole)] = [
      (vocabulary.activityTable.text, .name), (vocabulary.activityTable.start, .start),
      (vocabulary.activityTable.end, .end),
    ]
    var words = KnownTexts()
    indicatorPhrases = Self.phrases(indicators, in: &words)
    activityPhrases = Self.phrases(activities, in: &words)
    starts = TableHeaderStarts(indicators: indicators, activities: activities)
    yearWord = words.add("år")
    headingWords = words
  }

  private static func phrases(
    _ entries: [([String], TableColumnRole)], in headingWords: inout KnownTexts
  ) -> [Phrase] {
    var phrases: [Phrase] = []
    for (texts, role) in entries {
      for text in texts {
        let words = text.spaceSeparatedWords().map { headingWords.add($0) }
        phrases.append(Phrase(words: words, role: role))
      }
    }
    return phrases.sorted { $0.words.count > $1.words.count }
  }

  /// Whether the line by itself is a header.
  func isHeader(_ line: SourceLine, _ edges: LineEdges) -> Bool {
    guard starts.mayBegin(edges) else { return false }
    let start = starts.start(of: line.text, ofNamesOnly: line.look == nil)
    return (start.isOfIndicators || start.isOfActivities) && header(at: 0, in: [line]) != nil
  }

  /// The headers that begin at a line or below it, by the line that they begin on.
  func headers(
    in lines: [SourceLine], _ edges: [LineEdges], from first: Int, furniture: [Bool]
  ) -> [Int: TableColumns] {
    var headers: [Int: TableColumns] = [:]
    /// The latest header of each kind, and the line that it begins on.
    var latest: [(header: TableColumns, start: Int)] = []
    for line in first..<max(first, lines.count)
    where !furniture[line] && starts.mayBegin(edges[line]) && !edges[line].startsWithSmallLetter {
      let earlier = latest.indices.first { place in
        edges[latest[place].start].count == edges[line].count
          && repeats(
            latest[place].header, from: latest[place].start, at: line, in: lines, furniture)
      }
      guard
        let header = earlier.map({ latest[$0].header.moved(to: lines[line].position) })
          ?? self.header(at: line, in: lines, furniture: furniture)
      else { continue }
      latest.removeAll { $0.header.kind == header.kind }
      latest.append((header, line))
      headers[line] = header
    }
    return headers
  }

  /// Whether the lines of an earlier header, which began at a line, stand at another one again, word
  /// below word, as they do over each table of a plan.
  private func repeats(
    _ header: TableColumns, from start: Int, at index: Int, in lines: [SourceLine],
    _ furniture: [Bool]
  ) -> Bool {
    guard header.columns.count > 1 else { return false }
    let end = index + header.lineCount
    guard end <= lines.count,
      (0..<header.lineCount).allSatisfy({ offset in
        let (old, new) = (lines[start + offset], lines[index + offset])
        return old.text == new.text && old.words == new.words
          && old.look?.fontSize == new.look?.fontSize && !furniture[index + offset]
          && (offset == 0 || !new.startsPage)
      })
    else { return false }
    let phrases = phrases(of: header.kind)
    return isOfOneKind(header, at: lines[index])
      && !goesOn(at: end, from: index, in: lines, phrases)
      && !mayCompleteCutHeadings(at: end, from: index, in: lines, phrases)
  }

  /// Whether nothing that stands below a header, which begins with a line, makes it one of the other
  /// kind of table.
  private func isOfOneKind(_ header: TableColumns, at line: SourceLine) -> Bool {
    // On a page, the first column's heading may stand two lines below the others; indicators' are
    // looked for first.
    if line.look != nil, header.kind == .indicators || header.lineCount > 2 { return true }
    let kinds = starts.start(of: line.text, ofNamesOnly: true)
    return kinds.isOfIndicators != kinds.isOfActivities
  }

  /// The header that begins at a line, or nil.
  ///
  /// - Parameters:
  ///   - index: The line that is asked for.
  ///   - lines: All lines.
  ///   - furniture: Flags of the lines, or none where no line is furniture.
  /// - Returns: The columns, with the number of lines that the header takes.
  func header(
    at index: Int, in lines: [SourceLine], furniture: [Bool] = []
  ) -> TableColumns? {
    guard starts.mayBegin(lines[index].text), lines[index].text.utf8.count < Self.longestLine
    else { return nil }
    // Only what is set on a page can have the first column's heading below another one's.
    var start = starts.start(of: lines[index].text, ofNamesOnly: lines[index].look == nil)
    if beginsWithCutHeading(lines[index]) {
      start = .init(isOfIndicators: true, isOfActivities: true)
    }
    if start.isOfIndicators {
      let header = header(at: index, in: lines, kind: .indicators, furniture: furniture)
      if let header { return header }
    }
    if start.isOfActivities {
      let header = header(at: index, in: lines, kind: .activities, furniture: furniture)
      if let header { return header }
    }
    guard start.isOfIndicators || start.isOfActivities else { return nil }
    return headerBelowCaption(at: index, in: lines, furniture: furniture)
  }

  /// The header below a caption in the words of its first heading, or nil.
  ///
  /// So stands "KF:s indikatorer" above "Indikator Årsmål …".
  private func headerBelowCaption(
    at index: Int, in lines: [SourceLine], furniture: [Bool]
  ) -> TableColumns? {
    guard let kind = kindOfNameHeading(lines[index]),
      let below = (index + 1..<lines.count).first(where: {
        !furniture.indices.contains($0) || !furniture[$0]
      }), var header = header(at: below, in: lines, kind: kind, furniture: furniture),
      header.columns.count > 1 || header.cellsStandApart
    else { return nil }
    header.lineCount += below - index
    header.position = lines[index].position
    header.columns[0].heading = "\(lines[index].text) \(header.columns[0].heading)"
    return header
  }

  /// Whether a line among the rows holds headings that the header above lacks: an extractor that
  /// reads column by column gives them after the first columns' cells.
  ///
  /// A line after a late heading (`followsLateHeading`) may be the rest of it.
  func isLateHeading(
    _ line: SourceLine, of header: TableColumns, followsLateHeading: Bool = false
  ) -> Bool {
    if followsLateHeading, line.blankLinesAbove == 0 {
      let words = words(of: line, at: 0)
      // "År" alone is a period, and stands under its heading.
      if words.count > 1 || words.first?.number != yearWord,
        allKnown(words, phrases(of: header.kind))
      {
        return true
      }
    }
    guard starts.mayBegin(line.text), line.text.utf8.count < 60,
      HeaderWord.beginsLine(line, where: isKnown, headingWords)
    else { return false }
    let words = words(of: line, at: 0)
    guard words.allSatisfy({ isKnown($0) }) else { return false }
    return columns(of: words, in: [line], phrases(of: header.kind)).allSatisfy { column in
      column.role != .unknown && !header.columns.contains { $0.role == column.role }
    }
  }

  private func header(
    at index: Int, in lines: [SourceLine], kind: PlanTableKind, furniture: [Bool]
  ) -> TableColumns? {
    let phrases = phrases(of: kind)
    // Without places, a line of a header has nothing but words of headings.
    guard
      lines[index].look != nil || !lines[index].words.isEmpty
        || HeaderWord.areAll(in: lines[index].text, { isHeading($0, phrases) }, headingWords)
    else { return nil }
    let first = words(of: lines[index], at: index)
    guard let anchor = anchorIndex(at: index, first: first, in: lines, phrases) else { return nil }
    var end = headerEnd(from: index, anchor: anchor, in: lines, phrases)
    // A foot may end the page under a header.
    if let foot = (index..<end).first(where: { furniture.indices.contains($0) && furniture[$0] }) {
      guard foot > anchor else { return nil }
      end = foot
    }
    let range = index..<end
    let hasPlaces = lines[anchor].look != nil || !lines[anchor].words.isEmpty
    var columns =
      hasPlaces
      ? placedColumns(of: range, anchor: anchor, in: lines, phrases)
      : columns(of: range.flatMap { words(of: lines[$0], at: $0) }, in: lines, phrases)
    guard columns.first?.role == .name else { return nil }
    let roles = columns.map(\.role).filter { $0 != .name && $0 != .unknown }
    guard isPlausible(columns, hasPlaces: hasPlaces),
      !roles.isEmpty || isAboveLateHeadings(range, in: lines, kind: kind, furniture: furniture)
    else { return nil }
    // The beginnings of headings above the first column's are some only where all of them go on below.
    if holdsCutHeadings(index..<anchor, in: lines), columns.contains(where: { $0.role == .unknown })
    {
      return nil
    }
    let year = takeYear(of: &columns)
    return TableColumns(
      kind: kind, columns: columns, lineCount: range.count, councilTargetYear: year,
      hasPlaces: hasPlaces, position: lines[index].position,
      cellsStandApart: !hasPlaces && cellsStandApart(in: range, of: lines, first, phrases))
  }

  /// A line of running text may begin with "Indikator"; then most of its words are unknown.
  private func isPlausible(_ columns: [TableColumn], hasPlaces: Bool) -> Bool {
    let unknown = columns.filter { $0.role == .unknown }.count
    return hasPlaces ? unknown * 2 <= columns.count : unknown == 0
  }

  // MARK: - Which lines

  /// A header that begins with a longer line is none.
  private static let longestLine = 160

  func mayBeginHeading(_ line: String) -> Bool { starts.mayBegin(line) }

  /// Whether a line may begin with a heading, told by its first bytes.
  func mayBeginHeading(_ line: LineEdges) -> Bool { starts.mayBegin(line) }

  func phrases(of kind: PlanTableKind) -> [Phrase] {
    kind == .indicators ? indicatorPhrases : activityPhrases
  }

  /// The line that holds the first column's heading: the first one, or one of the next two where
  /// the headings are set at the bottom or the middle of the header row.
  private func anchorIndex(
    at index: Int, first: [HeaderWord], in lines: [SourceLine], _ phrases: [Phrase]
  ) -> Int? {
    if startsWithName(first, phrases) { return index }
    guard lines[index].look != nil, mayStandAbove(first, in: lines, phrases) else { return nil }
    for next in (index + 1)..<max(index + 1, min(index + 3, lines.count))
    where !lines[next].startsPage {
      let nextWords = words(of: lines[next], at: next)
      if startsWithName(nextWords, phrases) {
        return nextWords.count > 1 || holdsCutHeadings(index..<next, in: lines) ? next : nil
      }
      if !mayStandAbove(nextWords, in: lines, phrases) { return nil }
    }
    return nil
  }

  private func headerEnd(
    from index: Int, anchor: Int, in lines: [SourceLine], _ phrases: [Phrase]
  ) -> Int {
    var end = anchor + 1
    while goesOn(at: end, from: index, in: lines, phrases)
      || completesCutHeadings(at: end, from: index, anchor: anchor, in: lines, phrases)
    {
      end += 1
    }
    return end
  }

  /// Whether a header that begins at an index goes on at a line.
  private func goesOn(
    at line: Int, from index: Int, in lines: [SourceLine], _ phrases: [Phrase]
  ) -> Bool {
    guard line < min(index + Self.lineLimit, lines.count), !lines[line].startsPage,
      lines[line].text.utf8.count < Self.longestFurtherLine,
      // A row or a text below the header is mostly told by its first word.
      HeaderWord.beginsLine(lines[line], where: { isHeading($0, phrases) }, headingWords)
    else { return false }
    let words = words(of: lines[line], at: line)
    guard allKnown(words, phrases), !startsWithName(words, phrases) else { return false }
    // "Nämndens" below "Indikator" begins the first name; below "Nämndens" it would be the heading's.
    return !words.allSatisfy { isOnlyOfNames($0, phrases) }
      || !holdsName((index..<line).map { self.words(of: lines[$0], at: $0) }, phrases)
  }

  /// Whether a word stands in headings of the column of names only.
  private func isOnlyOfNames(_ word: HeaderWord, _ phrases: [Phrase]) -> Bool {
    !word.isYear && word.number != yearWord
      && phrases.allSatisfy { $0.role == .name || !$0.words.contains(word.number) }
  }

  /// Whether the heading of the column of names stands whole on one of some lines.
  private func holdsName(_ lines: [[HeaderWord]], _ phrases: [Phrase]) -> Bool {
    lines.contains { startsWithName($0, phrases) }
  }

  func startsWithName(_ words: [HeaderWord], _ phrases: [Phrase]) -> Bool {
    phrases.contains { phrase in
      phrase.role == .name && words.count >= phrase.words.count
        && zip(phrase.words, words).allSatisfy { $0 == $1.number }
    }
  }

  func allKnown(_ words: [HeaderWord], _ phrases: [Phrase]) -> Bool {
    words.allSatisfy { isHeading($0, phrases) }
  }

  func isHeading(_ word: HeaderWord, _ phrases: [Phrase]) -> Bool {
    if word.isYear { return true }
    return word.number != KnownTexts.unknown
      && (word.number == yearWord || phrases.contains { $0.words.contains(word.number) })
  }

  func isKnown(_ word: HeaderWord) -> Bool {
    word.isYear || word.number != KnownTexts.unknown
  }

  func words(of line: SourceLine, at index: Int) -> [HeaderWord] {
    HeaderWord.words(of: line, at: index, among: headingWords)
  }
}
