// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Finds the printed table of contents, whose lines look like goals and headings and are neither.
///
/// An entry ends in a page number, after a dotted leader or at the right edge, or in what stands for
/// one that was lost. An entry may wrap, so that only its last line has the number. Contents without
/// page numbers, as exports for screens have them, are told by their lines, which all come again as
/// headings.
struct ContentsDetector {
  /// What the lines mean that hold a heading and nothing else.
  let meanings: [VocabularyIndex.HeadingMeaning?]
  let pageCount: Int
  let missingPages: MissingPageMarks

  /// Lines that an entry may take.
  private static let entryLineLimit = 4

  /// The lines of the contents.
  struct Contents {
    /// The line of the heading, or nil where the entries have none.
    var heading: Int?
    /// The lines of each entry.
    var entries: [Range<Int>]
  }

  /// The contents, or nil where none is printed.
  func contents(in lines: [SourceLine], _ edges: [LineEdges], furniture: [Bool]) -> Contents? {
    let heading = lines.indices.first { line in
      guard !furniture[line], case .contents? = meanings[line] else {
        return false
      }
      return true
    }
    if let heading {
      var entries = entries(after: heading, in: lines, furniture)
      if entries.isEmpty {
        entries = entriesWithoutPages(after: heading, in: lines, edges, furniture)
      }
      return entries.isEmpty ? nil : Contents(heading: heading, entries: entries)
    }
    let leaders = lines.indices.filter { line in
      !furniture[line] && isDigit(edges[line].last)
        && EntryEnd(lines[line].text).hasLeader
    }
    guard leaders.count >= 4, let first = leaders.first else { return nil }
    let entries = entries(after: first - 1, in: lines, furniture)
    return Contents(heading: nil, entries: entries)
  }

  /// Fewer headings have no contents.
  private static let leastEntryCount = 3
  /// In bytes; no heading is longer, and the beginnings of a longer line would take time with the square
  /// of its length.
  private static let longestEntry = 300
  /// So many characters tell a heading, which wraps elsewhere than its entry.
  private static let telltaleLength = 24

  /// Entries up to the line where the first one comes again, as the first heading of the text; none
  /// where any of them does not come again.
  private func entriesWithoutPages(
    after heading: Int, in lines: [SourceLine], _ edges: [LineEdges], _ furniture: [Bool]
  ) -> [Range<Int>] {
    let rest = (heading + 1..<lines.count).filter { !furniture[$0] }
    guard let first = rest.first,
      let end = rest.dropFirst().first(where: { lines[$0].text == lines[first].text })
    else { return [] }
    let texts = Set(lines[end...].lazy.map { $0.text[...] })
    let beginnings = Set(texts.lazy.map { $0.prefix(Self.telltaleLength) })
    var entries: [Range<Int>] = []
    for line in rest.prefix(while: { $0 < end }) {
      let text = lines[line].text
      guard text.utf8.count <= Self.longestEntry else { return [] }
      // A heading may also have its label, or its first words, on a line of their own.
      if beginnings.contains(text.prefix(Self.telltaleLength))
        || text.indices.contains(where: { text[$0] == " " && texts.contains(text[..<$0]) })
      {
        entries.append(line..<(line + 1))
      } else if let last = entries.last, edges[line].startsWithSmallLetter {
        entries[entries.count - 1] = last.lowerBound..<(line + 1)
      } else {
        return []
      }
    }
    return entries.count >= Self.leastEntryCount ? entries : []
  }

  private func entries(
    after heading: Int, in lines: [SourceLine], _ furniture: [Bool]
  ) -> [Range<Int>] {
    var entries: [Range<Int>] = []
    var state = EntryState()
    var start: Int?
    for line in (heading + 1)..<max(heading + 1, lines.count) where !furniture[line] {
      // The introduction's own heading has no page number.
      if !entries.isEmpty, start == nil, case .introduction? = meanings[line] { break }
      let first = start ?? line
      let following = lines[(line + 1)..<min(line + 1 + Self.entryLineLimit, lines.count)]
      if let page = endPage(of: lines[line], before: following, state) {
        entries.append(first..<(line + 1))
        state.note(page: page, line: lines[line])
        start = nil
        continue
      }
      if hasMissingPage(lines, first...line, furniture) {
        entries.append(first..<(line + 1))
        start = nil
        continue
      }
      start = first
      if line - first + 1 >= Self.entryLineLimit { break }
    }
    return entries
  }

