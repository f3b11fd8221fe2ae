// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// The lines of an indicator row as an extractor left them, the period taken off.
struct IndicatorRowParts {
  /// Lines of text between blank lines.
  struct Chunk {
    /// The words of each line.
    var lines: [Range<Int>]
    /// Whether a space before it stands for an empty cell.
    var followsEmptyCell: Bool
    /// Whether the last line's words had a wider gap before the period: an empty cell there.
    var precedesEmptyCell: Bool
    /// Words of the first line before which a wider gap stands.
    var gapsBefore: [Int]
  }

  /// All words of the row.
  private(set) var words = RowWords()
  var chunks: [Chunk] = []
  var period = ""

  init(_ lines: [SourceLine], vocabulary: VocabularyIndex) {
    for (number, line) in lines.enumerated() {
      let words = words.append(line.text)
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

  /// The words of a line, counted from 0, before which more than a space stands.
  private static func wideGaps(_ line: SourceLine) -> [Int] {
    // Where no word has a wide gap, none has a place.
    guard line.words.count > 1 else { return [] }
    return line.words.indices.dropFirst().filter { index in
      line.words[index].isApart(from: line.words[index - 1])
    }
  }

  private mutating func takePeriod(_ last: SourceLine, _ vocabulary: VocabularyIndex) {
    let chunk = chunks.count - 1
    let line = chunks[chunk].lines.count - 1
    let range = chunks[chunk].lines[line]
    let count = words.withUTF8(of: range) { vocabulary.periods.wordCount(atEndOf: $0) }
    guard count > 0 else { return }
    let rest = range.dropLast(count)
    period = words.text(of: rest.upperBound..<range.upperBound)
    chunks[chunk].precedesEmptyCell = Self.wideGaps(last).contains(last.words.count - count)
    chunks[chunk].lines[line] = rest
    if rest.isEmpty { chunks[chunk].lines.removeLast() }
    if chunks[chunk].lines.isEmpty, !chunks[chunk].followsEmptyCell { chunks.removeLast() }
  }
}

/// Tells the cells of an indicator row apart by what a target can be.
struct CellSplitter {
  let targets: TargetReader

  typealias Cells = (name: String, target: String, councilTarget: String)

  /// The cells of a row.
  ///
  /// - Parameters:
  ///   - parts: The row.
  ///   - evidence: How the document writes words with hyphens.
  /// - Returns: The name and the targets, empty where the row has none.
  func cells(of parts: IndicatorRowParts, evidence: HyphenEvidence) -> Cells {
    RowSplitter(targets: targets, words: parts.words, evidence: evidence).cells(of: parts.chunks)
  }

  /// Whether words can be one target or two.
  func mayBeTargets(_ range: Range<Int>, of words: RowWords) -> Bool {
    let scores = CellScores(targets: targets, words: words)
    if scores.score(range, mayGoOn: true) != nil { return true }
    return range.dropFirst().contains { middle in
      scores.score(range.lowerBound..<middle, mayGoOn: false) != nil
        && scores.score(middle..<range.upperBound, mayGoOn: true) != nil
    }
  }

  /// Where the likeliest target at the end of a row of words begins, or nil where there is none.
  func targetStart(in words: RowWords) -> Int? {
    let scores = CellScores(targets: targets, words: words)
    var best: (start: Int, score: Int)?
    for start in max(0, words.count - 8)..<words.count {
      if let score = scores.score(start..<words.count, mayGoOn: true), score > (best?.score ?? 0) {
        best = (start, score)
      }
    }
    return best?.start
  }

  /// Whether the rest of a cell goes on with a known phrase that the cell begins.
  func completesPhrase(_ cell: String, with rest: String) -> Bool {
    guard !cell.isEmpty else { return false }
    let words = RowWords("\(cell) \(rest)")
    return words.withUTF8(of: 0..<words.count) { targets.phraseMatch($0) } != nil
  }
}
