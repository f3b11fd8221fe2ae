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
  struct Run {
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

  struct Word {
    var utf8: Range<Int>
    var xMin: Double
    var xMax: Double
  }

  /// Runs share a line when their middles are nearer than this part of the lower one's height:
  /// a superscript stays in its line, the next line of 1.0 line spacing does not come in.
  private static let sameLineTolerance = 0.45
  /// A jump of this many font sizes inside a run is the edge of a table's cell; poppler itself
  /// puts a space from a tenth of a font size on.
  static let cellGap = 0.5

  /// Characters that stand further apart than this many font sizes are of two words.
  ///
  /// poppler leaves spaces out where all words of a line have one character ("7 %").
  private static let wordGap = 0.15

  var text: [UInt8] = []
  var words: [Word] = []
  var runs: [Run] = []
  /// Whether soft hyphens are read as hyphens; see ``hasDividedNumbers``.
  let readsSoftHyphensAsHyphens: Bool
  /// Whether a soft hyphen was seen between two figures.
  ///
  /// Nobody divides a number there. In some fonts hyphen and soft hyphen share one shape, and the
  /// file then may name the wrong one: all its soft hyphens are hyphens.
  private(set) var hasDividedNumbers = false
  /// Where the numbers of the document's lines end; nil as long as no page has any.
  var lineNumberEdge: Double?
  private var builder = LineTextBuilder()
  private var fontStyles: [String: FontStyle] = [:]

  /// Creates a builder for the pages of one document.
  init(readsSoftHyphensAsHyphens: Bool = false) {
    self.readsSoftHyphensAsHyphens = readsSoftHyphensAsHyphens
  }

  /// Adds the lines of a page, top to bottom, and after them what stands apart from its lines.
  ///
  /// - Returns: The height in points of the page, turned so that its text can be read.
  mutating func appendLines(
    of page: borrowing GObjectHandle, pageNumber: Int, to lines: inout [SourceLine]
  ) -> Double {
    text.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    runs.removeAll(keepingCapacity: true)
    let height = readRuns(of: page)
    guard !runs.isEmpty else { return height }
    var apart = takeTextApart()
    runs.sort { ($0.yMiddle, $0.xMin) < ($1.yMiddle, $1.xMin) }
    if let numbers = takeLineNumbers() { apart.append(numbers) }
    var lineNumber = 0
    var first = 0
    while first < runs.count {
      var end = first + 1
      while end < runs.count, areOnOneLine(runs[first], runs[end]) { end += 1 }
      lineNumber += 1
      let position = SourcePosition(page: pageNumber, line: lineNumber)
      lines.append(line(of: runs[first..<end], at: position))
      first = end
    }
    for run in apart {
      lineNumber += 1
      var line = line(of: [run][...], at: SourcePosition(page: pageNumber, line: lineNumber))
      line.standsApart = true
      lines.append(line)
    }
    return height
  }

  func areOnOneLine(_ upper: Run, _ lower: Run) -> Bool {
    lower.yMiddle - upper.yMiddle < Self.sameLineTolerance * min(upper.height, lower.height)
  }

  private func line(of runs: ArraySlice<Run>, at position: SourcePosition) -> SourceLine {
    let parts = runs.count == 1 ? runs : runs.sorted { $0.xMin < $1.xMin }[...]
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
    let main = parts.max { $0.words.count < $1.words.count } ?? parts[parts.startIndex]
    let look = LineLook(
      yTop: parts.reduce(main.yTop) { min($0, $1.yTop) },
      yBottom: parts.reduce(main.yBottom) { max($0, $1.yBottom) },
      fontSize: main.fontSize, isBold: parts.allSatisfy(\.isBold),
      isItalic: parts.allSatisfy(\.isItalic))
    return SourceLine(
      text: String(decoding: utf8, as: UTF8.self), position: position,
      startsPage: position.line == 1, blankLinesAbove: 0,
      endsInsideWord: parts[parts.endIndex - 1].endsInsideWord, words: lineWords,
      xMin: parts[parts.startIndex].xMin, xMax: parts.reduce(0) { max($0, $1.xMax) }, look: look)
  }

  // MARK: - Reading what poppler gives

  /// The characters of a page with their rectangles, one to one, and the runs of one font.
  private struct FontSpan {
    var endIndex: Int
    var size: Double
    var isBold: Bool
    var isItalic: Bool
  }

  /// Reads the text of a page, turned so that most of it runs from left to right.
  ///
  /// - Returns: The height of the page, so turned.
  private mutating func readRuns(of page: borrowing GObjectHandle) -> Double {
    var width = 0.0
    var height = 0.0
    poppler.page_get_size(page.pointer, &width, &height)
    guard let raw = poppler.page_get_text(page.pointer) else { return height }
    defer { g_free(raw) }
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var rectangleCount: guint = 0
    guard poppler.page_get_text_layout(page.pointer, &rectangles, &rectangleCount) != 0,
      let rectangles
    else { return height }
    defer { g_free(rectangles) }
    let places = UnsafeMutableBufferPointer(start: rectangles, count: Int(rectangleCount))
    let turn = PageTurn(of: UnsafeBufferPointer(places))
    if turn != .upright {
      for index in places.indices {
        places[index] = turn.place(places[index], width: width, height: height)
      }
    }
    let fonts = fontSpans(of: page)
    let length = strlen(raw)
    raw.withMemoryRebound(to: UInt8.self, capacity: length) { start in
      readCharacters(
        UnsafeBufferPointer(start: start, count: length), places: UnsafeBufferPointer(places),
        fonts: fonts)
    }
    return turn.swapsSides ? width : height
  }

  private mutating func fontSpans(of page: borrowing GObjectHandle) -> [FontSpan] {
    var spans: [FontSpan] = []
    let list = poppler.page_get_text_attributes(page.pointer)
    defer { poppler.page_free_text_attributes(list) }
    var node = list
    while let item = node {
      if let data = item.pointee.data {
        let attributes = data.assumingMemoryBound(to: PopplerTextAttributes.self).pointee
        let style = fontStyle(named: attributes.font_name)
        spans.append(
          FontSpan(
            endIndex: Int(attributes.end_index), size: attributes.font_size,
            isBold: style.isBold, isItalic: style.isItalic))
      }
      node = item.pointee.next
    }
    return spans
  }

  private mutating func fontStyle(named name: UnsafePointer<CChar>?) -> FontStyle {
    let name = name.map { String(cString: $0) } ?? ""
    if let style = fontStyles[name] { return style }
    let style = FontStyle(name: name)
    fontStyles[name] = style
    return style
  }

  private mutating func readCharacters(
    _ utf8: UnsafeBufferPointer<UInt8>, places: UnsafeBufferPointer<PopplerRectangle>,
    fonts: [FontSpan]
  ) {
    var hand = Hand(composes: mayNeedComposition(utf8))
    var fontIndex = 0
    var fontEnd = fonts.first?.endIndex ?? Int.max
    var scalarIndex = 0
    var offset = 0
    while offset < utf8.count, scalarIndex < places.count {
      let byte = utf8[offset]
      if scalarIndex > fontEnd, fontIndex + 1 < fonts.count {
        fontIndex += 1
        fontEnd = fonts[fontIndex].endIndex
        hand.changeFont(fonts[fontIndex])
        continue
      }
      if byte == 0x0A {
        endRun(&hand)
        offset += 1
      } else if byte == 0x20 {
        endWord(&hand)
        offset += 1
      } else {
        let place = places[scalarIndex]
        if hand.isInRun {
          if hand.jumps(to: place) { endRun(&hand) }
          if hand.isInWord, place.x1 > hand.wordXMax + Self.wordGap * hand.fontSize {
            endWord(&hand)
          }
        }
        if !hand.isInRun {
          let size = fonts.isEmpty ? place.y2 - place.y1 : fonts[fontIndex].size
          hand.beginRun(at: place, size: size, font: fonts.isEmpty ? nil : fonts[fontIndex])
        }
        offset += addCharacter(utf8, at: offset, place: place, &hand)
      }
      scalarIndex += 1
    }
    endRun(&hand)
  }

  /// Adds a character to the word in hand.
  ///
  /// - Returns: The length of the character in bytes.
  @inline(__always)
  private mutating func addCharacter(
    _ utf8: UnsafeBufferPointer<UInt8>, at offset: Int, place: PopplerRectangle, _ hand: inout Hand
  ) -> Int {
    let byte = utf8[offset]
    if byte > 0x20, byte < 0x7F {
      beginWord(at: place, &hand)
      text.append(byte)
      hand.take(place)
      return 1
    }
    // U+00C0 to U+00FF: the letters of Swedish.
    if byte == 0xC3, offset + 1 < utf8.count {
      beginWord(at: place, &hand)
      text.append(byte)
      text.append(utf8[offset + 1])
      hand.take(place)
      return 2
    }
    let (scalar, width) = decodeScalar(utf8, at: offset)
    if scalar == "\u{AD}" {
      if readsSoftHyphensAsHyphens {
        addRareCharacter("-", place: place, &hand)
        return width
      }
      if let last = text.last, isDigit(last), hand.isInWord, offset + width < utf8.count,
        isDigit(utf8[offset + width])
      {
        hasDividedNumbers = true
      }
    }
    addRareCharacter(scalar, place: place, &hand)
    return width
  }

  /// Characters that are cleaned away, changed or rare.
  private mutating func addRareCharacter(
    _ scalar: Unicode.Scalar, place: PopplerRectangle, _ hand: inout Hand
  ) {
    if LineTextBuilder.isSpace(scalar) { return endWord(&hand) }
    // A soft hyphen may be followed by what it looks like.
    builder.removeAll()
    if hand.endsInSoftHyphen { builder.append("\u{AD}") }
    guard builder.append(scalar) else {
      hand.endsInSoftHyphen = builder.endsInsideWord
      if hand.isInWord {
        hand.xMax = max(hand.xMax, place.x2)
        hand.wordXMax = max(hand.wordXMax, place.x2)
      }
      return
    }
    beginWord(at: place, &hand)
    text.append(contentsOf: builder.utf8)
    hand.take(place)
  }

  @inline(__always)
  private func beginWord(at place: PopplerRectangle, _ hand: inout Hand) {
    guard !hand.isInWord else { return }
    hand.isInWord = true
    hand.wordStart = text.count
    hand.wordXMin = min(place.x1, place.x2)
    hand.wordXMax = hand.wordXMin
  }

  private mutating func endWord(_ hand: inout Hand) {
    guard hand.isInWord else { return }
    hand.isInWord = false
    let word = hand.wordStart..<text.count
    if hand.composes, mayNeedComposition(text[word]), let composed = composedUTF8(Array(text[word]))
    {
      text.replaceSubrange(word, with: composed)
    }
    words.append(
      Word(utf8: hand.wordStart..<text.count, xMin: hand.wordXMin, xMax: hand.wordXMax))
    hand.followsLoneNumber =
      words.count - 1 == runs.last?.words.upperBound ?? 0
      && isWholeNumber(text[hand.wordStart..<text.count])
  }

  private mutating func endRun(_ hand: inout Hand) {
    endWord(&hand)
    guard hand.isInRun else { return }
    hand.isInRun = false
    let firstWord = runs.last?.words.upperBound ?? 0
    guard words.count > firstWord else { return }
    runs.append(
      Run(
        words: firstWord..<words.count, yTop: hand.yTop, yBottom: hand.yBottom, xMin: hand.xMin,
        xMax: hand.xMax, fontSize: hand.fontSize, isBold: hand.isBold, isItalic: hand.isItalic,
        endsInsideWord: hand.endsInSoftHyphen))
  }

  /// The run and the word in hand.
  private struct Hand {
    let composes: Bool
    var isInRun = false
    var isInWord = false
    var yTop = 0.0
    var yBottom = 0.0
    var xMin = 0.0
    var xMax = 0.0
    var fontSize = 0.0
    var isBold = false
    var isItalic = false
    var endsInSoftHyphen = false
    var wordStart = 0
    var wordXMin = 0.0
    var wordXMax = 0.0
    /// Whether the run has had one word only, a whole number, which may be that of the line.
    var followsLoneNumber = false

    init(composes: Bool) { self.composes = composes }

    mutating func beginRun(at place: PopplerRectangle, size: Double, font: FontSpan?) {
      isInRun = true
      (yTop, yBottom) = (place.y1, place.y2)
      (xMin, xMax) = (place.x1, place.x2)
      fontSize = size
      isBold = font?.isBold ?? false
      isItalic = font?.isItalic ?? false
      endsInSoftHyphen = false
      followsLoneNumber = false
    }

    /// A run is bold where all of it is.
    mutating func changeFont(_ font: FontSpan) {
      guard isInRun else { return }
      isBold = isBold && font.isBold
      isItalic = isItalic && font.isItalic
    }

    @inline(__always)
    mutating func take(_ place: PopplerRectangle) {
      xMin = min(xMin, place.x1)
      xMax = max(xMax, place.x2)
      wordXMax = max(wordXMax, place.x2)
      endsInSoftHyphen = false
    }

    /// Whether a character stands apart from the run in hand: in another cell or on another line.
    @inline(__always)
    func jumps(to place: PopplerRectangle) -> Bool {
      if place.y1 != yTop || place.y2 != yBottom {
        let distance = abs(place.y1 + place.y2 - yTop - yBottom) / 2
        if distance > PageLineBuilder.sameLineTolerance * (yBottom - yTop) { return true }
      }
      if place.x1 < xMax - 2 * fontSize { return true }
      return (isInWord || followsLoneNumber)
        && place.x1 > wordXMax + PageLineBuilder.cellGap * fontSize
    }
  }
}
