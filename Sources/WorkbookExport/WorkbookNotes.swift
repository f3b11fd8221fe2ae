// SPDX-License-Identifier: GPL-2.0-or-later

/// What a workbook could not take as it was, to be told on its first sheet.
struct WorkbookNotes {
  /// Cells whose text goes on in ``LongTextSheet``.
  var longTexts = 0
  /// Rows without a link since their sheet has as many as Excel takes.
  var rowsBeyondLinks = 0
  /// Rows without a link since it would be longer than Excel takes.
  var rowsWithLongPaths = 0
  /// Dates that are no days of the calendar, or older than Excel's calendar: they stay as texts.
  var datesAsText = 0
  /// Numbers with more digits than Excel keeps: they stay as texts.
  var numbersAsText = 0
}
