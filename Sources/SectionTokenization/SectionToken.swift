// SPDX-License-Identifier: GPL-2.0-or-later

public import SourceText

/// The levels that a goal's label may name; the names are those of the plan document.
public enum GoalLabelLevel: String, Sendable, Hashable {
  case direction, area, committee, unit
}

/// Whose goal a unit goal's label says it is.
public enum GoalLabelScope: String, Sendable, Hashable {
  case enhet, avdelning
}

/// The kinds of section headings under a goal; the names are those of the plan document.
public enum SectionHeadingKind: String, Sendable, Hashable, CaseIterable {
  case description, expectedResults, workingMethods, resourceUse, followUp, development
}

/// A goal's label at the start of a line, with the number after it.
public struct GoalLabel: Sendable, Hashable {
  /// The level that the label names.
  public var level: GoalLabelLevel
  /// On unit goals only.
  public var scope: GoalLabelScope?
  /// Digits and dots without a trailing dot, or nil.
  public var number: String?
  /// Whether the number belongs to the label, and so goes behind one that the title begins with.
  ///
  /// It stands before the label, as those of headings do, or between it and its colon ("Åtagande 1:").
  public var numberIsOfLabel = false
  /// Where the title begins in the line's text, in bytes of UTF-8; the end where the label stands
  /// alone.
  public var titleUTF8Offset: Int
}

/// What a printed line is.
public enum SectionTokenKind: Sendable, Hashable {
  /// A running head or foot.
  case furniture
  case cover
  case contentsHeading
  case contentsEntry
  /// The rest of an entry that wraps.
  case contentsContinuation
  /// Kept apart: the tokens of all other lines would be as large.
  indirect case goal(GoalLabel)
  /// A label alone on its line, with a second label of the same goal below it.
  case goalLabel
  /// A further line of a goal's title.
  case goalTitle
  case sectionHeading(SectionHeadingKind)
  /// A section's heading and the text that begins behind it on its line; the heading takes that many
  /// bytes of UTF-8.
  case runInHeading(SectionHeadingKind, headingUTF8Count: Int)
  /// A heading of the introduction, the closing or inside a section. Depths count from 1.
  case heading(depth: Int)
  case headingContinuation
  /// The header row of a table; `table` is the index of its columns in the tokenized document.
  case tableHeader(table: Int)
  case tableHeaderContinuation
  /// Headings of a table that stand among its rows, as an extractor gives them that reads column by
  /// column.
  case lateTableHeading
  /// A line of the rows under the latest header.
  case tableRow
  /// A line of a table that has no known header.
  case freeTableRow
  /// A list item's first line; the marker takes that many bytes of UTF-8.
  case listItem(markerUTF8Count: Int)
  /// A paragraph's first line.
  case paragraph
  /// A further line of a paragraph or a list item.
  case continuation
}

/// A document with a token for each of its lines.
public struct TokenizedDocument: Sendable {
  /// The lines, as imported but for running heads cut off the lines that they were glued to.
  public var document: SourceDocument
  /// What each line is, one to one with `document.lines`.
  public var tokens: [SectionTokenKind]
  /// The columns of the tables, as their headers name them.
  public var tables: [TableColumns]
  /// What is usual in the document.
  public var layout: DocumentLayout
  /// The first line of the closing, or the number of lines where there is none.
  public var closingStart: Int
  /// Remarks of the tokenizer.
  public var diagnostics: [Diagnostic]
}
