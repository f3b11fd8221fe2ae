// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Matches the words of the result that stand in two pieces at line ends of the source.
///
/// Works only on words that did not come out even, so it can neither hide a lost word nor one that
/// was made up: a joined word is taken as found only where both of its pieces are missing.
struct CutWordRepair {
  /// Words of the source that the result lacks, as often as it lacks them.
  private(set) var missing: [String] = []
  /// Words of the result that the source lacks.
  private(set) var invented: [String] = []
  /// How many words were found in two pieces.
  private(set) var joinCount = 0
  /// Missing words at the edges of lines and cells: only they can be pieces of a cut word.
  private var ends: Set<String> = []
  /// The bytes of the longest of them: a made-up word may be as long as the document.
  private var longestEnd = 0
  /// The last word of a line with the first one of the next, where both are missing.
  private var seams: [(head: String, tail: String)] = []

  /// Whether no word is missing and none is made up.
  var isEven: Bool { missing.isEmpty && invented.isEmpty }

  /// Looks for words that did not come out even.
  ///
  /// - Parameters:
  ///   - tally: The words of source and result.
  ///   - lines: The lines of the source.
  ///   - words: The words of the source that may be missing, in printed order.
  ///   - result: All parts of the result.
  init(_ tally: WordTally, lines: [SourceLine], words: [WordApart], result: [ResultWords]) {
    var open: [UInt64: Int32] = [:]
    findMissing(tally, lines, words, &open)
    findInvented(tally, result, &open)
  }

  private mutating func findMissing(
    _ tally: WordTally, _ lines: [SourceLine], _ words: [WordApart],
    _ open: inout [UInt64: Int32]
  ) {
    /// The line in hand, and the place of its text.
    var line = -1
    var place = 0..<0
    /// The last missing word, where it ends its line, and that line.
    var head: (word: String, line: Int)?
    for word in words where tally.balance(of: word.hash) > 0 {
      if line < 0 || word.place.lowerBound >= place.upperBound {
        line = tally.line(at: word.place.lowerBound, from: line + 1)
        place = tally.place(ofLine: line)
        ends.formUnion(Self.lastWordsOfCells(lines[line]))
        ends.formUnion(Self.wordsBeforeHyphens(lines[line]))
      }
      let text = tally.source.text(at: word.place)
      if tally.isFirstWord(word.place, in: place) {
        // A word that begins a line may be the middle of one that is cut twice.
        ends.insert(text)
        if let head, head.line == line - 1 { seams.append((head.word, text)) }
      }
      if tally.isLastWord(word.place, in: place) {
        ends.insert(text)
        head = (text, line)
      }
      if open[word.hash, default: tally.balance(of: word.hash)] > 0 {
        open[word.hash, default: tally.balance(of: word.hash)] -= 1
        missing.append(text)
      }
    }
  }

  private mutating func findInvented(
    _ tally: WordTally, _ result: [ResultWords], _ open: inout [UInt64: Int32]
  ) {
    for part in result {
      for word in part.apart where tally.balance(of: word.hash) < 0 {
        guard open[word.hash, default: tally.balance(of: word.hash)] < 0 else { continue }
        open[word.hash, default: tally.balance(of: word.hash)] += 1
        invented.append(part.text.text(at: word.place))
      }
    }
  }

  /// The last words before the gaps of a line: where its cells end.
  private static func lastWordsOfCells(_ line: SourceLine) -> [String] {
    let gap = line.look.map { $0.fontSize * 0.5 } ?? 2
    return zip(line.words, line.words.dropFirst()).compactMap { word, next in
      guard next.xMin - word.xMax >= gap else { return nil }
      let text = line.text.utf8Text(word.utf8Start..<word.utf8End)
      return WordScanner.words(of: text).last
    }
  }

  /// The words of a line that end in a hyphen: a cell may end there that no gap shows.
  private static func wordsBeforeHyphens(_ line: SourceLine) -> [String] {
    line.text.spaceSeparatedWords().filter { $0.utf8.last == UInt8(ascii: "-") }
      .compactMap { WordScanner.words(of: String($0)).last }
  }

  mutating func matchCutWords() {
    longestEnd = ends.lazy.map(\.utf8.count).max() ?? 0
    var available: [String: Int] = [:]
    for word in missing { available[word, default: 0] += 1 }
    /// By the word that they make; the first one in the document stands last.
    var seamsByWord: [String: [(head: String, tail: String)]] = [:]
    for seam in seams.reversed() { seamsByWord[seam.head + seam.tail, default: []].append(seam) }
    var left: [String] = []
    // Pieces that meet at a line's end first; then those with a running head or another cell
    // between them.
    for word in invented {
      guard let seam = seamsByWord[word]?.last, take([seam.head, seam.tail], from: &available)
      else {
        left.append(word)
        continue
      }
      seamsByWord[word]?.removeLast()
    }
    invented = left.filter { word in
      guard let pieces = pieces(of: word, in: available), take(pieces, from: &available) else {
        return true
      }
      return false
    }
    missing = missing.filter { word in
      guard let count = available[word], count > 0 else { return false }
      available[word] = count - 1
      return true
    }
  }

  private mutating func take(_ pieces: [String], from available: inout [String: Int]) -> Bool {
    for (index, piece) in pieces.enumerated() {
      guard let count = available[piece], count > 0 else {
        for taken in pieces[..<index] { available[taken, default: 0] += 1 }
        return false
      }
      available[piece] = count - 1
    }
    joinCount += pieces.count - 1
    return true
  }

  /// The fewest pieces of a word that are all among the missing ones, or nil.
  private func pieces(
    of word: String, in available: [String: Int], limit: Int = CutWordRepair.pieceLimit
  ) -> [String]? {
    var splits: [(head: String, tail: String)] = []
    var end = word.startIndex
    while end < word.endIndex {
      end = word.index(after: end)
      let head = String(word[..<end])
      guard head.utf8.count <= longestEnd else { break }
      guard ends.contains(head), available[head, default: 0] > 0 else { continue }
      let tail = String(word[end...])
      guard !tail.isEmpty else { continue }
      if available[tail, default: 0] > 0 { return [head, tail] }
      splits.append((head, tail))
    }
    guard limit > 2 else { return nil }
    for (head, tail) in splits {
      if let rest = pieces(of: tail, in: available, limit: limit - 1) { return [head] + rest }
    }
    return nil
  }

  /// A narrow cell may cut a compound more than once.
  private static let pieceLimit = 4
}
