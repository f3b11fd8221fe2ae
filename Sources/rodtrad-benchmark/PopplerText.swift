// SPDX-License-Identifier: GPL-2.0-or-later

internal import CGLib
internal import CPopplerGLib
internal import PDFImport

/// What the conversion is measured against: poppler's own text of a document and nothing else.
enum PopplerText {
  /// Opens a document, takes the text of its pages and closes it again.
  ///
  /// - Returns: The number of pages.
  static func read(_ bytes: [UInt8]) throws(BenchmarkError) -> Int {
    let pageCount = bytes.withUnsafeBytes { buffer in pageCountAfterReading(buffer) }
    guard let pageCount else { throw .noOutput("poppler's text") }
    return pageCount
  }

  private static func pageCountAfterReading(_ buffer: UnsafeRawBufferPointer) -> Int? {
    guard let bytes = g_bytes_new_static(buffer.baseAddress, gsize(buffer.count)) else {
      return nil
    }
    defer { g_bytes_unref(bytes) }
    guard let document = poppler.document_new_from_bytes(bytes, nil, nil) else { return nil }
    defer { poppler.object_unref(UnsafeMutableRawPointer(document)) }
    let pageCount = poppler.document_get_n_pages(document)
    for pageIndex in 0..<pageCount {
      guard let page = poppler.document_get_page(document, pageIndex) else { return nil }
      defer { poppler.object_unref(UnsafeMutableRawPointer(page)) }
      guard let text = poppler.page_get_text(page) else { return nil }
      g_free(text)
    }
    return Int(pageCount)
  }
}