  /// The lines of an entry as one text.
  static func text(
    of entry: some Sequence<Int>, in lines: [SourceLine], _ furniture: [Bool]
  ) -> String {
    let texts = entry.filter { !furniture[$0] }.map { lines[$0].text }
    return texts.count == 1 ? texts[0] : texts.joined(separator: " ")
  }

  /// Whether an entry ends in what stands for a lost page number, which may wrap itself.
  private func hasMissingPage(
    _ lines: [SourceLine], _ entry: ClosedRange<Int>, _ furniture: [Bool]
  ) -> Bool {
    missingPages.start(in: Self.text(of: entry, in: lines, furniture)) != nil
  }

  /// What the entries so far have in common.
  private struct EntryState {
    var hasLeaders: Bool?
    var lastPage = 0
    var rightEdge: Double?

    mutating func note(page: Int, line: SourceLine) {
      if hasLeaders == nil { hasLeaders = EntryEnd(line.text).hasLeader }
      lastPage = page
      if line.look != nil { rightEdge = line.xMax }
    }
  }

  /// The page number that ends an entry on this line, or nil.
  private func endPage(
    of line: SourceLine, before following: ArraySlice<SourceLine>, _ state: EntryState
  ) -> Int? {
    let end = EntryEnd(line.text)
    guard let page = end.page else { return nil }
    if end.hasLeader { return page }
    // Without a leader, only order and place tell a page number from an amount.
    guard page >= state.lastPage, page >= 1, page <= pageCount + 20 else { return nil }
    if let edge = state.rightEdge, line.look != nil {
      return abs(edge - line.xMax) > 3 ? nil : page
    }
    // Among entries with leaders, a wrapped one may have lost its leader; more entries follow it.
    guard state.hasLeaders != true || following.contains(where: { EntryEnd($0.text).hasLeader })
    else { return nil }
    return page
  }
}

/// The end of a line of contents: dots and a page number, or what stands in place of one.
package struct EntryEnd {
  /// The page number at the end, or nil.
  package var page: Int?
  /// Whether dots lead to it.
  package var hasLeader: Bool
  /// Where the entry's text ends, in bytes of UTF-8.
  package var textEnd: Int
  /// What stands in place of the page number, in bytes of UTF-8; nil where nothing does.
  package var missingPage: Range<Int>?

  /// Dots in a row that make a leader; two may end an abbreviation.
  private static let leaderLength = 3

  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { EntryEnd($0) }
  }

  /// The end of an entry that may have lost its page number.
  package init(_ text: String, _ missingPages: MissingPageMarks) {
    self.init(text)
    guard let start = missingPages.start(in: text) else { return }
    let leader = text.withUTF8Bytes { Self.leader(before: start, in: $0) }
    hasLeader = leader.dots >= Self.leaderLength
    textEnd = leader.start
    missingPage = start..<text.utf8.count
  }

  private init(_ utf8: UnsafeBufferPointer<UInt8>) {
    var start = utf8.count
    while start > 0, isDigit(utf8[start - 1]) { start -= 1 }
    hasLeader = false
    textEnd = utf8.count
    guard start < utf8.count, utf8.count - start <= 4 else {
      page = nil
      return
    }
    page = utf8[start...].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let leader = Self.leader(before: start, in: utf8)
    hasLeader = leader.dots >= Self.leaderLength
    textEnd = leader.start
    // "2024" in running text is glued to nothing but is no page; a page stands apart.
    if !hasLeader, start > 0, utf8[start - 1] != 0x20 { page = nil }
  }

  /// Where dots and spaces begin that lead to an offset, and how many dots there are.
  private static func leader(
    before offset: Int, in utf8: UnsafeBufferPointer<UInt8>
  ) -> (start: Int, dots: Int) {
    var dots = 0
    var end = offset
    while end > 0 {
      let byte = utf8[end - 1]
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") {
        dots += 1
      } else if byte == 0xA6, end >= 3, utf8[end - 3] == 0xE2, utf8[end - 2] == 0x80 {
        dots += 3
        end -= 2
      } else if byte != 0x20 {
        break
      }
      end -= 1
    }
    return (end, dots)
  }
}
