// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Cuts a running head off the first line of a page where an extractor glued the two together.
struct GluedFurniture {
  let index: VocabularyIndex

  /// A head before its counter is shorter, in bytes.
  private static let longestHead = 80

  /// Splits such lines in two, the first of which is furniture.
  func split(_ lines: inout [SourceLine], furniture: inout [Bool]) {
    guard lines.first?.look == nil else { return }
    // Longest first, or a head that begins another one would be cut off in its place.
    let known = Set(lines.indices.filter { furniture[$0] }.map { lines[$0].text })
    let texts = known.union(headsBeforeCounters(lines, furniture)).sorted {
      ($0.utf8.count, $1) > ($1.utf8.count, $0)
    }
    var line = 0
    while line < lines.count {
      if !furniture[line], lines[line].startsPage,
        let length = gluedLength(lines[line].text, texts)
      {
        let (head, rest) = parts(of: lines[line], cutAt: length)
        lines[line] = head
        lines.insert(rest, at: line + 1)
        furniture[line] = true
        furniture.insert(false, at: line + 1)
      }
      line += 1
    }
  }

  /// What stands between the beginning of a page's first line and a page counter with more text
  /// after it: words that mark a document, or the same words on two pages.
  private func headsBeforeCounters(_ lines: [SourceLine], _ furniture: [Bool]) -> [String] {
    var pagesOfHead: [String: Int] = [:]
    for line in lines.indices where !furniture[line] && lines[line].startsPage {
      if let head = headBeforeCounter(lines[line].text) { pagesOfHead[head, default: 0] += 1 }
    }
    let marks = index.vocabulary.cover.documentMarks
    return pagesOfHead.filter { $0.value >= 2 || marks.contains($0.key) }.map(\.key)
  }

  private func headBeforeCounter(_ text: String) -> String? {
    for space in text.utf8.indices.prefix(Self.longestHead) where text.utf8[space] == 0x20 {
      let rest = text[text.utf8.index(after: space)...]
      // "5 (27)" without a word may be an amount.
      guard let first = rest.utf8.first, first > 0x39, index.pageCounter.mayBegin(with: first),
        let length = index.pageCounter.prefixLength(of: String(rest.prefix(Self.longestHead))),
        length < rest.utf8.count
      else { continue }
      return String(text[..<space])
    }
    return nil
  }

  /// The length of the furniture at the start of a text: known furniture or a page counter, in any
  /// order, with more text after it.
  private func gluedLength(_ text: String, _ known: [String]) -> Int? {
    var rest = text[...]
    var length = 0
    search: while !rest.isEmpty {
      if let counter = index.pageCounter.prefixLength(of: String(rest)),
        counter < rest.utf8.count, rest.utf8.first.map({ $0 > 0x39 }) == true || length > 0
      {
        length += counter + 1
        rest = text.utf8Slice(length..<text.utf8.count)
        continue
      }
      for candidate in known
      where candidate.utf8.first == rest.utf8.first && rest.hasPrefix(candidate + " ")
        && candidate.utf8.count > 3
      {
        length += candidate.utf8.count + 1
        rest = text.utf8Slice(length..<text.utf8.count)
        continue search
      }
      break
    }
    return length > 0 && !rest.isEmpty ? length : nil
  }

  private func parts(of line: SourceLine, cutAt length: Int) -> (SourceLine, SourceLine) {
    var head = line
    head.text = line.text.utf8Text(0..<(length - 1))
    head.words = []
    head.endsInsideWord = false
    var rest = line
    rest.text = line.text.utf8Text(length..<line.text.utf8.count)
    rest.words = []
    rest.startsPage = false
    rest.blankLinesAbove = 0
    return (head, rest)
  }
}
