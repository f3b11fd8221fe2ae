// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport

/// PDFs that somebody has made to harm whoever reads them.
enum HostilePDFs {
  static func all() -> [FaultFile] {
    trees + boxes + loops + [HostilePDF.formTree(depth: 6)] + depths + outlines + crossReferences
      + locks
      + fonts + bombs + HostileContents.all()
  }

  /// Those that take more time or memory than a document may have.
  static func giants() -> [FaultFile] {
    [
      HostilePDF.formTree(depth: 40),
      bomb("giant-states", "q\n", byteCount: 16 << 20),
      bomb("giant-zeros", "\u{0}", byteCount: 1 << 30), nestedBomb,
    ].compactMap(\.self)
  }

  private static var trees: [FaultFile] {
    let counts = [
      "-1", "0", "2", "65536", "2147483647", "2147483648", "-2147483648", "999999999999999999",
      "1e9", "2 0 R", "(ett)",
    ]
    return HostilePDF.files("count", counts) { $0.tree = "/Kids [3 0 R] /Count \($1)" }
      + HostilePDF.files(
        "kids",
        [
          "[2 0 R]", "[3 0 R 2 0 R]", "2 0 R", "[1 0 R]", "[99 0 R]", "[]", "null", "[[3 0 R]]",
          "[\(String(repeating: "3 0 R ", count: 20_000))]",
          "[\(String(repeating: "2 0 R ", count: 2_000))]",
        ]
      ) { $0.tree = "/Kids \($1) /Count 3" }
      + HostilePDF.files("deep-tree", [50, 500, 5_000]) { pdf, depth in
        pdf.tree = "/Kids [10 0 R] /Count 1"
        pdf.others = (0..<depth).map { level in
          let kid = level == depth - 1 ? 3 : 11 + level
          return (10 + level, "<< /Type /Pages /Parent 2 0 R /Kids [\(kid) 0 R] /Count 1 >>")
        }
      }
  }

  private static var boxes: [FaultFile] {
    let boxes = [
      "[0 0 1000000000 1000000000]", "[0 0 0 0]", "[0 0 -500 -500]", "[595 842 0 0]",
      "[0 0 0.000001 0.000001]", "[0 0 99999999999999999999999999 1]", "[nan nan nan nan]",
      "[-2147483648 -2147483648 2147483647 2147483647]", "[0 0 595]", "(stor)", "3 0 R",
    ]
    return HostilePDF.files("box", boxes) { $0.page = "/MediaBox \($1)" }
      + HostilePDF.files("crop", boxes) { $0.page = "/MediaBox [0 0 595 842] /CropBox \($1)" }
      + HostilePDF.files("unit", ["1000000000", "-1", "0", "0.0000001"]) {
        $0.page = "/MediaBox [0 0 595 842] /UserUnit \($1)"
      }
      + HostilePDF.files("turn", ["45", "-90", "2147483647", "99999999999999999999"]) {
        $0.page = "/MediaBox [0 0 595 842] /Rotate \($1)"
      }
  }

  /// Objects that lead back to themselves.
  private static var loops: [FaultFile] {
    [
      HostilePDF.file("own-parent") { $0.page = "/Parent 3 0 R /MediaBox [0 0 595 842]" },
      HostilePDF.file("tree-parent") { $0.tree = "/Kids [3 0 R] /Count 1 /Parent 2 0 R" },
      HostilePDF.file("own-content") { $0.contents = "[4 0 R [4 0 R] 3 0 R]" },
      HostilePDF.file("own-resources") {
        $0.page = "/MediaBox [0 0 595 842] /Resources 3 0 R"
      },
      HostilePDF.file("own-length") { pdf in
        pdf.others = [(10, "<< /Length 10 0 R >>\nstream\nBT ET\nendstream")]
        pdf.contents = "10 0 R"
      },
      HostilePDF.file("reference-ring") { pdf in
        pdf.others = [(10, "11 0 R"), (11, "12 0 R"), (12, "10 0 R")]
        pdf.contents = "10 0 R"
      },
      HostilePDF.file("own-form") { pdf in
        pdf.resources += " /XObject << /X 10 0 R >>"
        pdf.content += Array(" /X Do".utf8)
        pdf.streams = [
          (10, "/X Do", HostilePDF.formEntries + "/Resources << /XObject << /X 10 0 R >> >> ")
        ]
      },
      HostilePDF.file("two-forms") { pdf in
        pdf.resources += " /XObject << /X 10 0 R >>"
        pdf.content += Array(" /X Do".utf8)
        pdf.streams = [10, 11].map { number in
          (
            number, "/X Do",
            HostilePDF.formEntries + "/Resources << /XObject << /X \(21 - number) 0 R >> >> "
          )
        }
      },
      HostilePDF.file("structure-loop") { pdf in
        pdf.catalog = "/MarkInfo << /Marked true >> /StructTreeRoot 10 0 R"
        pdf.others = [
          (10, "<< /Type /StructTreeRoot /K [10 0 R 11 0 R] /ParentTree 10 0 R >>"),
          (11, "<< /Type /StructElem /S /P /P 11 0 R /K [11 0 R 11 0 R] >>"),
        ]
      },
    ]
  }

