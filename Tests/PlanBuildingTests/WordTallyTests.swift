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
    text.withUTF8 { utf8 in
      WordScanner.forEachWord(in: utf8, 0..<utf8.count) { hashes.append($1) }
    }
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

  private func joined(_ texts: [String]) -> JoinedTexts {
    var joiner = TextJoiner(capacity: 0)
    for text in texts { joiner.append(text) }
    return JoinedTexts(joiner)
  }

  @Test("the words that are too many are those that counting all words gives", arguments: 0..<200)
  func sameAsCounting(seed: Int) {
    var chance = Chance(seed: seed)
    let lines = lines(&chance)
    let texts = result(of: lines, &chance)
    let cut = chance.below(texts.count + 1)

    var tally = WordTally(lines.enumerated().map { line($1, $0 + 1) })
    let parts = [texts[..<cut], texts[cut...]].map { tally.count(joined(Array($0))) }
    tally.countRestOfSource()

    let sourceHashes = lines.flatMap(hashes)
    let resultHashes = texts.flatMap(hashes)
    #expect(tally.sourceWordCount == sourceHashes.count)
    #expect(parts.map(\.wordCount).reduce(0, +) == resultHashes.count)
    var balances: [UInt64: Int32] = [:]
    for hash in sourceHashes { balances[hash, default: 0] += 1 }
    for hash in resultHashes { balances[hash, default: 0] -= 1 }
    #expect(balances.allSatisfy { tally.balance(of: $0.key) == $0.value })
    #expect(tally.isEven == balances.values.allSatisfy { $0 == 0 })

    // Each word of which one side has too many is among those apart, as often at least.
    var sourceCounts: [UInt64: Int32] = [:]
    for word in tally.sourceApart { sourceCounts[word.hash, default: 0] += 1 }
    var resultCounts: [UInt64: Int32] = [:]
    for word in parts.flatMap(\.apart) { resultCounts[word.hash, default: 0] += 1 }
    #expect(balances.allSatisfy { $1 <= sourceCounts[$0, default: 0] })
    #expect(balances.allSatisfy { -$1 <= resultCounts[$0, default: 0] })
    #expect(tally.sourceApart.allSatisfy { hashes(tally.source.text(at: $0.place)) == [$0.hash] })
    for part in parts {
      #expect(part.apart.allSatisfy { hashes(part.text.text(at: $0.place)) == [$0.hash] })
    }
  }

  @Test("a source without words, and a result without any, are counted too")
  func nothing() {
    var tally = WordTally([])
    #expect(tally.count(joined(["ett två"])).wordCount == 2)
    #expect(!tally.isEven)
    var other = WordTally([line("– –", 1), line("ett", 2)])
    #expect(other.count(joined([])).wordCount == 0)
    other.countRestOfSource()
    #expect(!other.isEven)
  }

  @Test("words of a source are known by their line, and at its edges")
  func places() throws {
    var tally = WordTally([line("(råd), besked", 1), line("är–det “KF:s”", 2)])
    tally.countRestOfSource()
    let words = tally.sourceApart.map { tally.source.text(at: $0.place) }
    #expect(words == ["råd", "besked", "är", "det", "KF", "s"])
    let lines = tally.sourceApart.map { tally.line(at: $0.place.lowerBound, from: 0) }
    #expect(lines == [0, 0, 1, 1, 1, 1])
    let edges = zip(tally.sourceApart, lines).map { word, line in
      let place = tally.place(ofLine: line)
      return [tally.isFirstWord(word.place, in: place), tally.isLastWord(word.place, in: place)]
    }
    #expect(
      edges == [
        [true, false], [false, true], [true, false], [false, false], [false, false], [false, true],
      ])
  }

  @Test(
    "behind words that only one side has, however many, both are found to go on alike",
    arguments: [10, 100, 1_000, 10_000])
  func longStretch(wordCount: Int) {
    let common = (0..<20_000).map { "gemensamt\($0 % 4_999)" }
    let printed = (0..<wordCount).map { "punkter.....\($0)" } + common
    let lines = printed.enumerated().map { line($1, $0 + 1) }
    var tally = WordTally(lines)
    let result = tally.count(joined(["annat", "ord"] + common))
    tally.countRestOfSource()
    // A few more than the others for each try.
    #expect(result.apart.count < 2 + 16 + wordCount / 2)
    #expect(tally.sourceApart.count == result.apart.count - 2 + 2 * wordCount)
  }
}
