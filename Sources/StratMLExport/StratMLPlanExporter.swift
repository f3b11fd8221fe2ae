// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanExport
package import PlanModel

/// Writes a plan as a document of the Strategy Markup Language, part 2 (schema 2.2.8 of May 2016).
///
/// The standard knows two levels, goals and objectives. The goals at the top of a plan's tree are its
/// goals, and all goals below them objectives, in document order; what it has no element for stands
/// in `OtherInformation`. docs/stratml.md has the whole mapping.
package struct StratMLPlanExporter: Sendable {
  private let sha256: @Sendable ([UInt8]) -> String

  /// Creates an exporter.
  ///
  /// - Parameter sha256: SHA-256 of bytes, 64 lower-case hexadecimal digits.
  package init(sha256: @escaping @Sendable ([UInt8]) -> String) {
    self.sha256 = sha256
  }

  /// The document, or nil for a plan without a goal, which the standard does not know.
  package func bytes(for plan: PlanDocument) -> [UInt8]? {
    guard !plan.goals.isEmpty else { return nil }
    let identifiers = StratMLIdentifiers(sourceDigest: plan.source.sha256, sha256: sha256)
    var xml = XMLWriter()
    let attributes: [(StaticString, StaticString)] = [
      ("xmlns", "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"),
      ("Type", "Performance_Plan"),
    ]
    xml.element("PerformancePlanOrReport", attributes) { xml in
      xml.text("Name", plan.plan.title ?? plan.source.fileName)
      xml.text("Description", plan.plan.documentType)
      xml.text("OtherInformation", Self.notes(on: plan).text)
      xml.element("StrategicPlanCore") { xml in
        xml.writeOrganization(plan.plan, identifiers)
        let year = plan.plan.year
        for goal in plan.goals { xml.write(goal, year: year, identifiers) }
      }
      xml.writeAdministration(of: plan, identifiers)
    }
    return xml.bytes
  }

  private static func notes(on plan: PlanDocument) -> StratMLNotes {
    var notes = StratMLNotes()
    notes.add("file", plan.source.fileName)
    notes.add("sha256", plan.source.sha256)
    notes.add("page_count", plan.source.pageCount)
    notes.add("year", plan.plan.year)
    notes.add("date", plan.plan.date)
    notes.add("diary_number", plan.plan.diaryNumber)
    notes.add("generator_name", plan.generator.name)
    notes.add("generator_version", plan.generator.version)
    notes.add(plan.introduction + plan.closing)
    return notes
  }
}

extension XMLWriter {
  fileprivate mutating func writeOrganization(
    _ facts: PlanFacts, _ identifiers: StratMLIdentifiers
  ) {
    let above = [facts.committee, facts.municipality].compactMap { $0 }
    guard facts.unit != nil || !above.isEmpty else { return }
    element("Organization") { xml in
      xml.text("Name", facts.unit)
      xml.text("Identifier", identifiers.identifier(of: "organization"))
      for name in above {
        xml.element("Stakeholder", [("StakeholderTypeType", "Organization")]) {
          $0.text("Name", name)
        }
      }
    }
  }

  /// A plan is for a calendar year, as the budgets of Swedish municipalities are.
  fileprivate mutating func writeAdministration(
    of plan: PlanDocument, _ identifiers: StratMLIdentifiers
  ) {
    element("AdministrativeInformation") { xml in
      xml.text("Identifier", identifiers.identifier(of: "plan"))
      xml.writeDates(of: plan.plan.year)
      xml.text("PublicationDate", plan.plan.date.flatMap(Self.day))
    }
  }

  /// The first and the last day of a year; a year that no date can have writes nothing.
  mutating func writeDates(of year: Int?) {
    guard let year, (1000...9999).contains(year) else { return }
    text("StartDate", "\(year)-01-01")
    text("EndDate", "\(year)-12-31")
  }

  /// A date that is a day of the calendar; nil for another.
  static func day(_ date: String) -> String? {
    CalendarDay(date) == nil ? nil : date
  }
}
