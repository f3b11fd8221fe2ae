// SPDX-License-Identifier: GPL-2.0-or-later

/// Why a PDF gave no text.
public enum PDFImportError: Error, Sendable, Hashable {
  /// poppler cannot be loaded, for the reason that the system gives.
  case libraryMissing(reason: String)
  /// The file asks for a password before it can be read.
  case encrypted
  /// poppler cannot find a document in the bytes.
  case damaged
  /// The pages carry no text: pictures of pages, as a scanner makes them.
  case noTextLayer(pageCount: Int)
}
