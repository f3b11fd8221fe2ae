// SPDX-License-Identifier: GPL-2.0-or-later

internal import CPopplerGLib
internal import NativeThreads
public import SourceText

/// Reads the printed lines of a PDF with poppler.
///
/// Lines are built anew from the places of the characters, because poppler's own order of the text
/// runs the cells of a table together. Cost is linear in the number of characters.
public struct PDFImporter: Sendable {
  /// The version of poppler that the program runs with, such as "22.12.0"; "missing" where it is.
  public static var popplerVersion: String {
    guard PopplerLibrary.fault == nil, let version = poppler.get_version() else { return "missing" }
    return String(cString: version)
  }

  /// Loads poppler and makes its tables, which is done for the first document otherwise.
  public static func prepare() { PopplerTables.keep() }

  /// poppler's tables of a large file are large too, and each thread has its own.
  private static let mostBytesForTwoThreads = 64 << 20

  private let threadCount: Int

  /// Creates an importer.
  ///
  /// - Parameter threadCount: How many threads may read pages, at least 1; no more than two do. The
  ///   document is the same with any number.
  public init(threadCount: Int = 1) {
    self.threadCount = threadCount
  }

  /// The lines of a document in reading order.
  ///
  /// - Parameter bytes: The whole file.
  /// - Returns: The document; pages that could not be read are named in its diagnostics.
  /// - Throws: ``PDFImportError`` where there is no text to be had.
  public func document(from bytes: [UInt8]) throws(PDFImportError) -> SourceDocument {
    PopplerTables.keep()
    if let fault = PopplerLibrary.fault { throw .libraryMissing(reason: fault) }
    if threadCount > 1, bytes.count <= Self.mostBytesForTwoThreads, NativeThreads.haveRoom {
      // Swift's locks know their owners by numbers that a thread keeps when its process is forked, and
      // then are those of another: so both threads are new ones, and this one waits.
      let thread = NativeThread(callerGoesOn: false) { documentByTwoThreads(from: bytes) }
      if let document = thread?.value { return document }
    }
    let warningsBefore = PopplerWarnings.count
    let result: Result<SourceDocument, PDFImportError> = bytes.withUnsafeBytes { buffer in
      do throws(PDFImportError) {
        return .success(try documentByOneThread(in: buffer))
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

  private func documentByOneThread(
    in buffer: UnsafeRawBufferPointer
  ) throws(PDFImportError) -> SourceDocument {
    let handle = try GObjectHandle(document: buffer)
    let pageCount = try handle.pageCount(byteCount: buffer.count)
    var reader = PageReader()
    var read = reader.read(UnreadPages(), of: handle, pageCount: pageCount)
    if read.haveDividedNumbers {
      // What the file calls soft hyphens are hyphens, on the pages before as well.
      reader = PageReader(readsSoftHyphensAsHyphens: true)
      read = reader.read(UnreadPages(), of: handle, pageCount: pageCount)
    }
    if read.lines.isEmpty { throw .noTextLayer(pageCount: pageCount) }
    return document(of: read, metadata(of: handle), from: handle)
  }

  /// The document where two threads can share its pages out among themselves.
  ///
  /// - Returns: nil where it has no text or is damaged, and where pages depend on each other; one thread
  ///   then reads it from the start.
  func documentByTwoThreads(from bytes: [UInt8]) -> SourceDocument? {
    let warningsBefore = PopplerWarnings.count
    let unread = UnreadPages()
    // It opens the document for itself, at the same time.
    let second = NativeThread(callerGoesOn: true) { ReadPages.read(unread, of: bytes) }
    guard let second else { return nil }
    let document = bytes.withUnsafeBytes { buffer -> SourceDocument? in
      defer { unread.giveUp() }
      guard let handle = try? GObjectHandle(document: buffer),
        let pageCount = try? handle.pageCount(byteCount: buffer.count),
        PopplerWarnings.count == warningsBefore
      else { return nil }
      let metadata = metadata(of: handle)
      var reader = PageReader()
      var read = reader.read(unread, of: handle, pageCount: pageCount)
      read.merge(second.value)
      guard !read.dependOnEachOther, !read.lines.isEmpty else { return nil }
      return self.document(of: read, metadata, from: handle)
    }
    // Faults are counted, and two readers meet some of them twice.
    return PopplerWarnings.count == warningsBefore ? document : nil
  }

  private func document(
    of read: ReadPages, _ metadata: SourceMetadata, from handle: borrowing GObjectHandle
  ) -> SourceDocument {
    var document = SourceDocument(
      mediaType: .pdf, pageCount: read.pages.count, pageHeights: read.pages.map(\.height),
      lines: read.lines, metadata: metadata,
      diagnostics: read.pages.compactMap(\.diagnostic))
    // An outline costs as much as two pages of text; where headings look like headings, it says
    // nothing that the looks don't.
    if !setsHeadingsApart(document.lines) { document.outline = PDFOutline.entries(of: handle) }
    return document
  }

  /// Whether some lines are bold or larger than others, as headings are.
  private func setsHeadingsApart(_ lines: [SourceLine]) -> Bool {
    let looks = lines.compactMap(\.look)
    guard let first = looks.first else { return false }
    return looks.contains { $0.isBold != first.isBold || abs($0.fontSize - first.fontSize) > 1 }
  }

  private func metadata(of document: borrowing GObjectHandle) -> SourceMetadata {
    var metadata = SourceMetadata()
    metadata.title = takeString(poppler.document_get_title(document.pointer))
    metadata.producer = takeString(poppler.document_get_producer(document.pointer))
    metadata.creator = takeString(poppler.document_get_creator(document.pointer))
    if let date = poppler.document_get_creation_date_time(document.pointer) {
      metadata.creationDate = takeString(g_date_time_format_iso8601(date))
      g_date_time_unref(date)
    }
    return metadata
  }
}
