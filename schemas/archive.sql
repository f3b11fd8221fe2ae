CREATE TABLE plans (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  year INTEGER,
  unit TEXT,
  document_type TEXT,
  title TEXT,
  committee TEXT,
  municipality TEXT,
  diary_number TEXT,
  date TEXT,
  file TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  document_sha256 TEXT NOT NULL,
  media_type TEXT NOT NULL,
  byte_count INTEGER NOT NULL,
  page_count INTEGER NOT NULL,
  source_title TEXT,
  source_producer TEXT,
  source_creator TEXT,
  source_creation_date TEXT,
  schema_version TEXT NOT NULL,
  generator_name TEXT NOT NULL,
  generator_version TEXT NOT NULL,
  source_words INTEGER NOT NULL,
  plan_words INTEGER NOT NULL,
  cover_words INTEGER NOT NULL,
  contents_words INTEGER NOT NULL,
  furniture_words INTEGER NOT NULL,
  unaccounted_words INTEGER NOT NULL
);

CREATE TABLE documents (
  plan_id INTEGER PRIMARY KEY REFERENCES plans(id) ON DELETE CASCADE,
  byte_count INTEGER NOT NULL,
  json_zlib BLOB NOT NULL
);

CREATE TABLE goals (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
  parent_id INTEGER REFERENCES goals(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  level TEXT NOT NULL,
  scope TEXT,
  number TEXT,
  title TEXT NOT NULL,
  label TEXT NOT NULL,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL,
  UNIQUE (plan_id, path)
);

CREATE TABLE sections (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
  goal_id INTEGER REFERENCES goals(id) ON DELETE CASCADE,
  parent_id INTEGER REFERENCES sections(id) ON DELETE CASCADE,
  part TEXT NOT NULL,
  kind TEXT NOT NULL,
  heading TEXT,
  depth INTEGER,
  text TEXT NOT NULL,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL
);

CREATE TABLE results (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
  goal_id INTEGER NOT NULL REFERENCES goals(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  marker TEXT,
  text TEXT NOT NULL,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL
);

CREATE TABLE indicators (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
  goal_id INTEGER NOT NULL REFERENCES goals(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  target_raw TEXT,
  target_value REAL,
  target_unit TEXT,
  target_comparator TEXT,
  council_target_raw TEXT,
  council_target_value REAL,
  council_target_unit TEXT,
  council_target_comparator TEXT,
  council_target_year INTEGER,
  period TEXT,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL
);

CREATE TABLE activities (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
  goal_id INTEGER NOT NULL REFERENCES goals(id) ON DELETE CASCADE,
  text TEXT NOT NULL,
  start_date TEXT,
  end_date TEXT,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL
);

CREATE TABLE diagnostics (
  id INTEGER PRIMARY KEY,
  plan_id INTEGER NOT NULL REFERENCES plans(id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  page INTEGER,
  line INTEGER,
  message TEXT NOT NULL
);

CREATE INDEX idx_plans_year_unit ON plans (year, unit);

CREATE INDEX idx_plans_sha256 ON plans (sha256);

CREATE INDEX idx_plans_file ON plans (file);

CREATE INDEX idx_plans_path ON plans (path);

CREATE INDEX idx_goals_parent_id ON goals (parent_id);

CREATE INDEX idx_sections_plan_id ON sections (plan_id);

CREATE INDEX idx_sections_goal_id ON sections (goal_id);

CREATE INDEX idx_sections_parent_id ON sections (parent_id);

CREATE INDEX idx_results_plan_id ON results (plan_id);

CREATE INDEX idx_results_goal_id ON results (goal_id);

CREATE INDEX idx_indicators_plan_id ON indicators (plan_id);

CREATE INDEX idx_indicators_goal_id ON indicators (goal_id);

CREATE INDEX idx_indicators_name ON indicators (name);

CREATE INDEX idx_activities_plan_id ON activities (plan_id);

CREATE INDEX idx_activities_goal_id ON activities (goal_id);

CREATE INDEX idx_activities_end_date ON activities (end_date);

CREATE INDEX idx_diagnostics_plan_id ON diagnostics (plan_id);

CREATE VIRTUAL TABLE [goals_fts] USING FTS5 (
    [title],
    tokenize='unicode61 remove_diacritics 0',
    content=[goals]
);

CREATE VIRTUAL TABLE [goals_trigram] USING FTS5 (
    [title],
    tokenize='trigram',
    detail='none',
    content='goals'
);

CREATE TRIGGER [goals_ai] AFTER INSERT ON [goals] BEGIN
  INSERT INTO [goals_fts] (rowid, [title]) VALUES (new.rowid, new.[title]);
  INSERT INTO [goals_trigram] (rowid, [title]) VALUES (new.rowid, new.[title]);
END;

CREATE TRIGGER [goals_ad] AFTER DELETE ON [goals] BEGIN
  INSERT INTO [goals_fts] ([goals_fts], rowid, [title]) VALUES('delete', old.rowid, old.[title]);
  INSERT INTO [goals_trigram] ([goals_trigram], rowid, [title]) VALUES('delete', old.rowid, old.[title]);
END;

CREATE TRIGGER [goals_au] AFTER UPDATE ON [goals] BEGIN
  INSERT INTO [goals_fts] ([goals_fts], rowid, [title]) VALUES('delete', old.rowid, old.[title]);
  INSERT INTO [goals_trigram] ([goals_trigram], rowid, [title]) VALUES('delete', old.rowid, old.[title]);
  INSERT INTO [goals_fts] (rowid, [title]) VALUES (new.rowid, new.[title]);
  INSERT INTO [goals_trigram] (rowid, [title]) VALUES (new.rowid, new.[title]);
END;

CREATE VIRTUAL TABLE [indicators_fts] USING FTS5 (
    [name],
    tokenize='unicode61 remove_diacritics 0',
    content=[indicators]
);

CREATE VIRTUAL TABLE [indicators_trigram] USING FTS5 (
    [name],
    tokenize='trigram',
    detail='none',
    content='indicators'
);

CREATE TRIGGER [indicators_ai] AFTER INSERT ON [indicators] BEGIN
  INSERT INTO [indicators_fts] (rowid, [name]) VALUES (new.rowid, new.[name]);
  INSERT INTO [indicators_trigram] (rowid, [name]) VALUES (new.rowid, new.[name]);
END;

CREATE TRIGGER [indicators_ad] AFTER DELETE ON [indicators] BEGIN
  INSERT INTO [indicators_fts] ([indicators_fts], rowid, [name]) VALUES('delete', old.rowid, old.[name]);
  INSERT INTO [indicators_trigram] ([indicators_trigram], rowid, [name]) VALUES('delete', old.rowid, old.[name]);
END;

CREATE TRIGGER [indicators_au] AFTER UPDATE ON [indicators] BEGIN
  INSERT INTO [indicators_fts] ([indicators_fts], rowid, [name]) VALUES('delete', old.rowid, old.[name]);
  INSERT INTO [indicators_trigram] ([indicators_trigram], rowid, [name]) VALUES('delete', old.rowid, old.[name]);
  INSERT INTO [indicators_fts] (rowid, [name]) VALUES (new.rowid, new.[name]);
  INSERT INTO [indicators_trigram] (rowid, [name]) VALUES (new.rowid, new.[name]);
END;

CREATE VIRTUAL TABLE [activities_fts] USING FTS5 (
    [text],
    tokenize='unicode61 remove_diacritics 0',
    content=[activities]
);

CREATE VIRTUAL TABLE [activities_trigram] USING FTS5 (
    [text],
    tokenize='trigram',
    detail='none',
    content='activities'
);

CREATE TRIGGER [activities_ai] AFTER INSERT ON [activities] BEGIN
  INSERT INTO [activities_fts] (rowid, [text]) VALUES (new.rowid, new.[text]);
  INSERT INTO [activities_trigram] (rowid, [text]) VALUES (new.rowid, new.[text]);
END;

CREATE TRIGGER [activities_ad] AFTER DELETE ON [activities] BEGIN
  INSERT INTO [activities_fts] ([activities_fts], rowid, [text]) VALUES('delete', old.rowid, old.[text]);
  INSERT INTO [activities_trigram] ([activities_trigram], rowid, [text]) VALUES('delete', old.rowid, old.[text]);
END;

CREATE TRIGGER [activities_au] AFTER UPDATE ON [activities] BEGIN
  INSERT INTO [activities_fts] ([activities_fts], rowid, [text]) VALUES('delete', old.rowid, old.[text]);
  INSERT INTO [activities_trigram] ([activities_trigram], rowid, [text]) VALUES('delete', old.rowid, old.[text]);
  INSERT INTO [activities_fts] (rowid, [text]) VALUES (new.rowid, new.[text]);
  INSERT INTO [activities_trigram] (rowid, [text]) VALUES (new.rowid, new.[text]);
END;

CREATE VIRTUAL TABLE [sections_fts] USING FTS5 (
    [heading], [text],
    tokenize='unicode61 remove_diacritics 0',
    content=[sections]
);

CREATE VIRTUAL TABLE [sections_trigram] USING FTS5 (
    [heading], [text],
    tokenize='trigram',
    detail='none',
    content='sections'
);

CREATE TRIGGER [sections_ai] AFTER INSERT ON [sections] BEGIN
  INSERT INTO [sections_fts] (rowid, [heading], [text]) VALUES (new.rowid, new.[heading], new.[text]);
  INSERT INTO [sections_trigram] (rowid, [heading], [text]) VALUES (new.rowid, new.[heading], new.[text]);
END;

CREATE TRIGGER [sections_ad] AFTER DELETE ON [sections] BEGIN
  INSERT INTO [sections_fts] ([sections_fts], rowid, [heading], [text]) VALUES('delete', old.rowid, old.[heading], old.[text]);
  INSERT INTO [sections_trigram] ([sections_trigram], rowid, [heading], [text]) VALUES('delete', old.rowid, old.[heading], old.[text]);
END;

CREATE TRIGGER [sections_au] AFTER UPDATE ON [sections] BEGIN
  INSERT INTO [sections_fts] ([sections_fts], rowid, [heading], [text]) VALUES('delete', old.rowid, old.[heading], old.[text]);
  INSERT INTO [sections_trigram] ([sections_trigram], rowid, [heading], [text]) VALUES('delete', old.rowid, old.[heading], old.[text]);
  INSERT INTO [sections_fts] (rowid, [heading], [text]) VALUES (new.rowid, new.[heading], new.[text]);
  INSERT INTO [sections_trigram] (rowid, [heading], [text]) VALUES (new.rowid, new.[heading], new.[text]);
END;

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
FROM plans;

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
LEFT JOIN goals AS g3 ON g3.id = g2.parent_id;

CREATE VIEW indicators_over_years AS
SELECT indicators.name, plans.unit, plans.year, indicators.target_value,
  indicators.target_unit, indicators.target_comparator, indicators.target_raw,
  indicators.council_target_value, indicators.council_target_raw,
  indicators.council_target_year, goals.title AS goal_title, indicators.page,
  indicators.id AS indicator_id, goals.id AS goal_id, plans.id AS plan_id
FROM indicators
JOIN plans ON plans.id = indicators.plan_id
JOIN goals ON goals.id = indicators.goal_id
ORDER BY indicators.name, plans.unit, plans.year, indicators.id;

CREATE VIEW activities_by_end_date AS
SELECT activities.end_date, activities.start_date, activities.text, plans.unit, plans.year,
  goals.title AS goal_title, activities.page, activities.id AS activity_id,
  goals.id AS goal_id, plans.id AS plan_id
FROM activities
JOIN plans ON plans.id = activities.plan_id
JOIN goals ON goals.id = activities.goal_id
ORDER BY activities.end_date, activities.start_date, activities.id;
