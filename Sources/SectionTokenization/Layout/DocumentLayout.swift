// SPDX-License-Identifier: GPL-2.0-or-later

public import SourceText

/// What is usual in a document: the measures that lines are compared with.
public struct DocumentLayout: Sendable {
  /// The size of most of the text in points; 0 in a text.
  public private(set) var bodyFontSize = 0.0
  /// Whether most of the text is bold, so that bold says nothing.
  public private(set) var bodyIsBold = false
  /// The right edge that running text reaches on most pages, in the unit of the lines.
  public private(set) var rightEdge = 0.0
  /// The left edge of running text.
  public private(set) var leftEdge = 0.0
  /// The distance from the top of a line of running text to the top of the next one, in points;
  /// 0 in a text.
  public private(set) var leading = 0.0
  /// How many blank lines usually stand between two lines of running text; 0 in a PDF.
  public private(set) var usualBlankLines = 0
  /// In a text, the least length that a line and the next one's first word have together where the
  /// line was ended because that word had no room.
  private var leastOverfullLength = 0.0
  /// Whether lines have looks, that is, whether the document is a PDF.
  public private(set) var hasLooks = false
  /// Whether words are cut at line ends by the program that set the document.
  public private(set) var hyphenates = false

  /// The right edge on the pages of each height, where it is another than on most: those that lie
  /// on their side.
  private var rightEdges: [Double: Double] = [:]
  private let pageHeights: [Double]
  private let suspendedWords: Set<String>

  /// Lines shorter than this say nothing about the edges of running text.
  private static let shortLineCount = 40
  /// The part of long lines that may lie beyond the edge: they are set in smaller type or hang.
  private static let edgeQuantile = 0.9
  /// Characters are not equally wide, so lines of the same width differ in length by about a tenth.
  private static let lengthTolerance = 0.9
  /// Cells of tables are narrower than running text; the upper lengths are those of running text.
  private static let overfullQuantile = 0.75
  /// Without hyphenation a line in some hundreds ends in a hyphen that a small letter follows,
  /// because a compound has one; with it, from one in 8 (narrow) to one in 50 (wide columns).
  private static let hyphenatedShare = 0.01
  /// Fewer sentences are no running text: titles and labels may end in a full stop.
  private static let leastSentenceCount = 3
  /// Fewer cut words are chance.
  private static let leastCutCount = 3

  /// Measures a document.
  ///
  /// - Parameters:
  ///   - lines: All lines.
  ///   - pageHeights: The height of each page; empty for a text.
  ///   - furniture: A flag for each line; furniture is not measured.
  ///   - rows: A flag for each line, whether it is of a table.
  ///   - suspendedWords: Words after which a hyphen at a line's end is no cut.
  public init(
    of lines: [SourceLine], pageHeights: [Double] = [], furniture: [Bool], rows: [Bool],
    suspendedWords: [String] = []
  ) {
    self.pageHeights = pageHeights
    self.suspendedWords = Set(suspendedWords)
    hasLooks = lines.first?.look != nil
    let body = lines.indices.filter { !furniture[$0] }
    if hasLooks { measureType(lines, body, rows) }
    measureEdges(lines, body)
    measureGaps(lines, body)
    measureHyphenation(lines, body)
    if !hasLooks { measureOverfullLines(lines, body) }
  }

  /// Running text is set in the type that most lines outside of tables have, if they end sentences; the
  /// cells of tables may be smaller and more.
  private mutating func measureType(_ lines: [SourceLine], _ body: [Int], _ rows: [Bool]) {
    let text = body.filter { !rows[$0] }
    (bodyFontSize, bodyIsBold) = mostCommonType(lines, text)
    let sentenceCount = text.count {
      lines[$0].text.lastUTF8Byte == UInt8(ascii: ".") && isBodyType(lines[$0])
    }
    if sentenceCount < Self.leastSentenceCount {
      (bodyFontSize, bodyIsBold) = mostCommonType(lines, body)
    }
  }

  private func mostCommonType(
    _ lines: [SourceLine], _ body: [Int]
  ) -> (size: Double, isBold: Bool) {
    var sizes = ValueCounts<Double>()
    var boldCount = 0
    var total = 0
    for index in body {
      guard let look = lines[index].look else { continue }
      let length = lines[index].text.utf8.count
      sizes.add(halfPoint(look.fontSize), length)
      total += length
      if look.isBold { boldCount += length }
    }
    return (sizes.mostCommon() ?? 0, boldCount * 2 > total)
  }

