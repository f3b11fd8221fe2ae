// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Columns told by the words of their headings.
extension TableHeaderReader {
  /// The columns that a row of words names, left to right.
  func columns(
    of words: [HeaderWord], in lines: [SourceLine], _ phrases: [Phrase]
  ) -> [TableColumn] {
    var columns: [TableColumn] = []
    var index = 0
    var used: [TableColumnRole] = []
    while index < words.count {
      var match: (role: TableColumnRole, count: Int) = (.unknown, 1)
      for phrase in phrases where !used.contains(phrase.role) {
        let count = commonCount(phrase.words, words[index...])
        // A heading that wraps shows only its first words on this line.
        if count > 0, count == phrase.words.count || match.role == .unknown {
          match = (phrase.role, count)
          if count == phrase.words.count { break }
        }
      }
      var end = index + match.count
      if match.role == .target, end < words.count, words[end].isYear,
        words[end].xMax == 0 || standsBeside(words[end], headingEndingAt: words[end - 1].xMax)
      {
        end += 1
      }
      if match.role == .councilTarget {
        if end < words.count, words[end].number == yearWord { end += 1 }
        if end < words.count, words[end].isYear { end += 1 }
      }
      if match.role != .unknown { used.append(match.role) }
      if match.role == .unknown, let last = columns.last,
        standsBeside(words[index], headingEndingAt: last.xMax),
        last.role == .unknown || isCutHeading(words[index], of: lines[words[index].line])
      {
        columns[columns.count - 1].heading += " " + words[index].text(in: lines)
        columns[columns.count - 1].xMax = words[index].xMax
        index = end
        continue
      }
      let part = words[index..<end]
      columns.append(
        TableColumn(
          role: match.role, heading: HeaderWord.text(of: part, in: lines),
          xMin: part.first?.xMin ?? 0, xMax: part.last?.xMax ?? 0))
      index = end
    }
    return columns
  }

  /// Whether a word stands a space away from what ends before it, so that it belongs to it.
  private func standsBeside(_ word: HeaderWord, headingEndingAt xMax: Double) -> Bool {
    guard word.xMax > 0 else { return false }
    let letterWidth = (word.xMax - word.xMin) / Double(max(word.foldedCount, 1))
    return word.xMin - xMax < 1.2 * letterWidth
  }

  private func commonCount(_ phrase: [Int], _ words: ArraySlice<HeaderWord>) -> Int {
    var count = 0
    for (expected, word) in zip(phrase, words) {
      if expected != word.number { break }
      count += 1
    }
    return count
  }

  func takeYear(of columns: inout [TableColumn]) -> Int? {
    for column in columns where column.role == .councilTarget {
      if let word = column.heading.spaceSeparatedWords().last(where: { HeaderWord.isYear($0.utf8) })
      {
        return Int(word)
      }
    }
    return nil
  }
}
