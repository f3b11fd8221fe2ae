// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Finds where the pages of a text begin when no form feed tells it.
///
/// One common extractor marks a page by one space before its first line and puts no blank line in
/// front of it. The same extractor begins the rows of a table with a space, but after a blank line.
struct PageMarkers {
  /// Indents that a page's first line has: the marker, and the marker before a table's header with
  /// its icon column.
  private static let indents = 1.0...3.0
  /// A page has more lines than this; text laid out with spaces has indented lines everywhere.
  private static let linesPerMarker = 8

  /// Sets the page of every line, and takes the marker out of the indent.
  ///
  /// - Returns: The number of pages.
  func numberPages(of lines: inout [SourceLine], formFeedCount: Int) -> Int {
    if formFeedCount > 0 { return lines[lines.count - 1].position.page }
    let starts = lines.indices.filter { index in
      lines[index].xMin >= 1 && lines[index].blankLinesAbove == 0 && index > 0
    }
    let marked = starts.filter { Self.indents.contains(lines[$0].xMin) }
    guard marked.count * 10 >= starts.count * 9, !marked.isEmpty,
      marked.count * Self.linesPerMarker <= lines.count
    else { return 1 }
    var page = 1
    var next = 0
    if lines[0].xMin == 1 { removeMarker(from: &lines[0]) }
    for index in lines.indices {
      if next < marked.count, marked[next] == index {
        next += 1
        page += 1
        lines[index].startsPage = true
        removeMarker(from: &lines[index])
      }
      lines[index].position.page = page
    }
    return page
  }

  private func removeMarker(from line: inout SourceLine) {
    line.xMin -= 1
    line.xMax -= 1
    for index in line.words.indices {
      line.words[index].xMin -= 1
      line.words[index].xMax -= 1
    }
  }
}
