// SPDX-License-Identifier: GPL-2.0-or-later

internal import CXlsxWriter

/// A workbook that libxlsxwriter writes; one that is let go before ``close()`` leaves no file.
final class WorkbookFile {
  let library: WorkbookLibrary
  private var workbook: UnsafeMutablePointer<lxw_workbook>?

  /// The time that the workbook says it was made at, in seconds since 1970: the earliest that the
  /// parts of a ZIP archive can have (1980-01-01), since no output depends on the clock.
  private static let timeOfCreation = 315_532_800

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - path: The file to write.
  ///   - temporaryFolder: Where the rows lie until the workbook is closed.
  /// - Throws: ``WorkbookError`` where the library is missing or fails.
  init(path: String, temporaryFolder: String) throws(WorkbookError) {
    library = try WorkbookLibrary()
    let functions = library.functions
    let workbook = temporaryFolder.withCString { folder in
      // Rows go to the disk as they are written. The library copies the folder's name.
      var options = lxw_workbook_options(
        constant_memory: 1, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
      return functions.workbook_new_opt(path, &options)
    }
    guard let workbook else { throw .failed(reason: "it has no memory") }
    self.workbook = workbook
  }

  deinit {
    if let workbook { library.functions.lxw_workbook_free(workbook) }
  }

  /// Sets what the workbook says of itself.
  func describe(title: String, author: String) throws(WorkbookError) {
    let functions = library.functions
    let result = title.withCString { title in
      author.withCString { author in
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = Self.timeOfCreation
        return functions.workbook_set_properties(workbook, &properties)
      }
    }
    try library.check(result)
  }

  /// Adds a sheet after the last one.
  func addSheet(named name: String) throws(WorkbookError) -> UnsafeMutablePointer<lxw_worksheet> {
    guard let sheet = library.functions.workbook_add_worksheet(workbook, name) else {
      throw .failed(reason: "it takes no sheet \(name)")
    }
    return sheet
  }

  /// Adds a format that `set` makes.
  func addFormat(
    _ set: (xlsxwriter, UnsafeMutablePointer<lxw_format>) -> Void
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
    guard let format = library.functions.workbook_add_format(workbook) else {
      throw .failed(reason: "it has no memory")
    }
    set(library.functions, format)
    return format
  }

  /// Writes the file.
  func close() throws(WorkbookError) {
    guard let workbook else { return }
    self.workbook = nil
    try library.check(library.functions.workbook_close(workbook))
  }
}
