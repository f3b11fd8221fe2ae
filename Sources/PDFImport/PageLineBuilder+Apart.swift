// SPDX-License-Identifier: GPL-2.0-or-later

extension PageLineBuilder {
  /// A stamp is so many times larger than the text that it is printed across.
  private static let stampSize = 2.5
  /// A page with more runs in large type than this has no stamp.
  private static let stampRunLimit = 64
  /// Fewer letters above each other are no text that runs up or down the page.
  private static let shortestTurnedText = 3

  /// Takes out of the runs what is no part of the page's lines, though it stands beside or across
  /// them.
  ///
  /// - Returns: A run for each such text: a stamp ("UTKAST") printed across the page, and what runs
  ///   up or down the page, such as a form's number in the margin.
  mutating func takeTextApart() -> [Run] {
    let stamp = takeStamp()
    return stamp + takeTurnedText()
  }

  // MARK: - Stamps

  private mutating func takeStamp() -> [Run] {
    var (smallest, largest) = (Double.infinity, 0.0)
    for run in runs {
      smallest = min(smallest, run.fontSize)
      largest = max(largest, run.fontSize)
    }
    guard largest >= Self.stampSize * smallest else { return [] }
    let usual = usualSize
    let large = runs.filter { $0.fontSize >= Self.stampSize * usual }
    guard !large.isEmpty, large.count <= Self.stampRunLimit else { return [] }
    let stamps = large.filter { stamp in
      runs.contains { $0.fontSize < Self.stampSize * usual && lies(stamp, over: $0) }
    }
    let sizes = Set((runOnSlope(large) ? large : stamps).map(\.fontSize))
    guard !sizes.isEmpty else { return [] }
    // Some letters of a slanted stamp may stand where the page is empty.
    let taken = runs.filter { sizes.contains($0.fontSize) }
    runs.removeAll { sizes.contains($0.fontSize) }
    guard taken.count > 1, taken.allSatisfy(isLetter) else { return taken }
    return [joined(alongSlope(taken), wordGap: .infinity)]
  }

  /// The size that half of the letters, told by their bytes, have at the most.
  private var usualSize: Double {
    let sizes = runs.map { (size: $0.fontSize, count: byteCount(of: $0)) }.sorted {
      $0.size < $1.size
    }
    var rest = sizes.reduce(0) { $0 + $1.count } / 2
    for (size, count) in sizes {
      rest -= count
      if rest < 0 { return size }
    }
    return sizes.last?.size ?? 0
  }

  private func byteCount(of run: Run) -> Int {
    words[run.words].reduce(0) { $0 + $1.utf8.count }
  }

  /// Whether a run covers another one's letters, as no text beside or above it does.
  private func lies(_ large: Run, over small: Run) -> Bool {
    large.xMin < small.xMax && small.xMin < large.xMax
      && min(large.yBottom, small.yBottom) - max(large.yTop, small.yTop) > small.height / 2
  }

  /// Letters in the order in which they are read: from the left, up or down the slope.
  private func alongSlope(_ letters: [Run]) -> [Run] {
    guard let left = letters.min(by: { $0.xMin < $1.xMin }),
      let right = letters.max(by: { $0.xMin < $1.xMin })
    else { return letters }
    let sign: Double = right.yMiddle < left.yMiddle ? -1 : 1
    return letters.sorted { $0.xMin + sign * $0.yMiddle < $1.xMin + sign * $1.yMiddle }
  }

  /// Whether runs are letters of one text that climbs or falls over the page.
  private func runOnSlope(_ runs: [Run]) -> Bool {
    guard runs.count >= Self.shortestTurnedText, runs.allSatisfy(isLetter) else { return false }
    let letters = alongSlope(runs)
    let size = letters[0].fontSize
    let width = letters[letters.count - 1].xMin - letters[0].xMin
    return width > 0.3 * size * Double(letters.count - 1)
      && zip(letters, letters.dropFirst()).allSatisfy { last, next in
        next.xMin - last.xMin < 1.5 * size
          && (0.2 * size..<1.5 * size).contains(abs(next.yMiddle - last.yMiddle))
      }
  }

  // MARK: - Text up or down the page

  private mutating func takeTurnedText() -> [Run] {
    guard runs.contains(where: { isLetter($0) && isWide($0) }) else { return [] }
    var taken: [Run] = []
    var kept: [Run] = []
    var first = 0
    while first < runs.count {
      var end = first + 1
      while end < runs.count, stands(runs[end], aboveOrBelow: runs[end - 1]) { end += 1 }
      let letters = Array(runs[first..<end])
      // Upright letters are higher than they are wide; figures in a column may touch too.
      if letters.count >= Self.shortestTurnedText,
        letters.count(where: isWide) * 2 > letters.count
      {
        let width = letters[0].xMax - letters[0].xMin
        taken.append(joined(letters, wordGap: 0.1 * width))
      } else {
        kept += letters
      }
      first = end
    }
    runs = kept
    return taken
  }

  private func isWide(_ run: Run) -> Bool { run.xMax - run.xMin > run.height }

  private func isLetter(_ run: Run) -> Bool {
    guard run.words.count == 1 else { return false }
    return text[words[run.words.lowerBound].utf8].count { $0 & 0xC0 != 0x80 } == 1
  }

  /// Whether a letter is the next one in a line that runs up or down the page.
  private func stands(_ next: Run, aboveOrBelow last: Run) -> Bool {
    guard abs(next.xMin - last.xMin) < 0.1, abs(next.xMax - last.xMax) < 0.1, isLetter(next),
      isLetter(last)
    else { return false }
    let gap = max(last.yTop - next.yBottom, next.yTop - last.yBottom)
    return abs(gap) <= last.xMax - last.xMin
  }

  /// One run of letters that each are a run.
  ///
  /// - Parameters:
  ///   - letters: In the order in which they are read.
  ///   - wordGap: What parts words, in points up or down the page.
  /// - Returns: The run, the size of all of them.
  private mutating func joined(_ letters: [Run], wordGap: Double) -> Run {
    var run = letters[0]
    for letter in letters {
      run.yTop = min(run.yTop, letter.yTop)
      run.yBottom = max(run.yBottom, letter.yBottom)
      run.xMin = min(run.xMin, letter.xMin)
      run.xMax = max(run.xMax, letter.xMax)
    }
    let firstWord = words.count
    var wordStart = text.count
    for (index, letter) in letters.enumerated() {
      if index > 0 {
        let last = letters[index - 1]
        if max(last.yTop - letter.yBottom, letter.yTop - last.yBottom) > wordGap {
          words.append(Word(utf8: wordStart..<text.count, xMin: run.xMin, xMax: run.xMax))
          wordStart = text.count
        }
      }
      text.append(contentsOf: Array(text[words[letter.words.lowerBound].utf8]))
    }
    words.append(Word(utf8: wordStart..<text.count, xMin: run.xMin, xMax: run.xMax))
    run.words = firstWord..<words.count
    run.endsInsideWord = false
    return run
  }
}
