// SPDX-License-Identifier: GPL-2.0-or-later

package import SourceText

/// Sets lines as a PDF importer would give them, every character half a font size wide.
package struct PrintedPage {
  /// The distance between two lines of body text, in points.
  package static let leading = 12.0
  package static let bodySize = 10.0
  package static let leftEdge = 70.0
  package static let height = 842.0

  package private(set) var document = SourceDocument(
    mediaType: .pdf, pageCount: 0, lines: [])
  private var y = 0.0
  private var lineNumber = 0

  /// Begins the first page.
  package init() { newPage() }

  package mutating func newPage() {
    document.pageCount += 1
    document.pageHeights.append(Self.height)
    y = 60
    lineNumber = 0
  }

  /// Leaves space above the next line.
  package mutating func space(_ points: Double) { y += points }

  /// Goes to a place on the page, counted from its top.
  package mutating func move(to yTop: Double) { y = yTop }

  /// Sets a line of one text at the left edge, or further in.
  package mutating func line(
    _ text: String, x: Double = PrintedPage.leftEdge, size: Double = PrintedPage.bodySize,
    isBold: Bool = false
  ) {
    row([(x, text)], size: size, isBold: isBold)
  }

  /// Sets cells side by side on one line, each at its place.
  package mutating func row(
    _ cells: [(x: Double, text: String)], size: Double = PrintedPage.bodySize, isBold: Bool = false
  ) {
    var text = ""
    var words: [LineWord] = []
    for cell in cells {
      var x = cell.x
      for word in cell.text.split(separator: " ") {
        if !text.isEmpty { text += " " }
        let start = text.utf8.count
        text += word
        let width = Double(word.count) * size / 2
        words.append(
          LineWord(utf8Start: start, utf8End: text.utf8.count, xMin: x, xMax: x + width))
        x += width + size / 4
      }
    }
    lineNumber += 1
    document.lines.append(
      SourceLine(
        text: text, position: SourcePosition(page: document.pageCount, line: lineNumber),
        startsPage: lineNumber == 1, blankLinesAbove: 0, endsInsideWord: false, words: words,
        xMin: words.first?.xMin ?? 0, xMax: words.last?.xMax ?? 0,
        look: LineLook(
          yTop: y, yBottom: y + size, fontSize: size, isBold: isBold, isItalic: false)))
    y += Self.leading * size / Self.bodySize
  }

  /// Sets a text that is none of the page's lines; nothing of the page may come after it.
  package mutating func apart(_ text: String, yTop: Double) {
    y = yTop
    line(text, size: 60)
    document.lines[document.lines.count - 1].standsApart = true
  }

  /// Sets running text in lines of at most so many characters.
  package mutating func paragraph(_ text: String, width: Int = 80) {
    var current = ""
    for word in text.split(separator: " ") {
      if !current.isEmpty, current.count + 1 + word.count > width {
        line(current)
        current = ""
      }
      current += current.isEmpty ? String(word) : " \(word)"
    }
    if !current.isEmpty { line(current) }
    space(6)
  }
}
