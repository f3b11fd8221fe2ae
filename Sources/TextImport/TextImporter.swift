// SPDX-License-Identifier: GPL-2.0-or-later

public import SourceText
internal import UnicodeNormalization

/// Reads the printed lines of a plan that somebody has turned into text.
///
/// Cost is linear in the number of bytes.
public struct TextImporter: Sendable {
  /// Creates an importer.
  public init() {}

  /// The lines of a text in their order.
  ///
  /// - Parameter bytes: The whole file, in any encoding of ``TextEncoding``.
  /// - Returns: The document, its pages told by form feeds or by leading spaces.
  /// - Throws: ``TextImportError`` where there is no text.
  public func document(from bytes: [UInt8]) throws(TextImportError) -> SourceDocument {
    guard !bytes.isEmpty else { throw .empty }
    var decoded = try TextDecoder().decode(bytes)
    if !decoded.isComposed, mayNeedComposition(decoded.utf8) {
      // NUL would end the text for the C function, and is no text.
      let utf8 = decoded.utf8.filter { $0 != 0 }
      decoded.utf8 = composedUTF8(utf8) ?? utf8
    }
    var reader = TextLineReader()
    var lines = reader.lines(of: decoded.utf8)
    guard !lines.isEmpty else { throw .empty }
    let pageCount = PageMarkers().numberPages(of: &lines, formFeedCount: reader.formFeedCount)
    var document = SourceDocument(mediaType: .plainText, pageCount: pageCount, lines: lines)
    if decoded.replacementCount > 0 {
      document.diagnostics.append(
        Diagnostic(
          "invalid-bytes", .warning,
          "\(decoded.replacementCount) stretches of bytes are not \(decoded.encoding.rawValue) "
            + "and became U+FFFD; get the text anew if you can."))
    }
    return document
  }
}
