// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// The pages of a text whose pages nothing parts, by the counters printed on them.
struct PrintedPageNumbers {
  let index: VocabularyIndex

  /// Gives lines the numbers of their pages, where most pages have a counter and the text's own marks
  /// do not tell as many; leaves them as they are elsewhere.
  ///
  /// A foot goes with the head below it, since only their counter tells where a page ends.
  func number(_ document: inout SourceDocument, _ edges: [LineEdges], furniture: [Bool]) {
    guard document.lines.first?.look == nil else { return }
    var counters: [(line: Int, counter: PageCounter)] = []
    for line in document.lines.indices
    where furniture[line] && index.pageCounter.mayBe(edges[line]) {
      if let counter = index.pageCounter.counter(in: document.lines[line].text) {
        counters.append((line, counter))
      }
    }
    guard let last = counters.last, PageCounter.countPages(counters.map(\.counter)),
      counters.count * 2 >= last.counter.total, document.pageCount < last.counter.page
    else { return }
    let areInHeads = furniture[last.line...].contains(false)
    let blockStarts = counters.map { blockStart(of: $0.line, furniture) }
    var next = 0
    var page = areInHeads ? max(counters[0].counter.page - 1, 1) : counters[0].counter.page
    for line in document.lines.indices {
      if next < counters.count, line == blockStarts[next] {
        if areInHeads { page = counters[next].counter.page }
        next += 1
      } else if !areInHeads, next > 0, next < counters.count, !furniture[line] {
        page = counters[next].counter.page
      }
      document.lines[line].position.page = page
    }
    document.pageCount = last.counter.total
  }

  /// The first of the lines of furniture above a counter, or the counter.
  private func blockStart(of counter: Int, _ furniture: [Bool]) -> Int {
    (furniture[..<counter].lastIndex(of: false) ?? -1) + 1
  }
}
