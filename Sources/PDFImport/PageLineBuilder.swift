// SPDX-License-Identifier: GPL-2.0-or-later

internal import CPopplerGLib
internal import SourceText
internal import UnicodeNormalization

/// Builds the printed lines of a page from the places of its characters.
///
/// poppler gives text in runs, one rectangle a character. A run is cut where the characters jump;
/// runs on one baseline make a line, ordered from left to right. So the cells of a table row that
/// stand side by side come out side by side, whatever order the file draws them in.
struct PageLineBuilder {
  /// A stretch of words that poppler gave in one go on one baseline.
  private struct Run {
    var words: Range<Int>
    var yTop: Double
    var yBottom: Double
    var xMin: Double
    var xMax: Double
    var fontSize: Double
    var isBold: Bool
    var isItalic: Bool
    var endsInsideWord: Bool

    var yMiddle: Double { (yTop + yBottom) / 2 }
    var height: Double { yBottom - yTop }
  }

  private struct Word {
    var utf8: Range<Int>
    var xMin: Double
    var xMax: Double
  }

  /// Runs share a line when their middles are nearer than this part of the lower one's height:
  /// a superscript stays in its line, the next line of 1.0 line spacing does not come in.
  private static let sameLineTolerance = 0.45
  /// A jump of this many font sizes inside a run is the edge of a table's cell; poppler itself
  /// puts a space from a tenth of a font size on.
  private static let cellGap = 0.5

  private var text: [UInt8] = []
  private var words: [Word] = []
  private var runs: [Run] = []
  private var builder = LineTextBuilder()

  /// Adds the lines of a page, top to bottom.
  mutating func appendLines(
    of page: borrowing GObjectHandle, pageNumber: Int, to lines: inout [SourceLine]
  ) {
    text.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    readRuns(of: page)
    guard !runs.isEmpty else { return }
    runs.sort { ($0.yMiddle, $0.xMin) < ($1.yMiddle, $1.xMin) }
    var lineNumber = 0
    var first = 0
    while first < runs.count {
      var end = first + 1
      while end < runs.count, areOnOneLine(runs[first], runs[end]) { end += 1 }
      lineNumber += 1
      let position = SourcePosition(page: pageNumber, line: lineNumber)
      lines.append(line(of: first..<end, at: position))
      first = end
    }
  }

  private func areOnOneLine(_ upper: Run, _ lower: Run) -> Bool {
    lower.yMiddle - upper.yMiddle < Self.sameLineTolerance * min(upper.height, lower.height)
  }

  private mutating func line(of range: Range<Int>, at position: SourcePosition) -> SourceLine {
    let parts = runs[range].sorted { $0.xMin < $1.xMin }
    var utf8: [UInt8] = []
    var lineWords: [LineWord] = []
    utf8.reserveCapacity(128)
    for part in parts {
      for word in words[part.words] {
        if !utf8.isEmpty { utf8.append(0x20) }
        let start = utf8.count
        utf8.append(contentsOf: text[word.utf8])
        lineWords.append(
          LineWord(utf8Start: start, utf8End: utf8.count, xMin: word.xMin, xMax: word.xMax))
      }
    }
    let main = parts.max { $0.words.count < $1.words.count } ?? parts[0]
    let look = LineLook(
      yTop: parts.reduce(main.yTop) { min($0, $1.yTop) },
      yBottom: parts.reduce(main.yBottom) { max($0, $1.yBottom) },
      fontSize: main.fontSize, isBold: parts.allSatisfy(\.isBold),
      isItalic: parts.allSatisfy(\.isItalic))
    return SourceLine(
      text: String(decoding: utf8, as: UTF8.self), position: position,
      startsPage: position.line == 1, blankLinesAbove: 0,
      endsInsideWord: parts[parts.count - 1].endsInsideWord, words: lineWords,
      xMin: parts[0].xMin, xMax: parts.reduce(0) { max($0, $1.xMax) }, look: look)
  }

  // MARK: - Reading what poppler gives

  /// The characters of a page with their rectangles, one to one, and the runs of one font.
  private struct FontSpan {
    var endIndex: Int
    var size: Double
    var isBold: Bool
    var isItalic: Bool
  }

  private mutating func readRuns(of page: borrowing GObjectHandle) {
    guard let raw = poppler_page_get_text(page.pointer) else { return }
    defer { g_free(raw) }
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var rectangleCount: guint = 0
    guard poppler_page_get_text_layout(page.pointer, &rectangles, &rectangleCount) != 0,
      let rectangles
    else { return }
    defer { g_free(rectangles) }
    let fonts = fontSpans(of: page)
    let length = strlen(raw)
    raw.withMemoryRebound(to: UInt8.self, capacity: length) { start in
      readCharacters(
        UnsafeBufferPointer(start: start, count: length),
        places: UnsafeBufferPointer(start: rectangles, count: Int(rectangleCount)), fonts: fonts)
    }
  }

