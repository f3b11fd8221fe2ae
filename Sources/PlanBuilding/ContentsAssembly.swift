// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SectionTokenization
internal import SourceText

/// Puts the entries of the printed table of contents together.
struct ContentsAssembly {
  private let missingPages: MissingPageMarks
  private var entries: [ContentsEntry] = []
  private var joiner: LineJoiner
  private var start: SourcePosition?

  init(words: HyphenEvidence, missingPages: MissingPageMarks) {
    self.missingPages = missingPages
    joiner = LineJoiner(words: words)
  }

  mutating func begin(_ line: SourceLine) {
    closeEntry()
    start = line.position
    joiner.append(line.text)
  }

  mutating func goOn(_ line: SourceLine) {
    joiner.append(line.text)
  }

  mutating func finish() -> [ContentsEntry] {
    closeEntry()
    return entries
  }

  private mutating func closeEntry() {
    guard let start else { return }
    self.start = nil
    let text = joiner.take()
    var end = EntryEnd(text, missingPages)
    // "004" is no number that could be printed again; it stays with the words.
    if let page = end.page, !text.hasSuffix(" \(page)"), !text.hasSuffix(".\(page)"),
      !text.hasSuffix("…\(page)"), !text.hasSuffix("_\(page)")
    {
      end.page = nil
      end.textEnd = text.utf8.count
    }
    var title = text.trimmedUTF8Text(0..<end.textEnd)
    // It is printed, so that its words are kept; it may be glued to the last one.
    if let mark = end.missingPage {
      if end.textEnd < mark.lowerBound { title += " " }
      title += text.trimmedUTF8Text(mark)
    }
    let number = title.withUTF8 { GoalNumber.leading($0, from: 0) }
    if let number {
      title = title.trimmedUTF8Text(number.utf8End..<title.utf8.count)
    }
    entries.append(
      ContentsEntry(title: title, number: number?.text, page: end.page, at: start))
  }
}
