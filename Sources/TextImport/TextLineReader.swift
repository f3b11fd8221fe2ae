// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Splits UTF-8 into lines and cleans each one.
///
/// A line ends at LF, CR or CR LF; a form feed ends a line and its page. What stands behind tabs is
/// placed by ``TabStops``.
struct TextLineReader {
  /// How many form feeds were met.
  private(set) var formFeedCount = 0

  private var lines: [SourceLine] = []
  private var builder = LineTextBuilder()
  private var words: [LineWord] = []
  private var wordStart = 0
  private var lineNumber = 1
  private var pageNumber = 1
  private var blankLinesAbove = 0
  private var isAtLineStart = true
  /// The column of the next character, from 0.
  private var column = 0
  /// The column where the white space in hand began, or nil inside a word.
  private var gapStart: Int? = 0
  private var indent = 0
  /// Whether a gap of two columns or more stands between words of the line in hand.
  private var hasWideGap = false
  /// The columns behind tabs that are still to come, the next one last; nil before the first tab.
  private var tabStops: [Int]?
  private var wordColumn = 0
  private var lastColumn = 0

  /// The lines of valid UTF-8.
  mutating func lines(of utf8: [UInt8]) -> [SourceLine] {
    utf8.withUnsafeBufferPointer { lines(of: $0) }
  }

  private mutating func lines(of utf8: UnsafeBufferPointer<UInt8>) -> [SourceLine] {
    lines.reserveCapacity(utf8.count / 48)
    var offset = 0
    while offset < utf8.count {
      if isAtLineStart, let next = readPlainLine(utf8, from: offset) {
        offset = next
        continue
      }
      isAtLineStart = false
      let byte = utf8[offset]
      if byte >= 0x80 {
        let (scalar, width) = decodeScalar(utf8, at: offset)
        offset += width
        add(scalar)
        continue
      }
      offset += 1
      switch byte {
      case 0x0A: endLine(countsLine: true)
      case 0x0D:
        if offset < utf8.count, utf8[offset] == 0x0A { offset += 1 }
        endLine(countsLine: true)
      case 0x0C:
        endLine(countsLine: false)
        formFeedCount += 1
        pageNumber += 1
      case 0x20, 0x0B: addSpace(width: 1)
      case 0x09:
        // Hardly any text has tabs.
        if tabStops == nil { tabStops = TabStops(of: utf8).columns.reversed() }
        addSpace(width: max(1, (tabStops?.popLast() ?? 0) - column))
      // Other controls, which are no text.
      case 0x00...0x1F, 0x7F: break
      default:
        let start = offset - 1
        while offset < utf8.count, LineTextBuilder.isPrinted(utf8[offset]) { offset += 1 }
        let length = builder.utf8Count
        builder.append(printed: utf8.extracting(start..<offset))
        noteCharacters(offset - start, after: length)
      }
    }
    endLine(countsLine: true)
    // The reader keeps none, or whoever changes a line would copy them all first.
    defer { lines = [] }
    return lines
  }

  /// Reads a line that needs no cleaning.
  ///
  /// - Returns: The offset after the line feed, or nil where the line must be read with care.
  private mutating func readPlainLine(
    _ utf8: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    if utf8[start] == 0x0A {
      blankLinesAbove += 1
      lineNumber += 1
      return start + 1
    }
    guard let line = PlainLine(UnsafeRawBufferPointer(utf8), from: start) else { return nil }
    indent = line.text.lowerBound - start
    lastColumn = indent + line.columnCount
    appendLine(Self.string(utf8.extracting(line.text)), words: [], endsInsideWord: false)
    lineNumber += 1
    (indent, lastColumn) = (0, 0)
    return line.end + 1
  }

  private mutating func appendLine(_ text: String, words: [LineWord], endsInsideWord: Bool) {
    let isFirst = lines.isEmpty || lines[lines.count - 1].position.page < pageNumber
    lines.append(
      SourceLine(
        text: text, position: SourcePosition(page: pageNumber, line: lineNumber),
        startsPage: isFirst, blankLinesAbove: blankLinesAbove, endsInsideWord: endsInsideWord,
        words: words, xMin: Double(indent), xMax: Double(lastColumn), look: nil))
    blankLinesAbove = 0
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if LineTextBuilder.isSpace(scalar) { return addSpace(width: 1) }
    let length = builder.utf8Count
    if builder.append(scalar) { noteCharacters(1, after: length) }
  }

  /// Notes the places of characters that became part of the text, which had `length` bytes before.
  ///
  /// Characters that are cleaned away leave no trace, or a soft hyphen alone would be a word.
  private mutating func noteCharacters(_ count: Int, after length: Int) {
    if gapStart != nil { startWord(after: length) }
    column += count
    lastColumn = column
  }

  private mutating func addSpace(width: Int) {
    if gapStart == nil {
      gapStart = column
      builder.breakWord()
    }
    column += width
  }

  private mutating func startWord(after length: Int) {
    guard let gap = gapStart else { return }
    gapStart = nil
    if length == 0 {
      indent = column
    } else {
      if column - gap >= 2 { hasWideGap = true }
      words.append(
        LineWord(
          utf8Start: wordStart, utf8End: length, xMin: Double(wordColumn), xMax: Double(gap)))
      wordStart = length + 1
    }
    wordColumn = column
  }

  private mutating func endLine(countsLine: Bool) {
    defer {
      if countsLine { lineNumber += 1 }
      isAtLineStart = true
      builder.removeAll()
      words.removeAll(keepingCapacity: true)
      (column, indent, wordStart, wordColumn, lastColumn) = (0, 0, 0, 0, 0)
      gapStart = 0
      hasWideGap = false
    }
    guard builder.utf8Count > 0 else {
      if countsLine { blankLinesAbove += 1 }
      return
    }
    words.append(
      LineWord(
        utf8Start: wordStart, utf8End: builder.utf8Count, xMin: Double(wordColumn),
        xMax: Double(lastColumn)))
    appendLine(
      String(decoding: builder.utf8, as: UTF8.self), words: hasWideGap ? words : [],
      endsInsideWord: builder.endsInsideWord)
  }

  /// A part of valid UTF-8 that begins and ends between characters.
  ///
  /// What is known to be valid is copied without looking at it again.
  private static func string(_ utf8: UnsafeBufferPointer<UInt8>) -> String {
    var text = UTF8Span(unchecked: utf8.span)
    // The string keeps the answer, and is then compared faster.
    _ = text.checkForASCII()
    return String(copying: text)
  }
}
