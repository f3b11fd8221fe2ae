// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// How often a document uses a word, written just so, inside its sentences and at their ends.
struct WordUse {
  /// Before another word of the line.
  private(set) var insideCount = 0
  /// Before a full stop, a comma and the like.
  private(set) var endCount = 0

  /// More lines are not read: most plans have fewer, and each heading that is in doubt asks anew.
  private static let lineLimit = 1_000
  /// Fewer uses are chance.
  private static let leastInsideCount = 3

  init(of word: [UInt8], in lines: [SourceLine]) {
    guard !word.isEmpty else { return }
    for line in lines.prefix(Self.lineLimit) where line.text.utf8.count > word.count {
      var text = line.text
      text.withUTF8 { count(word, in: $0) }
    }
  }

  /// Whether the word joins others, as "inom" does: it is used often and never ends a sentence.
  var isJoining: Bool { endCount == 0 && insideCount >= Self.leastInsideCount }

  private mutating func count(_ word: [UInt8], in utf8: UnsafeBufferPointer<UInt8>) {
    for start in 0..<(utf8.count - word.count)
    where utf8[start] == word[0] && (start == 0 || utf8[start - 1] == 0x20) {
      let end = start + word.count
      guard utf8[start..<end].elementsEqual(word) else { continue }
      if utf8[end] == 0x20 { insideCount += 1 }
      if ".,:;!?".utf8.contains(utf8[end]) { endCount += 1 }
    }
  }
}
