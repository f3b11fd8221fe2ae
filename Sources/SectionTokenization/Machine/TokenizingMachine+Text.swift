// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Titles, headings, paragraphs and list items.
extension TokenizingMachine {
  /// No title of a goal has more lines, however large it is set.
  private static let titleLineLimit = 6
  /// In a text without looks: more lines than this are text under the title.
  private static let plainTitleLineLimit = 4
  /// A line of a title that wraps is longer than this, also in large type.
  private static let wrappedTitleLength = 45
  /// In a text laid out with spaces: what stands further to the right, in characters, is a cell.
  private static let largestIndent = 8.0
  /// In a text laid out with spaces: no margin of a page is narrower, in characters.
  private static let leastMargin = 4.0
  /// Text that hangs beside a bullet stands further in, in points.
  private static let leastHang = 2.0
  /// Words that head a section in running text without looks are fewer than fill this many bytes.
  private static let longestPlainHeading = 100

  // MARK: - Titles

  /// Whether the line in hand goes on with a title that has `lineCount` lines so far.
  func continuesTitle(lineCount: Int) -> Bool {
    guard let previous else { return false }
    if lineCount == 0 { return true }
    let (above, current) = (lines[previous], lines[line])
    let startsSmall = startsWithSmallLetter(current.text.utf8)
    if layout.hasLooks, layout.isSetAsHeading(above) {
      // A box round a title is narrower than the page, and a label may be set otherwise than the title.
      return lineCount < Self.titleLineLimit && isNear(above, current)
        && (startsSmall
          || layout.areSetAlike(above, current)
            && !layout.endsEarly(previous, before: line, in: lines))
    }
    let mostBlankLines =
      layout.usualBlankLines + (startsSmall && mayBeSpacedOut(above) ? 1 : 0)
    guard lineCount < Self.plainTitleLineLimit,
      layout.hasLooks ? isNear(above, current) : current.blankLinesAbove <= mostBlankLines
    else { return false }
    if let marker = ListMarker(current.text) {
      // "… är en stad för alla" "– genom hela livet": a full line, so the dash stands in a sentence.
      return marker.mayBeDash && marker.isBeforeSmallLetter
        && above.text.utf8.count >= Self.wrappedTitleLength
    }
    if startsSmall { return true }
    if above.text.utf8.last == UInt8(ascii: ".") { return false }
    // A capital after a line break may be a name; then the line above was full, and so no shorter, or
    // the title stands apart from what follows.
    return above.text.utf8.count >= Self.wrappedTitleLength && !isTextBelow(line)
      && !isMuchLonger(current, than: above)
      || !layout.hasLooks && current.xMin < above.xMin + Self.largestIndent
        && isTitleBlockEnd(from: line, lineCount: lineCount)
  }

  /// Whether the lines from one on end soon, before a blank line or a new part, without a full stop.
  private func isTitleBlockEnd(from line: Int, lineCount: Int) -> Bool {
    var last = line
    for _ in lineCount..<Self.plainTitleLineLimit {
      guard let next = nextLine(after: last), !lines[next].startsPage else { return false }
      if isStructural(next) || lines[next].blankLinesAbove > layout.usualBlankLines {
        return lines[last].text.utf8.last != UInt8(ascii: ".")
      }
      if ListMarker(lines[next].text) != nil { return false }
      last = next
    }
    return false
  }

  /// Whether a blank line may stand for the space below a line of a title: some extractors that lay
  /// out pages with spaces, their margin too, give lines of large type one.
  private func mayBeSpacedOut(_ above: SourceLine) -> Bool {
    above.xMin >= Self.leastMargin && above.text.utf8.count >= Self.wrappedTitleLength
  }

  /// Whether a line has more text than two lines of one width can differ by; so has a paragraph in a
  /// text whose paragraphs are a line each.
  private func isMuchLonger(_ line: SourceLine, than above: SourceLine) -> Bool {
    line.text.utf8.count > above.text.utf8.count * 5 / 4
  }

  /// Whether running text, not the end of a title, stands on a line: the next line goes on with it.
  private func isTextBelow(_ line: Int) -> Bool {
    guard let next = nextLine(after: line) else { return false }
    return !isStructural(next)
  }

  /// Whether two lines stand as near as lines of one paragraph do, or on two pages.
  private func isNear(_ above: SourceLine, _ below: SourceLine) -> Bool {
    guard let upper = above.look, let lower = below.look,
      above.position.page == below.position.page
    else { return true }
    return lower.yTop - upper.yTop < 1.7 * max(upper.fontSize, lower.fontSize)
  }

