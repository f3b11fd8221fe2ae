// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Tells the cells of one indicator row apart.
struct RowSplitter {
  private let targets: TargetReader
  private let words: RowWords
  private let evidence: HyphenEvidence
  private let scores: CellScores

  private typealias Chunk = IndicatorRowParts.Chunk

  init(targets: TargetReader, words: RowWords, evidence: HyphenEvidence) {
    self.targets = targets
    self.words = words
    self.evidence = evidence
    scores = CellScores(targets: targets, words: words)
  }

  func cells(of chunks: [IndicatorRowParts.Chunk]) -> CellSplitter.Cells {
    guard let first = chunks.first else { return ("", "", "") }
    let rest = chunks.dropFirst().filter { !$0.lines.isEmpty }
    guard !rest.isEmpty else { return cellsOfOneChunk(first) }
    if rest.count >= 2 {
      // Each further chunk is a cell; what is too much belongs to the last one.
      let texts = rest.map { text(of: $0.lines) }
      return (
        text(of: first.lines, isName: true), texts[0],
        texts.dropFirst().joined(separator: " ")
      )
    }
    let values = rest[rest.startIndex]
    if values.followsEmptyCell {
      return (text(of: first.lines, isName: true), "", text(of: values.lines))
    }
    if values.precedesEmptyCell {
      return (text(of: first.lines, isName: true), text(of: values.lines), "")
    }
    if let split = split(values) {
      return (text(of: first.lines, isName: true), split.0, split.1)
    }
    let value = text(of: values.lines)
    if let tail = tailCells(of: first), tail.targets.count == 1 {
      let named = nameAndTarget(first, tail)
      return (named.name, named.target, value)
    }
    return (text(of: first.lines, isName: true), value, "")
  }

  /// The text of a cell's lines; a name is in the wide column, where no word is cut without a
  /// hyphen.
  private func text(of lines: [Range<Int>], isName: Bool = false) -> String {
    words.text(ofLines: lines, evidence, isName: isName)
  }

  // MARK: - Cells on one line

  /// The cells at the end of a line of words.
  private struct Tail {
    /// Where the name ends.
    var nameEnd: Int
    /// One or two ranges of words.
    var targets: [Range<Int>]
    var score: Int
  }

  /// "Sjukfrånvaro 7,2 % Tas fram av nämnd" or, with the last cell on several lines,
  /// "Andel elektroniska inköp 85 % Tas fram" "av" "nämnden".
  private func cellsOfOneChunk(_ chunk: Chunk) -> CellSplitter.Cells {
    guard let tail = tailCells(of: chunk) else {
      return (text(of: chunk.lines, isName: true), "", "")
    }
    let line = chunk.lines[0]
    let nameRange = line.lowerBound..<tail.nameEnd
    var cells = tail.targets.map { words.text(of: $0) }
    var name = words.text(of: nameRange)
    let below = Array(chunk.lines.dropFirst())
    if let last = below.last {
      let lastCell = tail.targets[tail.targets.count - 1]
      if isWholeTarget(lastCell.lowerBound..<last.upperBound) {
        cells[cells.count - 1] = text(of: [lastCell] + below)
      } else {
        name = text(of: [nameRange] + below, isName: true)
      }
    }
    let gap = chunk.gapsBefore.contains(nameRange.count)
    if cells.count == 2 { return (name, cells[0], cells[1]) }
    if gap, !chunk.precedesEmptyCell { return (name, "", cells[0]) }
    return (name, cells[0], "")
  }

  private func isWholeTarget(_ range: Range<Int>) -> Bool {
    words.withUTF8(of: range) {
      targets.phraseMatch($0) == .whole || targets.content(of: $0) != nil
    }
  }

  private func nameAndTarget(_ chunk: Chunk, _ tail: Tail) -> (name: String, target: String) {
    let name = chunk.lines[0].lowerBound..<tail.nameEnd
    let cell = tail.targets[0]
    let below = Array(chunk.lines.dropFirst())
    if let last = below.last,
      words.withUTF8(of: cell.lowerBound..<last.upperBound, { targets.content(of: $0) }) != nil
    {
      return (words.text(of: name), text(of: [cell] + below))
    }
    return (text(of: [name] + below, isName: true), words.text(of: cell))
  }

  /// Targets are short; a longer end of a line is never one.
  private static let longestTail = 16

  /// The likeliest cells at the end of a chunk's first line, or nil where it has none.
  private func tailCells(of chunk: Chunk) -> Tail? {
    let line = chunk.lines[0]
    guard line.count > 1 else { return nil }
    let mayGoOn = chunk.lines.count > 1
    var best: Tail?
    let starts = (max(line.lowerBound + 1, line.upperBound - Self.longestTail)..<line.upperBound)
      .filter { scores.mayBegin($0) }
    for (index, start) in starts.enumerated() {
      if let score = scores.score(start..<line.upperBound, mayGoOn: mayGoOn),
        score > (best?.score ?? 0)
      {
        best = Tail(nameEnd: start, targets: [start..<line.upperBound], score: score)
      }
      if chunk.precedesEmptyCell || chunk.gapsBefore.contains(start - line.lowerBound) { continue }
      for middle in starts[(index + 1)...] {
        guard
          let score = scores.score(start..<middle, middle..<line.upperBound, mayGoOn: mayGoOn),
          score > (best?.score ?? 0)
        else { continue }
        best = Tail(
          nameEnd: start, targets: [start..<middle, middle..<line.upperBound], score: score)
      }
    }
    return best
  }

  /// Two cells in a chunk that holds no name, or nil.
  private func split(_ chunk: Chunk) -> (String, String)? {
    let line = chunk.lines[0]
    let end = chunk.lines[chunk.lines.count - 1].upperBound
    var best: (middle: Int, score: Int)?
    for middle in line.dropFirst() where scores.mayBegin(middle) {
      guard
        let score = scores.score(line.lowerBound..<middle, middle..<end, mayGoOn: false),
        score > (best?.score ?? 0)
      else { continue }
      best = (middle, score)
    }
    guard let best else { return nil }
    return (
      words.text(of: line.lowerBound..<best.middle),
      text(of: [best.middle..<line.upperBound] + chunk.lines.dropFirst())
    )
  }
}
