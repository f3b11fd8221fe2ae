// SPDX-License-Identifier: GPL-2.0-or-later

internal import Foundation
internal import GRDB
internal import PlanExport
internal import PlanModel
internal import SourceText

/// Writes the rows of one plan, in document order, so that their ids are in that order too.
struct PlanRowWriter {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Writes a plan, whose name must be free, and gives its number: `id`, or a new one for nil.
  func insert(_ new: NewPlan, id: Int64?, name: String) throws -> Int64 {
    let plan = new.plan
    let id = try insertPlan(new, id: id, name: name)
    try insertDocument(new.json, planID: id)
    for section in plan.introduction {
      try insert(section, SectionPlace(planID: id, part: .introduction))
    }
    for goal in plan.goals { try insert(goal, planID: id, parentID: nil) }
    for section in plan.closing {
      try insert(section, SectionPlace(planID: id, part: .closing))
    }
    for remark in plan.diagnostics {
      _ = try insert(
        "diagnostics", ["plan_id", "code", "severity", "page", "line", "message"],
        [
          id, remark.code.searchable, remark.severity.rawValue, remark.page, remark.line,
          remark.message.searchable,
        ])
    }
    return id
  }

  private func insertPlan(_ new: NewPlan, id: Int64?, name: String) throws -> Int64 {
    let (plan, facts, source) = (new.plan, new.plan.plan, new.plan.source)
    let (words, metadata) = (new.plan.accounting, new.plan.source.metadata)
    return try insert(
      "plans",
      [
        "id", "name", "year", "unit", "document_type", "title", "committee", "municipality",
        "diary_number", "date", "file", "path", "sha256", "document_sha256", "media_type",
        "byte_count", "page_count", "source_title", "source_producer", "source_creator",
        "source_creation_date", "schema_version", "generator_name", "generator_version",
        "source_words", "plan_words", "cover_words", "contents_words", "furniture_words",
        "unaccounted_words",
      ],
      [
        id, name, facts.year, facts.unit.searchable, facts.documentType.searchable,
        facts.title.searchable, facts.committee.searchable, facts.municipality.searchable,
        facts.diaryNumber.searchable, facts.date.searchable, source.fileName.searchable,
        new.path.searchable, source.sha256.searchable, new.jsonDigest,
        source.mediaType.searchable, source.byteCount, source.pageCount,
        metadata.title.searchable, metadata.producer.searchable, metadata.creator.searchable,
        metadata.creationDate.searchable, plan.schemaVersion.searchable,
        plan.generator.name.searchable, plan.generator.version.searchable, words.sourceWords,
        words.planWords, words.coverWords, words.contentsWords, words.furnitureWords,
        words.unaccountedWords,
      ])
  }

  private func insertDocument(_ json: [UInt8], planID: Int64) throws {
    guard let packed = PackedDocument.packed(json) else {
      throw ArchiveError.refused("there is no memory for a document")
    }
    _ = try insert(
      "documents", ["plan_id", "byte_count", "json_zlib"], [planID, json.count, Data(packed)])
  }

  private func insert(_ goal: Goal, planID: Int64, parentID: Int64?) throws {
    let id = try insert(
      "goals",
      [
        "plan_id", "parent_id", "path", "level", "scope", "number", "title", "label", "page",
        "line",
      ],
      [
        planID, parentID, goal.id.searchable, goal.level.rawValue, goal.scope?.rawValue,
        goal.number.searchable, goal.title.searchable, goal.label.searchable, goal.at.page,
        goal.at.line,
      ])
    for section in goal.sections {
      try insert(section, SectionPlace(planID: planID, goalID: id, part: .goal))
    }
    for result in goal.expectedResults() {
      _ = try insert(
        "results", ["plan_id", "goal_id", "ordinal", "marker", "text", "page", "line"],
        [
          planID, id, result.ordinal, result.marker.searchable, result.text.searchable,
          result.at.page, result.at.line,
        ])
    }
    for indicator in goal.indicators { try insert(indicator, planID: planID, goalID: id) }
    for activity in goal.activities {
      _ = try insert(
        "activities", ["plan_id", "goal_id", "text", "start_date", "end_date", "page", "line"],
        [
          planID, id, activity.text.searchable, activity.start.searchable,
          activity.end.searchable, activity.at.page, activity.at.line,
        ])
    }
    for below in goal.goals { try insert(below, planID: planID, parentID: id) }
  }

  private func insert(_ indicator: Indicator, planID: Int64, goalID: Int64) throws {
    let (own, council) = (indicator.target, indicator.councilTarget)
    _ = try insert(
      "indicators",
      [
        "plan_id", "goal_id", "name", "target_raw", "target_value", "target_unit",
        "target_comparator", "council_target_raw", "council_target_value",
        "council_target_unit", "council_target_comparator", "council_target_year", "period",
        "page", "line",
      ],
      [
        planID, goalID, indicator.name.searchable, (own?.raw).searchable, own?.value,
        (own?.unit).searchable, own?.comparator?.rawValue, (council?.raw).searchable,
        council?.value, (council?.unit).searchable, council?.comparator?.rawValue,
        indicator.councilTargetYear, indicator.period.searchable, indicator.at.page,
        indicator.at.line,
      ])
  }

  /// Where a section hangs.
  private struct SectionPlace {
    var planID: Int64
    var goalID: Int64?
    var part: SectionPart
    var parentID: Int64?
  }

  private func insert(_ section: Section, _ place: SectionPlace) throws {
    var below = place
    below.parentID = try insert(
      "sections",
      [
        "plan_id", "goal_id", "parent_id", "part", "kind", "heading", "depth", "text", "page",
        "line",
      ],
      [
        place.planID, place.goalID, place.parentID, place.part.rawValue, section.kind.rawValue,
        section.heading.searchable, section.depth, section.blocks.plainText.searchable,
        section.at.page, section.at.line,
      ])
    for inner in section.sections { try insert(inner, below) }
  }

  /// Writes a row.
  ///
  /// - Returns: Its number.
  private func insert(
    _ table: String, _ columns: [String], _ values: [(any DatabaseValueConvertible)?]
  ) throws -> Int64 {
    let places = values.map { _ in "?" }.joined(separator: ", ")
    let statement = try db.cachedStatement(
      sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(places))")
    try statement.execute(arguments: StatementArguments(values))
    return db.lastInsertedRowID
  }
}