  /// Whether more than the space between paragraphs parts two lines.
  private func isFarBelow(_ above: SourceLine, _ below: SourceLine) -> Bool {
    guard let upper = above.look, let lower = below.look,
      above.position.page == below.position.page
    else { return false }
    return lower.yTop - upper.yTop > 1.7 * max(layout.leading, upper.fontSize)
  }

  func nextLine(after line: Int) -> Int? {
    (line + 1..<max(line + 1, lines.count)).first { !furniture[$0] }
  }

  // MARK: - Headings

  /// Whether a line of the introduction or the closing is a heading.
  func isChapterHeading(_ line: Int) -> Bool {
    if let meaning = meanings[line] {
      switch meaning {
      case .introduction, .closing:
        return !headingsAreSetApart || layout.isSetAsHeading(lines[line])
      case .section, .contents:
        break
      }
    }
    if layout.hasLooks { return isSetAsChapterHeading(line) }
    return listedHeadingLineCount(at: line) > 0 || isPlainHeading(line)
  }

  private func isSetAsChapterHeading(_ line: Int) -> Bool {
    let text = lines[line].text
    if outline.contains(text), text.utf8.count > 3 { return true }
    guard layout.isSetAsHeading(lines[line]), !hasWideGap(lines[line]), ListMarker(text) == nil,
      startsLikeHeading(text)
    else { return false }
    // Bold text of several lines is emphasis, not a heading.
    var last = line
    var count = 1
    while let next = nextLine(after: last), layout.areSetAlike(lines[last], lines[next]),
      labels[next] == nil, !layout.endsEarly(last, before: next, in: lines), count < 4
    {
      last = next
      count += 1
    }
    // A sentence may be a heading only where it is all of it, and bold.
    let mayEndInStop = count == 1 && lines[line].look?.isBold == true
    return count < 4 && (lines[last].text.utf8.last != UInt8(ascii: ".") || mayEndInStop)
      && lines[last].text.utf8.last != UInt8(ascii: ",")
  }

  private func startsLikeHeading(_ text: String) -> Bool {
    if let byte = text.utf8.first, byte < 0x80 {
      return byte >= 0x41 && byte <= 0x5A || isDigit(byte)
        || byte == UInt8(ascii: "\"")
    }
    guard let first = text.unicodeScalars.first else { return false }
    return first.properties.isUppercase || first.properties.numericType != nil
      || first == "”" || first == "§"
  }

  /// Whether words of the line stand so far apart that they are cells.
  func hasWideGap(_ line: SourceLine) -> Bool {
    line.words.indices.dropFirst().contains { isWideGap(before: $0, of: line) }
  }

  /// Whether so much room stands before a word, counted from 0 and not the first, that it begins a cell.
  func isWideGap(before word: Int, of line: SourceLine) -> Bool {
    line.words[word].xMin - line.words[word - 1].xMax > (line.look?.fontSize ?? 2) * 1.5
  }

  /// In a text without looks a heading is a short line between two paragraphs: the text above has
  /// ended, the line has no full stop, and a sentence begins below it.
  private func isPlainHeading(_ line: Int) -> Bool {
    let text = lines[line].text
    guard looksLikePlainHeading(line), isClosed(before: line), let next = nextLine(after: line),
      labels[next] == nil || lines[line].blankLinesAbove > layout.usualBlankLines
    else { return false }
    let below = lines[next].text
    if freeRows[next] { return true }
    guard startsLikeHeading(below) || ListMarker(below) != nil else { return false }
    if case .introduction? = meanings[line] { return true }
    let isBeforeList = ListMarker(below) != nil
    // "Under året ska enheten:" leads on to the list below it.
    if isBeforeList, text.utf8.last == UInt8(ascii: ":") { return false }
    if isBeforeList { return true }
    let textBelow = looksLikePlainHeading(next) ? nextLine(after: next) : next
    if let textBelow, isRunningText(textBelow), startsLikeHeading(lines[textBelow].text) {
      return true
    }
    // Short lines below it: it heads an address or a list of names, and only the first line does.
    return previous.map(isRunningText) ?? false
  }

