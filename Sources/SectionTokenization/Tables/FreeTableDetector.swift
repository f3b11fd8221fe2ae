// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Finds tables that have no known header, such as budgets: runs of rows that end in numbers.
struct FreeTableDetector {
  let layout: DocumentLayout

  /// Fewer rows are a sentence that ends in numbers, or an address.
  private static let leastRowCount = 2
  /// Lines of column headings over the first row of numbers.
  private static let headingLineLimit = 5
  private static let longestHeadingLine = 80
  /// More words before the numbers are a sentence.
  private static let mostWordsBeforeNumbers = 8

  /// Marks the lines of such tables.
  ///
  /// - Parameters:
  ///   - lines: All lines of the document.
  ///   - edges: The edges of the lines.
  ///   - body: The indexes of the lines that are no furniture, in order.
  ///   - mayBelong: Whether a line is free to belong to a table: it is no label, no heading and no
  ///     header of a known table.
  /// - Returns: A flag for each line.
  func rows(
    in lines: [SourceLine], _ edges: [LineEdges], body: [Int], mayBelong: (Int) -> Bool
  ) -> [Bool] {
    var flags = [Bool](repeating: false, count: lines.count)
    var place = 0
    while place < body.count {
      guard Self.mayEndNumber(edges[body[place]].last),
        let width = numberCount(body[place], lines), mayBelong(body[place])
      else {
        place += 1
        continue
      }
      var last = place
      var rowCount = 1
      var next = place + 1
      while next < body.count, next - last <= linesToNextRow(lines, body[last], body[next]),
        mayBelong(body[next])
      {
        if let other = numberCount(body[next], lines), abs(other - width) <= 1 {
          rowCount += 1
          last = next
        } else if !isShort(lines[body[next]]) {
          break
        }
        next += 1
      }
      if rowCount >= Self.leastRowCount {
        let start = headingStart(above: place, in: lines, body, mayBelong)
        for index in start...last { flags[body[index]] = true }
      }
      place = last + 1
    }
    return flags
  }

  /// Digits, a percent sign, and hyphens, minus signs and dashes, whose last bytes these are.
  private static func mayEndNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "-")
      || byte == 0x92 || byte == 0x93
  }

  /// One line may stand between two rows; after a page break the headings of the columns may.
  private func linesToNextRow(_ lines: [SourceLine], _ row: Int, _ next: Int) -> Int {
    lines[row].position.page == lines[next].position.page ? 2 : Self.headingLineLimit
  }

  /// How many numbers end a row, or nil where the line is none: at least two, told apart by place
  /// or by a decimal comma, a sign or a percent sign, which telephone numbers do not have.
  private func numberCount(_ index: Int, _ lines: [SourceLine]) -> Int? {
    guard let last = lines[index].text.lastUTF8Byte, Self.mayEndNumber(last) else { return nil }
    let line = lines[index]
    var text = line.text
    let (count, hasMark) = text.withUTF8(numbersAtEnd(of:))
    guard count >= 2 else { return nil }
    // Rows of a table in plain text begin with the space of an empty first cell.
    if hasMark || (line.look == nil && line.xMin >= 1) { return count }
    return cellGapCount(line) >= 2 ? cellGapCount(line) : nil
  }

  /// How many numbers end a line, 0 where too many words stand before them or it is an address, and
  /// whether one of them has a mark.
  private func numbersAtEnd(of utf8: UnsafeBufferPointer<UInt8>) -> (count: Int, hasMark: Bool) {
    var count = 0
    var hasMark = false
    var end = utf8.count
    while end > 0 {
      var start = end
      while start > 0, utf8[start - 1] != 0x20 { start -= 1 }
      // "6,5 %" is one number.
      if end - start == 1, utf8[start] == UInt8(ascii: "%") {
        hasMark = true
      } else if start < end {
        guard let isMarked = number(UnsafeBufferPointer(rebasing: utf8[start..<end])) else { break }
        count += 1
        hasMark = hasMark || isMarked
      }
      end = max(start - 1, 0)
    }
    // One number is no row: most lines end so.
    guard count >= 2, !utf8.contains(UInt8(ascii: "@")) else { return (0, false) }
    var wordsBefore = 0
    forEachWord(of: UnsafeBufferPointer(rebasing: utf8[..<end])) { _ in wordsBefore += 1 }
    return (wordsBefore <= Self.mostWordsBeforeNumbers ? count : 0, hasMark)
  }

  private func cellGapCount(_ line: SourceLine) -> Int {
    let gap = line.look.map { $0.fontSize * 1.2 } ?? 3
    return zip(line.words, line.words.dropFirst()).filter { $1.xMin - $0.xMax > gap }.count
  }

  /// Whether a word is a number with a decimal comma, a sign or a percent sign; nil for no number.
  private func number(_ word: UnsafeBufferPointer<UInt8>) -> Bool? {
    var digits = 0
    var marks = 0
    var offset = 0
    while offset < word.count {
      let (scalar, width) = decodeScalar(word, at: offset)
      offset += width
      switch scalar {
      case "0"..."9": digits += 1
      case ",", ".", "-", "−", "–", "+", "%": marks += 1
      default: return nil
      }
    }
    if digits == 0 { return word.count <= 3 ? true : nil }
    // "1.2" is a number of a chapter as well; a date has two hyphens.
    guard marks <= 2, word.last != UInt8(ascii: ".") else { return nil }
    return marks > 0
  }

  private func isShort(_ line: SourceLine) -> Bool {
    line.text.utf8.count <= Self.longestHeadingLine && line.text.lastUTF8Byte != UInt8(ascii: ".")
  }

  private func headingStart(
    above row: Int, in lines: [SourceLine], _ body: [Int], _ mayBelong: (Int) -> Bool
  ) -> Int {
    var start = row
    while start > 0, row - start < Self.headingLineLimit, mayBelong(body[start - 1]),
      isShort(lines[body[start - 1]]), belongsToHeading(start - 1, lines, body)
    {
      start -= 1
    }
    if start < row, isHeadingOfTable(body[start], above: body[start + 1], lines, row: body[row]) {
      start += 1
    }
    return start
  }

  /// Whether the topmost line is not a heading of columns but one over the whole table: in plain
  /// text it stands by itself, and where the rows begin with a space it does not.
  private func isHeadingOfTable(
    _ line: Int, above next: Int, _ lines: [SourceLine], row: Int
  ) -> Bool {
    guard lines[line].look == nil, lines[next].blankLinesAbove > 0 else { return false }
    // One word for each cell of the row: headings of columns.
    var text = lines[line].text
    let words = text.withUTF8 { wordRanges(of: $0).count }
    if next == row, words > 2, numberCount(row, lines).map({ $0 + 1 == words }) == true {
      return false
    }
    if lines[row].xMin >= 1 { return lines[line].xMin < 1 }
    return next != row
  }

  /// With looks, headings of columns are set like a table: smaller, or with gaps between cells, or
  /// as the second line of such a heading.
  private func belongsToHeading(_ place: Int, _ lines: [SourceLine], _ body: [Int]) -> Bool {
    let line = lines[body[place]]
    guard line.look != nil else { return true }
    if cellGapCount(line) > 0 || !layout.isBodyType(line) && !layout.isSetAsHeading(line) {
      return true
    }
    guard place > 0, cellGapCount(lines[body[place - 1]]) > 0 else { return false }
    return line.xMin > lines[body[place - 1]].xMin + 1
  }
}
