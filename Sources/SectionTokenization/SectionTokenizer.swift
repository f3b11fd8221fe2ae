// SPDX-License-Identifier: GPL-2.0-or-later

public import SourceText

/// Says of each printed line what it is, by the vocabulary, the look and the place of the line.
///
/// A pure function of its input: no files, no clock, no state between documents. Every line gets
/// exactly one token. Cost is linear in the number of lines.
public struct SectionTokenizer: Sendable {
  let index: VocabularyIndex

  /// Creates a tokenizer that knows the words of a vocabulary.
  public init(_ index: VocabularyIndex) {
    self.index = index
  }

  /// The tokens of a document, one for each line.
  public func tokens(from document: consuming SourceDocument) -> TokenizedDocument {
    // Taken over, since lines are changed, and they would all be copied first.
    var document = document
    let detector = FurnitureDetector(index: index)
    var edges = document.lines.map { LineEdges($0.text) }
    var furniture = detector.furniture(in: document.lines, edges)
    GluedFurniture(index: index).split(&document.lines, furniture: &furniture)
    if edges.count < document.lines.count { edges = document.lines.map { LineEdges($0.text) } }
    PrintedPageNumbers(index: index).number(&document, edges, furniture: furniture)
    forgetBlankLinesAtPageBreaks(in: &document.lines, furniture: furniture)
    var machine = TokenizingMachine(
      index: index, document: document, edges: edges, furniture: furniture,
      layout: DocumentLayout(
        of: document.lines, pageHeights: document.pageHeights, furniture: furniture,
        rows: tableRows(in: document.lines, edges, furniture: furniture),
        suspendedWords: index.vocabulary.suspendedHyphenWords))
    machine.run()
    HeadingDepths().assign(in: &machine.tokens, lines: document.lines, index: index)
    return TokenizedDocument(
      document: document, tokens: machine.tokens, tables: machine.tables, layout: machine.layout,
      closingStart: machine.closingStart, diagnostics: UnreadTables(machine: machine).diagnostics)
  }

  /// Which lines of a PDF stand below the header of a table and above the next part of a plan.
  ///
  /// Cells are often set in smaller type than running text.
  private func tableRows(
    in lines: [SourceLine], _ edges: [LineEdges], furniture: [Bool]
  ) -> [Bool] {
    var rows = [Bool](repeating: false, count: lines.count)
    guard lines.first?.look != nil else { return rows }
    var isInTable = false
    /// The line of the latest header; most plans have the same one over all tables of a kind.
    var header: Int?
    for line in lines.indices where !furniture[line] {
      let repeatsHeader =
        header.map { lines[$0].text == lines[line].text && lines[$0].words == lines[line].words }
        ?? false
      if repeatsHeader || index.tableHeaders.isHeader(lines[line], edges[line]) {
        isInTable = true
        header = line
      } else if isInTable {
        isInTable =
          index.headingMeaning(of: lines[line].text) == nil
          && (!index.goalLabels.mayBegin(edges[line])
            || index.goalLabels.label(in: lines[line].text) == nil)
      }
      rows[line] = isInTable
    }
    return rows
  }

  /// Blank lines round a page break and its furniture say nothing of paragraphs.
  private func forgetBlankLinesAtPageBreaks(in lines: inout [SourceLine], furniture: [Bool]) {
    guard lines.first?.look == nil else { return }
    for line in lines.indices.dropFirst()
    where lines[line].blankLinesAbove > 0 && !furniture[line] {
      let isAtBreak =
        furniture[line - 1] || lines[line].position.page != lines[line - 1].position.page
      if isAtBreak { lines[line].blankLinesAbove = 0 }
    }
  }
}
