// SPDX-License-Identifier: GPL-2.0-or-later

import SectionTokenization
import SourceText
import TestSupport
import Testing

@testable import PlanBuilding

/// What is told of eight bytes at a time is what is told of them one by one.
struct TextRunsTests {
  /// Made up of letters of one to four bytes, signs, digits and spaces.
  private static let texts: [String] = {
    var chance = Chance(seed: 17)
    let characters = Array("aåzAÅZ09 -.–×÷éÉÿßāĀ·½λ😀/:@[`{\u{0301}").map(String.init)
    return (0..<400).map { number in
      (0..<(number % 41)).map { _ in characters[chance.below(characters.count)] }.joined()
    }
  }()

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// The runs of bytes that fulfil a condition, found one byte at a time.
  private func runs(of bytes: [UInt8], where belongs: (UInt8) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (offset, byte) in bytes.enumerated() {
      if belongs(byte) {
        start = start ?? offset
      } else if let begun = start {
        runs.append(begun..<offset)
        start = nil
      }
    }
    if let start { runs.append(start..<bytes.count) }
    return runs
  }

  @Test("runs of letters, digits and wide characters are those that single bytes make")
  func runs() {
    for text in Self.texts.map(bytes) {
      var found: [Range<Int>] = []
      text.withUnsafeBufferPointer { utf8 in
        LineWords.forEachRun(in: utf8) { run, _ in found.append(run) }
      }
      #expect(found == runs(of: text, where: isWordByte))
    }
  }

  @Test("words are the runs of characters that Unicode calls letters and numbers")
  func words() {
    for text in Self.texts {
      let expected = text.unicodeScalars.split { scalar in
        if scalar.isASCII { return !isWordByte(UInt8(scalar.value)) }
        let properties = scalar.properties
        return !properties.isAlphabetic && properties.numericType == nil
          && properties.generalCategory != .nonspacingMark
      }
      #expect(WordScanner.words(of: text) == expected.map { String($0) })
      // Among other words, so that many of them are counted sixteen bytes at a time.
      let long = Array("och \(text) eller \(text) (nya råd)".utf8)
      let count = long.withUnsafeBufferPointer { utf8 in
        WordScanner.wordCount(in: utf8, 4..<(utf8.count - 11))
      }
      #expect(count == 2 * expected.count + 1)
    }
  }

  @Test("eight bytes become small letters as single bytes do")
  func folding() {
    for text in Self.texts.map(bytes) {
      for offset in text.indices {
        let previous = offset > 0 ? text[offset - 1] : 0
        var expected: UInt64 = 0
        for (place, byte) in text[offset...].prefix(8).enumerated() {
          let before = offset + place > 0 ? text[offset + place - 1] : 0
          expected |= UInt64(foldedByte(byte, after: before)) << (8 * UInt64(place))
        }
        let folded = text.withUnsafeBufferPointer { utf8 in
          EightBytes(UnsafeRawBufferPointer(utf8), from: offset)
            .lowercased(afterC3: previous == 0xC3).number
        }
        #expect(folded == expected)
      }
    }
  }

  @Test("capitals are small letters in the hash of a word, and hyphens tell words apart")
  func hashes() {
    let hash = { (word: String) in LineWords.hash(bytes(word)) }
    #expect(hash("ÅTGÄRDSPROGRAM") == hash("åtgärdsprogram"))
    #expect(hash("KF-mål") == hash("kf-mål"))
    let words = ["kfmål", "kf-mål", "kf--mål", "-kfmål", "k-fmål", "mål-kf", "kf", "mål"]
    #expect(Set(words.map(hash)).count == words.count)
  }
}
