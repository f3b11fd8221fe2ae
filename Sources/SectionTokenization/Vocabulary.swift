// SPDX-License-Identifier: GPL-2.0-or-later

/// The words that a municipality's plans use for the parts of a plan.
///
/// All words that the program knows stand in such a file, so that another municipality's plans are
/// a file, not a change of the program. The built-in one is `Data/stockholm.json`; the shape is
/// described by `schemas/vocabulary.schema.json`. Matching ignores case and a colon at the end.
public struct Vocabulary: Sendable, Codable {
  /// The labels of one level of goals.
  public struct GoalLabels: Sendable, Codable {
    /// `direction`, `area`, `committee` or `unit`.
    public var level: String
    /// `enhet` or `avdelning` for units, else nil.
    public var scope: String?
    public var labels: [String]
  }

  /// The headings of one kind of section.
  public struct SectionHeadings: Sendable, Codable {
    /// A section kind of the plan document, such as `expectedResults`.
    public var kind: String
    public var headings: [String]
  }

  /// The column headings of the table of indicators.
  public struct IndicatorTable: Sendable, Codable {
    public var name: [String]
    public var target: [String]
    /// A year may follow.
    public var councilTarget: [String]
    public var period: [String]
  }

  /// The column headings of the table of activities.
  public struct ActivityTable: Sendable, Codable {
    public var text: [String]
    public var start: [String]
    public var end: [String]
  }

  /// The words that say what a target demands.
  public struct ComparatorWords: Sendable, Codable {
    /// `=`, `<=`, `>=`, `increase` or `decrease`.
    public var comparator: String
    public var words: [String]
  }

  /// What stands on a plan's first page.
  public struct Cover: Sendable, Codable {
    public var documentTypes: [String]
    public var documentMarks: [String]
    public var titleJoiners: [String]
    public var diaryNumberLabels: [String]
    public var addresseeLabels: [String]
    public var contactLabels: [String]
    public var committeeSuffixes: [String]
    public var administrationSuffixes: [String]
    public var municipalityWords: [String]
    /// The names of the months, January first.
    public var months: [String]
  }

  public var schemaVersion: String
  public var name: String
  public var language: String
  public var goalLabels: [GoalLabels]
  public var sectionHeadings: [SectionHeadings]
  public var contentsHeadings: [String]
  public var introductionHeadings: [String]
  public var closingHeadings: [String]
  public var indicatorTable: IndicatorTable
  public var activityTable: ActivityTable
  public var periods: [String]
  /// Prose that stands for a target that is not set yet.
  public var targetPhrases: [String]
  public var comparators: [ComparatorWords]
  /// Units of measure that may follow a number in a target.
  public var units: [String]
  /// Words after which a hyphen at a line's end stays: "hälso-" "och sjukvård".
  public var suspendedHyphenWords: [String]
  public var pageCounterWords: [String]
  public var pageCounterJoiners: [String]
  public var cover: Cover
}
