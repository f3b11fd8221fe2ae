// SPDX-License-Identifier: GPL-2.0-or-later

public import SourceText

/// The tables that a goal may have.
public enum PlanTableKind: Sendable, Hashable {
  case indicators, activities
}

/// What a column of a table holds.
public enum TableColumnRole: Sendable, Hashable {
  /// The indicator's name or the activity's text.
  case name
  case target, councilTarget, period
  case start, end
  /// A column whose heading the vocabulary does not know.
  case unknown
}

/// A column as its printed heading names and places it.
public struct TableColumn: Sendable, Hashable {
  /// What the cells of the column hold.
  public var role: TableColumnRole
  /// The heading as printed, on one line.
  public var heading: String
  /// The left edge of the heading, in the unit of the lines; 0 where places are not known.
  public var xMin: Double
  /// The right edge of the heading; 0 where places are not known.
  public var xMax: Double
}

/// The header row of a table.
public struct TableColumns: Sendable, Hashable {
  /// Which of the tables of a goal it heads.
  public var kind: PlanTableKind
  /// Left to right.
  public var columns: [TableColumn]
  /// How many lines the header takes.
  public var lineCount: Int
  /// The year in "KF:s årsmål år N".
  public var councilTargetYear: Int?
  /// Whether the columns' places are known, so that cells can be told apart by them.
  public var hasPlaces: Bool
  /// Where the header begins.
  public var position: SourcePosition
  /// Whether blank lines part the cells, as in the plain output of `pdftotext`; never where places
  /// are known.
  public var cellsStandApart = false

  /// The same header where it stands again.
  func moved(to position: SourcePosition) -> TableColumns {
    var columns = self
    columns.position = position
    return columns
  }
}