  private static var depths: [FaultFile] {
    HostilePDF.files("deep-dictionary", [100, 10_000, 200_000]) { pdf, depth in
      pdf.catalog =
        "/A " + String(repeating: "<< /A ", count: depth) + "1"
        + String(repeating: " >>", count: depth)
    }
      + HostilePDF.files("deep-array", [100, 10_000, 200_000]) { pdf, depth in
        pdf.contents = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      }
      + HostilePDF.files("deep-string", [10_000, 1_000_000]) { pdf, depth in
        pdf.catalog =
          "/A " + String(repeating: "(", count: depth) + String(repeating: ")", count: depth)
      }
      + HostilePDF.files("deep-operands", [1_000, 100_000]) { pdf, depth in
        pdf.content += [UInt8](repeating: UInt8(ascii: "["), count: depth)
      }
  }

  private static var outlines: [FaultFile] {
    func entry(_ number: Int, _ rest: String) -> (Int, String) {
      (number, "<< /Title (Rubrik \(number)) /Parent 10 0 R \(rest) /Dest [3 0 R /Fit] >>")
    }
    return HostilePDF.files("outline", [1_000, 20_000]) { pdf, count in
      pdf.catalog = "/Outlines 10 0 R"
      pdf.others =
        [(10, "<< /First 11 0 R /Last \(10 + count) 0 R /Count \(count) >>")]
        + (11...(10 + count)).map { entry($0, $0 < 10 + count ? "/Next \($0 + 1) 0 R" : "") }
    }
      + HostilePDF.files("deep-outline", [100, 20_000]) { pdf, count in
        pdf.catalog = "/Outlines 10 0 R"
        pdf.others =
          [(10, "<< /First 11 0 R /Last 11 0 R /Count 1 >>")]
          + (11...(10 + count)).map { entry($0, "/First \($0 + 1) 0 R /Last \($0 + 1) 0 R") }
      }
      + HostilePDF.files("outline-loop", ["/Next 11 0 R", "/First 11 0 R", "/First 10 0 R"]) {
        pdf, rest in
        pdf.catalog = "/Outlines 10 0 R"
        pdf.others = [(10, "<< /First 11 0 R /Last 11 0 R /Count 1 >>"), entry(11, rest)]
      }
  }

  private static var crossReferences: [FaultFile] {
    let sound = String(decoding: HostilePDF().bytes, as: UTF8.self)
    let changes = [
      ("startxref\n", "startxref\n-"), ("startxref\n", "startxref\n9"), ("startxref", "startxre"),
      ("xref\n0 6", "xref\n0 99999999"), ("xref\n0 6", "xref\n-5 6"),
      ("xref\n0 6", "xref\n2147483647 6"), ("/Size 6", "/Size 2147483647"), ("/Size 6", "/Size -1"),
      ("/Root 1 0 R", "/Root 1 0 R /Prev 0"), ("/Root 1 0 R", "/Root 2 0 R"),
      ("/Root 1 0 R", "/Root 99 0 R"), ("/Root 1 0 R", ""), ("trailer", "trailr"),
      ("00000 n", "65535 n"), ("00000 n", "00000 f"), ("endobj", ""), ("endstream", ""),
      ("%PDF-1.4", "%PDF-9.9"), ("%PDF-1.4", "%PDF-"), ("%%EOF", ""), (" 0 obj", " 1 obj"),
      ("/Length", "/Lngth"), ("stream\n", "stream\r"),
    ]
    let lines = sound.split(separator: "\n")
    let table = lines.drop { $0 != "startxref" }.dropFirst().first ?? "0"
    return changes.enumerated().map { index, change in
      FaultFile(
        "hostile-table-\(index).pdf", sound.replacing(change.0, with: change.1))
    } + [
      // A table that names itself as the one before it.
      FaultFile(
        "hostile-table-loop.pdf",
        sound.replacing("/Root 1 0 R", with: "/Root 1 0 R /Prev \(table)"))
    ]
  }

