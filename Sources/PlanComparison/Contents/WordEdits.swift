// SPDX-License-Identifier: GPL-2.0-or-later

import SourceText

/// Tells two texts apart word by word.
struct WordEdits {
  /// Stretches of more pairs of words are first cut where both texts have a word that is single in
  /// both, and taken for wholly other texts where there is none.
  private static let pairLimit = 1_000_000

  /// The runs of words that both texts have, and those that only one has, in reading order.
  ///
  /// What was deleted comes before what was inserted in its place. Empty where the words are the
  /// same.
  static func runs(from old: String, to new: String) -> [TextRun] {
    let words = old.spaceSeparatedWords()
    let newWords = new.spaceSeparatedWords()
    guard words != newWords else { return [] }
    // Of several shortest ways the same one is taken in both directions.
    let isMirrored = newWords.lexicographicallyPrecedes(words)
    var edits = isMirrored ? WordEdits(newWords, words) : WordEdits(words, newWords)
    edits.compare(0..<edits.first.count, 0..<edits.second.count)
    edits.flush()
    return edits.texts(words, newWords, isMirrored)
  }

  /// Words as numbers: equal words have equal numbers.
  private let first: [Int32]
  private let second: [Int32]
  /// Places of words: those both texts have, or those that only one has.
  private var runs: [(first: Range<Int>, second: Range<Int>, areEqual: Bool)] = []
  private var onlyFirst: Range<Int>
  private var onlySecond: Range<Int>

  private init(_ words: [Substring], _ others: [Substring]) {
    var numbers: [Substring: Int32] = [:]
    func number(_ word: Substring) -> Int32 {
      if let number = numbers[word] { return number }
      numbers[word] = Int32(numbers.count)
      return Int32(numbers.count - 1)
    }
    first = words.map(number)
    second = others.map(number)
    onlyFirst = 0..<0
    onlySecond = 0..<0
  }

  private mutating func compare(_ one: Range<Int>, _ other: Range<Int>) {
    var (one, other) = (one, other)
    var start = 0
    while start < one.count, start < other.count,
      first[one.lowerBound + start] == second[other.lowerBound + start]
    {
      start += 1
    }
    addEqual(one.prefix(start), other.prefix(start))
    (one, other) = (one.dropFirst(start), other.dropFirst(start))
    var end = 0
    while end < one.count, end < other.count,
      first[one.upperBound - 1 - end] == second[other.upperBound - 1 - end]
    {
      end += 1
    }
    compareMiddle(one.dropLast(end), other.dropLast(end))
    addEqual(one.suffix(end), other.suffix(end))
  }

  /// Stretches that begin and end differently.
  private mutating func compareMiddle(_ one: Range<Int>, _ other: Range<Int>) {
    if one.count * other.count <= Self.pairLimit {
      compareInFull(one, other)
    } else if let anchor = anchor(one, other) {
      compare(one.lowerBound..<anchor.first, other.lowerBound..<anchor.second)
      compare(anchor.first..<one.upperBound, anchor.second..<other.upperBound)
    } else {
      addOnlyFirst(one)
      addOnlySecond(other)
    }
  }

  /// Keeps the longest common subsequence, found from the end by the lengths of the rests'.
  private mutating func compareInFull(_ one: Range<Int>, _ other: Range<Int>) {
    let width = other.count + 1
    var lengths = [Int32](repeating: 0, count: (one.count + 1) * width)
    for row in one.indices.reversed() {
      let place = (row - one.lowerBound) * width
      for column in other.indices.reversed() {
        let cell = place + column - other.lowerBound
        lengths[cell] =
          first[row] == second[column]
          ? lengths[cell + width + 1] + 1 : max(lengths[cell + width], lengths[cell + 1])
      }
    }
    var (row, column) = (one.lowerBound, other.lowerBound)
    while row < one.upperBound, column < other.upperBound {
      let cell = (row - one.lowerBound) * width + column - other.lowerBound
      if first[row] == second[column] {
        addEqual(row..<(row + 1), column..<(column + 1))
        row += 1
        column += 1
      } else if lengths[cell + width] >= lengths[cell + 1] {
        addOnlyFirst(row..<(row + 1))
        row += 1
      } else {
        addOnlySecond(column..<(column + 1))
        column += 1
      }
    }
    addOnlyFirst(row..<one.upperBound)
    addOnlySecond(column..<other.upperBound)
  }

  /// The place nearest the middle of a word that both stretches have exactly once.
  private func anchor(
    _ one: Range<Int>, _ other: Range<Int>
  ) -> (first: Int, second: Int)? {
    let places = Self.placesOfSingleWords(first, one)
    let otherPlaces = Self.placesOfSingleWords(second, other)
    let middle = (one.lowerBound + one.upperBound) / 2
    return places.compactMap { word, place in otherPlaces[word].map { (first: place, second: $0) } }
      .min { (abs($0.first - middle), $0.first) < (abs($1.first - middle), $1.first) }
  }

  private static func placesOfSingleWords(
    _ words: [Int32], _ range: Range<Int>
  ) -> [Int32: Int] {
    var places: [Int32: Int] = [:]
    var repeated: Set<Int32> = []
    for place in range where places.updateValue(place, forKey: words[place]) != nil {
      repeated.insert(words[place])
    }
    for word in repeated { places[word] = nil }
    return places
  }
}

// MARK: - Runs

extension WordEdits {
  private mutating func addEqual(_ one: Range<Int>, _ other: Range<Int>) {
    guard !one.isEmpty else { return }
    flush()
    if let last = runs.last, last.areEqual {
      runs[runs.count - 1].first = last.first.lowerBound..<one.upperBound
      runs[runs.count - 1].second = last.second.lowerBound..<other.upperBound
    } else {
      runs.append((one, other, true))
    }
  }

  private mutating func addOnlyFirst(_ words: Range<Int>) {
    guard !words.isEmpty else { return }
    onlyFirst = onlyFirst.isEmpty ? words : onlyFirst.lowerBound..<words.upperBound
  }

  private mutating func addOnlySecond(_ words: Range<Int>) {
    guard !words.isEmpty else { return }
    onlySecond = onlySecond.isEmpty ? words : onlySecond.lowerBound..<words.upperBound
  }

  private mutating func flush() {
    guard !onlyFirst.isEmpty || !onlySecond.isEmpty else { return }
    runs.append((onlyFirst, onlySecond, false))
    (onlyFirst, onlySecond) = (0..<0, 0..<0)
  }

  private func texts(
    _ old: [Substring], _ new: [Substring], _ isMirrored: Bool
  ) -> [TextRun] {
    runs.flatMap { run in
      let (oldRange, newRange) = isMirrored ? (run.second, run.first) : (run.first, run.second)
      let parts: [(TextRun.Kind, ArraySlice<Substring>)] =
        run.areEqual
        ? [(.equal, new[newRange])] : [(.deleted, old[oldRange]), (.inserted, new[newRange])]
      return parts.filter { !$0.1.isEmpty }.map {
        TextRun(kind: $0.0, text: $0.1.joined(separator: " "))
      }
    }
  }
}
