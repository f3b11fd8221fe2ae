// SPDX-License-Identifier: GPL-2.0-or-later

internal import GRDB
internal import PlanModel

/// Names plans so that a person can tell them apart and name them again.
enum PlanNaming {
  /// Longer than the names of units and years, and short enough for a line.
  private static let greatestLength = 120

  /// Unit and year, or else the title, or else the path; where that is taken, with the path behind
  /// it, and where that is taken too, with a number.
  static func name(for new: NewPlan, in db: Database) throws -> String {
    let facts = new.plan.plan
    let place = line(new.path)
    let name: String
    if let unit = facts.unit, !unit.isEmpty, let year = facts.year {
      name = "\(line(unit)) \(year)"
    } else {
      name = facts.title.map(line).flatMap { $0.isEmpty ? nil : $0 } ?? place
    }
    if try isFree(name, db) { return name }
    let full = name == place ? name : "\(name) (\(place))"
    if name != place, try isFree(full, db) { return full }
    var number = 2
    while try !isFree("\(full) \(number)", db) { number += 1 }
    return "\(full) \(number)"
  }

  private static func isFree(_ name: String, _ db: Database) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM plans WHERE name = ?")
    return try Int.fetchOne(statement, arguments: [name]) == nil
  }

  /// The text on one line, and cut where it is long.
  private static func line(_ text: String) -> String {
    let words = ArchivedText.searchable(text).split { $0.isWhitespace || $0.isNewline }
    let line = words.joined(separator: " ")
    return line.count > greatestLength ? line.prefix(greatestLength) + "…" : line
  }
}
