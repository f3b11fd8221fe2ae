// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Reads a table that has no known header, such as a budget, cell by cell.
struct FreeTableReader {
  /// The header row, empty where none is told from the rows, and the rows.
  func table(of lines: [SourceLine]) -> (columns: [String], rows: [[String]]) {
    let rows = lines.map(cells)
    let width = rows.map(\.count).max() ?? 0
    return ([], rows.map { $0 + [String](repeating: "", count: width - $0.count) })
  }

  /// Whether a line ends in two numbers, as rows do and headings of columns do not.
  static func isRowOfNumbers(_ line: SourceLine) -> Bool {
    let words = line.text.spaceSeparatedWords()
    return words.count > 2
      && words.suffix(2).allSatisfy { word in
        word.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } && !word.utf8.contains { $0 >= 0x41 }
      }
  }

  private func cells(of line: SourceLine) -> [String] {
    guard !line.words.isEmpty else {
      return line.text.spaceSeparatedWords().map(String.init)
    }
    let gap = line.look.map { $0.fontSize * 0.6 } ?? 1.5
    var cells: [String] = []
    var previousEnd = -Double.infinity
    for word in line.words {
      let text = String(line.text.utf8Slice(word.utf8Start..<word.utf8End))
      if word.xMin - previousEnd > gap {
        cells.append(text)
      } else {
        cells[cells.count - 1] += " " + text
      }
      previousEnd = word.xMax
    }
    return cells
  }
}
