// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel

/// Why a file of decisions cannot be used.
package struct DecisionTableError: Error, Sendable, Hashable {
  /// The line that the row begins on, counted from 1.
  package let lineNumber: Int
  /// The fact, a clause.
  package let fact: String
}

/// Reads what a person decided from CSV (RFC 4180), with commas or, as Swedish Excel writes it,
/// semicolons.
///
/// The first row names the columns, in any order: `level`, `old_id`, `new_id` and `decision` (`same`
/// or `different`), and where one file settles several comparisons also `old_file` and `new_file`.
package enum DecisionTable {
  private static let required = ["level", "old_id", "new_id", "decision"]

  /// The decisions in the bytes of a file, in its order.
  package static func decisions(
    from bytes: [UInt8]
  ) throws(DecisionTableError) -> [AlignmentDecision] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DecisionTableError(lineNumber: 1, fact: "the file is not UTF-8")
    }
    var rows = try CSVRows(text).rows()
    guard let header = rows.first else {
      throw DecisionTableError(lineNumber: 1, fact: "the file is empty")
    }
    let names = header.cells.map { $0.lowercased() }
    if let missing = required.first(where: { !names.contains($0) }) {
      throw DecisionTableError(
        lineNumber: header.lineNumber, fact: "the column “\(missing)” is missing")
    }
    rows.removeFirst()
    var decisions: [AlignmentDecision] = []
    for row in rows where row.cells.contains(where: { !$0.isEmpty }) {
      decisions.append(try decision(row, names))
    }
    return decisions
  }

  private static func decision(
    _ row: CSVRows.Row, _ names: [String]
  ) throws(DecisionTableError) -> AlignmentDecision {
    func cell(_ name: String) -> String {
      guard let place = names.firstIndex(of: name), place < row.cells.count else { return "" }
      return row.cells[place]
    }
    func failure(_ fact: String) -> DecisionTableError {
      DecisionTableError(lineNumber: row.lineNumber, fact: fact)
    }
    guard let level = GoalLevel(rawValue: cell("level").lowercased()) else {
      throw failure("“\(cell("level"))” is no level; use direction, area, committee or unit")
    }
    let isSame: Bool
    switch cell("decision").lowercased() {
    case "same": isSame = true
    case "different": isSame = false
    default: throw failure("“\(cell("decision"))” is no decision; use same or different")
    }
    guard !cell("old_id").isEmpty, !cell("new_id").isEmpty else {
      throw failure("a goal's id is missing")
    }
    return AlignmentDecision(
      level: level, oldID: cell("old_id"), newID: cell("new_id"), isSame: isSame,
      oldFileName: cell("old_file").isEmpty ? nil : cell("old_file"),
      newFileName: cell("new_file").isEmpty ? nil : cell("new_file"))
  }
}

/// The rows of a CSV text.
private struct CSVRows {
  struct Row {
    var lineNumber: Int
    var cells: [String]
  }

  private let scalars: [Unicode.Scalar]
  private let separator: Unicode.Scalar

  init(_ text: String) {
    var scalars = Array(text.unicodeScalars)
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    self.scalars = scalars
    let header = scalars.prefix { $0 != "\n" && $0 != "\r" }
    separator = header.contains(";") ? ";" : ","
  }

  func rows() throws(DecisionTableError) -> [Row] {
    var rows: [Row] = []
    var row = Row(lineNumber: 1, cells: [])
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var lineNumber = 1
    var index = 0
    func endCell() { row.cells.append(Self.trimmed(String(cell))) }
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      index += 1
      if scalar == "\n" { lineNumber += 1 }
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        cell.append("\"")
        index += 1
      case "\"" where isQuoted || cell.isEmpty:
        isQuoted.toggle()
      case separator where !isQuoted:
        endCell()
        cell = .init()
      case "\n" where !isQuoted:
        endCell()
        rows.append(row)
        row = Row(lineNumber: lineNumber, cells: [])
        cell = .init()
      case "\r" where !isQuoted && (next == "\n" || next == nil):
        break
      default: cell.append(scalar)
      }
    }
    guard !isQuoted else {
      throw DecisionTableError(
        lineNumber: row.lineNumber, fact: "a quotation mark is opened and never closed")
    }
    if !cell.isEmpty || !row.cells.isEmpty {
      endCell()
      rows.append(row)
    }
    return rows
  }

  private static func trimmed(_ text: String) -> String {
    let visible = text.drop { $0.isWhitespace }
    return String(visible.reversed().drop { $0.isWhitespace }.reversed())
  }
}
