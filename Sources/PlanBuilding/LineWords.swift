// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// The words of a document's lines, by hashes in which capitals are small letters.
struct LineWords {
  /// Words that stand whole on a line, with their hyphens.
  let whole: HashCounts
  /// Runs of letters and digits that do not end a line.
  let inner: HashCounts

  /// Reads all lines.
  init(_ lines: [SourceLine]) {
    var whole: [UInt64] = []
    var inner: [UInt64] = []
    for line in lines {
      var text = line.text
      text.withUTF8 { utf8 in
        var word = HyphenatedWord()
        Self.forEachRun(in: utf8) { run, hash in
          word.append(run, hash, of: utf8)
          let endsLine = run.upperBound == utf8.count
          if !endsLine { inner.append(hash) }
          // A word that a hyphen ends is a piece of one.
          if endsLine || utf8[run.upperBound] != UInt8(ascii: "-") { whole.append(word.hash) }
        }
      }
    }
    self.whole = HashCounts(whole)
    self.inner = HashCounts(inner)
  }

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
    let marks = { (eight: TextEight, _: Int) in eight.asciiWordMarks | eight.wideMarks }
    TextRuns.forEach(in: utf8, marks: marks) { body($0, hash(utf8, $0)) }
  }

  @inline(__always)
  private static func hash(_ utf8: UnsafeBufferPointer<UInt8>, _ run: Range<Int>) -> UInt64 {
    var hash = TextHash(count: run.count)
    var offset = run.lowerBound
    while offset < run.upperBound {
      let previous = offset > run.lowerBound ? utf8[offset - 1] : 0
      let folded = TextEight(utf8, at: offset).folded(after: previous)
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