  private func looksLikePlainHeading(_ line: Int) -> Bool {
    let text = lines[line].text
    guard !freeRows[line], text.utf8.count <= Self.longestPlainHeading,
      let last = text.lastUTF8Byte, !".,;!?-".utf8.contains(last), startsLikeHeading(text),
      let next = nextLine(after: line),
      layout.endsEarly(line, before: next, in: lines)
        || lines[next].blankLinesAbove > layout.usualBlankLines
        || isFullHeading(line, before: next),
      ListMarker(text) == nil, !hasSentenceEnd(text), hasWord(text), !isInFields(line),
      !isInAmounts(line)
    else { return false }
    return !text.hasUTF8Byte(UInt8(ascii: "@"))
      && text.countUTF8Bytes(where: isDigit) <= 4
  }

  /// Whether a line is one of several below each other that name something and say what it is: "Enhetschef:
  /// Karin Alm".
  private func isInFields(_ line: Int) -> Bool {
    isField(line) && (nextLine(after: line).map(isField) ?? false || previous.map(isField) ?? false)
  }

  private func isField(_ line: Int) -> Bool {
    lines[line].text.withUTF8Bytes { utf8 in
      zip(utf8, utf8.dropFirst()).contains { $0 == UInt8(ascii: ":") && $1 == 0x20 }
    }
  }

  /// Whether a line ends in a number, and the one above it too: "Intäkter 38" "Resultat 0".
  ///
  /// A year may end a heading.
  private func isInAmounts(_ line: Int) -> Bool {
    guard let previous, let last = lines[line].text.lastUTF8Byte, isDigit(last),
      lines[previous].text.lastUTF8Byte.map(isDigit) == true
    else { return false }
    return lines[line].text.lastWord.utf8.count != 4
  }

  /// Whether what stands above a line has come to its end.
  private func isClosed(before line: Int) -> Bool {
    guard let previous else { return true }
    switch tokens[previous] {
    case .heading, .headingContinuation: return true
    default: break
    }
    if lines[line].blankLinesAbove > layout.usualBlankLines { return true }
    let above = lines[previous].text
    guard let last = above.unicodeScalars.last else { return true }
    if ".!?:”\"".unicodeScalars.contains(last) || above.hasUTF8Byte(UInt8(ascii: "@")) {
      return true
    }
    return layout.endsEarly(previous, before: line, in: lines)
  }

  /// Whether a heading may be as long as a line: the first line of a paragraph would go on with a
  /// small letter, but for a name.
  ///
  /// Names at just that place are rare at the top of a page, and no heading ends in a word that joins
  /// others.
  private func isFullHeading(_ line: Int, before next: Int) -> Bool {
    guard lines[line].startsPage || line > 0 && furniture[line - 1],
      startsWithCapital(lines[next].text.utf8)
    else { return false }
    return !WordUse(of: Array(lines[line].text.lastWord.utf8), in: lines).isJoining
  }

  /// Whether a text has letters enough for a word; a telephone number's end has none.
  private func hasWord(_ text: String) -> Bool {
    text.countUTF8Bytes { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 >= 0x80 } >= 3
  }

  /// Whether a sentence ends inside a text: a full stop after a word, before a capital.
  private func hasSentenceEnd(_ text: String) -> Bool {
    let utf8 = Array(text.utf8)
    guard utf8.count > 4 else { return false }
    return (2..<(utf8.count - 2)).contains { index in
      utf8[index] == UInt8(ascii: ".") && utf8[index + 1] == 0x20 && utf8[index - 1] > 0x39
        && startsWithCapital(utf8[(index + 2)...])
    }
  }

  private func isRunningText(_ line: Int) -> Bool {
    let text = lines[line].text
    guard !text.hasUTF8Byte(UInt8(ascii: "@")) else { return false }
    return Double(text.utf8.count) > min(60, 0.7 * (layout.rightEdge - layout.leftEdge))
      || text.utf8.last == UInt8(ascii: ".")
  }

  /// Whether a line goes on with a heading that wraps.
  func continuesHeading(_ line: Int, from first: Int) -> Bool {
    guard let previous, layout.hasLooks else { return false }
    let (above, current) = (lines[previous], lines[line])
    return layout.isSetAsHeading(above) && layout.areSetAlike(above, current)
      && isNear(above, current) && !layout.endsEarly(previous, before: line, in: lines)
      && !outline.contains(above.text)
  }

  /// Whether the line in hand may begin with a section's heading and go on with its text.
  private var mayHoldRunInHeading: Bool {
    switch state {
    // The first line below a lonely label is the title.
    case .expectingTitle(lines: 0): false
    case .expectingRows(let end): line >= end
    default: true
    }
  }

