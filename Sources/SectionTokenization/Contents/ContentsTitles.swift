// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// The headings that the printed table of contents lists.
///
/// In a text without looks nothing else tells a heading that wraps from running text, and one that no
/// vocabulary has from the text of the last goal.
struct ContentsTitles {
  private var titles: Set<FoldedText> = []
  /// Their lengths in bytes: few lines have one of them.
  private var lengths: Set<Int> = []

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
      let title = FoldedText(text.utf8Slice(0..<EntryEnd(text, missingPages).textEnd))
      titles.insert(title)
      lengths.insert(title.utf8.count)
    }
  }

  var isEmpty: Bool { titles.isEmpty }

  /// How many of the first lines are together a heading that the contents list; 0 where none are.
  func lineCount(of lines: some Collection<SourceLine>) -> Int {
    var count = 0
    var length = 0
    for (index, line) in lines.prefix(Self.lineLimit).enumerated() {
      let compared = line.text.withUTF8Bytes(FoldedText.count)
      if lengths.contains(length + compared),
        titles.contains(FoldedText(lines.prefix(index + 1).map(\.text).joined(separator: " ")))
      {
        count = index + 1
      }
      length += line.text.utf8.count + 1
    }
    return count
  }
}
