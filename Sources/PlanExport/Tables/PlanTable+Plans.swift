// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

/// How much a plan holds of what the other tables list.
struct PlanCounts: Sendable {
  private(set) var goals: [GoalLevel: Int] = [:]
  private(set) var sections = 0
  private(set) var expectedResults = 0
  private(set) var indicators = 0
  private(set) var activities = 0
  private(set) var diagnostics: [Diagnostic.Severity: Int] = [:]

  init(of plan: PlanDocument) {
    for goal in plan.goalChains().compactMap(\.goal) {
      goals[goal.level, default: 0] += 1
      sections += Self.count(goal.sections)
      expectedResults += goal.expectedResults().count
      indicators += goal.indicators.count
      activities += goal.activities.count
    }
    sections += Self.count(plan.introduction) + Self.count(plan.closing)
    for diagnostic in plan.diagnostics { diagnostics[diagnostic.severity, default: 0] += 1 }
  }

  private static func count(_ sections: [Section]) -> Int {
    sections.reduce(0) { $0 + 1 + count($1.sections) }
  }
}

extension PlanTable {
  /// One row a plan.
  static let plans = PlanTable(planColumns) { plan in
    [PlacedItem(item: PlanCounts(of: plan))]
  }

  private static var planColumns: [PlanTableCells<PlanCounts>] {
    [PlanTableCells<PlanCounts>.plan, facts, source, counts, accounting].flatMap { $0 }
  }

  private static var facts: [PlanTableCells<PlanCounts>] {
    [
      .text("document_type", "Dokumenttyp") { $0.plan.plan.documentType },
      .text("title", "Titel") { $0.plan.plan.title },
      .text("committee", "Nämnd") { $0.plan.plan.committee },
      .text("municipality", "Kommun") { $0.plan.plan.municipality },
      .text("diary_number", "Diarienummer") { $0.plan.plan.diaryNumber },
      .date("date", "Datum") { $0.plan.plan.date },
    ]
  }

  private static var source: [PlanTableCells<PlanCounts>] {
    [
      .text("sha256", "SHA-256") { $0.plan.source.sha256 },
      .text("media_type", "Filtyp") { $0.plan.source.mediaType },
      .integer("byte_count", "Storlek i byte") { $0.plan.source.byteCount },
      .integer("page_count", "Antal sidor") { $0.plan.source.pageCount },
      .text("source_title", "Filens titel") { $0.plan.source.metadata.title },
      .text("source_producer", "PDF-program") { $0.plan.source.metadata.producer },
      .text("source_creator", "Skrivprogram") { $0.plan.source.metadata.creator },
      .text("source_creation_date", "Filen skapad") { $0.plan.source.metadata.creationDate },
      .text("schema_version", "Schemaversion") { $0.plan.schemaVersion },
      .text("generator_name", "Omvandlat av") { $0.plan.generator.name },
      .text("generator_version", "Omvandlarens version") { $0.plan.generator.version },
    ]
  }

  private static var counts: [PlanTableCells<PlanCounts>] {
    [
      .integer("direction_goals", "Antal inriktningsmål") { $0.item.goals[.direction, default: 0] },
      .integer("area_goals", "Antal mål för verksamhetsområdet") {
        $0.item.goals[.area, default: 0]
      },
      .integer("committee_goals", "Antal nämndmål") { $0.item.goals[.committee, default: 0] },
      .integer("unit_goals", "Antal enhetsmål") { $0.item.goals[.unit, default: 0] },
      .integer("sections", "Antal avsnitt") { $0.item.sections },
      .integer("expected_results", "Antal förväntade resultat") { $0.item.expectedResults },
      .integer("indicators", "Antal indikatorer") { $0.item.indicators },
      .integer("activities", "Antal aktiviteter") { $0.item.activities },
      .integer("infos", "Antal upplysningar") { $0.item.diagnostics[.info, default: 0] },
      .integer("warnings", "Antal varningar") { $0.item.diagnostics[.warning, default: 0] },
      .integer("errors", "Antal fel") { $0.item.diagnostics[.error, default: 0] },
    ]
  }

  private static var accounting: [PlanTableCells<PlanCounts>] {
    [
      .integer("source_words", "Ord i källan") { $0.plan.accounting.sourceWords },
      .integer("plan_words", "Ord i planen") { $0.plan.accounting.planWords },
      .integer("cover_words", "Ord på försättsbladet") { $0.plan.accounting.coverWords },
      .integer("contents_words", "Ord i innehållsförteckningen") {
        $0.plan.accounting.contentsWords
      },
      .integer("furniture_words", "Ord i sidhuvud och sidfot") {
        $0.plan.accounting.furnitureWords
      },
      .integer("unaccounted_words", "Ord utan plats") { $0.plan.accounting.unaccountedWords },
    ]
  }
}
