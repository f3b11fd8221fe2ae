// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText
import TestSupport
import Testing

@testable import PlanBuilding

/// Most words are never counted, since source and result go on alike; what comes out is what counting
/// each of them gives.
struct WordTallyTests {
  private static let vocabulary = [
    "och", "att", "vi", "råd", "besked", "verksamhetsplanering", "be-", "vakning", "95", "%", "–",
    "(bilaga", "2)", "KF:s", "mål", "●", "x/y",
  ]

  private func line(_ text: String, _ number: Int) -> SourceLine {
    SourceLine(
      text: text, position: SourcePosition(page: 1, line: number), startsPage: false,
      blankLinesAbove: 0, endsInsideWord: false, words: [], xMin: 0, xMax: 0, look: nil)
  }

  private func hashes(_ text: String) -> [UInt64] {
    var text = text
    var hashes: [UInt64] = []
    text.withUTF8 { utf8 in WordScanner.forEachWord(in: utf8) { hashes.append($1) } }
    return hashes
  }

  private func lines(_ chance: inout Chance) -> [String] {
    (0..<chance.below(60)).map { _ in
      (0...chance.below(9)).map { _ in Self.vocabulary[chance.below(Self.vocabulary.count)] }
        .joined(separator: " ")
    }
  }

  /// Texts of a result: lines joined, cut, moved, changed, lost and made up.
  private func result(of lines: [String], _ chance: inout Chance) -> [String] {
    var texts: [String] = []
    for line in lines {
      switch texts.isEmpty ? 11 : chance.below(12) {
      case 0: break
      case 1: texts.insert(line, at: chance.below(texts.count + 1))
      case 2: texts.append(contentsOf: line.split(separator: " ").map(String.init))
      case 3: texts.append(line + "s")
      case 4: texts.append(Self.vocabulary[chance.below(Self.vocabulary.count)])
      case 5, 6, 7: texts[texts.count - 1] += " " + line
      case 8 where texts.last?.hasSuffix("-") == true:
        texts[texts.count - 1] = String(texts[texts.count - 1].dropLast()) + line
      default: texts.append(line)
      }
    }
    return texts
  }

  @Test("the words that are too many are those that counting all words gives", arguments: 0..<200)
  func sameAsCounting(seed: Int) {
    var chance = Chance(seed: seed)
    let lines = lines(&chance)
    let texts = result(of: lines, &chance)
    let cut = chance.below(texts.count + 1)

    let source = SourceWords(lines.enumerated().map { line($1, $0 + 1) })
    var tally = WordTally(source)
    let parts = [texts[..<cut], texts[cut...]].map { texts in
      var joined = JoinedTexts()
      for text in texts { joined.append(text) }
      return tally.count(joined)
    }
    tally.countRestOfSource()

    #expect(source.hashes == lines.flatMap(hashes))
    #expect(parts.flatMap(\.hashes) == texts.flatMap(hashes))
    var balances: [UInt64: Int32] = [:]
    for hash in source.hashes { balances[hash, default: 0] += 1 }
    for hash in parts.flatMap(\.hashes) { balances[hash, default: 0] -= 1 }
    #expect(balances.allSatisfy { tally.balance(of: $0.key) == $0.value })
    #expect(tally.isEven == balances.values.allSatisfy { $0 == 0 })

    // Each word of which the result has too many is known by its text.
    var apart: [UInt64: String] = [:]
    for part in parts {
      apart.merge(part.wordsApart { tally.balance(of: $0) < 0 }) { $1 }
    }
    #expect(Set(apart.keys) == Set(balances.filter { $0.value < 0 }.keys))
    #expect(apart.allSatisfy { hashes($0.value) == [$0.key] })
  }

  @Test("a source without words, and a result without any, are counted too")
  func nothing() {
    var joined = JoinedTexts()
    joined.append("ett två")
    var tally = WordTally(SourceWords([]))
    #expect(tally.count(joined).hashes.count == 2)
    #expect(!tally.isEven)
    var other = WordTally(SourceWords([line("– –", 1), line("ett", 2)]))
    #expect(other.count(JoinedTexts()).hashes.isEmpty)
    other.countRestOfSource()
    #expect(!other.isEven)
  }

  @Test("words of a source are given as they are printed")
  func sourceWords() {
    let source = SourceWords([line("(råd), besked", 1), line("är–det “KF:s”", 2)])
    #expect(
      source.hashes.indices.map { source.word($0) } == ["råd", "besked", "är", "det", "KF", "s"])
  }
}
