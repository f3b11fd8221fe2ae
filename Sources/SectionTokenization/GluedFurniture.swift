// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Cuts a running head off the first line of a page where an extractor glued the two together.
struct GluedFurniture {
  let index: VocabularyIndex

  /// Splits such lines in two, the first of which is furniture.
  func split(_ lines: inout [SourceLine], furniture: inout [Bool]) {
    guard lines.first?.look == nil else { return }
    // Longest first, or a head that begins another one would be cut off in its place.
    let texts = Set(lines.indices.filter { furniture[$0] }.map { lines[$0].text }).sorted {
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
    head.text = String(line.text.utf8Slice(0..<(length - 1)))
    head.words = []
    head.endsInsideWord = false
    var rest = line
    rest.text = String(line.text.utf8Slice(length..<line.text.utf8.count))
    rest.words = []
    rest.startsPage = false
    rest.blankLinesAbove = 0
    return (head, rest)
  }
}
