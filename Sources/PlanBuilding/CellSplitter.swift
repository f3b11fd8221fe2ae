// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// The lines of an indicator row as an extractor left them, the period taken off.
struct IndicatorRowParts {
  /// Lines of text between blank lines.
  struct Chunk {
    var lines: [[String]]
    /// Whether a space before it stands for an empty cell.
    var followsEmptyCell: Bool
    /// Whether the last line's words had a wider gap before the period: an empty cell there.
    var precedesEmptyCell: Bool
    /// Words of the first line before which a wider gap stands.
    var gapsBefore: Set<Int>
  }

  var chunks: [Chunk] = []
  var period = ""

  init(_ lines: [SourceLine], vocabulary: VocabularyIndex) {
    for (number, line) in lines.enumerated() {
      let words = line.text.spaceSeparatedWords().map(String.init)
      if number == 0 || line.blankLinesAbove > 0 {
        chunks.append(
          Chunk(
            lines: [words], followsEmptyCell: number > 0 && line.xMin >= 1,
            precedesEmptyCell: false, gapsBefore: Self.wideGaps(line)))
      } else {
        chunks[chunks.count - 1].lines.append(words)
      }
    }
    takePeriod(lines[lines.count - 1], vocabulary)
  }

  private static func wideGaps(_ line: SourceLine) -> Set<Int> {
    Set(
      line.words.indices.dropFirst().filter { index in
        line.words[index].xMin - line.words[index - 1].xMax >= 2
      })
  }

  private mutating func takePeriod(_ last: SourceLine, _ vocabulary: VocabularyIndex) {
    let chunk = chunks.count - 1
    let line = chunks[chunk].lines.count - 1
    let count = vocabulary.periodWordCount(atEndOf: chunks[chunk].lines[line])
    guard count > 0 else { return }
    period = chunks[chunk].lines[line].suffix(count).joined(separator: " ")
    chunks[chunk].precedesEmptyCell = Self.wideGaps(last).contains(last.words.count - count)
    chunks[chunk].lines[line].removeLast(count)
    if chunks[chunk].lines[line].isEmpty { chunks[chunk].lines.removeLast() }
    if chunks[chunk].lines.isEmpty, !chunks[chunk].followsEmptyCell { chunks.removeLast() }
  }
}

/// Tells the cells of an indicator row apart by what a target can be.
struct CellSplitter {
  let targets: TargetReader

  typealias Cells = (name: String, target: String, councilTarget: String)

  func cells(of parts: IndicatorRowParts, words: HyphenEvidence) -> Cells {
    guard let first = parts.chunks.first else { return ("", "", "") }
    let rest = parts.chunks.dropFirst().filter { !$0.lines.isEmpty }
    guard !rest.isEmpty else { return cellsOfOneChunk(first, words: words) }
    if rest.count >= 2 {
      // Each further chunk is a cell; what is too much belongs to the last one.
      let texts = rest.map { text(of: $0.lines, words) }
      return (
        text(of: first.lines, words, isName: true), texts[0],
        texts.dropFirst().joined(separator: " ")
      )
    }
    let values = rest[rest.startIndex]
    if values.followsEmptyCell {
      return (text(of: first.lines, words, isName: true), "", text(of: values.lines, words))
    }
    if values.precedesEmptyCell {
      return (text(of: first.lines, words, isName: true), text(of: values.lines, words), "")
    }
    if let split = split(values, words: words) {
      return (text(of: first.lines, words, isName: true), split.0, split.1)
    }
    let value = text(of: values.lines, words)
    if let tail = tailCells(of: first), tail.targets.count == 1 {
      let named = nameAndTarget(first, tail, words)
      return (named.name, named.target, value)
    }
    return (text(of: first.lines, words, isName: true), value, "")
  }

  /// Whether a chunk can hold one target or two.
  func mayBeTargets(_ lines: [[String]]) -> Bool {
    let words = lines.flatMap { $0 }
    if score(words[...], mayGoOn: true) != nil { return true }
    return words.indices.dropFirst().contains { middle in
      score(words[..<middle], mayGoOn: false) != nil
        && score(words[middle...], mayGoOn: true) != nil
    }
  }

  /// Where the likeliest target at the end of a row of words begins, or nil where there is none.
  func targetStart(in words: [String]) -> Int? {
    var best: (start: Int, score: Int)?
    for start in max(0, words.count - 8)..<words.count {
      if let score = score(words[start...], mayGoOn: true), score > (best?.score ?? 0) {
        best = (start, score)
      }
    }
    return best?.start
  }

  /// Whether the rest of a cell goes on with a known phrase that the cell begins.
  func completesPhrase(_ cell: String, with rest: String) -> Bool {
    let words = "\(cell) \(rest)".spaceSeparatedWords().map(String.init)
    let match = targets.phraseMatch(words[...])
    return !cell.isEmpty && (match.isWhole || match.isBeginning)
  }

  /// The text of a cell's lines.
  ///
  /// - Parameters:
  ///   - lines: The words of each line.
  ///   - words: How the document writes words with hyphens.
  ///   - isName: Whether the cell is in the wide column, where no word is cut without a hyphen.
  /// - Returns: One line of text.
  func text(of lines: [[String]], _ words: HyphenEvidence, isName: Bool = false) -> String {
    var joiner = LineJoiner(words: words, isCell: !isName)
    for line in lines { joiner.append(line.joined(separator: " ")) }
    return joiner.text
  }

  // MARK: - Cells on one line

  /// The cells at the end of a line of words.
  private struct Tail {
    /// How many words the name has.
    var nameCount: Int
    /// One or two ranges of words.
    var targets: [Range<Int>]
    var score: Int
  }

