// SPDX-License-Identifier: GPL-2.0-or-later

/// The words that a municipality's plans use for the parts of a plan.
///
/// All words that the program knows stand in such a file, so that another municipality's plans are
/// a file, not a change of the program. The built-in one is `Data/stockholm.json`; the shape is
/// described by `schemas/vocabulary.schema.json`. Matching ignores case and a colon at the end.
public struct Vocabulary: Sendable {
  /// The labels of one level of goals.
  public struct GoalLabels: Sendable {
    /// `direction`, `area`, `committee` or `unit`.
    public var level: String
    /// `enhet` or `avdelning` for units, else nil.
    public var scope: String?
    /// The labels as printed, without the colon.
    public var labels: [String]
  }

  /// The headings of one kind of section.
  public struct SectionHeadings: Sendable {
    /// A section kind of the plan document, such as `expectedResults`.
    public var kind: String
    /// The headings as printed, without a colon.
    public var headings: [String]
  }

  /// The column headings of the table of indicators.
  public struct IndicatorTable: Sendable {
    /// Headings of the column of names.
    public var name: [String]
    /// Headings of the column of the unit's own targets.
    public var target: [String]
    /// A year may follow.
    public var councilTarget: [String]
    /// Headings of the column of periods.
    public var period: [String]
  }

  /// The column headings of the table of activities.
  public struct ActivityTable: Sendable {
    /// Headings of the column of texts.
    public var text: [String]
    /// Headings of the column of start dates.
    public var start: [String]
    /// Headings of the column of end dates.
    public var end: [String]
  }

  /// The words that say what a target demands.
  public struct ComparatorWords: Sendable {
    /// `=`, `<=`, `>=`, `increase` or `decrease`.
    public var comparator: String
    /// Words, or short runs of words, in small letters.
    public var words: [String]
  }

  /// What stands on a plan's first page.
  public struct Cover: Sendable {
    /// Kinds of document that are plans; a title begins with one.
    public var documentTypes: [String]
    /// Words over a first page that are no part of the title.
    public var documentMarks: [String]
    /// Words between the year and the unit in a title: "för".
    public var titleJoiners: [String]
    /// Labels of the registry's number.
    public var diaryNumberLabels: [String]
    /// Labels of the addressee.
    public var addresseeLabels: [String]
    /// Labels of the official in charge and how to reach them.
    public var contactLabels: [String]
    /// Ends of words that name a committee.
    public var committeeSuffixes: [String]
    /// Ends of words that name an administration.
    public var administrationSuffixes: [String]
    /// Last words of the names of municipalities.
    public var municipalityWords: [String]
    /// The names of the months, January first.
    public var months: [String]
  }

  /// The words that tell personal data, and what looks like them and is not.
  public struct PersonalDataWords: Sendable {
    /// Ends of words that are titles of officials: "chef" for "enhetschef".
    public var titleEndings: [String]
    /// Words that may stand before a title: "biträdande".
    public var titleQualifiers: [String]
    /// Words between a name and a title: "är".
    public var titleJoiners: [String]
    /// Words in small letters inside names: "von".
    public var nameParticles: [String]
    /// Ends of words that name organisations, their parts and what they do.
    public var organizationEndings: [String]
    /// Other words that are no part of a name though they stand beside one: "Kontakta".
    public var otherWords: [String]
    /// Words before a telephone number.
    public var telephoneLabels: [String]
    /// Words before numbers of other kinds, which may look like telephone numbers.
    public var otherNumberLabels: [String]
  }

  /// The version of the vocabulary's shape.
  public var schemaVersion: String
  /// What the vocabulary is for.
  public var name: String
  /// The language of the plans, as in BCP 47.
  public var language: String
  /// The labels of goals, level by level.
  public var goalLabels: [GoalLabels]
  /// The headings of sections under a goal.
  public var sectionHeadings: [SectionHeadings]
  /// Headings over the printed table of contents.
  public var contentsHeadings: [String]
  /// What stands in place of a page number in printed contents whose entry was lost; none in vocabularies
  /// before version 1.2, which do not have them.
  public var missingPageMarks: [String]
  /// Headings that begin the introduction.
  public var introductionHeadings: [String]
  /// Headings that begin the closing, after the last goal.
  public var closingHeadings: [String]
  /// The headings of tables of indicators.
  public var indicatorTable: IndicatorTable
  /// The headings of tables of activities.
  public var activityTable: ActivityTable
  /// How often an indicator is followed up, as printed, capitals included.
  public var periods: [String]
  /// Prose that stands for a target that is not set yet.
  public var targetPhrases: [String]
  /// What targets demand of a value.
  public var comparators: [ComparatorWords]
  /// Units of measure that may follow a number in a target.
  public var units: [String]
  /// Words after which a hyphen at a line's end stays: "hälso-" "och sjukvård".
  public var suspendedHyphenWords: [String]
  /// Words before the number in a page counter.
  public var pageCounterWords: [String]
  /// Words between the page and the number of pages.
  public var pageCounterJoiners: [String]
  /// What stands on the first page.
  public var cover: Cover
  /// The words about personal data; nil in vocabularies of version 1.0, which have none.
  public var personalData: PersonalDataWords?
}
