// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Ranks the headings of the introduction and the closing by how they are set.
///
/// Known chapter headings ("Inledning", "Övrigt") have depth 1. The others get the rank of their
/// size and weight among the headings below that; without looks all of them have depth 2.
struct HeadingDepths {
  private struct Style: Equatable {
    let size: Double
    let isBold: Bool
    let isItalic: Bool

    init(_ look: LineLook) {
      size = (look.fontSize * 2).rounded() / 2
      isBold = look.isBold
      isItalic = look.isItalic
    }

    /// Larger before smaller, bold before regular, upright before italic.
    func isAbove(_ other: Style) -> Bool {
      if size != other.size { return size > other.size }
      if isBold != other.isBold { return isBold }
      return !isItalic && other.isItalic
    }
  }

  func assign(in tokens: inout [SectionTokenKind], lines: [SourceLine], index: VocabularyIndex) {
    var chapter: Style?
    var styles: [Style] = []
    for (line, token) in zip(lines, tokens) {
      guard case .heading = token, let look = line.look else { continue }
      if isChapter(line.text, index), chapter.map({ Style(look).isAbove($0) }) ?? true {
        chapter = Style(look)
      }
      if !styles.contains(Style(look)) { styles.append(Style(look)) }
    }
    let ranked = styles.filter { style in chapter.map { $0.isAbove(style) } ?? true }
      .sorted { $0.isAbove($1) }
    for line in tokens.indices {
      guard case .heading = tokens[line] else { continue }
      if isChapter(lines[line].text, index) { continue }
      let rank = lines[line].look.flatMap { ranked.firstIndex(of: Style($0)) }
      let isAtTop = lines[line].look != nil && rank == nil
      let base = chapter == nil && lines[line].look != nil ? 1 : 2
      tokens[line] = .heading(depth: isAtTop ? 1 : base + (rank ?? 0))
    }
  }

  private func isChapter(_ text: String, _ index: VocabularyIndex) -> Bool {
    switch index.headingMeaning(of: text) ?? index.meaningAfterNumber(of: text)?.0 {
    case .introduction?, .closing?: true
    default: false
    }
  }
}
