// SPDX-License-Identifier: GPL-2.0-or-later

/// What Excel takes, as Microsoft's "Excel specifications and limits" has it.
package struct WorkbookLimits: Sendable, Hashable {
  /// Rows of a sheet, the row of headings included.
  package var rowsPerSheet = 1_048_576
  /// Characters of a cell, in UTF-16 code units.
  package var charactersPerCell = 32_767
  /// Links of a sheet.
  package var linksPerSheet = 65_530
  /// Characters of a link, in UTF-16 code units.
  package var charactersPerLink = 2_079

  /// Creates the limits of Excel; tests lower them.
  package init() {}
}
