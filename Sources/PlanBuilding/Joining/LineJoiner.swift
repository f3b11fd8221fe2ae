// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Joins printed lines into running text, and words that were cut at line ends.
struct LineJoiner {
  let words: HyphenEvidence
  /// Whether the lines stand in a cell, which may be narrower than a word.
  private let isCell: Bool
  private(set) var text = ""
  private var endsInsideWord = false

  init(words: HyphenEvidence, isCell: Bool = false) {
    self.words = words
    self.isCell = isCell
  }

  var isEmpty: Bool { text.isEmpty }

  /// Adds a line, or the part of it that belongs to the text.
  mutating func append(_ part: some StringProtocol, endsInsideWord endsInside: Bool = false) {
    defer { endsInsideWord = endsInside }
    guard !part.isEmpty else { return }
    guard !text.isEmpty else {
      text = String(part)
      return
    }
    if endsInsideWord {
      text.append(contentsOf: part)
      return
    }
    switch words.joint(between: text, and: part) {
    case .space:
      if !isCell || !words.isCutInCell(text, part) { text.append(" ") }
    case .nothing:
      break
    case .dropHyphen:
      text.unicodeScalars.removeLast()
    }
    text.append(contentsOf: part)
  }

  /// Takes the text and begins anew.
  mutating func take() -> String {
    defer { text = "" }
    endsInsideWord = false
    return text
  }
}
