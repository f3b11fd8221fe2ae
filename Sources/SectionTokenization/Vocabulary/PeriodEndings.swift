// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// The periods that end the rows of indicators, such as "År" or "Tertial".
///
/// Capitals count: "80 år" ends the line of a name, not a row, while "Vartannat år" does.
package struct PeriodEndings: Sendable {
  /// The last word of each period that ends in one with a capital.
  private let lastWords: [[UInt8]]
  private let longestLastWord: Int
  /// Whether a period ends in a byte, since nearly every line is asked.
  private let mayEnd: [Bool]
  /// The periods of several words, the longest first.
  private let longPeriods: [(utf8: [UInt8], wordCount: Int)]

  init(_ periods: [String]) {
    lastWords = periods.map { Array($0.lastWord.utf8) }.filter(startsWithCapital)
    longestLastWord = lastWords.map(\.count).max() ?? 0
    longPeriods = periods.map { (Array($0.utf8), $0.spaceSeparatedWords().count) }
      .filter { $0.1 > 1 }.sorted { $0.1 > $1.1 }
    var mayEnd = [Bool](repeating: false, count: 256)
    for word in periods.map(\.lastWord.utf8) {
      if let last = word.last { mayEnd[Int(last)] = true }
    }
    self.mayEnd = mayEnd
  }

  /// Whether the last word of a line is, or ends, a period.
  package func end(_ line: String) -> Bool {
    guard let last = line.lastUTF8Byte, mayEnd[Int(last)] else { return false }
    var line = line
    return line.withUTF8 { wordCount(atEndOf: $0) > 0 }
  }

  /// How many words at the end of a row are its period: two for "Vartannat År".
  ///
  /// - Parameter line: Words with one space between each two.
  /// - Returns: 0 where the last word ends no period.
  package func wordCount(atEndOf line: UnsafeBufferPointer<UInt8>) -> Int {
    guard let last = line.last, mayEnd[Int(last)] else { return 0 }
    if let long = longPeriods.first(where: { ends(line, in: $0.utf8) }) { return long.wordCount }
    return endsInLastWord(line) ? 1 : 0
  }

  private func endsInLastWord(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let space = line.suffix(longestLastWord + 1).lastIndex(of: 0x20) else {
      return line.count <= longestLastWord && lastWords.contains { line.elementsEqual($0) }
    }
    let word = line[(space + 1)...]
    return lastWords.contains { $0.count == word.count && word.elementsEqual($0) }
  }

  /// Whether words stand at the end of a line, behind a space where they are not all of it.
  private func ends(_ line: UnsafeBufferPointer<UInt8>, in words: [UInt8]) -> Bool {
    let start = line.count - words.count
    guard start >= 0, start == 0 || line[start - 1] == 0x20 else { return false }
    return line[start...].elementsEqual(words)
  }
}
