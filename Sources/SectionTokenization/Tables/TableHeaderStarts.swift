// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// The first words of the headings of columns: what a line must begin with to be a table's header.
struct TableHeaderStarts: Sendable {
  /// Which tables have a heading that begins with a word.
  struct Start: Sendable {
    var isOfIndicators = false
    var isOfActivities = false
  }

  private var words = KnownTexts()
  /// By the numbers of the words; none for a word that is not known.
  private var starts = [Start()]
  /// The same for the headings of first columns, which hold names.
  private var nameStarts = [Start()]
  /// What the headings of all columns begin with.
  private var beginnings = WordBeginnings()

  /// Takes the headings of the columns of both tables.
  init(
    indicators: [([String], TableColumnRole)], activities: [([String], TableColumnRole)]
  ) {
    for (headings, role) in indicators { add(headings, role, to: \.isOfIndicators) }
    for (headings, role) in activities { add(headings, role, to: \.isOfActivities) }
  }

  private mutating func add(
    _ headings: [String], _ role: TableColumnRole, to table: WritableKeyPath<Start, Bool>
  ) {
    for heading in headings {
      let word = FoldedText(heading.spaceSeparatedWords().first ?? "")
      let number = words.add(String(decoding: word.utf8, as: UTF8.self))
      if number == starts.count {
        starts.append(Start())
        nameStarts.append(Start())
      }
      starts[number][keyPath: table] = true
      if role == .name { nameStarts[number][keyPath: table] = true }
      beginnings.insert(word.utf8)
    }
  }

  /// Whether a line may begin with a heading, told by its first bytes.
  func mayBegin(_ line: LineEdges) -> Bool { beginnings.mayBegin(line) }

  /// Whether a line may begin with a heading, told by its first bytes.
  func mayBegin(_ line: String) -> Bool { mayBegin(LineEdges(line)) }

  /// Which tables have a heading that begins with the first word of a line; `ofNamesOnly` asks for
  /// headings of first columns.
  func start(of line: String, ofNamesOnly: Bool) -> Start {
    var line = line
    return line.withUTF8 { utf8 in
      let word = UnsafeBufferPointer(rebasing: utf8[..<wordEnd(of: utf8, from: 0)])
      // A colon may stand after the word, but no full stop, which ends a sentence.
      let end = FoldedText.count(of: word)
      guard end == word.count || word[end] == UInt8(ascii: ":") else { return Start() }
      let number = words.number(of: word)
      return ofNamesOnly ? nameStarts[number] : starts[number]
    }
  }
}
