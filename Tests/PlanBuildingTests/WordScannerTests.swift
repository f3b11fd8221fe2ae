// SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import PlanBuilding

/// Words are found eight bytes at a time, so each case is tried at all offsets of an eight.
struct WordScannerTests {
  private func words(of text: String) -> [String] {
    var text = text
    return text.withUTF8 { utf8 in
      var words: [String] = []
      WordScanner.forEachWord(in: utf8, 0..<utf8.count) { range, _ in
        words.append(String(decoding: utf8[range], as: UTF8.self))
      }
      return words
    }
  }

  @Test(
    "words are runs of letters and digits wherever they stand",
    arguments: [
      ("råd, besked", ["råd", "besked"]), ("3×4÷2", ["3", "4", "2"]), ("×", []),
      ("å×ä÷ö", ["å", "ä", "ö"]),
      ("nämnd/styrelse", ["nämnd", "styrelse"]), ("Ξένος – čeština", ["Ξένος", "čeština"]),
      ("ÅÄÖåäöÉéÜü", ["ÅÄÖåäöÉéÜü"]), ("½ och ²", ["½", "och", "²"]), ("”x” €5", ["x", "5"]),
    ])
  func wordsAtEveryOffset(text: String, words: [String]) {
    for count in 0..<9 {
      #expect(self.words(of: String(repeating: "-", count: count) + text) == words)
      let before = String(repeating: "a", count: count)
      #expect(self.words(of: "\(before) \(text)") == (count > 0 ? [before] : []) + words)
      #expect(self.words(of: text + String(repeating: ".", count: count)) == words)
    }
  }

  @Test("a word has one hash wherever it stands")
  func hashes() {
    for word in ["a", "råd", "åtgärder", "verksamhetsplanering"] {
      var hashes: Set<UInt64> = []
      for count in 0..<9 {
        for end in ["", " och mer text"] {
          var text = String(repeating: ".", count: count) + word + end
          text.withUTF8 { utf8 in
            var isFirst = true
            WordScanner.forEachWord(in: utf8, 0..<utf8.count) { _, hash in
              if isFirst { hashes.insert(hash) }
              isFirst = false
            }
          }
        }
      }
      #expect(hashes.count == 1)
    }
  }
}
