// SPDX-License-Identifier: GPL-2.0-or-later

extension PlanTableColumn {
  /// The heading for people in English: "Council target value".
  package var englishHeading: String {
    let words = name.split(separator: "_").map { Self.abbreviations[String($0)] ?? String($0) }
    let heading = words.joined(separator: " ")
    return heading.prefix(1).uppercased() + heading.dropFirst()
  }

  private static let abbreviations = ["id": "ID", "sha256": "SHA-256"]

  /// What the column of a table means, in English; nil where nobody has written it.
  package func englishDescription(in table: CSVTable) -> String? {
    Self.englishDescriptions["\(table.rawValue).\(name)"] ?? Self.englishDescriptions[name]
  }

  /// By the names of columns, with the table before where it differs between tables.
  private static let englishDescriptions = [shared, plans, goals, items].reduce(into: [:]) {
    $0.merge($1) { first, _ in first }
  }

  private static let shared = [
    "plan_id": "The plan's name in this run: its JSON file without .json.",
    "file": "The name of the source file.",
    "year": "The year that the plan is for.",
    "unit": "The unit by the cover; often empty for text files, which have no cover.",
    "direction_number": "The number of the council's direction goal that the row belongs to.",
    "direction_title": "The council's direction goal (inriktningsmål) that the row belongs to.",
    "area_number": "The number of the council's goal for the operational area.",
    "area_title": "The council's goal for the operational area (mål för verksamhetsområdet).",
    "committee_number": "The number of the committee's goal.",
    "committee_title": "The committee's goal (nämndmål).",
    "unit_goal_number": "The number of the unit's goal.",
    "unit_goal_title": "The goal of the unit or department (enhetsmål, avdelningsmål).",
    "goal_id":
      "The path of the goal in its plan, such as 1/1.4/n1/e2; safe within a plan, not between years.",
    "level": "The level of the goal that the row belongs to.",
    "scope": "Whether the goal is a unit's (enhet) or a department's (avdelning); unit goals only.",
    "page": "The page of the file where it begins, counted from 1.",
    "line": "The line on the page; in a text file the line of the file.",
  ]

  private static let plans = [
    "document_type": "What the cover calls the document.",
    "plans.title": "The title on the cover.",
    "committee": "The committee by the cover.",
    "municipality": "The municipality by the cover.",
    "diary_number": "The registry's number by the cover.",
    "date": "The date on the cover.",
    "sha256": "SHA-256 of the source file: two files with the same one are the same file.",
    "media_type": "application/pdf or text/plain.",
    "byte_count": "The size of the source file in bytes.",
    "page_count": "The pages of the source file.",
    "source_title": "The title that the file itself states; often wrong.",
    "source_producer": "The program that made the PDF, by the file.",
    "source_creator": "The program that the text was written in, by the file.",
    "source_creation_date": "When the file was made, by the file.",
    "schema_version": "The version of the contents of the tables.",
    "generator_name": "The program that converted the plan.",
    "generator_version": "The version of that program.",
    "direction_goals": "Direction goals in the plan.",
    "area_goals": "Goals for the operational area in the plan.",
    "committee_goals": "Committee goals in the plan.",
    "unit_goals": "Unit goals in the plan.",
    "plans.sections": "Sections in the whole plan, sub-headings included.",
    "plans.expected_results": "Expected results in the whole plan.",
    "plans.indicators": "Rows of indicator tables in the whole plan.",
    "plans.activities": "Rows of activity tables in the whole plan.",
    "infos": "Remarks that are information.",
    "warnings": "Remarks that are warnings.",
    "errors": "Remarks that are errors.",
    "source_words": "Words in the file.",
    "plan_words": "Words that went into the plan.",
    "cover_words": "Words that went onto the cover.",
    "contents_words": "Words that went into the printed table of contents.",
    "furniture_words": "Words that went into running heads and feet.",
    "unaccounted_words": "Words that the result lacks, or has too many of; 0 where all is well.",
  ]

  private static let goals = [
    "number": "The number of the goal, digits and dots.",
    "title": "The title of the goal.",
    "label": "What stands before the title as printed, such as Enhetsmål: 1.4.1.1.",
    "goals_below": "Goals directly below.",
    "sections": "Sections of this very goal, those of goals below not counted.",
    "expected_results": "Expected results of this very goal, those of goals below not counted.",
    "indicators": "Indicators of this very goal, those of goals below not counted.",
    "activities": "Activities of this very goal, those of goals below not counted.",
  ]

  private static let items = [
    "part": "The part of the plan: introduction, under a goal, or closing.",
    "heading_path": "The headings from the outermost to this one, with > between.",
    "kind": "What the section is about; heading for any other heading, text for text before one.",
    "heading": "The heading as printed.",
    "depth": "The level of the heading in the introduction and the closing: 1, 2, 3 …",
    "sections.text": "The text of the section itself; sub-headings have rows of their own.",
    "words": "Words in the text.",
    "ordinal": "The place of the result under its goal: 1, 2, 3 …",
    "marker": "The printed marker of the list item, such as - or 1., where there is one.",
    "results.text": "The expected result.",
    "name": "The indicator.",
    "target_raw": "The unit's own target for the year (årsmål), the cell as printed.",
    "target_value": "The number in the cell: 7,2 % gives 7.2.",
    "target_unit": "What stands after the number: %, st, personer …",
    "target_comparator": comparators,
    "council_target_raw": "The council's target for the year (KF:s årsmål), the cell as printed.",
    "council_target_value": "The number in the cell.",
    "council_target_unit": "What stands after the number.",
    "council_target_comparator": comparators,
    "council_target_year": "The year in the heading of the table: KF:s årsmål 2026.",
    "period": "How often it is measured, as printed.",
    "activities.text": "The activity.",
    "start": "The date when it begins.",
    "end": "The date when it is to be done.",
    "code": "Which remark it is, a stable word.",
    "severity": "How much the remark matters.",
    "diagnostics.page": "The page; empty where it is about the whole plan.",
    "diagnostics.line": "The line; empty where it is about the whole plan or the page.",
    "message": "One sentence in English.",
  ]

  private static let comparators =
    ">= at least, <= at most, = this very number or nothing said, increase or decrease; empty where the cell is prose."
}
