// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Names tables that were not told from text.
///
/// In a text an extractor cuts the headings and the cells of a column that is narrower than its heading,
/// and only the first column's heading stands whole. In a PDF the other headings are words that nobody
/// knows.
struct UnreadTables {
  let machine: TokenizingMachine

  /// A remark for each heading of a first column among running text, in order.
  var diagnostics: [Diagnostic] {
    guard let firstGoal = machine.labels.firstIndex(where: { $0 != nil }) else { return [] }
    let headers = machine.index.tableHeaders
    return (firstGoal..<machine.lines.count).filter { line in
      headers.mayBeginHeading(machine.edges[line]) && isText(machine.tokens[line])
        && (machine.layout.hasLooks ? isPlacedHeader(line) : isLoneHeading(line))
    }.map { line in
      let advice = machine.layout.hasLooks ? "" : ", or give the PDF"
      return Diagnostic(
        "table-not-read", .warning, at: machine.lines[line].position,
        "“\(machine.lines[line].text.prefix(60))” seems to head a table whose other headings were not "
          + "found, and its cells stand as text; compare with the page\(advice).")
    }
  }

  private func isPlacedHeader(_ line: Int) -> Bool {
    let source = machine.lines[line]
    let next = source.words.indices.dropFirst().first { machine.isWideGap(before: $0, of: source) }
    return next.map { machine.index.tableHeaders.isNameHeading(source, wordCount: $0) } ?? false
  }

  /// "… och" "aktiviteter." ends a sentence.
  private func isLoneHeading(_ line: Int) -> Bool {
    let edges = machine.edges[line]
    return edges.count <= TableHeaderReader.longestNameHeading && !edges.startsWithSmallLetter
      && edges.last != UInt8(ascii: ".")
      && machine.index.tableHeaders.kindOfNameHeading(machine.lines[line]) != nil
      && !isAboveList(line)
  }

  private func isText(_ token: SectionTokenKind) -> Bool {
    switch token {
    case .goalTitle, .heading, .headingContinuation, .freeTableRow, .paragraph, .continuation: true
    default: false
    }
  }

  /// Whether the heading is that of a list, as plans without tables have it.
  private func isAboveList(_ line: Int) -> Bool {
    guard let next = machine.nextLine(after: line), case .listItem = machine.tokens[next] else {
      return false
    }
    return true
  }
}
