// SPDX-License-Identifier: GPL-2.0-or-later

internal import CPopplerGLib

/// Owns a GObject and releases it at the end of its life.
struct GObjectHandle: ~Copyable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  deinit { poppler.object_unref(UnsafeMutableRawPointer(pointer)) }
}

/// The string at `pointer`, which is then freed; nil for a null pointer or an empty string.
func takeString(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
  guard let pointer else { return nil }
  defer { g_free(pointer) }
  let text = String(cString: pointer)
  return text.isEmpty ? nil : text
}

extension GObjectHandle {
  /// Opens the document in `buffer`, which must outlive it.
  ///
  /// - Throws: ``PDFImportError`` where it is encrypted or cannot be read.
  init(document buffer: UnsafeRawBufferPointer) throws(PDFImportError) {
    guard let bytes = g_bytes_new_static(buffer.baseAddress, gsize(buffer.count)) else {
      throw .damaged
    }
    defer { g_bytes_unref(bytes) }
    var failure: UnsafeMutablePointer<GError>?
    guard let pointer = poppler.document_new_from_bytes(bytes, nil, &failure) else {
      defer { g_clear_error(&failure) }
      let isEncrypted =
        failure?.pointee.domain == poppler.error_quark()
        && failure?.pointee.code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue)
      throw isEncrypted ? .encrypted : .damaged
    }
    self.pointer = pointer
  }

  /// How many pages the document has, which was opened from so many bytes.
  func pageCount(byteCount: Int) throws(PDFImportError) -> Int {
    let claimed = Int(poppler.document_get_n_pages(pointer))
    // A page object needs some thirty bytes at the least; a greater claim is a damaged page tree.
    guard claimed > 0, claimed <= byteCount / 16 else { throw .damaged }
    return claimed
  }
}
