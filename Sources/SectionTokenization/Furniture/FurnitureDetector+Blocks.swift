// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Heads and feet that stand in the middle of a text, where its pages broke.
extension FurnitureDetector {
  /// A head or foot left in the middle of a text has shorter lines still: they are cut at its columns.
  private static let longestBlockLine = 50
  /// What an extractor leaves blank where a page breaks; between paragraphs there is less.
  private static let blankLinesAtPageBreak = 3
  /// A head without a page counter must come back to be furniture: a short paragraph twice at a
  /// page's foot is none.
  static let recurringHeadCount = 3

  /// Some extractors leave the head and the foot of a page where the page breaks: short lines round
  /// a page counter, set off by a run of blank lines.
  func markBlocksInText(
    _ lines: [SourceLine], _ edges: [LineEdges], _ flags: inout [Bool]
  ) {
    var letterhead = 0..<0
    for counter in lines.indices
    where !flags[counter] && index.pageCounter.mayBe(edges[counter])
      && isCounter(lines[counter].text)
    {
      var start = counter
      while start > 0, counter - start < Self.headLineLimit, lines[start].blankLinesAbove == 0,
        isBlockLine(lines[start - 1]), !flags[start - 1]
      {
        start -= 1
      }
      if let foot = contactBlock(before: start, lines, flags) { start = foot }
      guard isAfterPageBreak(start, lines) || lines[start].startsPage else { continue }
      for line in start...counter { flags[line] = true }
      markContactLines(after: counter, lines, &flags)
      if start == 0 {
        letterhead = 0..<(lines[counter...].indices.first { !flags[$0] } ?? lines.count)
      }
    }
    clearLetterhead(letterhead, lines, &flags)
  }

  /// What stands round the counter of the first page only is the plan's own: its unit, the registry's
  /// number, a date.
  private func clearLetterhead(
    _ head: Range<Int>, _ lines: [SourceLine], _ flags: inout [Bool]
  ) {
    guard !head.isEmpty else { return }
    var others: Set<String> = []
    for line in head.upperBound..<lines.count where flags[line] { others.insert(lines[line].text) }
    for line in head where !isCounter(lines[line].text) && !others.contains(lines[line].text) {
      flags[line] = false
    }
  }

  /// The first line of a foot that stands above a head, or nil where none does.
  private func contactBlock(before head: Int, _ lines: [SourceLine], _ flags: [Bool]) -> Int? {
    guard head > 0 else { return nil }
    var start = head - 1
    while start > 0, head - start < Self.blockLineLimit, lines[start].blankLinesAbove == 0 {
      start -= 1
    }
    let block = start..<head
    return isAfterPageBreak(start, lines) && block.allSatisfy { !flags[$0] }
      && lines[block].allSatisfy(isBlockLine)
      && lines[block].contains { looksLikeContact($0.text) } ? start : nil
  }

  /// A head whose page counter stands in the foot is known by coming back: the same short lines,
  /// each time where a page breaks and followed by a block with a counter.
  func markRecurringHeads(_ lines: [SourceLine], _ flags: inout [Bool]) {
    var blocks: [(head: Range<Int>, foot: Range<Int>, text: [String])] = []
    var counts: [[String]: Int] = [:]
    for start in lines.indices where !flags[start] && isAfterPageBreak(start, lines) {
      let head = block(at: start, lines)
      guard head.upperBound < lines.count else { break }
      let foot = block(at: head.upperBound, lines)
      guard lines[head.lowerBound..<foot.upperBound].allSatisfy(isBlockLine),
        lines[foot].contains(where: { isCounter($0.text) })
      else { continue }
      let text = lines[head].map(\.text)
      counts[text, default: 0] += 1
      blocks.append((head, foot, text))
    }
    for block in blocks where counts[block.text] ?? 0 >= Self.recurringHeadCount {
      for line in block.head.lowerBound..<block.foot.upperBound { flags[line] = true }
      markContactLines(after: block.foot.upperBound - 1, lines, &flags)
    }
  }

  private func isAfterPageBreak(_ line: Int, _ lines: [SourceLine]) -> Bool {
    line == 0 || lines[line].blankLinesAbove >= Self.blankLinesAtPageBreak
  }

  func isBlockLine(_ line: SourceLine) -> Bool {
    line.text.utf8.count < Self.longestBlockLine && mayBeFurniture(line)
  }

  /// The lines from `start` on that no blank line parts, as many as a foot can have.
  private func block(at start: Int, _ lines: [SourceLine]) -> Range<Int> {
    var end = start + 1
    while end < lines.count, lines[end].blankLinesAbove == 0,
      end - start < Self.blockLineLimit
    {
      end += 1
    }
    return start..<end
  }

  /// The foot's lines after a counter: blocks of short lines of which one looks like a web address,
  /// a telephone number or a postal address.
  private func markContactLines(after counter: Int, _ lines: [SourceLine], _ flags: inout [Bool]) {
    var start = counter + 1
    while start < lines.count, lines[start].blankLinesAbove == 0, isISODate(lines[start].text.utf8)
    {
      flags[start] = true
      start += 1
    }
    while start < lines.count {
      let block = block(at: start, lines)
      guard lines[block].allSatisfy(isBlockLine),
        lines[block].contains(where: { looksLikeContact($0.text) })
      else { return }
      for line in block { flags[line] = true }
      start = block.upperBound
    }
  }

  func looksLikeContact(_ text: String) -> Bool {
    let utf8 = Array(text.utf8)
    let digits = utf8.count(where: isDigit)
    if digits >= 5, digits * 3 >= utf8.count {
      return !text.spaceSeparatedWords().contains { isISODate($0.utf8) }
    }
    if utf8.contains(UInt8(ascii: "@")) { return true }
    // "start.stockholm": one word with a dot inside and no digit at its end.
    return !utf8.contains(0x20) && utf8.dropFirst().dropLast().contains(UInt8(ascii: "."))
      && digits == 0
  }
}
