// SPDX-License-Identifier: GPL-2.0-or-later

internal import SectionTokenization
internal import SourceText

/// Reads a table that has no known header, such as a budget, cell by cell.
struct FreeTableReader {
  private struct Cell {
    var text: String
    var xMin: Double
    var xMax: Double
  }

  /// The header row, empty since none is told from the rows, and the rows, all of one width.
  func table(of lines: [SourceLine]) -> (columns: [String], rows: [[String]]) {
    if lines.contains(where: \.words.isEmpty) {
      let rows = lines.map(plainCells)
      let width = rows.map(\.count).max() ?? 0
      return ([], rows.map { $0 + [String](repeating: "", count: width - $0.count) })
    }
    let rows = lines.map(placedCells)
    guard let widest = rows.max(by: { $0.count < $1.count }) else { return ([], []) }
    return ([], rows.map { aligned($0, to: widest) })
  }

  /// Puts the cells of a row under those of the row that has most, each under the nearest.
  private func aligned(_ row: [Cell], to widest: [Cell]) -> [String] {
    var cells = [String](repeating: "", count: widest.count)
    for cell in row {
      let column = widest.indices.min {
        distance(cell, widest[$0]) < distance(cell, widest[$1])
      }
      guard let column else { continue }
      cells[column] += (cells[column].isEmpty ? "" : " ") + cell.text
    }
    return cells
  }

  private func distance(_ one: Cell, _ other: Cell) -> Double {
    let gap = max(0, one.xMin - other.xMax, other.xMin - one.xMax)
    // Cells that overlap with two columns belong where their middles are nearest.
    return gap * 1_000 + abs(one.xMin + one.xMax - other.xMin - other.xMax)
  }

  /// Whether a line ends in two numbers, as rows do and headings of columns do not.
  static func isRowOfNumbers(_ line: SourceLine) -> Bool {
    let words = line.text.spaceSeparatedWords()
    return words.count > 2
      && words.suffix(2).allSatisfy { word in
        word.utf8.contains(where: isDigit) && !word.utf8.contains { $0 >= 0x41 }
      }
  }

  /// Without places: the words before the numbers at the end, and each number.
  private func plainCells(of line: SourceLine) -> [String] {
    let words = line.text.spaceSeparatedWords()
    let numbers = words.reversed().prefix { word in
      !word.utf8.contains { $0 >= 0x41 && $0 < 0x80 }
    }.reversed()
    guard numbers.count >= 2, numbers.count < words.count else { return [line.text] }
    return [words.dropLast(numbers.count).joined(separator: " ")] + numbers.map(String.init)
  }

  private func placedCells(of line: SourceLine) -> [Cell] {
    let gap = line.look.map { $0.fontSize * 0.6 } ?? 1.5
    var cells: [Cell] = []
    for word in line.words {
      let text = line.text.utf8Text(word.utf8Start..<word.utf8End)
      if let last = cells.last, word.xMin - last.xMax <= gap {
        cells[cells.count - 1].text += " " + text
        cells[cells.count - 1].xMax = word.xMax
      } else {
        cells.append(Cell(text: text, xMin: word.xMin, xMax: word.xMax))
      }
    }
    return cells
  }
}
