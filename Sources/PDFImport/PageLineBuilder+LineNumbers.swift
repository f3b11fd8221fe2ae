// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

extension PageLineBuilder {
  /// Fewer numbers on a page may be those of a short list.
  private static let leastLineNumberCount = 5
  /// The numbers of a document's lines end at one place, this many points more or less.
  private static let edgeTolerance = 0.5
  /// No document has more lines than so many figures count.
  private static let mostFigures = 5

  /// A whole number that is all of a run.
  private struct LoneNumber {
    var runIndex: Int
    var value: Int
  }

  /// Takes out of the runs, sorted from the top down, the numbers that count the page's lines in the
  /// left margin, as those of drafts do.
  ///
  /// They stand left of all other text and rise by one step. Numbers of items, headings and rows
  /// mostly have text above or below them that begins where they do; otherwise items of several lines
  /// tell them, and figures at the end of the lines, as in contents and tables. Heads and feet may
  /// have counts of their own. On the pages after one that has such numbers, few are enough.
  ///
  /// - Returns: One run of all numbers, or nil where the page has none.
  mutating func takeLineNumbers() -> Run? {
    let numbers = numbersInMargin()
    guard let edge = numbers.last.map({ runs[$0.runIndex].xMax }) else { return nil }
    if countLines(numbers) {
      lineNumberEdge = edge
    } else {
      guard let known = lineNumberEdge,
        numbers.allSatisfy({ abs(runs[$0.runIndex].xMax - known) <= Self.edgeTolerance })
      else { return nil }
    }
    var taken = runs[numbers[0].runIndex]
    let firstTaken = words.count
    for number in numbers {
      let run = runs[number.runIndex]
      words.append(contentsOf: words[run.words])
      taken.yBottom = max(taken.yBottom, run.yBottom)
      taken.xMin = min(taken.xMin, run.xMin)
      taken.xMax = max(taken.xMax, run.xMax)
    }
    taken.words = firstTaken..<words.count
    let indices = Set(numbers.map(\.runIndex))
    runs = runs.indices.filter { !indices.contains($0) }.map { runs[$0] }
    return taken
  }

  /// The numbers that stand left of all other text, with a gap as between cells.
  private func numbersInMargin() -> [LoneNumber] {
    var numbers: [LoneNumber] = []
    var left = Double.infinity
    for (index, run) in runs.enumerated() {
      if run.words.count == 1, let value = wholeNumber(run.words.lowerBound) {
        numbers.append(LoneNumber(runIndex: index, value: value))
      } else {
        left = min(left, run.xMin)
      }
    }
    guard left < .infinity else { return [] }
    return numbers.filter { number in
      let run = runs[number.runIndex]
      return run.xMax + Self.cellGap * run.fontSize < left
    }
  }

  private func wholeNumber(_ word: Int) -> Int? {
    let utf8 = text[words[word].utf8]
    guard isWholeNumber(utf8) else { return nil }
    return utf8.reduce(0) { 10 * $0 + Int($1 - 0x30) }
  }

  /// Whether a word may be the number of a line.
  func isWholeNumber(_ utf8: ArraySlice<UInt8>) -> Bool {
    utf8.count <= Self.mostFigures && utf8.allSatisfy(isDigit)
  }

  /// Whether most of some numbers rise by one step, as many as the lines of text between them, and
  /// few of these end in a number.
  private func countLines(_ numbers: [LoneNumber]) -> Bool {
    let stretch = longestStretch(of: numbers)
    guard stretch.count >= Self.leastLineNumberCount, stretch.count * 2 > numbers.count else {
      return false
    }
    let step = numbers[stretch.lowerBound + 1].value - numbers[stretch.lowerBound].value
    var lineCount = 0
    var endsInNumberCount = 0
    var first = numbers[stretch.lowerBound].runIndex
    while first <= numbers[stretch.upperBound - 1].runIndex {
      var end = first + 1
      while end < runs.count, areOnOneLine(runs[first], runs[end]) { end += 1 }
      lineCount += 1
      if endsInNumber(runs[first..<end]) { endsInNumberCount += 1 }
      first = end
    }
    return stretch.count * step * 2 > lineCount && endsInNumberCount * 2 < lineCount
  }

  /// The most numbers below each other that rise by one step.
  private func longestStretch(of numbers: [LoneNumber]) -> Range<Int> {
    var longest = 0..<0
    var start = 0
    for index in numbers.indices.dropFirst() {
      let step = numbers[index].value - numbers[index - 1].value
      if step <= 0 {
        start = index
      } else if step != numbers[start + 1].value - numbers[start].value {
        start = index - 1
      }
      if index - start >= longest.count { longest = start..<index + 1 }
    }
    return longest
  }

  /// Whether the last of several words on a line is a number.
  private func endsInNumber(_ line: ArraySlice<Run>) -> Bool {
    guard let last = line.max(by: { $0.xMax < $1.xMax }),
      line.count > 1 || last.words.count > 1
    else { return false }
    return wholeNumber(last.words.upperBound - 1) != nil
  }
}
