// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Recognises the header rows of the tables of indicators and activities.
///
/// A header begins with the heading of the first column and goes on for as long as lines hold
/// nothing but words of headings: cells wrap, and some extractors put each cell on its own line.
struct TableHeaderReader: Sendable {
  private struct Phrase: Sendable {
    let words: [[UInt8]]
    let role: TableColumnRole
  }

  private struct Word {
    let folded: [UInt8]
    let text: Substring
    let xMin: Double
    let xMax: Double
  }

  /// Longest first.
  private let indicatorPhrases: [Phrase]
  private let activityPhrases: [Phrase]
  /// Whether a heading of some column begins with a byte, in lower case.
  private let mayBegin: [Bool]
  /// Lines that one header may take: four cells of up to three lines in the worst extractors.
  private static let lineLimit = 8
  /// The word between "KF:s årsmål" and its year.
  private static let yearWord = FoldedText("år").utf8

  init(_ vocabulary: Vocabulary) {
    let indicators = vocabulary.indicatorTable
    indicatorPhrases = Self.phrases([
      (indicators.name, .name), (indicators.target, .target),
      (indicators.councilTarget, .councilTarget), (indicators.period, .period),
    ])
    let activities = vocabulary.activityTable
    activityPhrases = Self.phrases([
      (activities.text, .name), (activities.start, .start), (activities.end, .end),
    ])
    var mayBegin = [Bool](repeating: false, count: 256)
    for phrase in indicatorPhrases + activityPhrases { mayBegin[Int(phrase.words[0][0])] = true }
    self.mayBegin = mayBegin
  }

  private static func phrases(_ entries: [([String], TableColumnRole)]) -> [Phrase] {
    entries.flatMap { texts, role in
      texts.map { text in
        Phrase(words: text.spaceSeparatedWords().map { FoldedText($0).utf8 }, role: role)
      }
    }.sorted { $0.words.count > $1.words.count }
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
    guard let first = lines[index].text.utf8.first, mayBegin[Int(foldedByte(first, after: 0))]
    else { return nil }
    for (phrases, kind) in [
      (indicatorPhrases, PlanTableKind.indicators), (activityPhrases, .activities),
    ] {
      let header = header(
        at: index, in: lines, phrases: phrases, kind: kind, furniture: furniture)
      if let header { return header }
    }
    return nil
  }

  /// Whether a line among the rows holds headings that the header above lacks: an extractor that
  /// reads column by column gives them after the first columns' cells.
  func isLateHeading(_ line: SourceLine, of header: TableColumns) -> Bool {
    guard let first = line.text.utf8.first, line.text.utf8.count < 60,
      mayBegin[Int(foldedByte(first, after: 0))]
    else { return false }
    let phrases = header.kind == .indicators ? indicatorPhrases : activityPhrases
    let found = columns(of: words(of: line), phrases)
    let known = Set(header.columns.map(\.role))
    return found.allSatisfy { $0.role != .unknown && !known.contains($0.role) }
  }

  private func header(
    at index: Int, in lines: [SourceLine], phrases: [Phrase], kind: PlanTableKind,
    furniture: [Bool]
  ) -> TableColumns? {
    guard mayStart(lines[index], phrases) else { return nil }
    let first = words(of: lines[index])
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
      : columns(of: range.flatMap { words(of: lines[$0]) }, phrases)
    guard columns.first?.role == .name else { return nil }
    let roles = columns.map(\.role).filter { $0 != .name && $0 != .unknown }
    guard !roles.isEmpty, isPlausible(columns, hasPlaces: hasPlaces) else { return nil }
    let year = takeYear(of: &columns)
    return TableColumns(
      kind: kind, columns: columns, lineCount: range.count, councilTargetYear: year,
      hasPlaces: hasPlaces, position: lines[index].position)
  }

  /// A line of running text may begin with "Indikator"; then most of its words are unknown.
  private func isPlausible(_ columns: [TableColumn], hasPlaces: Bool) -> Bool {
    let unknown = columns.filter { $0.role == .unknown }.count
    return hasPlaces ? unknown * 2 <= columns.count : unknown == 0
  }

