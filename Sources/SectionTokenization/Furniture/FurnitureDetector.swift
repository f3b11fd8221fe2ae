// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Finds running heads and feet by their place and their recurrence over pages.
///
/// A line belongs to the furniture when it stands at the edge of its page, all lines further out do
/// too, and the same line (digits aside) stands at the same edge of other pages. Words are used
/// only to say what is *not* furniture: labels and headings, which also begin pages.
struct FurnitureDetector {
  let index: VocabularyIndex

  /// No running head or foot has more lines.
  private static let edgeLineLimit = 7
  /// A head that stands on fewer pages than this share is trusted only outside the body's area.
  private static let commonShare = 0.4
  /// A line of a foot is shorter: an address, a number, the name of an office.
  private static let longestLine = 70
  /// Set on a page, its parts may stand side by side.
  private static let longestSetLine = 200
  /// A head has no more lines above its counter: administration, unit, kind of document.
  static let headLineLimit = 4
  /// A foot has no more lines: names, a street, a box, telephone numbers, an address on the web.
  static let blockLineLimit = 8

  /// An edge of a page.
  private enum Edge: Hashable { case top, bottom }

  private struct Key: Hashable {
    let edge: Edge
    let text: [UInt8]

    func hash(into hasher: inout Hasher) {
      text.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  /// Marks the lines that are furniture.
  ///
  /// - Returns: One flag a line.
  func furniture(in lines: [SourceLine], _ edges: [LineEdges]) -> [Bool] {
    var flags = [Bool](repeating: false, count: lines.count)
    let pages = pageRanges(of: lines)
    if pages.count >= 2 { markRecurring(lines, edges, pages, &flags) }
    if lines.first?.look == nil {
      if pages.count >= 3 {
        markMisplaced(lines, pages, &flags)
        markMisplacedCounters(lines, pages, &flags)
      }
      markBlocksInText(lines, edges, &flags)
      markRecurringHeads(lines, &flags)
      markCounterSeries(lines, edges, &flags)
    }
    return flags
  }

  private func pageRanges(of lines: [SourceLine]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for end in 1..<max(lines.count + 1, 1)
    where end == lines.count
      || lines[end].position.page != lines[start].position.page
    {
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }

  // MARK: - Recurring lines at the edges

  private func markRecurring(
    _ lines: [SourceLine], _ edges: [LineEdges], _ pages: [Range<Int>], _ flags: inout [Bool]
  ) {
    var pagesOfKey: [Key: Int] = [:]
    var pagesOfText: [String: Int] = [:]
    var candidates: [[(line: Int, key: Key)]] = []
    // Only there are heads and feet looked for that few pages have.
    let isText = lines.first?.look == nil
    let outermost = pages.map { page in
      [Edge.top, .bottom].map { outermostLines(at: $0, of: page) }
    }
    let titles =
      isText
      ? [:]
      : RunningTitles(
        among: outermost.map { Array($0.joined()) }, of: lines, edges, index
      ).places
    for page in outermost {
      let outer = zip([Edge.top, .bottom], page).map { edgeLines(at: $0, $1, in: lines, titles) }
      for edge in outer { for key in Set(edge.map(\.key)) { pagesOfKey[key, default: 0] += 1 } }
      candidates += outer
      guard isText else { continue }
      // A line may stand at both edges of a short page.
      let texts = Set(outer.joined().map { lines[$0.line].text })
      for text in texts { pagesOfText[text, default: 0] += 1 }
    }
    let body = bodyArea(lines, pages, candidates, pagesOfKey)
    for candidate in candidates {
      let counter =
        !isText
        ? nil
        : candidate.lastIndex { line, key in
          isCounter(lines[line].text) && pagesOfKey[key] ?? 0 >= 2
        }
      for (offset, (line, key)) in candidate.enumerated() {
        guard
          isFurniture(lines[line], key, pagesOfKey, pages.count, body)
            || isText
              && isRareFurniture(
                lines[line], pagesOfText, isOutsideCounter: offset < counter ?? 0)
        else {
          if lines[line].standsApart { continue }
          break
        }
        flags[line] = true
      }
    }
  }

  /// Those of a page's outermost lines that may be furniture, up to the first that may not.
  private func edgeLines(
    at edge: Edge, _ outermost: [Int], in lines: [SourceLine], _ titles: [Int: RunningTitles.Place]
  ) -> [(line: Int, key: Key)] {
    outermost.prefix {
      titles[$0] != nil || lines[$0].standsApart || mayBeFurniture(lines[$0])
    }.map { line in
      // What names the page's goal is other words on other pages, and stands at one place.
      let text = titles[line].map { Array("\u{0}\($0.yTop) \($0.size)".utf8) }
      return (line: line, key: Key(edge: edge, text: text ?? keyText(of: lines[line])))
    }
  }

  private func outermostLines(at edge: Edge, of page: Range<Int>) -> [Int] {
    edge == .top
      ? Array(page.prefix(Self.edgeLineLimit))
      : Array(page.suffix(Self.edgeLineLimit).reversed())
  }

  /// Whether a line of a text without looks is a head or a foot that few of its pages have.
  ///
  /// An extractor may leave the head on some pages only. There it stands beside the page counter, or
  /// has an address or a number, or comes back word for word.
  private func isRareFurniture(
    _ line: SourceLine, _ pagesOfText: [String: Int], isOutsideCounter: Bool
  ) -> Bool {
    guard isBlockLine(line) else { return false }
    let pages = pagesOfText[line.text] ?? 0
    if isOutsideCounter, pages >= 2 || isDocumentMark(line.text) { return true }
    if looksLikeContact(line.text) { return pages >= 2 }
    // Cells and headings of tables come back as well.
    return pages >= Self.recurringHeadCount && startsWithCapital(line.text.utf8)
      && line.text.lastUTF8Byte != UInt8(ascii: ".") && !endsInISODate(line.text)
      && !index.tableHeaders.holdsOnlyHeadings(line)
  }

  private func isDocumentMark(_ text: String) -> Bool {
    index.vocabulary.cover.documentMarks.contains(text)
  }

  private func isFurniture(
    _ line: SourceLine, _ key: Key, _ pagesOfKey: [Key: Int], _ pageCount: Int,
    _ body: ClosedRange<Double>?
  ) -> Bool {
    let pages = pagesOfKey[key] ?? 0
    let share = Double(pages) / Double(pageCount)
    if line.standsApart, pages >= 2 || key.text == Self.countOfLines { return true }
    // The cover's unit or title may also begin the text; two pages of few are not a pattern.
    if pages >= 3, share >= Self.commonShare { return true }
    if isCounter(line.text), pages >= 2 || line.look != nil || pageCount <= 2 { return true }
    guard pages >= 2, let body, let look = line.look else {
      return pages >= 2 && share >= 0.6
    }
    return key.edge == .top ? look.yBottom < body.lowerBound : look.yTop > body.upperBound
  }

  /// The area of the pages between the heads and feet that most pages have.
  private func bodyArea(
    _ lines: [SourceLine], _ pages: [Range<Int>], _ candidates: [[(line: Int, key: Key)]],
    _ pagesOfKey: [Key: Int]
  ) -> ClosedRange<Double>? {
    guard lines.first?.look != nil else { return nil }
    var common: Set<Int> = []
    for candidate in candidates {
      for (line, key) in candidate {
        guard Double(pagesOfKey[key] ?? 0) >= Self.commonShare * Double(pages.count) else { break }
        common.insert(line)
      }
    }
    let isBody = { (line: Int) in !common.contains(line) && !lines[line].standsApart }
    let tops = pages.compactMap { page in
      page.first(where: isBody).flatMap { lines[$0].look?.yTop }
    }.sorted()
    let bottoms = pages.compactMap { page in
      page.last(where: isBody).flatMap { lines[$0].look?.yBottom }
    }.sorted()
    guard let top = tops[safe: tops.count / 10], let bottom = bottoms[safe: bottoms.count * 9 / 10],
      top <= bottom
    else { return nil }
    return top...bottom
  }

  func isCounter(_ text: String) -> Bool {
    index.pageCounter.isCounter(text, LineEdges(text))
  }

  func mayBeFurniture(_ line: SourceLine) -> Bool {
    let text = line.text
    guard text.utf8.count <= (line.look == nil ? Self.longestLine : Self.longestSetLine) else {
      return false
    }
    if index.headingMeaning(of: text) != nil { return false }
    if index.goalLabels.label(in: text) != nil { return false }
    // The end of a row of a table that goes on overleaf.
    if index.periods.end(text) || TrailingISODates(text).count == 2 { return false }
    return !index.tableHeaders.isHeader(line, LineEdges(text))
  }

  /// An extractor that reads column by column may give the foot before a table's last columns: the
  /// same line as on other pages, away from the edge.
  private func markMisplaced(
    _ lines: [SourceLine], _ pages: [Range<Int>], _ flags: inout [Bool]
  ) {
    var pagesOfText: [String: Int] = [:]
    for page in pages {
      for text in Set(page.filter { flags[$0] }.map { lines[$0].text }) {
        pagesOfText[text, default: 0] += 1
      }
    }
    let common = Set(pagesOfText.filter { $0.value * 2 > pages.count }.map(\.key))
    guard !common.isEmpty else { return }
    for page in pages {
      let present = Set(page.filter { flags[$0] }.map { lines[$0].text })
      let missing = common.subtracting(present)
      for line in page where !flags[line] && missing.contains(lines[line].text) {
        flags[line] = true
      }
    }
  }

  /// A page counter that stands before a table's last columns is told by its form, since its number
  /// is on no other page.
  private func markMisplacedCounters(
    _ lines: [SourceLine], _ pages: [Range<Int>], _ flags: inout [Bool]
  ) {
    var counts: [[UInt8]: Int] = [:]
    var pagesWithout: [Range<Int>] = []
    for page in pages {
      if let counter = page.first(where: { flags[$0] && isCounter(lines[$0].text) }) {
        counts[shape(of: lines[counter].text), default: 0] += 1
      } else {
        pagesWithout.append(page)
      }
    }
    for page in pagesWithout where pagesWithout.count * 2 < pages.count {
      let counter = page.first { line in
        isCounter(lines[line].text) && counts[shape(of: lines[line].text)] ?? 0 > 1
      }
      if let counter { flags[counter] = true }
    }
  }
}

extension Array {
  /// The element at an index, or nil where there is none.
  subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}
