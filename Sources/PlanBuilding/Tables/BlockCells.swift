// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// A cell of a table whose text keeps the cells apart, or several that stand on one line.
enum BlockCell {
  /// An indicator's name or an activity's text.
  case name(BlockName)
  case value(String)
  case period(String)
  case date(String)
}

/// The lines of a name, in which the next cell's text may stand.
struct BlockName {
  /// All words, on one line.
  let text: String
  /// The words without the values; the same where there are none.
  let textBesideValues: String
  /// What may be the next cells' text: the end of the first line, or a line of its own.
  let values: [String]
  /// The last line, which may be the rest of a value that wraps; empty where there is only one.
  let lastLine: String
  /// The length of the first line in bytes.
  let width: Int
  let position: SourcePosition

  var beginsWithSmallLetter: Bool { startsWithSmallLetter(text.utf8) }
}

/// Reads the cells of a block: of lines without a blank one between them.
struct BlockCellReader {
  let vocabulary: VocabularyIndex
  let evidence: HyphenEvidence
  let targets: TargetReader
  let kind: PlanTableKind

  /// A line of a block.
  private struct Line {
    let source: SourceLine
    /// The words before the period or the dates.
    var text: String
    /// The period or the dates at its end.
    var ends: [BlockCell]
  }

  func cells(of block: [SourceLine]) -> [BlockCell] {
    let lines = block.map(line)
    let width = lines.map(\.text.utf8.count).max() ?? 0
    var cells: [BlockCell] = []
    var index = 0
    while index < lines.count {
      var end = index + 1
      if !lines[index].text.isEmpty {
        if kind == .indicators, let found = values(in: lines, from: index) {
          end = found.end
          cells += found.values.map { .value($0) }
        } else {
          end = nameEnd(in: lines, from: index, width: width)
          cells.append(.name(name(lines[index..<end])))
        }
      }
      cells += lines[index..<end].flatMap(\.ends)
      index = end
    }
    return cells
  }

  // MARK: - Ends of lines

  private func line(_ source: SourceLine) -> Line {
    var line = Line(source: source, text: source.text, ends: [])
    switch kind {
    case .indicators:
      let words = RowWords(source.text)
      let count = words.withUTF8(of: 0..<words.count) { vocabulary.periods.wordCount(atEndOf: $0) }
      guard count > 0 else { break }
      let end = words.count - count
      line.ends = [.period(words.text(of: end..<words.count))]
      line.text = words.text(of: 0..<end)
    case .activities:
      let found = TrailingISODates(source.text)
      guard found.count > 0 else { break }
      line.ends = found.dates.map { .date($0) }
      line.text = found.rest
    }
    return line
  }

  // MARK: - Values

  /// No value has more words, or more lines.
  private static let longestValue = (words: 16, lines: 4)

  /// The values from a line on, and the line after them; nil where it holds none that is as likely
  /// as `leastScore` says.
  private func values(
    in lines: [Line], from index: Int, leastScore: Int = 0
  ) -> (values: [String], end: Int)? {
    var words = RowWords()
    let ranges = lines[index...].prefix(Self.longestValue.lines).prefix { !$0.text.isEmpty }
      .map { words.append($0.text) }
    let scores = CellScores(targets: targets, words: words)
    for count in (1...ranges.count).reversed() {
      let whole = 0..<ranges[count - 1].upperBound
      if let score = scores.score(whole, mayGoOn: false), score >= leastScore {
        return ([words.text(ofLines: Array(ranges[..<count]), evidence)], index + count)
      }
    }
    let first = ranges[0]
    guard first.count <= 2 * Self.longestValue.words else { return nil }
    for middle in first.dropFirst()
    where scores.score(first.lowerBound..<middle, middle..<first.upperBound, mayGoOn: false) != nil
    {
      let values = [first.lowerBound..<middle, middle..<first.upperBound]
      return (values.map { words.text(of: $0) }, index + 1)
    }
    return nil
  }

  // MARK: - Names

