// SPDX-License-Identifier: GPL-2.0-or-later

/// Writes numbered objects of a PDF and the table of where each begins.
package struct PDFObjectWriter {
  private var bytes = Array("%PDF-1.4\n".utf8)
  private var offsets: [Int: Int] = [:]

  /// Begins a file of no objects.
  package init() {}

  /// Writes an object; its number must be above 0.
  package mutating func object(_ number: Int, _ body: String) {
    object(number, Array(body.utf8))
  }

  /// Writes a stream object; `entries` are those of its dictionary besides its length.
  package mutating func stream(_ number: Int, _ content: [UInt8], entries: String = "") {
    let start = "<< /Length \(content.count) \(entries)>>\nstream\n"
    object(number, Array(start.utf8) + content + Array("\nendstream".utf8))
  }

  package mutating func stream(_ number: Int, _ content: String) {
    stream(number, Array(content.utf8))
  }

  private mutating func object(_ number: Int, _ body: [UInt8]) {
    offsets[number] = bytes.count
    bytes += Array("\(number) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
  }

  /// The whole file, with these entries of its trailer besides the number of objects.
  package func finish(trailer: String) -> [UInt8] {
    let count = (offsets.keys.max() ?? 0) + 1
    var table = "xref\n0 \(count)\n0000000000 65535 f \n"
    for number in 1..<max(count, 1) {
      let offset = String(offsets[number] ?? 0)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
    }
    table += "trailer\n<< /Size \(count) \(trailer) >>\nstartxref\n\(bytes.count)\n%%EOF\n"
    return bytes + table.utf8
  }
}
