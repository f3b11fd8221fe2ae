// SPDX-License-Identifier: GPL-2.0-or-later

internal import CommandLineSupport
internal import PlanArchive
internal import PlanExport

/// The hits of a search, written out.
struct HitListing {
  let hits: [SearchHit]

  /// Two lines a hit: where it stands, and the words around it.
  ///
  /// What was searched for is in colour, or else in angle quotes.
  func text(usesColour: Bool) -> String {
    let style = TerminalStyle(usesColour: usesColour)
    return hits.map { hit in
      var place = style.bold(clean(hit.plan)) + ", p. \(hit.page)"
      if let goal = hit.goal {
        let number = goal.number.map { clean($0) + " " } ?? ""
        place += style.dim(", \(clean(goal.level)) goal ") + number + clean(goal.title)
      }
      if hit.table == .sections { place += style.dim(", section ") + clean(hit.heading ?? "") }
      let excerpt = hit.excerpt.parts.map { part in
        let text = clean(part.text)
        guard part.isHit else { return text }
        return usesColour ? style.paint(text, "1;4") : "«\(text)»"
      }.joined()
      return "\(place)\n    \(excerpt)\n"
    }.joined()
  }

  /// An array with an object a hit.
  var json: [UInt8] {
    var writer = JSONByteWriter(style: .indented)
    writer.array(hits) { json, hit in
      json.object { json in
        json.member("excerpt", hit.excerpt.parts) { json, part in
          json.object { json in
            json.member("isHit", part.isHit)
            json.member("text", part.text)
          }
        }
        json.member("file", hit.file)
        json.key("goal")
        if let goal = hit.goal { Self.write(goal, to: &json) } else { json.null() }
        json.member("heading", hit.heading)
        json.member("isWholeWord", hit.isWholeWord)
        json.member("kind", hit.table.kind)
        json.member("page", hit.page)
        json.member("plan", hit.plan)
        json.member("unit", hit.unit)
        json.member("year", hit.year)
      }
    }
    writer.endLine()
    return writer.bytes
  }

  private static func write(_ goal: SearchHit.Goal, to json: inout JSONByteWriter) {
    json.object { json in
      json.member("level", goal.level)
      json.member("number", goal.number)
      json.member("title", goal.title)
    }
  }

  /// A row a hit; what was searched for stands in angle quotes.
  func csv(_ dialect: CSVDialect) -> [UInt8] {
    let table = CSVRecordExporter<SearchHit>(
      columns: [
        .init("plan", "Plan", .text) { .text($0.plan) },
        .init("unit", "Enhet", .text) { CellValue(text: $0.unit) },
        .init("year", "År", .integer) { CellValue(integer: $0.year) },
        .init("file", "Fil", .text) { .text($0.file) },
        .init("page", "Sida", .integer) { .integer($0.page) },
        .init("kind", "Slag", .text) { .text($0.table.kind) },
        .init("whole_word", "Helt ord", .integer) { .integer($0.isWholeWord ? 1 : 0) },
        .init("level", "Målnivå", .text) { CellValue(text: $0.goal?.level) },
        .init("number", "Nr", .text) { CellValue(text: $0.goal?.number) },
        .init("title", "Mål", .text) { CellValue(text: $0.goal?.title) },
        .init("heading", "Rubrik", .text) { CellValue(text: $0.heading) },
        .init("excerpt", "Utdrag", .text) { .text($0.excerpt.text(before: "«", after: "»")) },
      ], dialect: dialect)
    return table.header + table.rows(hits)
  }

  private func clean(_ text: String) -> String { Console.withoutControls(text) }
}

extension SearchedTable {
  /// What one row of the table is.
  fileprivate var kind: String {
    switch self {
    case .goals: "goal"
    case .indicators: "indicator"
    case .activities: "activity"
    case .sections: "section"
    }
  }
}
