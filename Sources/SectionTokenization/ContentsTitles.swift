// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// The headings that the printed table of contents lists.
///
/// In a text without looks nothing else tells a heading that wraps from running text, and one that no
/// vocabulary has from the text of the last goal.
struct ContentsTitles {
  private var titles: Set<FoldedText> = []

  /// A heading takes no more lines than this.
  static let lineLimit = 3

  /// No titles.
  init() {}

  /// The titles of the entries, without their dots and page numbers.
  init(
    _ contents: ContentsDetector.Contents, in lines: [SourceLine], furniture: [Bool],
    _ missingPages: MissingPageMarks
  ) {
    for entry in contents.entries {
      let text = ContentsDetector.text(of: entry, in: lines, furniture)
      titles.insert(FoldedText(text.utf8Slice(0..<EntryEnd(text, missingPages).textEnd)))
    }
  }

  var isEmpty: Bool { titles.isEmpty }

  /// How many of the first lines are together a heading that the contents list; 0 where none are.
  func lineCount(of lines: some Collection<SourceLine>) -> Int {
    var text = ""
    var count = 0
    for (index, line) in lines.prefix(Self.lineLimit).enumerated() {
      text += index == 0 ? line.text : " \(line.text)"
      if titles.contains(FoldedText(text)) { count = index + 1 }
    }
    return count
  }
}
