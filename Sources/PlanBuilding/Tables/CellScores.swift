// SPDX-License-Identifier: GPL-2.0-or-later

/// How likely words of a row are target cells.
struct CellScores {
  /// What can hardly be the end of a name scores this or more: a known unit, none, or a phrase.
  static let sure = 8
  let targets: TargetReader
  let words: RowWords

  /// Whether a target can begin with the word of that number.
  func mayBegin(_ word: Int) -> Bool {
    words.withUTF8(of: word..<(word + 1)) { targets.mayBegin($0) }
  }

  /// How likely words are two target cells, or nil where they cannot be.
  func score(_ first: Range<Int>, _ second: Range<Int>, mayGoOn: Bool) -> Int? {
    guard let firstScore = score(first, mayGoOn: false),
      let secondScore = score(second, mayGoOn: mayGoOn)
    else { return nil }
    if words.areEqual(first, second) { return firstScore + secondScore + 5 }
    return firstScore + secondScore - (areUnlike(first, second) ? Self.unlikeness : 0)
  }

  /// Cells that are unlike score less together than the second one alone.
  private static let unlikeness = 11
  /// A target and the council's are of one order of magnitude.
  private static let mostDifference = 10.0

  /// Whether two cells can hardly be targets of one indicator: "3 dagar" is the end of a name before
  /// "95 %", and "1" is no target beside "700" but the beginning of "1 700".
  private func areUnlike(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    words.withUTF8(of: first.lowerBound..<second.upperBound) { both in
      let firstCount = words.withUTF8(of: first) { $0.count }
      let one = UnsafeBufferPointer(rebasing: both[..<firstCount])
      let other = UnsafeBufferPointer(rebasing: both[(firstCount + 1)...])
      guard let left = targets.content(of: one), let right = targets.content(of: other),
        let leftNumber = left.number, let rightNumber = right.number
      else { return false }
      if let unit = left.unit, let otherUnit = right.unit {
        // A share is no target beside a number of something.
        return (one[unit].first == UInt8(ascii: "%"))
          != (other[otherUnit].first == UInt8(ascii: "%"))
      }
      guard left.unit == nil, let whole = targets.content(of: both)?.number,
        whole.upperBound > firstCount, let value = NumberWord.value(one, leftNumber),
        let otherValue = NumberWord.value(other, rightNumber)
      else { return false }
      return max(value, otherValue) >= Self.mostDifference * min(value, otherValue)
    }
  }

  /// How likely words are one target cell, or nil where they cannot be.
  func score(_ range: Range<Int>, mayGoOn: Bool) -> Int? {
    words.withUTF8(of: range) { score($0, wordCount: range.count, mayGoOn: mayGoOn) }
  }

  private func score(
    _ cell: UnsafeBufferPointer<UInt8>, wordCount: Int, mayGoOn: Bool
  ) -> Int? {
    switch targets.phraseMatch(cell) {
    case .whole: return 10
    // A page break may cut the cell, so that the rest of it is not known yet.
    case .beginning where mayGoOn || wordCount >= 2: return 6
    default: break
    }
    // "+/- 1 %" says how far off a value may be: prose, but surely a cell of its own.
    if let start = plusMinusEnd(cell) {
      return targets.content(of: cell, from: start) != nil ? 9 : nil
    }
    guard let content = targets.content(of: cell) else { return nil }
    if content.number == nil { return 9 }
    if content.unit == nil { return 8 }
    if content.isUnitKnown { return 10 }
    // An unknown unit of many words is the end of a name that has a number in it.
    return wordCount <= 3 ? 3 : nil
  }

  /// Where a cell goes on after the sign that begins it; nil where none does.
  private func plusMinusEnd(_ cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = cell.first, first == UInt8(ascii: "+") || first == 0xC2 else { return nil }
    for sign in ["+/-", "±"] where cell.starts(with: sign.utf8) {
      let end = sign.utf8.count
      return end < cell.count && cell[end] == 0x20 ? end + 1 : end
    }
    return nil
  }
}