  // MARK: - Which lines

  /// A quick look at the first bytes, since every line is asked.
  private func mayStart(_ line: SourceLine, _ phrases: [Phrase]) -> Bool {
    guard let first = line.text.utf8.first, line.text.utf8.count < 160 else { return false }
    let folded = foldedByte(first, after: 0)
    return phrases.contains { phrase in
      phrase.words[0][0] == folded && startsWith(phrase.words[0], line.text)
    }
  }

  private func startsWith(_ word: [UInt8], _ text: String) -> Bool {
    var previous: UInt8 = 0
    var count = 0
    for byte in text.utf8 {
      if count == word.count { return byte == 0x20 || byte == UInt8(ascii: ":") }
      guard foldedByte(byte, after: previous) == word[count] else { return false }
      previous = byte
      count += 1
    }
    return count == word.count
  }

  /// The line that holds the first column's heading: the first one, or one of the next two where
  /// the headings are set at the bottom or the middle of the header row.
  private func anchorIndex(
    at index: Int, first: [Word], in lines: [SourceLine], _ phrases: [Phrase]
  ) -> Int? {
    if startsWithName(first, phrases) { return index }
    guard lines[index].look != nil, allKnown(first, phrases) else { return nil }
    for next in (index + 1)..<min(index + 3, lines.count) where !lines[next].startsPage {
      let nextWords = words(of: lines[next])
      if startsWithName(nextWords, phrases) { return nextWords.count > 1 ? next : nil }
      if !allKnown(nextWords, phrases) { return nil }
    }
    return nil
  }

  private func headerEnd(
    from index: Int, anchor: Int, in lines: [SourceLine], _ phrases: [Phrase]
  ) -> Int {
    var end = anchor + 1
    while end < min(index + Self.lineLimit, lines.count), !lines[end].startsPage,
      lines[end].text.utf8.count < 80
    {
      let next = words(of: lines[end])
      guard allKnown(next, phrases), !startsWithName(next, phrases) else { break }
      end += 1
    }
    return end
  }

  private func startsWithName(_ words: [Word], _ phrases: [Phrase]) -> Bool {
    phrases.contains { phrase in
      phrase.role == .name && words.count >= phrase.words.count
        && zip(phrase.words, words).allSatisfy { $0 == $1.folded }
    }
  }

  private func allKnown(_ words: [Word], _ phrases: [Phrase]) -> Bool {
    words.allSatisfy { word in
      isYear(word.folded) || word.folded == Self.yearWord
        || phrases.contains { $0.words.contains(word.folded) }
    }
  }

  private func isYear(_ folded: [UInt8]) -> Bool {
    folded.count == 4 && folded.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      && (folded[0] == 0x31 || folded[0] == 0x32)
  }

  // MARK: - Which columns

  /// The columns that a row of words names, left to right.
  private func columns(of words: [Word], _ phrases: [Phrase]) -> [TableColumn] {
    var columns: [TableColumn] = []
    var index = 0
    var used: Set<TableColumnRole> = []
    while index < words.count {
      var match: (role: TableColumnRole, count: Int) = (.unknown, 1)
      for phrase in phrases where !used.contains(phrase.role) {
        let count = commonCount(phrase.words, words[index...])
        // A heading that wraps shows only its first words on this line.
        if count > 0, count == phrase.words.count || match.role == .unknown {
          match = (phrase.role, count)
          if count == phrase.words.count { break }
        }
      }
      var end = index + match.count
      if match.role == .councilTarget {
        if end < words.count, words[end].folded == Self.yearWord { end += 1 }
        if end < words.count, isYear(words[end].folded) { end += 1 }
      }
      if match.role != .unknown { used.insert(match.role) }
      if match.role == .unknown, let last = columns.last, last.role == .unknown,
        standsBeside(words[index], last)
      {
        columns[columns.count - 1].heading += " " + words[index].text
        columns[columns.count - 1].xMax = words[index].xMax
        index = end
        continue
      }
      let part = words[index..<end]
      columns.append(
        TableColumn(
          role: match.role, heading: part.map { String($0.text) }.joined(separator: " "),
          xMin: part.first?.xMin ?? 0, xMax: part.last?.xMax ?? 0))
      index = end
    }
    return columns
  }

