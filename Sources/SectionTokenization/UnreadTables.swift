// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Names tables of a text that were not told from it: where a column is narrower than its heading, an
/// extractor cuts the headings and the cells, and only the first column's heading stands whole.
struct UnreadTables {
  let machine: TokenizingMachine

  /// A remark for each first column's heading that stands alone among running text, in order.
  var diagnostics: [Diagnostic] {
    guard !machine.layout.hasLooks,
      let firstGoal = machine.labels.firstIndex(where: { $0 != nil })
    else { return [] }
    let headers = machine.index.tableHeaders
    var diagnostics: [Diagnostic] = []
    for line in firstGoal..<machine.lines.count
    where mayBeHeading(machine.edges[line]) && headers.mayBeginHeading(machine.edges[line]) {
      guard isText(machine.tokens[line]),
        headers.kindOfNameHeading(machine.lines[line]) != nil, !isAboveList(line)
      else { continue }
      diagnostics.append(
        Diagnostic(
          "table-not-read", .warning, at: machine.lines[line].position,
          "“\(machine.lines[line].text)” seems to head a table whose other headings were not found, "
            + "and its cells stand as text; compare with the page, or give the PDF."))
    }
    return diagnostics
  }

  /// "… och" "aktiviteter." ends a sentence.
  private func mayBeHeading(_ edges: LineEdges) -> Bool {
    edges.count <= TableHeaderReader.longestNameHeading && !edges.startsWithSmallLetter
      && edges.last != UInt8(ascii: ".")
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