  /// The section's heading that the line in hand begins with and goes on behind, or nil.
  func runInHeading() -> VocabularyIndex.RunInHeading? {
    guard mayHoldRunInHeading,
      let heading = index.runInHeading(of: lines[line].text, edges[line]),
      heading.hasColon || isClosed(before: line)
    else { return nil }
    return heading
  }

  // MARK: - Text

  /// A line of running text: a paragraph, a list item, a further line of either, or a sub-heading.
  mutating func readText() {
    if freeRows[line] { return emit(.freeTableRow) }
    let text = lines[line].text
    if let marker = acceptedMarker(text) {
      if let number = marker.number { lastListNumber = number }
      return emit(.listItem(markerUTF8Count: marker.utf8Count))
    }
    if layout.hasLooks, !isFollowedByRows, isSetAsChapterHeading(line) { return readHeading() }
    emit(startsParagraph() ? .paragraph : .continuation)
  }

  private var isFollowedByRows: Bool {
    nextLine(after: line).map { hasWideGap(lines[$0]) } ?? false
  }

  private func acceptedMarker(_ text: String) -> ListMarker? {
    guard let marker = ListMarker(text) ?? loneBullet(text) else { return nil }
    guard let previous, isText(tokens[previous]) else { return marker }
    let mayContinue = !startsParagraph()
    if let number = marker.number {
      let follows = number == (lastListNumber ?? 0) + 1
      return follows || !mayContinue ? marker : nil
    }
    // "… en bra stad att åldras i" "- med god omsorg": a dash that a line happens to begin with.
    if mayContinue, marker.isBeforeSmallLetter, itemLine == nil { return nil }
    return marker
  }

  private func loneBullet(_ text: String) -> ListMarker? {
    guard !layout.hasLooks, text.utf8.count <= 3, let next = nextLine(after: line),
      !isStructural(next), lines[next].blankLinesAbove <= layout.usualBlankLines
    else { return nil }
    return ListMarker(alone: text, before: lines[next].text)
  }

  private func isText(_ token: SectionTokenKind) -> Bool {
    switch token {
    case .paragraph, .continuation, .listItem, .runInHeading: true
    default: false
    }
  }

  /// Whether a line begins a sentence below an item that a bullet heads and that has come to its end:
  /// by a full stop, or by a line with room for more.
  ///
  /// Where lines have places it stands further left than the item's text; its own lines hang below
  /// that. With a number for a bullet it may belong to the item.
  private func isBelow(_ line: Int, bulletedTextAt item: Int) -> Bool {
    guard let previous, startsWithCapital(lines[line].text.utf8),
      ListMarker(lines[item].text)?.number == nil
    else { return false }
    let endsEarly = layout.endsEarly(previous, before: line, in: lines)
    guard layout.hasLooks else { return endsEarly }
    guard endsEarly || lines[previous].text.lastUTF8Byte == UInt8(ascii: "."),
      lines[item].words.count > 1
    else { return false }
    return lines[line].xMin < lines[item].words[1].xMin - Self.leastHang
      && lines[line].xMin <= lines[item].xMin
  }

  /// Whether the line in hand begins a new paragraph after running text.
  func startsParagraph() -> Bool {
    guard let previous, isText(tokens[previous]) else { return true }
    if lines[line].blankLinesAbove > layout.usualBlankLines { return true }
    if lines[previous].endsInsideWord { return false }
    if section == .expectedResults, let itemLine {
      // What stands under a numbered result without a number of its own belongs to it.
      return isFarBelow(lines[previous], lines[line]) || isBelow(line, bulletedTextAt: itemLine)
    }
    if let upper = lines[previous].look, let lower = lines[line].look,
      lines[previous].position.page == lines[line].position.page
    {
      if lower.yTop - upper.yTop > 1.3 * max(layout.leading, upper.fontSize) { return true }
      if !layout.areSetAlike(lines[previous], lines[line]),
        abs(upper.fontSize - lower.fontSize) > 0.5
      {
        return true
      }
    }
    return layout.endsEarly(previous, before: line, in: lines)
      && !isSentenceCut(between: previous, and: line)
  }

  /// Whether a line that is longer than most items of lists ends without a stop, and a small letter
  /// follows: lines may end well before the edge, as in narrow boxes.
  private func isSentenceCut(between upper: Int, and lower: Int) -> Bool {
    guard startsWithSmallLetter(lines[lower].text.utf8), let last = lines[upper].text.lastUTF8Byte
    else { return false }
    return lines[upper].text.utf8.count >= Self.wrappedTitleLength && !".:;!?".utf8.contains(last)
  }
}