  /// Whether a word stands a space away from a heading, so that it belongs to it.
  private func standsBeside(_ word: Word, _ column: TableColumn) -> Bool {
    guard word.xMax > 0 else { return false }
    let letterWidth = (word.xMax - word.xMin) / Double(max(word.folded.count, 1))
    return word.xMin - column.xMax < 1.2 * letterWidth
  }

  private func commonCount(_ phrase: [[UInt8]], _ words: ArraySlice<Word>) -> Int {
    var count = 0
    for (expected, word) in zip(phrase, words) {
      if expected != word.folded { break }
      count += 1
    }
    return count
  }

  /// Columns from the anchor line; the words of the other lines go to the column they stand under.
  private func placedColumns(
    of range: Range<Int>, anchor: Int, in lines: [SourceLine], _ phrases: [Phrase]
  ) -> [TableColumn] {
    var columns = columns(of: words(of: lines[anchor]), phrases)
    // Lines above the anchor are read backwards, since each word goes in front.
    let above = (range.lowerBound..<anchor).reversed()
    for index in Array(above) + Array((anchor + 1)..<max(anchor + 1, range.upperBound)) {
      let lineWords = words(of: lines[index])
      for word in index < anchor ? lineWords.reversed() : lineWords {
        let nearest = columns.indices.min {
          distance($0, word, columns) < distance($1, word, columns)
        }
        guard let nearest else { continue }
        // The lines of a heading stand under each other; a word beside them all heads a column.
        let gap = distance(nearest, word, columns)
        // Text laid out with spaces keeps places only roughly.
        let tolerance = lines[index].look.map { $0.fontSize * 0.7 } ?? 12
        if gap > tolerance {
          columns.append(
            TableColumn(
              role: .unknown, heading: String(word.text), xMin: word.xMin, xMax: word.xMax))
        } else {
          let text = columns[nearest].heading
          columns[nearest].heading =
            index < anchor ? "\(word.text) \(text)" : "\(text) \(word.text)"
          columns[nearest].xMin = min(columns[nearest].xMin, word.xMin)
          columns[nearest].xMax = max(columns[nearest].xMax, word.xMax)
        }
      }
    }
    columns.sort { $0.xMin < $1.xMin }
    for index in columns.indices { columns[index].role = role(of: columns[index], phrases) }
    return columns
  }

  private func distance(_ index: Int, _ word: Word, _ columns: [TableColumn]) -> Double {
    let column = columns[index]
    return max(0, word.xMin - column.xMax, column.xMin - word.xMax)
  }

  private func role(of column: TableColumn, _ phrases: [Phrase]) -> TableColumnRole {
    let words = column.heading.spaceSeparatedWords().map { FoldedText($0).utf8 }
      .filter { !isYear($0) }
    for phrase in phrases {
      let rest = words.dropFirst(phrase.words.count)
      if words.starts(with: phrase.words), rest.allSatisfy({ $0 == Self.yearWord }) {
        return phrase.role
      }
    }
    return column.role
  }

  private func takeYear(of columns: inout [TableColumn]) -> Int? {
    for column in columns where column.role == .councilTarget {
      if let word = column.heading.spaceSeparatedWords().last(where: { isYear(Array($0.utf8)) }) {
        return Int(word)
      }
    }
    return nil
  }

  private func words(of line: SourceLine) -> [Word] {
    if line.words.isEmpty {
      return line.text.spaceSeparatedWords().map {
        Word(folded: FoldedText($0).utf8, text: $0, xMin: 0, xMax: 0)
      }
    }
    return line.words.map { word in
      let text = line.text.utf8Slice(word.utf8Start..<word.utf8End)
      return Word(folded: FoldedText(text).utf8, text: text, xMin: word.xMin, xMax: word.xMax)
    }
  }
}
