// SPDX-License-Identifier: GPL-2.0-or-later

/// The words around a hit, on one line.
package struct Excerpt: Sendable, Hashable {
  /// A run of text that is all what was searched for, or all not.
  package struct Part: Sendable, Hashable {
    package var text: String
    package var isHit: Bool
  }

  package private(set) var parts: [Part] = []

  /// Two lines of a terminal.
  private static let length = 150
  /// How much stands before the first hit.
  private static let lead = 40

  /// Cuts out the piece of a text that has most of the terms, the first of several.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - terms: What was searched for.
  ///   - marksWholeWords: Whether a term inside another word is none.
  init(of text: String, terms: [String], marksWholeWords: Bool) {
    let scalars = text.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }
    let folded = FoldedScalars(text).scalars
    let words = Self.words(in: terms)
    let marks = Self.marks(of: words, in: folded, wholeWords: marksWholeWords)
    let window = Self.window(around: marks, in: scalars)
    var position = window.lowerBound
    func append(_ end: Int, isHit: Bool) {
      guard position < end else { return }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[position..<end])
      parts.append(Part(text: String(text), isHit: isHit))
      position = end
    }
    if window.lowerBound > 0 { parts.append(Part(text: "… ", isHit: false)) }
    for mark in marks
    where mark.range.lowerBound >= position && mark.range.upperBound <= window.upperBound {
      append(mark.range.lowerBound, isHit: false)
      append(mark.range.upperBound, isHit: true)
    }
    append(window.upperBound, isHit: false)
    if window.upperBound < scalars.count { parts.append(Part(text: " …", isHit: false)) }
  }

  /// The text with a mark before and after each hit.
  package func text(before: String = "", after: String = "") -> String {
    parts.map { $0.isHit ? before + $0.text + after : $0.text }.joined()
  }

  /// A word where it stands.
  private struct Mark {
    var word: Int
    var range: Range<Int>
  }

  /// The words of the terms, since what stands between those of a phrase may differ.
  private static func words(in terms: [String]) -> [[Unicode.Scalar]] {
    terms.flatMap { term -> [[Unicode.Scalar]] in
      let folded = FoldedScalars(term).scalars
      let words = folded.split { !$0.isInWord }.map(Array.init)
      return words.isEmpty ? [folded] : words
    }
  }

  private static func marks(
    of words: [[Unicode.Scalar]], in text: [Unicode.Scalar], wholeWords: Bool
  ) -> [Mark] {
    var marks: [Mark] = []
    for position in text.indices {
      let longest = words.indices.filter { word in
        text[position...].starts(with: words[word])
          && (words[word].count >= SearchQuery.trigramLength || text.isBeginning(position))
          && (!wholeWords || isWhole(position..<(position + words[word].count), in: text))
      }.max { words[$0].count < words[$1].count }
      guard let longest else { continue }
      marks.append(Mark(word: longest, range: position..<(position + words[longest].count)))
    }
    return marks
  }

  private static func isWhole(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
    text.isBeginning(range.lowerBound)
      && (range.upperBound == text.count || !text[range.upperBound].isInWord)
  }

  private static func window(around marks: [Mark], in text: [Unicode.Scalar]) -> Range<Int> {
    guard text.count > length else { return 0..<text.count }
    let first = bestStart(marks)
    var start = max(0, min(first - lead, text.count - length))
    var end = min(text.count, start + length)
    // To the next space, unless that is far.
    if start > 0, let space = text[start..<first].firstIndex(of: " ") { start = space + 1 }
    if end < text.count, let space = text[start..<end].lastIndex(of: " "), space > end - lead {
      end = space
    }
    return start..<end
  }

  /// Where the first mark stands of those after which most different words follow.
  private static func bestStart(_ marks: [Mark]) -> Int {
    var (best, bestCount) = (marks.first?.range.lowerBound ?? 0, 0)
    var counts: [Int: Int] = [:]
    var end = 0
    for mark in marks {
      while end < marks.count,
        marks[end].range.upperBound <= mark.range.lowerBound + length - lead
      {
        counts[marks[end].word, default: 0] += 1
        end += 1
      }
      if counts.count > bestCount { (best, bestCount) = (mark.range.lowerBound, counts.count) }
      if let count = counts[mark.word] { counts[mark.word] = count > 1 ? count - 1 : nil }
    }
    return best
  }
}
