// SPDX-License-Identifier: GPL-2.0-or-later

/// Why no workbook could be written.
package enum WorkbookError: Error, Hashable {
  /// libxlsxwriter is not installed, or not in a version that is known; `reason` is the loader's.
  case libraryMissing(reason: String)
  /// The library could not do what it was asked; `reason` is its own, in English.
  case failed(reason: String)
  /// The disk has not as much room as the workbook takes while it is made.
  case diskFull
}