  private static var locks: [FaultFile] {
    let text = SmallPDF.Text("Enhetsmål: Alla trivs", baseline: 90)
    var locked = SmallPDF(pages: [[text]])
    locked.isEncrypted = true
    let zeros = String(repeating: "00", count: 48)
    let handlers = [
      "/Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O <\(zeros)> /U <\(zeros)> /OE <00> /UE <00>",
      "/Filter /Standard /V 99 /R 99 /P 0 /O () /U ()", "/Filter /Okand /V 1", "1 0 R",
      "/Filter /Standard /V 4 /R 4 /CF << /StdCF << /CFM /AESV2 >> >> /StmF /StdCF /O () /U ()",
      "/Filter /Standard /V 2 /R 3 /Length 99999 /P -4 /O <\(zeros)> /U <\(zeros)>",
    ]
    return [FaultFile("hostile-locked.pdf", locked.bytes())]
      + HostilePDF.files("lock", handlers) {
        $0.trailer = "/Root 1 0 R /ID [<00> <00>] /Encrypt << \($1) >>"
      }
  }

  private static var fonts: [FaultFile] {
    let rest = "/Subtype /Type1 /BaseFont /Helvetica "
    let fonts = [
      rest + "/FirstChar -2147483648 /LastChar 2147483647 /Widths [500]",
      rest + "/FirstChar 0 /LastChar 255 /Widths [\(String(repeating: "1e30 ", count: 256))]",
      rest + "/FirstChar 0 /LastChar 255 /Widths [\(String(repeating: "-900 ", count: 256))]",
      rest + "/Encoding << /Differences [0 \(String(repeating: "/a ", count: 100_000))] >>",
      rest + "/Encoding 5 0 R", "/Subtype /Type0 /BaseFont /X /DescendantFonts [5 0 R]",
      "/Subtype /Type3 /FontMatrix [0 0 0 0 0 0] /FontBBox [0 0 0 0] /CharProcs 5 0 R",
      "/Subtype /TrueType /FontDescriptor << /FontFile2 4 0 R >>", "/Subtype /Okand", "",
    ]
    return HostilePDF.files("font", fonts) { $0.font = $1 }
      + HostilePDF.files("own-glyph", [""]) { pdf, _ in
        pdf.font =
          "/Subtype /Type3 /FontMatrix [1 0 0 1 0 0] /FontBBox [0 0 9 9] /FirstChar 65 "
          + "/LastChar 65 /Widths [1] /Encoding << /Differences [65 /A] >> "
          + "/CharProcs << /A 10 0 R >> /Resources << /Font << /F1 5 0 R >> >>"
        pdf.content = Array("BT /F1 12 Tf 70 700 Td (AAAA) Tj ET".utf8)
        pdf.streams = [(10, "1 0 d0 BT /F1 1 Tf (AA) Tj ET", "")]
      }
  }

  private static var bombs: [FaultFile] {
    let texts = [
      ("\u{0}", 16 << 20), ("q\n", 64 << 10), ("BT ET q\n", 64 << 10), ("(a) Tj \n", 64 << 10),
      ("[(a)-9]TJ ET BT ", 64 << 10), ("0 0 m 9 9 l S \n\n", 256 << 10),
    ]
    let compressed = texts.enumerated().compactMap { index, text in
      bomb("bomb-\(index)", text.0, byteCount: text.1)
    }
    let filters = [
      "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "LZWDecode", "FlateDecode",
    ]
    return compressed
      + HostilePDF.files("filters", filters) { pdf, filter in
        let chain = String(repeating: "/\(filter) ", count: 2_000)
        pdf.contentEntries = "/Filter [\(chain)] "
      }
  }

  private static func bomb(_ name: String, _ text: String, byteCount: Int) -> FaultFile? {
    RepeatingDeflate(Array(text.utf8), byteCount: byteCount).map { bomb in
      HostilePDF.file(name) { pdf in
        pdf.content = bomb.bytes
        pdf.contentEntries = "/Filter /FlateDecode "
      }
    }
  }

  /// A bomb in a bomb: 650 KB that unpack to 100 MB, and those to 16 GB.
  private static var nestedBomb: FaultFile? {
    // What compressed zeros look like has a period of 13 bytes once it has begun.
    guard let inner = RepeatingDeflate([0], byteCount: 258 * 64)?.bytes,
      let outer = RepeatingDeflate(
        Array(inner[20..<33]), after: Array(inner[..<20]), byteCount: 100 << 20)
    else { return nil }
    return HostilePDF.file("giant-nest") { pdf in
      pdf.content = outer.bytes
      pdf.contentEntries = "/Filter [/FlateDecode /FlateDecode] "
    }
  }
}
