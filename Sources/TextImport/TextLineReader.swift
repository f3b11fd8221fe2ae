// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Splits UTF-8 into lines and cleans each one.
///
/// A line ends at LF, CR or CR LF; a form feed ends a line and its page.
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
  /// The column of the next character, from 0.
  private var column = 0
  /// The column where the white space in hand began, or nil inside a word.
  private var gapStart: Int? = 0
  private var indent = 0
  /// Whether a gap of two columns or more stands between words of the line in hand.
  private var hasWideGap = false
  private var wordColumn = 0
  private var lastColumn = 0

  mutating func lines(of utf8: UnsafeBufferPointer<UInt8>) -> [SourceLine] {
    lines.reserveCapacity(utf8.count / 48)
    var offset = 0
    while offset < utf8.count {
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
      case 0x09: addSpace(width: 8 - column % 8)
      default:
        startWordIfNeeded()
        if builder.append(ascii: byte) {
          column += 1
          lastColumn = column
        }
      }
    }
    endLine(countsLine: true)
    return lines
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if LineTextBuilder.isSpace(scalar) { return addSpace(width: 1) }
    startWordIfNeeded()
    if builder.append(scalar) {
      column += 1
      lastColumn = column
    }
  }

  private mutating func addSpace(width: Int) {
    if gapStart == nil {
      gapStart = column
      builder.breakWord()
    }
    column += width
  }

  private mutating func startWordIfNeeded() {
    guard let gap = gapStart else {
      return
    }
    gapStart = nil
    if builder.utf8Count == 0 {
      indent = column
    } else {
      if column - gap >= 2 { hasWideGap = true }
      words.append(
        LineWord(
          utf8Start: wordStart, utf8End: builder.utf8Count, xMin: Double(wordColumn),
          xMax: Double(gap)))
      wordStart = builder.utf8Count + 1
    }
    wordColumn = column
  }

  private mutating func endLine(countsLine: Bool) {
    defer {
      if countsLine { lineNumber += 1 }
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
    let isFirst = lines.last.map { $0.position.page < pageNumber } ?? true
    lines.append(
      SourceLine(
        text: String(decoding: builder.utf8, as: UTF8.self),
        position: SourcePosition(page: pageNumber, line: lineNumber), startsPage: isFirst,
        blankLinesAbove: blankLinesAbove, endsInsideWord: builder.endsInsideWord,
        words: hasWideGap ? words : [], xMin: Double(indent), xMax: Double(lastColumn), look: nil))
    blankLinesAbove = 0
  }
}