  /// A line that ends before this part of the block's width had room for the word below it.
  private static let earlyEndShare = 0.75

  /// The line after a name; `width` is the length of the block's widest line.
  private func nameEnd(in lines: [Line], from index: Int, width: Int) -> Int {
    let hasTail = kind == .indicators && tail(of: lines[index].text) != nil
    var end = index + 1
    while end < lines.count {
      let isInside =
        hasTail || end + 1 < lines.count && startsWithSmallLetter(lines[end + 1].text.utf8)
      if lines[end].text.isEmpty || isValue(lines[end]) {
        guard isInside else { break }
      } else if startsWithCapital(lines[end].text.utf8) {
        let word = lines[end].text.utf8.prefix { $0 != 0x20 }.count
        let needed = lines[end - 1].text.utf8.count + 1 + word
        if Double(needed) <= Double(width) * Self.earlyEndShare { break }
      }
      end += 1
    }
    return end
  }

  private func isValue(_ line: Line) -> Bool {
    kind == .indicators && values(in: [line], from: 0, leastScore: Self.leastTailScore) != nil
  }

  private func name(_ lines: ArraySlice<Line>) -> BlockName {
    let printed = lines.filter { !$0.text.isEmpty }
    var values: [String] = []
    var beside: [String] = []
    for (number, line) in printed.enumerated() {
      if number == 0, kind == .indicators, let tail = tail(of: line.text) {
        beside.append(tail.name)
        values += tail.values
      } else if number > 0, values.isEmpty, isValue(line) {
        values.append(line.text)
      } else {
        beside.append(line.text)
      }
    }
    return BlockName(
      text: joined(printed.map(\.text)), textBesideValues: joined(beside), values: values,
      lastLine: printed.count > 1 ? printed[printed.count - 1].text : "",
      width: lines[lines.startIndex].source.text.utf8.count,
      position: lines[lines.startIndex].source.position)
  }

  private func joined(_ lines: [String]) -> String {
    var joiner = LineJoiner(words: evidence)
    for line in lines { joiner.append(line) }
    return joiner.text
  }

  /// What is surely a target: a number, with no unit or a known one, a change or a known phrase.
  private static let leastTailScore = 8

  /// Whether a word that may compare is the name's: "som tagit över" "35 %".
  ///
  /// A cell begins with a capital, a number or a sign.
  private func goesOnWithName(_ start: Int, _ words: RowWords, _ scores: CellScores) -> Bool {
    let isSmall = words.withUTF8(of: start..<start + 1) { startsWithSmallLetter($0) }
    let rest = start + 1..<words.count
    guard isSmall, !rest.isEmpty, scores.score(rest, mayGoOn: true) != nil else { return false }
    return words.withUTF8(of: start..<words.count) { targets.phraseMatch($0) } == nil
  }

  /// The likeliest values at the end of a line, and what stands before them.
  private func tail(of line: String) -> (name: String, values: [String])? {
    let words = RowWords(line)
    let scores = CellScores(targets: targets, words: words)
    var best: (values: [Range<Int>], score: Int)?
    let first = max(1, words.count - 2 * Self.longestValue.words)
    for start in first..<max(first, words.count) where scores.mayBegin(start) {
      let end = start..<words.count
      if goesOnWithName(start, words, scores) { continue }
      if let score = scores.score(end, mayGoOn: true) {
        if score >= Self.leastTailScore, score > (best?.score ?? 0) { best = ([end], score) }
        continue
      }
      for middle in end.dropFirst() {
        let pair = [start..<middle, middle..<words.count]
        let both = pair.compactMap { scores.score($0, mayGoOn: true) }
        guard both.count == 2, both.allSatisfy({ $0 >= Self.leastTailScore }),
          both[0] + both[1] > (best?.score ?? 0)
        else { continue }
        best = (pair, both[0] + both[1])
      }
    }
    guard let best else { return nil }
    return (words.text(of: 0..<best.values[0].lowerBound), best.values.map { words.text(of: $0) })
  }
}
