// SPDX-License-Identifier: GPL-2.0-or-later

internal import Glibc

/// A PDF of a few texts at chosen places, written by hand.
///
/// Pages are 595 × 842 points. Every character is half a font size wide, and stands for exactly the
/// code point that the test gives, soft hyphens and combining marks too.
package struct SmallPDF {
  /// A text in one piece, with its baseline's distance from the top of the page in points.
  package struct Text {
    var text: String
    var x: Double
    var baseline: Double
    var size: Double
    var isBold: Bool
    /// How far the text is turned to the left round its beginning, in degrees.
    var angle: Double

    package init(
      _ text: String, x: Double = 70, baseline: Double, size: Double = 10, isBold: Bool = false,
      angle: Double = 0
    ) {
      self.angle = angle
      self.text = text
      self.x = x
      self.baseline = baseline
      self.size = size
      self.isBold = isBold
    }
  }

  /// The pages, each with its texts in the order in which the file draws them.
  package var pages: [[Text]]
  /// Entries of the document information dictionary, such as `Title`.
  package var information: [(key: String, value: String)] = []
  /// Titles of the outline with the page, counted from 1, that each leads to.
  package var outline: [(title: String, page: Int)] = []
  /// Whether a password that nobody knows is needed to open the file.
  package var isEncrypted = false
  /// The number of pages that the file says it has; nil for the truth.
  package var claimedPageCount: Int?

  package init(pages: [[Text]]) { self.pages = pages }

  /// The whole file.
  package func bytes() -> [UInt8] {
    var file = PDFObjectWriter()
    let codes = characterCodes()
    let outlineStart = 7 + 2 * pages.count
    let outlineEntry = outline.isEmpty ? "" : " /Outlines \(outlineStart) 0 R"
    file.object(1, "<< /Type /Catalog /Pages 2 0 R\(outlineEntry) >>")
    let kids = pages.indices.map { "\(7 + 2 * $0) 0 R" }.joined(separator: " ")
    file.object(
      2, "<< /Type /Pages /Kids [\(kids)] /Count \(claimedPageCount ?? pages.count) >>")
    file.object(3, font("Helvetica", codeCount: codes.count))
    file.object(4, font("Helvetica-Bold", codeCount: codes.count))
    file.stream(5, characterMap(of: codes))
    file.object(6, informationDictionary())
    for (index, page) in pages.enumerated() {
      let content = 8 + 2 * index
      file.object(
        7 + 2 * index,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(content) 0 R "
          + "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>")
      file.stream(content, page.map { drawing(of: $0, codes) }.joined(separator: "\n"))
    }
    if !outline.isEmpty { writeOutline(from: outlineStart, to: &file) }
    return file.finish(trailer: "/Root 1 0 R /Info 6 0 R" + (isEncrypted ? Self.encryption : ""))
  }

  // MARK: - Text

  /// One byte for each character that occurs, from 33 on, which keeps clear of the space.
  private func characterCodes() -> [Unicode.Scalar: Int] {
    var codes: [Unicode.Scalar: Int] = [:]
    for text in pages.joined() {
      for scalar in text.text.unicodeScalars where codes[scalar] == nil {
        codes[scalar] = 33 + codes.count
      }
    }
    return codes
  }

  private func drawing(of text: Text, _ codes: [Unicode.Scalar: Int]) -> String {
    let hex = text.text.unicodeScalars.map { hexadecimal(codes[$0] ?? 33, digits: 2) }.joined()
    let font = text.isBold ? "/F2" : "/F1"
    let turn = text.angle * .pi / 180
    let matrix = [cos(turn), sin(turn), -sin(turn), cos(turn), text.x, 842 - text.baseline]
    let numbers = matrix.map { "\(($0 * 1000).rounded() / 1000)" }.joined(separator: " ")
    return "BT \(font) \(text.size) Tf \(numbers) Tm <\(hex)> Tj ET"
  }

  private func font(_ name: String, codeCount: Int) -> String {
    let widths = [String](repeating: "500", count: max(codeCount, 1)).joined(separator: " ")
    return "<< /Type /Font /Subtype /Type1 /BaseFont /\(name) /FirstChar 33 "
      + "/LastChar \(32 + max(codeCount, 1)) /Widths [\(widths)] /ToUnicode 5 0 R >>"
  }

  private func characterMap(of codes: [Unicode.Scalar: Int]) -> String {
    let entries = codes.sorted { $0.value < $1.value }.map { scalar, code in
      let units = String(Character(scalar)).utf16.map { hexadecimal(Int($0), digits: 4) }
      return "<\(hexadecimal(code, digits: 2))> <\(units.joined())>"
    }
    var map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    map += "/CMapName /Made def /CMapType 2 def\n"
    map += "1 begincodespacerange <00> <FF> endcodespacerange\n"
    var rest = entries[...]
    while !rest.isEmpty {
      let part = rest.prefix(100)
      map += "\(part.count) beginbfchar\n\(part.joined(separator: "\n"))\nendbfchar\n"
      rest = rest.dropFirst(100)
    }
    return map + "endcmap end end"
  }

  private func hexadecimal(_ value: Int, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  // MARK: - The rest

  private func informationDictionary() -> String {
    let entries = information.map { key, value in
      let units = value.utf16.map { hexadecimal(Int($0), digits: 4) }.joined()
      return "/\(key) <FEFF\(units)>"
    }
    return "<< \(entries.joined(separator: " ")) >>"
  }

  private func writeOutline(from start: Int, to file: inout PDFObjectWriter) {
    let last = start + outline.count
    file.object(
      start,
      "<< /Type /Outlines /First \(start + 1) 0 R /Last \(last) 0 R /Count \(outline.count) >>")
    for (index, entry) in outline.enumerated() {
      let number = start + 1 + index
      let next = number < last ? " /Next \(number + 1) 0 R" : ""
      let previous = index > 0 ? " /Prev \(number - 1) 0 R" : ""
      let units = entry.title.utf16.map { hexadecimal(Int($0), digits: 4) }.joined()
      file.object(
        number,
        "<< /Title <FEFF\(units)> /Parent \(start) 0 R\(previous)\(next) "
          + "/Dest [\(5 + 2 * entry.page) 0 R /Fit] >>")
    }
  }

  /// No password opens this: the check values are arbitrary.
  private static let encryption =
    " /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 "
    + "/O <\(String(repeating: "A5", count: 32))> /U <\(String(repeating: "5A", count: 32))> >>"
}
