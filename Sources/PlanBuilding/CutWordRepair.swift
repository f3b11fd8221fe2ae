// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SourceText

/// Matches the words of the result that stand in two pieces at line ends of the source.
///
/// Works only on words that did not come out even, so it can neither hide a lost word nor one that
/// was made up: a joined word is taken as found only where both pieces are missing, and one of them
/// ends a line.
struct CutWordRepair {
  /// Words of the source that the result lacks, as often as it lacks them.
  private(set) var missing: [String] = []
  /// Words of the result that the source lacks.
  private(set) var invented: [String] = []
  /// How many words were found in two pieces.
  private(set) var joinCount = 0
  private var lineEnds: Set<String> = []

  init(tally: WordTally, lines: [SourceLine], plan: PlanDocument, counter: PlanWordCounter) {
    var open: [UInt64: Int32] = [:]
    for line in lines {
      let words = WordScanner.words(of: line.text)
      for word in words where tally.balance(of: word.hash) > 0 {
        lineEnds.formUnion(words.last.map { [$0.text] } ?? [])
        if open[word.hash, default: tally.balance(of: word.hash)] > 0 {
          open[word.hash, default: tally.balance(of: word.hash)] -= 1
          missing.append(word.text)
        }
      }
    }
    var found: [String] = []
    counter.forEachText(plan) { text in
      for word in WordScanner.words(of: text) where tally.balance(of: word.hash) < 0 {
        if open[word.hash, default: tally.balance(of: word.hash)] < 0 {
          open[word.hash, default: tally.balance(of: word.hash)] += 1
          found.append(word.text)
        }
      }
    }
    invented = found
  }

  mutating func matchCutWords() {
    var available: [String: Int] = [:]
    for word in missing { available[word, default: 0] += 1 }
    var left: [String] = []
    for word in invented {
      if let pieces = pieces(of: word, in: available) {
        for piece in pieces { available[piece, default: 0] -= 1 }
        joinCount += pieces.count - 1
      } else {
        left.append(word)
      }
    }
    invented = left
    missing = missing.filter { word in
      guard let count = available[word], count > 0 else { return false }
      available[word] = count - 1
      return true
    }
  }

  /// The two pieces of a word among the missing ones, the first of which ends a line.
  private func pieces(of word: String, in available: [String: Int]) -> [String]? {
    var end = word.startIndex
    while end < word.endIndex {
      end = word.index(after: end)
      let head = String(word[..<end])
      guard lineEnds.contains(head), available[head, default: 0] > 0 else { continue }
      let tail = String(word[end...])
      if available[tail, default: 0] > (tail == head ? 1 : 0) { return [head, tail] }
      if let rest = pieces(of: tail, in: available) { return [head] + rest }
    }
    return nil
  }
}
