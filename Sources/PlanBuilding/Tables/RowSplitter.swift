// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
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

  private func text(of lines: [Range<Int>], within range: Range<Int>) -> String {
    text(of: lines.map { $0.clamped(to: range) }.filter { !$0.isEmpty })
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
    if let cells = cellsBelowName(chunk) { return cells }
    let tail = tailCells(of: chunk)
    if let cells = cellsAfterName(chunk, insteadOf: tail) { return cells }
    guard let tail else { return (text(of: chunk.lines, isName: true), "", "") }
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

  // MARK: - Cells below a name of several lines

  /// Cells that begin on a line of their own without a blank line before it, or nil.
  ///
  /// An extractor prints them so below a name of several lines: "Andel omsorgstagare som är" "nöjda"
  /// "85 % 86 %".
  private func cellsBelowName(_ chunk: Chunk) -> CellSplitter.Cells? {
    guard !chunk.precedesEmptyCell, let (first, middle) = linesOfCells(chunk) else { return nil }
    let lines = Array(chunk.lines[first...])
    let above = Array(chunk.lines[..<first])
    let (start, end) = (lines[0].lowerBound, lines[lines.count - 1].upperBound)
    if let middle {
      return (
        text(of: above, isName: true), text(of: lines, within: start..<middle),
        text(of: lines, within: middle..<end)
      )
    }
    // "Utsläpp 1,5 kg per kg" "livsmedel" "1,4 kg per kg" "livsmedel": only the first cell of two
    // stands beside the name, and both are of one kind.
    let values = above[0].suffix(Self.longestTail).dropFirst().filter { scores.mayBegin($0) }
    if let value = values.first(where: { haveOneUnit($0..<start, start..<end) }) {
      return (
        words.text(of: above[0].lowerBound..<value), text(of: above, within: value..<start),
        text(of: lines)
      )
    }
    return (text(of: above, isName: true), text(of: lines), "")
  }

  /// The line from which on a chunk has cells only, and the word where the second of two begins.
  ///
  /// The last lines that can be one cell or two are them. More lines are only taken along for a cell
  /// that does not end like a name ("inom" "30 dagar från ansökan" "85 %").
  private func linesOfCells(_ chunk: Chunk) -> (firstLine: Int, middle: Int?)? {
    var single: Int?
    let end = chunk.lines[chunk.lines.count - 1].upperBound
    for number in chunk.lines.indices.dropFirst().reversed() {
      let start = chunk.lines[number].lowerBound
      // Two cells have no more words.
      guard end - start <= 2 * Self.longestTail else { break }
      guard start < end, scores.mayBegin(start) else { continue }
      if let middle = middle(of: start..<end, mayEndInName: single == nil) {
        return (number, middle)
      }
      if single == nil, isSurely(start..<end), !isYear(start..<end) { single = number }
    }
    return single.map { ($0, nil) }
  }

  /// Where the second of two cells begins, or nil where the words are not two.
  private func middle(of range: Range<Int>, mayEndInName: Bool) -> Int? {
    // "Fastställs 2016" is one.
    guard words.withUTF8(of: range, { targets.phraseMatch($0) }) != .whole else { return nil }
    return likeliestMiddle(of: range, among: range.dropFirst(), above: 0) { first, second in
      haveOneUnit(first, second)
        || isSurely(first) && isSurely(second)
          && (mayEndInName || first.count <= Self.longestValue)
    }
  }

  /// The place, of some, that parts words into the likeliest two cells, or nil where none scores
  /// above a limit.
  private func likeliestMiddle(
    of range: Range<Int>, among places: Range<Int>, above limit: Int,
    where isPossible: (Range<Int>, Range<Int>) -> Bool = { _, _ in true }
  ) -> Int? {
    var best: (middle: Int, score: Int)?
    for middle in places where scores.mayBegin(middle) {
      let (first, second) = (range.lowerBound..<middle, middle..<range.upperBound)
      guard isPossible(first, second),
        let score = scores.score(first, second, mayGoOn: false), score > (best?.score ?? limit)
      else { continue }
      best = (middle, score)
    }
    return best?.middle
  }

  /// "Minst 95 %": a cell of more words may be the end of a name that has a number in it.
  private static let longestValue = 3

  private func isSurely(_ range: Range<Int>) -> Bool {
    if scores.score(range, mayGoOn: false) ?? 0 >= CellScores.sure { return true }
    // "Max 10 dygn": the unit is not known, but an indicator's name ends in no limit.
    guard range.count <= Self.longestValue else { return false }
    let content = words.withUTF8(of: range) { targets.content(of: $0) }
    return content.map { $0.comparator != .equal } ?? false
  }

  /// Whether two cells have the same words behind their numbers.
  private func haveOneUnit(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard let one = unit(of: first) else { return false }
    return one == unit(of: second)
  }

  private func unit(of range: Range<Int>) -> String? {
    words.withUTF8(of: range) { cell in
      targets.content(of: cell)?.unit.map { String(decoding: cell[$0], as: UTF8.self) }
    }
  }

  /// "10 % minskning till" "2018": a year alone ends a cell above it.
  private func isYear(_ range: Range<Int>) -> Bool {
    range.count == 1 && words.withUTF8(of: range) { $0.count == 4 && $0.starts(with: "20".utf8) }
  }

  /// Cells behind the last line of a name of several lines, where they are as likely as those behind
  /// its first one: "Andel omsorgstagare som är" "nöjda 85 % 86 %".
  private func cellsAfterName(_ chunk: Chunk, insteadOf first: Tail?) -> CellSplitter.Cells? {
    let last = chunk.lines.count - 1
    guard last > 0, let tail = tailCells(ofLine: last, of: chunk), tail.score >= first?.score ?? 0,
      tail.targets.allSatisfy(isSurely)
    else { return nil }
    let name = chunk.lines[..<last] + [chunk.lines[last].lowerBound..<tail.nameEnd]
    let cells = tail.targets.map { words.text(of: $0) }
    return (text(of: Array(name), isName: true), cells[0], cells.count > 1 ? cells[1] : "")
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

  /// The likeliest cells at the end of one of a chunk's lines, or nil where it has none.
  private func tailCells(ofLine number: Int = 0, of chunk: Chunk) -> Tail? {
    let line = chunk.lines[number]
    guard line.count > 1 else { return nil }
    let mayGoOn = number + 1 < chunk.lines.count
    let gapsBefore = number == 0 ? chunk.gapsBefore : []
    var best: Tail?
    let starts = (max(line.lowerBound + 1, line.upperBound - Self.longestTail)..<line.upperBound)
      .filter { scores.mayBegin($0) }
    for (index, start) in starts.enumerated() {
      if let score = scores.score(start..<line.upperBound, mayGoOn: mayGoOn),
        score > (best?.score ?? 0)
      {
        best = Tail(nameEnd: start, targets: [start..<line.upperBound], score: score)
      }
      if chunk.precedesEmptyCell || gapsBefore.contains(start - line.lowerBound) { continue }
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
    let range = line.lowerBound..<chunk.lines[chunk.lines.count - 1].upperBound
    let asOne = scores.score(range, mayGoOn: false) ?? 0
    guard let middle = likeliestMiddle(of: range, among: line.dropFirst(), above: asOne) else {
      return nil
    }
    return (
      words.text(of: line.lowerBound..<middle),
      text(of: [middle..<line.upperBound] + chunk.lines.dropFirst())
    )
  }
}
