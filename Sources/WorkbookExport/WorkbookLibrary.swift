// SPDX-License-Identifier: GPL-2.0-or-later

internal import CXlsxWriter
internal import Glibc

/// libxlsxwriter, loaded when the first workbook is written: see decision 17.
struct WorkbookLibrary {
  let functions: xlsxwriter

  /// The name that stays the same while the library's structures do.
  private static let fileName = "libxlsxwriter.so.4"

  /// Loads the library; it then stays for the rest of the process.
  init() throws(WorkbookError) {
    guard let library = dlopen(Self.fileName, RTLD_NOW | RTLD_LOCAL) else {
      throw .libraryMissing(reason: dlerror().map { String(cString: $0) } ?? Self.fileName)
    }
    var functions = xlsxwriter()
    guard xlsxwriter_find(&functions, library) else {
      throw .libraryMissing(reason: dlerror().map { String(cString: $0) } ?? Self.fileName)
    }
    self.functions = functions
  }

  /// Passes a result of the library on.
  func check(_ result: lxw_error) throws(WorkbookError) {
    guard result != LXW_NO_ERROR else { return }
    throw .failed(reason: functions.lxw_strerror(result).map { String(cString: $0) } ?? "")
  }
}
