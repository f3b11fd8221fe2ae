// SPDX-License-Identifier: GPL-2.0-or-later

internal import CPopplerGLib

/// What poppler knows before it sees a document: the names of characters, the encodings, its types.
///
/// It makes these tables when a document is opened and no other is, and clears them away with the
/// last one. So an empty document is opened once, and stays so.
enum PopplerTables {
  /// Makes the tables, where they are not there; they stay.
  static func keep() { _ = isOpen }

  private static let isOpen: Bool = {
    guard PopplerLibrary.fault == nil else { return false }
    PopplerWarnings.startCounting()
    let bytes = emptyDocument.withUnsafeBytes { g_bytes_new($0.baseAddress, gsize($0.count)) }
    defer { g_bytes_unref(bytes) }
    return poppler.document_new_from_bytes(bytes, nil, nil) != nil
  }()

  /// A PDF of one empty page.
  private static let emptyDocument: [UInt8] = {
    let objects = [
      "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    ]
    var file = "%PDF-1.4\n"
    var entries = "0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = "\(file.utf8.count)"
      entries += String(repeating: "0", count: 10 - offset.utf8.count) + offset + " 00000 n \n"
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 4\n\(entries)trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }()
}