  /// "Sjukfrånvaro 7,2 % Tas fram av nämnd" or, with the last cell on several lines,
  /// "Andel elektroniska inköp 85 % Tas fram" "av" "nämnden".
  private func cellsOfOneChunk(
    _ chunk: IndicatorRowParts.Chunk, words: HyphenEvidence
  ) -> Cells {
    guard let tail = tailCells(of: chunk) else {
      return (text(of: chunk.lines, words, isName: true), "", "")
    }
    let line = chunk.lines[0]
    var cells = tail.targets.map { line[$0].joined(separator: " ") }
    var name = line[..<tail.nameCount].joined(separator: " ")
    let below = chunk.lines.dropFirst()
    if !below.isEmpty {
      let lastCell = tail.targets[tail.targets.count - 1]
      let whole = Array(line[lastCell]) + below.flatMap { $0 }
      if targets.phraseMatch(whole[...]).isWhole || targets.content(of: whole[...]) != nil {
        cells[cells.count - 1] = text(of: [Array(line[lastCell])] + below, words)
      } else {
        name = text(of: [Array(line[..<tail.nameCount])] + below, words, isName: true)
      }
    }
    let gap = chunk.gapsBefore.contains(tail.nameCount)
    if cells.count == 2 { return (name, cells[0], cells[1]) }
    if gap, !chunk.precedesEmptyCell { return (name, "", cells[0]) }
    return (name, cells[0], "")
  }

  private func nameAndTarget(
    _ chunk: IndicatorRowParts.Chunk, _ tail: Tail, _ words: HyphenEvidence
  ) -> (name: String, target: String) {
    let line = chunk.lines[0]
    let cell = Array(line[tail.targets[0]])
    let below = Array(chunk.lines.dropFirst())
    let whole = cell + below.flatMap { $0 }
    if !below.isEmpty, targets.content(of: whole[...]) != nil {
      return (line[..<tail.nameCount].joined(separator: " "), text(of: [cell] + below, words))
    }
    return (
      text(of: [Array(line[..<tail.nameCount])] + below, words, isName: true),
      cell.joined(separator: " ")
    )
  }

  /// The likeliest cells at the end of a chunk's first line, or nil where it has none.
  private func tailCells(of chunk: IndicatorRowParts.Chunk) -> Tail? {
    let line = chunk.lines[0]
    guard line.count > 1 else { return nil }
    let mayGoOn = chunk.lines.count > 1
    var best: Tail?
    // Targets are short; a longer end is never one.
    let mayBegin = line.map(targets.mayBegin)
    for start in max(1, line.count - 16)..<line.count where mayBegin[start] {
      if let score = score(line[start...], mayGoOn: mayGoOn),
        score > (best?.score ?? 0)
      {
        best = Tail(nameCount: start, targets: [start..<line.count], score: score)
      }
      if chunk.precedesEmptyCell || chunk.gapsBefore.contains(start) { continue }
      for middle in (start + 1)..<max(start + 1, line.count) where mayBegin[middle] {
        guard let first = score(line[start..<middle], mayGoOn: false),
          let second = score(line[middle...], mayGoOn: mayGoOn)
        else { continue }
        let bonus = line[start..<middle].elementsEqual(line[middle...]) ? 5 : 0
        let total = first + second + bonus
        if total > (best?.score ?? 0) {
          best = Tail(
            nameCount: start, targets: [start..<middle, middle..<line.count], score: total)
        }
      }
    }
    return best
  }

  /// Two cells in a chunk that holds no name, or nil.
  private func split(
    _ chunk: IndicatorRowParts.Chunk, words: HyphenEvidence
  ) -> (String, String)? {
    let line = chunk.lines[0]
    var best: (middle: Int, score: Int)?
    for middle in 1..<max(line.count, 1) where targets.mayBegin(line[middle]) {
      let end = Array(line[middle...]) + chunk.lines.dropFirst().flatMap { $0 }
      guard let first = score(line[..<middle], mayGoOn: false),
        let second = score(end[...], mayGoOn: false)
      else { continue }
      let bonus = line[..<middle].elementsEqual(end) ? 5 : 0
      if first + second + bonus > (best?.score ?? 0) { best = (middle, first + second + bonus) }
    }
    guard let best else { return nil }
    return (
      line[..<best.middle].joined(separator: " "),
      text(of: [Array(line[best.middle...])] + chunk.lines.dropFirst(), words)
    )
  }

  /// How likely words are one target cell, or nil where they cannot be.
  private func score(_ words: ArraySlice<String>, mayGoOn: Bool) -> Int? {
    let phrase = targets.phraseMatch(words)
    if phrase.isWhole { return 10 }
    // A page break may cut the cell, so that the rest of it is not known yet.
    if phrase.isBeginning, mayGoOn || words.count >= 2 { return 6 }
    // "+/- 1 %" says how far off a value may be: prose, but surely a cell of its own.
    if let deviation = withoutPlusMinus(words) {
      return targets.content(of: deviation) != nil ? 9 : nil
    }
    guard let content = targets.content(of: words) else { return nil }
    if content.value == nil { return 9 }
    if content.unit == nil { return 8 }
    if content.isUnitKnown { return 10 }
    // An unknown unit of many words is the end of a name that has a number in it.
    return words.count <= 3 ? 3 : nil
  }

  private func withoutPlusMinus(_ words: ArraySlice<String>) -> ArraySlice<String>? {
    guard let first = words.first else { return nil }
    for sign in ["+/-", "±"] where first.hasPrefix(sign) {
      let rest = String(first.dropFirst(sign.count))
      return rest.isEmpty ? words.dropFirst() : ([rest] + words.dropFirst())[...]
    }
    return nil
  }
}