  private mutating func measureEdges(_ lines: [SourceLine], _ body: [Int]) {
    var rights: [Double] = []
    var lefts = ValueCounts<Double>()
    let long = body.filter {
      lines[$0].text.utf8.count > Self.shortLineCount && isBodyType(lines[$0])
    }
    for index in long {
      rights.append(lines[index].xMax)
      lefts.add(lines[index].xMin.rounded())
    }
    leftEdge = lefts.mostCommon() ?? 0
    guard !rights.isEmpty else { return }
    rightEdge = Self.edge(rights)
    guard let height = pageHeights.first, pageHeights.contains(where: { $0 != height }) else {
      return
    }
    let groups = Dictionary(grouping: long) { pageHeight(of: lines[$0]) }
    rightEdges = groups.mapValues { Self.edge($0.map { lines[$0].xMax }) }
    let mostCommon = groups.max { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
    rightEdge = mostCommon.flatMap { rightEdges[$0.key] } ?? rightEdge
  }

  private static func edge(_ rights: [Double]) -> Double {
    rights.sorted()[min(rights.count - 1, Int(Double(rights.count) * edgeQuantile))]
  }

  private func pageHeight(of line: SourceLine) -> Double {
    let index = line.position.page - 1
    return pageHeights.indices.contains(index) ? pageHeights[index].rounded() : 0
  }

  private mutating func measureGaps(_ lines: [SourceLine], _ body: [Int]) {
    var blankCounts = ValueCounts<Int>()
    var leadings = ValueCounts<Double>()
    for (upper, lower) in zip(body, body.dropFirst()) where !lines[lower].startsPage {
      guard lines[upper].text.utf8.count > Self.shortLineCount, isBodyType(lines[upper]),
        isBodyType(lines[lower])
      else { continue }
      blankCounts.add(lines[lower].blankLinesAbove)
      if let upperLook = lines[upper].look, let lowerLook = lines[lower].look {
        leadings.add(halfPoint(lowerLook.yTop - upperLook.yTop))
      }
    }
    usualBlankLines = blankCounts.mostCommon() ?? 0
    leading = leadings.mostCommon() ?? 0
  }

  private mutating func measureHyphenation(_ lines: [SourceLine], _ body: [Int]) {
    var long = 0
    var cut = 0
    for (index, next) in zip(body, body.dropFirst())
    where lines[index].text.utf8.count > Self.shortLineCount {
      long += 1
      if endsLikeCut(lines[index].text) || lines[index].endsInsideWord,
        isCut(lines[index], before: lines[next])
      {
        cut += 1
      }
    }
    hyphenates =
      cut >= Self.leastCutCount && Double(cut) > Self.hyphenatedShare * Double(long)
  }

  /// Whether a line ends in a hyphen: few do, and those alone are looked at.
  private func endsLikeCut(_ text: String) -> Bool { text.lastUTF8Byte == UInt8(ascii: "-") }

  private func isCut(_ line: SourceLine, before next: SourceLine) -> Bool {
    if line.endsInsideWord { return true }
    guard endsLikeCut(line.text), startsWithSmallLetter(next.text.utf8) else {
      return false
    }
    // "hälso-" "och sjukvård" is no cut word.
    let firstWord = next.text.utf8.prefix { $0 != 0x20 }
    return !suspendedWords.contains(String(Substring(firstWord)))
  }

  /// Lines that go on with a small letter were surely ended by the right edge.
  private mutating func measureOverfullLines(_ lines: [SourceLine], _ body: [Int]) {
    var lengths: [Double] = []
    for (line, next) in zip(body, body.dropFirst())
    where lines[line].text.utf8.count > Self.shortLineCount && lines[line].words.isEmpty
      && lines[next].text.utf8.count > Self.shortLineCount
      && startsWithSmallLetter(lines[next].text.utf8)
    {
      let length = lines[line].xMax - lines[line].xMin
      lengths.append(length + 1 + firstWordLength(of: lines[next].text))
    }
    lengths.sort()
    leastOverfullLength =
      lengths.isEmpty
      ? (rightEdge - leftEdge) * Self.lengthTolerance
      : lengths[Int(Double(lengths.count) * Self.overfullQuantile)] * Self.lengthTolerance
  }

  private func firstWordLength(of text: String) -> Double {
    var text = text
    let length = text.withUTF8 { utf8 in
      // Bytes that go on with a character do not count.
      utf8[..<wordEnd(of: utf8, from: 0)].count { $0 & 0xC0 != 0x80 }
    }
    return Double(length)
  }

  /// Whether the line is set like running text, as far as size tells.
  public func isBodyType(_ line: SourceLine) -> Bool {
    guard let look = line.look else { return true }
    return abs(look.fontSize - bodyFontSize) <= 0.5
  }

  /// Whether the line is set to stand out: larger than running text, or bold where that is not.
  public func isSetAsHeading(_ line: SourceLine) -> Bool {
    guard let look = line.look else { return false }
    if look.fontSize > bodyFontSize * 1.07 { return true }
    return look.isBold && !bodyIsBold && look.fontSize > bodyFontSize * 0.9
  }

  /// Whether two lines are set alike.
  public func areSetAlike(_ one: SourceLine, _ other: SourceLine) -> Bool {
    guard let first = one.look, let second = other.look else { return true }
    return abs(first.fontSize - second.fontSize) <= 0.5 && first.isBold == second.isBold
      && first.isItalic == second.isItalic
  }

  /// Whether a line was ended before the right edge made it end: the next line's first word would
  /// have had room on it.
  public func endsEarly(_ line: Int, before next: Int, in lines: [SourceLine]) -> Bool {
    guard rightEdge > leftEdge else { return false }
    guard let look = lines[line].look, let firstWord = lines[next].words.first else {
      return lines[line].xMax - lines[line].xMin + 1 + firstWordLength(of: lines[next].text)
        < leastOverfullLength
    }
    let space = look.fontSize * 0.3
    let rightEdge = rightEdges[pageHeight(of: lines[line])] ?? rightEdge
    return lines[line].xMax + space + (firstWord.xMax - firstWord.xMin) < rightEdge - space
  }

  private func halfPoint(_ value: Double) -> Double { (value * 2).rounded() / 2 }
}
