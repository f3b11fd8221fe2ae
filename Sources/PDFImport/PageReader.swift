// SPDX-License-Identifier: GPL-2.0-or-later

internal import CPopplerGLib
internal import SourceText
internal import Synchronization

/// The pages of a document that no reader has taken yet; readers on several threads may share them.
final class UnreadPages: Sendable {
  private let next = Atomic<Int>(0)
  /// A page that no document has, and from which on none overflows.
  private static let end = Int.max / 2

  /// The next page, counted from zero, or nil where all of the document's `count` are taken.
  func take(of count: Int) -> Int? {
    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }

  /// Leaves no page to any reader.
  func giveUp() { next.store(Self.end, ordering: .relaxed) }
}

/// What one reader has read, in the order of the pages.
struct ReadPages: Sendable {
  struct Page: Sendable {
    /// Counted from zero.
    var index: Int
    /// In points.
    var height = 0.0
    /// The lines of the page, as a range of all.
    var lines: Range<Int>
    var diagnostic: Diagnostic?
  }

  var pages: [Page] = []
  var lines: [SourceLine] = []
  /// See ``PageLineBuilder/hasDividedNumbers``.
  var haveDividedNumbers = false
  /// Whether what a page holds changes how others are read, those before it or after.
  var dependOnEachOther = false
}

extension ReadPages {
  /// What is read of the pages that are left by one who opens the document in `bytes` for itself.
  ///
  /// Where it cannot be opened the pages stay for another reader, who finds the same.
  static func read(_ unread: UnreadPages, of bytes: [UInt8]) -> ReadPages {
    bytes.withUnsafeBytes { buffer in
      guard let handle = try? GObjectHandle(document: buffer),
        let pageCount = try? handle.pageCount(byteCount: buffer.count)
      else { return ReadPages() }
      var reader = PageReader()
      return reader.read(unread, of: handle, pageCount: pageCount)
    }
  }

  /// Takes over the pages that another reader has read of the same document.
  mutating func merge(_ others: ReadPages) {
    var merged = ReadPages(
      haveDividedNumbers: haveDividedNumbers || others.haveDividedNumbers,
      dependOnEachOther: dependOnEachOther || others.dependOnEachOther)
    merged.pages.reserveCapacity(pages.count + others.pages.count)
    merged.lines.reserveCapacity(lines.count + others.lines.count)
    var own = pages[...]
    var their = others.pages[...]
    while let page = own.first ?? their.first {
      let isOwn = their.first.map { page.index <= $0.index } ?? true
      if !own.isEmpty, isOwn {
        merged.append(own.removeFirst(), from: lines)
      } else {
        merged.append(their.removeFirst(), from: others.lines)
      }
    }
    self = merged
  }

  private mutating func append(_ page: Page, from lines: [SourceLine]) {
    var page = page
    let firstLine = self.lines.count
    self.lines += lines[page.lines]
    page.lines = firstLine..<self.lines.count
    pages.append(page)
  }
}

/// Reads pages of a document, each that it takes of those that are left.
struct PageReader {
  private var builder: PageLineBuilder

  init(readsSoftHyphensAsHyphens: Bool = false) {
    builder = PageLineBuilder(readsSoftHyphensAsHyphens: readsSoftHyphensAsHyphens)
  }

  mutating func read(
    _ unread: UnreadPages, of handle: borrowing GObjectHandle, pageCount: Int
  ) -> ReadPages {
    var read = ReadPages()
    while let index = unread.take(of: pageCount) {
      let firstLine = read.lines.count
      var page = ReadPages.Page(index: index, lines: firstLine..<firstLine)
      if let handle = GObjectHandle(poppler.document_get_page(handle.pointer, Int32(index))) {
        page.height = builder.appendLines(of: handle, pageNumber: index + 1, to: &read.lines)
        page.lines = firstLine..<read.lines.count
        if page.lines.isEmpty, hasPictures(handle) { page.diagnostic = pictureOnly(index + 1) }
      } else {
        page.diagnostic = unreadablePage(index + 1)
      }
      read.pages.append(page)
    }
    read.haveDividedNumbers = builder.hasDividedNumbers
    read.dependOnEachOther = builder.hasDividedNumbers || builder.lineNumberEdge != nil
    return read
  }

  private func hasPictures(_ page: borrowing GObjectHandle) -> Bool {
    guard let pictures = poppler.page_get_image_mapping(page.pointer) else { return false }
    poppler.page_free_image_mapping(pictures)
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
}
