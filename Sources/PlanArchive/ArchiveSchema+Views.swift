// SPDX-License-Identifier: GPL-2.0-or-later

extension ArchiveSchema {
  /// Answers to the questions that are asked most.
  static let views: [String] = [
    """
    CREATE VIEW plan_counts AS
    SELECT plans.id AS plan_id, plans.name, plans.year, plans.unit, plans.file,
      (SELECT count(*) FROM goals WHERE plan_id = plans.id AND level = 'direction') AS direction_goals,
      (SELECT count(*) FROM goals WHERE plan_id = plans.id AND level = 'area') AS area_goals,
      (SELECT count(*) FROM goals WHERE plan_id = plans.id AND level = 'committee') AS committee_goals,
      (SELECT count(*) FROM goals WHERE plan_id = plans.id AND level = 'unit') AS unit_goals,
      (SELECT count(*) FROM sections WHERE plan_id = plans.id) AS sections,
      (SELECT count(*) FROM results WHERE plan_id = plans.id) AS expected_results,
      (SELECT count(*) FROM indicators WHERE plan_id = plans.id) AS indicators,
      (SELECT count(*) FROM activities WHERE plan_id = plans.id) AS activities,
      (SELECT count(*) FROM diagnostics WHERE plan_id = plans.id AND severity = 'info') AS infos,
      (SELECT count(*) FROM diagnostics WHERE plan_id = plans.id AND severity = 'warning') AS warnings,
      (SELECT count(*) FROM diagnostics WHERE plan_id = plans.id AND severity = 'error') AS errors
    FROM plans
    """,
    """
    CREATE VIEW goals_of_units AS
    SELECT goals.id AS goal_id, plans.id AS plan_id, plans.unit, plans.year,
      CASE 'direction' WHEN g1.level THEN g1.title WHEN g2.level THEN g2.title
        WHEN g3.level THEN g3.title END AS direction_title,
      CASE 'area' WHEN g1.level THEN g1.title WHEN g2.level THEN g2.title
        WHEN g3.level THEN g3.title END AS area_title,
      CASE 'committee' WHEN g1.level THEN g1.title WHEN g2.level THEN g2.title
        WHEN g3.level THEN g3.title END AS committee_title,
      goals.level, goals.scope, goals.number, goals.title, goals.page
    FROM goals
    JOIN plans ON plans.id = goals.plan_id
    LEFT JOIN goals AS g1 ON g1.id = goals.parent_id
    LEFT JOIN goals AS g2 ON g2.id = g1.parent_id
    LEFT JOIN goals AS g3 ON g3.id = g2.parent_id
    """,
    """
    CREATE VIEW indicators_over_years AS
    SELECT indicators.name, plans.unit, plans.year, indicators.target_value,
      indicators.target_unit, indicators.target_comparator, indicators.target_raw,
      indicators.council_target_value, indicators.council_target_raw,
      indicators.council_target_year, goals.title AS goal_title, indicators.page,
      indicators.id AS indicator_id, goals.id AS goal_id, plans.id AS plan_id
    FROM indicators
    JOIN plans ON plans.id = indicators.plan_id
    JOIN goals ON goals.id = indicators.goal_id
    ORDER BY indicators.name, plans.unit, plans.year, indicators.id
    """,
    """
    CREATE VIEW activities_by_end_date AS
    SELECT activities.end_date, activities.start_date, activities.text, plans.unit, plans.year,
      goals.title AS goal_title, activities.page, activities.id AS activity_id,
      goals.id AS goal_id, plans.id AS plan_id
    FROM activities
    JOIN plans ON plans.id = activities.plan_id
    JOIN goals ON goals.id = activities.goal_id
    ORDER BY activities.end_date, activities.start_date, activities.id
    """,
  ]
}
