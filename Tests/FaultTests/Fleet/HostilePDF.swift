// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport

/// A PDF of one page, of which every part can be made hostile.
///
/// Objects 1 to 5 are the catalog, the page tree, the page, its content and a font; others are the
/// caller's.
struct HostilePDF {
  var catalog = ""
  /// Entries of the page tree besides its type.
  var tree = "/Kids [3 0 R] /Count 1"
  /// Entries of the page besides its type, parent and content.
  var page = "/MediaBox [0 0 595 842]"
  var resources = "/Font << /F1 5 0 R >>"
  var content = Array("BT /F1 12 Tf 70 700 Td (Enhetsm\u{E5}l: Alla trivs) Tj ET".unicodeScalars)
    .map { UInt8(truncatingIfNeeded: $0.value) }
  var contentEntries = ""
  /// What the page says of its content, where it is not the one stream.
  var contents = "4 0 R"
  var font = "/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
  var others: [(number: Int, body: String)] = []
  var streams: [(number: Int, content: String, entries: String)] = []
  var trailer = "/Root 1 0 R"

  init() {}

  var bytes: [UInt8] {
    var file = PDFObjectWriter()
    file.object(1, "<< /Type /Catalog /Pages 2 0 R \(catalog) >>")
    file.object(2, "<< /Type /Pages \(tree) >>")
    file.object(
      3,
      "<< /Type /Page /Parent 2 0 R /Contents \(contents) /Resources << \(resources) >> \(page) >>")
    file.stream(4, content, entries: contentEntries)
    file.object(5, "<< /Type /Font \(font) >>")
    for other in others { file.object(other.number, other.body) }
    for stream in streams {
      file.stream(stream.number, Array(stream.content.utf8), entries: stream.entries)
    }
    return file.finish(trailer: trailer)
  }

  /// A file that is like this but for what `change` changes.
  static func file(_ name: String, _ change: (inout HostilePDF) -> Void) -> FaultFile {
    var pdf = HostilePDF()
    change(&pdf)
    return FaultFile("hostile-\(name).pdf", pdf.bytes)
  }

  static let formEntries = "/Type /XObject /Subtype /Form /BBox [0 0 500 500] "

  /// A form that draws another one four times, and that one the next: 4 to the power of the depth.
  static func formTree(depth: Int) -> FaultFile {
    file("form-tree-\(depth)") { pdf in
      pdf.resources += " /XObject << /X 10 0 R >>"
      pdf.content += Array(" /X Do".utf8)
      pdf.streams = (0..<depth).map { level in
        let draws = level == depth - 1 ? "" : "/X Do /X Do /X Do /X Do"
        let next = "/Resources << /XObject << /X \(11 + level) 0 R >> >> "
        return (10 + level, draws, formEntries + next)
      }
    }
  }

  /// One file for each value, told apart by its place.
  static func files<Value>(
    _ name: String, _ values: [Value], _ change: (inout HostilePDF, Value) -> Void
  ) -> [FaultFile] {
    values.enumerated().map { index, value in file("\(name)-\(index)") { change(&$0, value) } }
  }
}
