// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// The words of a document's lines, by hashes in which capitals are small letters.
struct LineWords {
  /// Those that are whole and inner words, as most are.
  private let plain: HashCounts
  private let onlyWhole: HashCounts
  private let onlyInner: HashCounts

  /// Reads all lines.
  init(_ lines: [SourceLine]) {
    var plain: [UInt64] = []
    var onlyWhole: [UInt64] = []
    var onlyInner: [UInt64] = []
    for line in lines {
      var text = line.text
      text.withUTF8 { utf8 in
        var word = HyphenatedWord()
        Self.forEachRun(in: utf8) { run, hash in
          word.append(run, hash, of: utf8)
          let isInner = run.upperBound < utf8.count
          // A word that a hyphen ends is a piece of one.
          let isWhole = !isInner || utf8[run.upperBound] != UInt8(ascii: "-")
          if isInner, isWhole, word.hash == hash {
            plain.append(hash)
          } else {
            if isWhole { onlyWhole.append(word.hash) }
            if isInner { onlyInner.append(hash) }
          }
        }
      }
    }
    self.plain = HashCounts(plain)
    self.onlyWhole = HashCounts(onlyWhole)
    self.onlyInner = HashCounts(onlyInner)
  }

  /// Whether a word stands whole on a line, with its hyphens.
  func hasWhole(_ hash: UInt64) -> Bool { plain.contains(hash) || onlyWhole.contains(hash) }

  /// Whether a run of letters and digits stands on a line and does not end it.
  func hasInner(_ hash: UInt64) -> Bool { plain.contains(hash) || onlyInner.contains(hash) }

  /// The hash of a word that may have hyphens in it; it ends in none.
  static func hash(_ word: [UInt8]) -> UInt64 {
    word.withUnsafeBufferPointer { utf8 in
      var whole = HyphenatedWord()
      forEachRun(in: utf8) { whole.append($0, $1, of: utf8) }
      return whole.hash
    }
  }

  /// Calls `body` with the place and the hash of each run of letters and digits.
  @inline(__always)
  static func forEachRun(
    in utf8: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, UInt64) -> Void
  ) {
    let belonging = { (eight: EightBytes, _: Int) in
      eight.asciiLettersAndDigits | eight.beyondASCII
    }
    TextRuns.forEach(in: utf8, 0..<utf8.count, belonging: belonging) { body($0, hash(utf8, $0)) }
  }

  @inline(__always)
  private static func hash(_ utf8: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> UInt64 {
    var hash = TextHash(count: run.count)
    var offset = run.lowerBound
    while offset < run.upperBound {
      let previous = offset > run.lowerBound ? utf8[offset - 1] : 0
      let folded = EightBytes(UnsafeRawBufferPointer(utf8), from: offset)
        .lowercased(afterC3: previous == 0xC3)
      hash.mix(folded.prefix(min(run.upperBound - offset, 8)))
      offset += 8
    }
    return hash.value
  }
}

/// The hash of a word made of runs of letters with hyphens before and between them.
private struct HyphenatedWord {
  private(set) var hash: UInt64 = 0
  /// Where its last run ends; 0 before the first one.
  private var end = 0

  /// Adds a run to the word in hand, or begins a new word where more than hyphens parts them.
  @inline(__always)
  mutating func append(_ run: Range<Int>, _ runHash: UInt64, of utf8: UnsafeBufferPointer<UInt8>) {
    var start = run.lowerBound
    while start > end, utf8[start - 1] == UInt8(ascii: "-") { start -= 1 }
    let hyphenCount = run.lowerBound - start
    if hyphenCount == 0 {
      hash = runHash
    } else {
      var joined = TextHash(count: hyphenCount)
      if start == end, end > 0 { joined.mix(hash) }
      joined.mix(runHash)
      hash = joined.value
    }
    end = run.upperBound
  }
}