  private func fontSpans(of page: borrowing GObjectHandle) -> [FontSpan] {
    var spans: [FontSpan] = []
    let list = poppler_page_get_text_attributes(page.pointer)
    defer { poppler_page_free_text_attributes(list) }
    var node = list
    while let item = node {
      if let data = item.pointee.data {
        let attributes = data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
        let style = FontStyle(name: attributes.font_name)
        spans.append(
          FontSpan(
            endIndex: Int(attributes.end_index), size: attributes.font_size,
            isBold: style.isBold, isItalic: style.isItalic))
      }
      node = item.pointee.next
    }
    return spans
  }

  private mutating func readCharacters(
    _ utf8: UnsafeBufferPointer<UInt8>, places: UnsafeBufferPointer<PopplerRectangle>,
    fonts: [FontSpan]
  ) {
    var state = RunState(composes: mayNeedComposition(utf8))
    var fontIndex = 0
    var scalarIndex = 0
    var offset = 0
    while offset < utf8.count, scalarIndex < places.count {
      let (scalar, width) = decodeScalar(utf8, at: offset)
      offset += width
      while fontIndex + 1 < fonts.count, fonts[fontIndex].endIndex < scalarIndex { fontIndex += 1 }
      let place = places[scalarIndex]
      scalarIndex += 1
      if scalar == "\n" {
        endRun(&state)
      } else if scalar == " " {
        endWord(&state)
      } else {
        let font = fonts.isEmpty ? nil : fonts[fontIndex]
        add(scalar, at: place, font: font, state: &state)
      }
    }
    endRun(&state)
  }

  /// The run and the word in hand.
  private struct RunState {
    let composes: Bool
    var run: Run?
    var wordStart = 0
    var wordXMin = 0.0
    var wordXMax = 0.0
    var hasWord = false
    var lastIsSoftHyphen = false

    init(composes: Bool) { self.composes = composes }
  }

  private mutating func add(
    _ scalar: Unicode.Scalar, at place: PopplerRectangle, font: FontSpan?, state: inout RunState
  ) {
    let size = font?.size ?? (place.y2 - place.y1)
    if let run = state.run, jumps(to: place, from: run, state: state, fontSize: size) {
      endRun(&state)
    }
    if !builder.append(scalar) {
      state.lastIsSoftHyphen = builder.endsInsideWord
      if state.lastIsSoftHyphen { state.wordXMax = max(state.wordXMax, place.x2) }
      return
    }
    state.lastIsSoftHyphen = false
    if !state.hasWord {
      state.hasWord = true
      state.wordXMin = min(place.x1, place.x2)
      state.wordXMax = state.wordXMin
    }
    state.wordXMax = max(state.wordXMax, place.x2)
    let isBold = font?.isBold ?? false
    let isItalic = font?.isItalic ?? false
    guard var run = state.run else {
      state.run = Run(
        words: words.count..<words.count, yTop: place.y1, yBottom: place.y2,
        xMin: place.x1, xMax: place.x2, fontSize: size, isBold: isBold, isItalic: isItalic,
        endsInsideWord: false)
      return
    }
    run.xMin = min(run.xMin, place.x1)
    run.xMax = max(run.xMax, place.x2)
    run.isBold = run.isBold && isBold
    run.isItalic = run.isItalic && isItalic
    state.run = run
  }

  /// Whether a character stands apart from the run in hand: in another cell or on another line.
  private func jumps(
    to place: PopplerRectangle, from run: Run, state: RunState, fontSize: Double
  ) -> Bool {
    let middle = (place.y1 + place.y2) / 2
    if abs(middle - run.yMiddle) > Self.sameLineTolerance * run.height { return true }
    if place.x1 < run.xMax - 2 * fontSize { return true }
    return state.hasWord && place.x1 > state.wordXMax + Self.cellGap * fontSize
  }

  private mutating func endWord(_ state: inout RunState) {
    guard state.hasWord else { return }
    state.hasWord = false
    let start = text.count
    if state.composes, mayNeedComposition(builder.utf8), let composed = composedUTF8(builder.utf8) {
      text.append(contentsOf: composed)
    } else {
      text.append(contentsOf: builder.utf8)
    }
    builder.removeAll()
    words.append(Word(utf8: start..<text.count, xMin: state.wordXMin, xMax: state.wordXMax))
  }

  private mutating func endRun(_ state: inout RunState) {
    endWord(&state)
    builder.removeAll()
    guard var run = state.run else { return }
    state.run = nil
    run.words = run.words.lowerBound..<words.count
    run.endsInsideWord = state.lastIsSoftHyphen
    state.lastIsSoftHyphen = false
    if !run.words.isEmpty { runs.append(run) }
  }
}
