// SPDX-License-Identifier: GPL-2.0-or-later

internal import CommandLineSupport
internal import PlanArchive
internal import PlanExport

/// The plans of an archive, written out.
struct PlanListing {
  let plans: [ArchivedPlan]

  /// A line a plan; nothing that the archive holds can steer the terminal.
  func text(usesColour: Bool) -> String {
    let style = TerminalStyle(usesColour: usesColour)
    return plans.map { plan in
      let counts = [
        Self.count(plan.goalCount, "goal"), Self.count(plan.indicatorCount, "indicator"),
        Self.count(plan.activityCount, "activity", plural: "activities"),
      ].joined(separator: ", ")
      let name = style.bold(Console.withoutControls(plan.name))
      let file = Console.withoutControls(plan.path)
      return "\(name)  \(counts)  \(style.dim(file))\n"
    }.joined()
  }

  /// An array with an object a plan.
  var json: [UInt8] {
    var writer = JSONByteWriter(style: .indented)
    writer.array(plans) { json, plan in
      json.object { json in
        json.member("activities", plan.activityCount)
        json.member("file", plan.file)
        json.member("goals", plan.goalCount)
        json.member("id", Int(plan.id))
        json.member("indicators", plan.indicatorCount)
        json.member("name", plan.name)
        json.member("path", plan.path)
        json.member("sha256", plan.sourceDigest)
        json.member("unit", plan.unit)
        json.member("year", plan.year)
      }
    }
    writer.endLine()
    return writer.bytes
  }

  /// A row a plan.
  func csv(_ dialect: CSVDialect) -> [UInt8] {
    let table = CSVRecordExporter<ArchivedPlan>(
      columns: [
        .init("name", "Plan", .text) { .text($0.name) },
        .init("unit", "Enhet", .text) { CellValue(text: $0.unit) },
        .init("year", "År", .integer) { CellValue(integer: $0.year) },
        .init("goals", "Mål", .integer) { .integer($0.goalCount) },
        .init("indicators", "Indikatorer", .integer) { .integer($0.indicatorCount) },
        .init("activities", "Aktiviteter", .integer) { .integer($0.activityCount) },
        .init("file", "Fil", .text) { .text($0.file) },
        .init("path", "Sökväg", .text) { .text($0.path) },
        .init("sha256", "SHA-256", .text) { .text($0.sourceDigest) },
        .init("id", "Id", .integer) { .integer(Int($0.id)) },
      ], dialect: dialect)
    return table.header + table.rows(plans)
  }

  private static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(plural ?? noun + "s")"
  }
}
