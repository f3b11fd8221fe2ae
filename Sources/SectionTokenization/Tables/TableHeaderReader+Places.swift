// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Headings of several lines, told apart by the places of their words.
extension TableHeaderReader {
  /// Columns from the anchor line; the words of the other lines go to the column they stand under.
  func placedColumns(
    of range: Range<Int>, anchor: Int, in lines: [SourceLine], _ phrases: [Phrase]
  ) -> [TableColumn] {
    var columns = columns(of: words(of: lines[anchor], at: anchor), in: lines, phrases)
    // Lines above the anchor are read backwards, since each of their texts goes in front.
    let above = (range.lowerBound..<anchor).reversed()
    for index in Array(above) + Array((anchor + 1)..<max(anchor + 1, range.upperBound)) {
      let fontSize = lines[index].look?.fontSize
      let parts = cellParts(of: words(of: lines[index], at: index), in: lines, fontSize: fontSize)
      for part in index < anchor ? parts.reversed() : parts {
        let printed = HeaderWord.text(of: part, in: lines)
        let place = (xMin: part.first?.xMin ?? 0, xMax: part.last?.xMax ?? 0)
        let nearest = columns.indices.min {
          distance(place, columns[$0]) < distance(place, columns[$1])
        }
        guard let nearest else { continue }
        // The lines of a heading stand under each other; what stands beside them all heads a column.
        // Text laid out with spaces keeps places only roughly.
        if distance(place, columns[nearest]) > fontSize.map({ $0 * Self.roundingShare }) ?? 12 {
          columns.append(
            TableColumn(role: .unknown, heading: printed, xMin: place.xMin, xMax: place.xMax))
        } else {
          let text = columns[nearest].heading
          columns[nearest].heading =
            index < anchor ? "\(printed) \(text)" : joined(text, printed)
          columns[nearest].xMin = min(columns[nearest].xMin, place.xMin)
          columns[nearest].xMax = max(columns[nearest].xMax, place.xMax)
        }
      }
    }
    columns.sort { $0.xMin < $1.xMin }
    for index in columns.indices { columns[index].role = role(of: columns[index], phrases) }
    return columns
  }

  /// Edges of one column differ by less than this part of the font size.
  private static let roundingShare = 0.1
  /// A space between words is narrower than this part of the font size, the one between cells wider.
  private static let spaceShare = 0.45

  /// The words of a line that stand a space apart, and so in one cell; each word by itself where
  /// places are known only roughly.
  ///
  /// A word that a column cuts is the last one on the line of its cell.
  private func cellParts(
    of words: [HeaderWord], in lines: [SourceLine], fontSize: Double?
  ) -> [ArraySlice<HeaderWord>] {
    guard let fontSize else { return words.indices.map { words[$0...$0] } }
    var parts: [ArraySlice<HeaderWord>] = []
    var start = 0
    for index in words.indices
    where index + 1 == words.count
      || words[index + 1].xMin - words[index].xMax > fontSize * Self.spaceShare
      || isCutHeading(words[index], of: lines[words[index].line])
    {
      parts.append(words[start...index])
      start = index + 1
    }
    return parts
  }

  private func distance(_ place: (xMin: Double, xMax: Double), _ column: TableColumn) -> Double {
    max(0, place.xMin - column.xMax, column.xMin - place.xMax)
  }

  // MARK: - Headings that a narrow column cuts inside a word

  /// Whether a line set on a page begins with the beginning of a word of headings: "Startdatu" above the
  /// first column's heading, which is set in the middle.
  func beginsWithCutHeading(_ line: SourceLine) -> Bool {
    line.look != nil && line.text.utf8.count < Self.longestFurtherLine
      && HeaderWord.beginsLine(line, where: { isCutHeading($0, of: line) }, headingWords)
  }

  /// Whether words are all of headings, or the beginnings of such words.
  func mayStandAbove(_ words: [HeaderWord], in lines: [SourceLine], _ phrases: [Phrase]) -> Bool {
    words.allSatisfy { isHeading($0, phrases) || isCutHeading($0, of: lines[$0.line]) }
  }

