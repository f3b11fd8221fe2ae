// SPDX-License-Identifier: GPL-2.0-or-later

internal import CPopplerGLib
public import SourceText

/// Reads the printed lines of a PDF with poppler.
///
/// Lines are built anew from the places of the characters, because poppler's own order of the text
/// runs the cells of a table together. Cost is linear in the number of characters.
public struct PDFImporter: Sendable {
  /// The version of poppler that the program runs with, such as "22.12.0".
  public static var popplerVersion: String { String(cString: poppler_get_version()) }

  /// Creates an importer.
  public init() {}

  /// The lines of a document in reading order.
  ///
  /// - Parameter bytes: The whole file.
  /// - Returns: The document; pages that could not be read are named in its diagnostics.
  /// - Throws: ``PDFImportError`` where there is no text to be had.
  public func document(from bytes: [UInt8]) throws(PDFImportError) -> SourceDocument {
    let warningsBefore = PopplerWarnings.count
    let result: Result<SourceDocument, PDFImportError> = bytes.withUnsafeBytes { buffer in
      do throws(PDFImportError) {
        return .success(try readDocument(buffer))
      } catch {
        return .failure(error)
      }
    }
    var document = try result.get()
    let warnings = PopplerWarnings.count - warningsBefore
    if warnings > 0 {
      document.diagnostics.append(
        Diagnostic(
          "damaged-pdf", .warning,
          "The PDF is damaged (\(warnings) faults); compare the result with the file."))
    }
    return document
  }

  private func readDocument(
    _ buffer: UnsafeRawBufferPointer
  ) throws(PDFImportError) -> SourceDocument {
    let handle = try openDocument(buffer)
    let claimedPageCount = Int(poppler_document_get_n_pages(handle.pointer))
    // A page object needs some thirty bytes at the least; a greater claim is a damaged page tree.
    guard claimedPageCount > 0, claimedPageCount <= buffer.count / 16 else { throw .damaged }
    var document = SourceDocument(
      mediaType: .pdf, pageCount: claimedPageCount, lines: [], metadata: metadata(of: handle))
    document.lines.reserveCapacity(claimedPageCount * 48)
    var builder = PageLineBuilder()
    readPages(of: handle, with: &builder, into: &document)
    if builder.hasDividedNumbers {
      // What the file calls soft hyphens are hyphens, on the pages before as well.
      document.lines.removeAll(keepingCapacity: true)
      document.pageHeights.removeAll()
      document.diagnostics.removeAll()
      builder = PageLineBuilder(readsSoftHyphensAsHyphens: true)
      readPages(of: handle, with: &builder, into: &document)
    }
    if document.lines.isEmpty { throw .noTextLayer(pageCount: claimedPageCount) }
    // An outline costs as much as two pages of text; where headings look like headings, it says
    // nothing that the looks don't.
    if !setsHeadingsApart(document.lines) { document.outline = PDFOutline.entries(of: handle) }
    return document
  }

  private func readPages(
    of handle: borrowing GObjectHandle, with builder: inout PageLineBuilder,
    into document: inout SourceDocument
  ) {
    for pageIndex in 0..<document.pageCount {
      let pageNumber = pageIndex + 1
      guard let page = GObjectHandle(poppler_document_get_page(handle.pointer, Int32(pageIndex)))
      else {
        document.pageHeights.append(0)
        document.diagnostics.append(unreadablePage(pageNumber))
        continue
      }
      let lineCount = document.lines.count
      document.pageHeights.append(
        builder.appendLines(of: page, pageNumber: pageNumber, to: &document.lines))
      if document.lines.count == lineCount, hasPictures(page) {
        document.diagnostics.append(pictureOnly(pageNumber))
      }
    }
  }

  /// Whether some lines are bold or larger than others, as headings are.
  private func setsHeadingsApart(_ lines: [SourceLine]) -> Bool {
    let looks = lines.compactMap(\.look)
    guard let first = looks.first else { return false }
    return looks.contains { $0.isBold != first.isBold || abs($0.fontSize - first.fontSize) > 1 }
  }

  private func hasPictures(_ page: borrowing GObjectHandle) -> Bool {
    guard let pictures = poppler_page_get_image_mapping(page.pointer) else { return false }
    poppler_page_free_image_mapping(pictures)
    return true
  }

  private func pictureOnly(_ pageNumber: Int) -> Diagnostic {
    Diagnostic(
      "page-without-text", .warning, at: SourcePosition(page: pageNumber, line: 1),
      "Page \(pageNumber) is a picture without text; run the file through OCR if it belongs to the "
        + "plan.")
  }

  private func unreadablePage(_ pageNumber: Int) -> Diagnostic {
    Diagnostic(
      "unreadable-page", .error, at: SourcePosition(page: pageNumber, line: 1),
      "Page \(pageNumber) cannot be read; its text is missing.")
  }

  private func openDocument(
    _ buffer: UnsafeRawBufferPointer
  ) throws(PDFImportError) -> GObjectHandle {
    PopplerWarnings.startCounting()
    guard let bytes = g_bytes_new_static(buffer.baseAddress, gsize(buffer.count)) else {
      throw .damaged
    }
    defer { g_bytes_unref(bytes) }
    var failure: UnsafeMutablePointer<GError>?
    guard let handle = GObjectHandle(poppler_document_new_from_bytes(bytes, nil, &failure)) else {
      defer { g_clear_error(&failure) }
      let isEncrypted =
        failure?.pointee.domain == poppler_error_quark()
        && failure?.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue)
      throw isEncrypted ? .encrypted : .damaged
    }
    return handle
  }

  private func metadata(of document: borrowing GObjectHandle) -> SourceMetadata {
    var metadata = SourceMetadata()
    metadata.title = takeString(poppler_document_get_title(document.pointer))
    metadata.producer = takeString(poppler_document_get_producer(document.pointer))
    metadata.creator = takeString(poppler_document_get_creator(document.pointer))
    if let date = poppler_document_get_creation_date_time(document.pointer) {
      metadata.creationDate = takeString(g_date_time_format_iso8601(date))
      g_date_time_unref(date)
    }
    return metadata
  }
}