  func holdsCutHeadings(_ range: Range<Int>, in lines: [SourceLine]) -> Bool {
    range.contains { index in
      words(of: lines[index], at: index).contains { isCutHeading($0, of: lines[index]) }
    }
  }

  /// Less of a word than so many bytes tells nothing about it.
  private static let shortestBeginning = 3

  func isCutHeading(_ word: HeaderWord, of line: SourceLine) -> Bool {
    guard word.number == KnownTexts.unknown else { return false }
    let beginning = withoutHyphen(line.text.utf8Slice(word.utf8))
    return beginning.utf8.count >= Self.shortestBeginning
      && headingWords.holdsBeginning(beginning)
  }

  /// The beginning of a word that is cut at a line's end, with a hyphen or without one.
  private func withoutHyphen(_ text: some StringProtocol) -> Substring {
    let text = Substring(text)
    return text.utf8.last == UInt8(ascii: "-") ? text.dropLast() : text
  }

  /// Whether a line holds the rests of headings that the lines above it begin: "m" under "Startdatu".
  ///
  /// What else it holds are words of headings, since others may wrap between words.
  func completesCutHeadings(
    at line: Int, from index: Int, anchor: Int, in lines: [SourceLine], _ phrases: [Phrase]
  ) -> Bool {
    guard mayCompleteCutHeadings(at: line, from: index, in: lines, phrases),
      let look = lines[line].look
    else { return false }
    let columns = placedColumns(of: index..<line, anchor: anchor, in: lines, phrases)
    var completes = false
    let parts = cellParts(of: words(of: lines[line], at: line), in: lines, fontSize: look.fontSize)
    for part in parts {
      let place = (xMin: part.first?.xMin ?? 0, xMax: part.last?.xMax ?? 0)
      let printed = HeaderWord.text(of: part, in: lines)
      let isRest = columns.contains { column in
        distance(place, column) <= look.fontSize * Self.roundingShare
          && isCut(column.heading, before: printed)
      }
      guard isRest || part.allSatisfy({ isHeading($0, phrases) }) else { return false }
      completes = completes || isRest
    }
    return completes
  }

  /// Whether a line may go on with a header that begins at an index and has cut headings, told by its
  /// first word: most first rows below a header may not.
  func mayCompleteCutHeadings(
    at line: Int, from index: Int, in lines: [SourceLine], _ phrases: [Phrase]
  ) -> Bool {
    guard line < min(index + Self.lineLimit, lines.count), !lines[line].startsPage,
      lines[line].text.utf8.count < Self.longestFurtherLine, lines[line].look != nil
    else { return false }
    let text = lines[line].text
    return HeaderWord.beginsLine(
      lines[line],
      where: { isHeading($0, phrases) || headingWords.holdsEnding(text.utf8Slice($0.utf8)) },
      headingWords)
  }

  /// A heading and its next line, which a narrow column may have parted inside a word.
  private func joined(_ heading: String, _ rest: String) -> String {
    isCut(heading, before: rest) ? withoutHyphen(heading) + rest : "\(heading) \(rest)"
  }

  /// Whether the end of one line and the beginning of the next are a word of headings together, and not
  /// both by themselves: "Slut" is one, "datum" is none.
  private func isCut(_ heading: String, before rest: String) -> Bool {
    guard let end = heading.spaceSeparatedWords().last,
      let start = rest.spaceSeparatedWords().first
    else { return false }
    return isWordOfHeadings(withoutHyphen(end) + start)
      && !(isWordOfHeadings(end) && isWordOfHeadings(start))
  }

  private func isWordOfHeadings(_ word: some StringProtocol) -> Bool {
    HeaderWord.words(of: String(word), among: headingWords)
      .allSatisfy { $0.number != KnownTexts.unknown }
  }

  // MARK: - What a column holds

  private func role(of column: TableColumn, _ phrases: [Phrase]) -> TableColumnRole {
    let words = HeaderWord.words(of: column.heading, among: headingWords)
      .filter { !$0.isYear }.map(\.number)
    let phrase = phrases.first { phrase in
      words.starts(with: phrase.words)
        && words.dropFirst(phrase.words.count).allSatisfy { $0 == yearWord }
    }
    return phrase?.role ?? column.role
  }
}
