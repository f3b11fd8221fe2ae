// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport

/// PDFs whose pages, texts and metadata are made to harm.
enum HostileContents {
  static func all() -> [FaultFile] { operators + characterMaps + pictures + information }

  private static func text(_ operators: String) -> [UInt8] {
    Array("BT /F1 12 Tf 70 700 Td \(operators) (Enhetsmal: Alla trivs) Tj ET".utf8)
  }

  private static var operators: [FaultFile] {
    let operators = [
      "/F1 1e30 Tf", "/F1 -12 Tf", "/F1 0 Tf", "/F1 nan Tf", "/F9 12 Tf", "1e300 1e300 Td",
      "-1e300 -1e300 Td", "0 0 0 0 0 0 Tm", "1e20 0 0 1e-20 0 0 Tm", "inf 0 0 inf 0 0 Tm",
      "1 0 0 1 2147483648 -2147483649 Tm", "0.7 0.7 -0.7 0.7 300 300 Tm", "-1 0 0 1 300 300 Tm",
      "99999 Tz", "-100 Tz", "1e30 Tc", "-1e30 Tw", "1e30 TL T* T* T*", "1e30 Ts", "7 Tr", "-1 Tr",
      "Q Q Q Q Q Q", "ET ET ET", "BT BT BT", "EMC EMC", "/P << /MCID -1 >> BDC",
      "/Span << /ActualText (\u{0}\u{1}) >> BDC", "(", "<", "<zz> Tj", "[1e30 (a) -1e30 (b)] TJ",
      "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 Tj",
      "999999999999999999999999999 Tj", "--5 Tj", "1.2.3 Td", "/F1 Tf", "true null Td",
    ]
    return HostilePDF.files("operator", operators) { $0.content = text($1) }
      + HostilePDF.files("overprint", [2, 400]) { pdf, count in
        // All letters in one place, as in a shadow.
        pdf.content = text(String(repeating: "1 0 0 1 70 700 Tm (Skugga) Tj ", count: count))
      }
      + HostilePDF.files("many-words", [100, 2_000]) { pdf, count in
        let words = (0..<count).map { "1 0 0 1 \($0 % 590) \($0 * 7 % 840) Tm (ord\($0)) Tj" }
        pdf.content = text(words.joined(separator: " "))
      }
      + HostilePDF.files("long-string", [10_000, 1_000_000]) { pdf, count in
        pdf.content = text("(\(String(repeating: "a", count: count))) Tj")
      }
      + HostilePDF.files("split-contents", [10, 3_000]) { pdf, count in
        pdf.contents = "[\(String(repeating: "4 0 R ", count: count))]"
      }
  }

  private static var characterMaps: [FaultFile] {
    let maps = [
      "1 beginbfrange <00> <FF> <FFFF> endbfrange",
      "1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange",
      "1 beginbfrange <FF> <00> <0041> endbfrange",
      "1 beginbfrange <00> <FF> [\(String(repeating: "<D800> ", count: 300))] endbfrange",
      "1 beginbfchar <61> <\(String(repeating: "0041", count: 100_000))> endbfchar",
      "999999999 beginbfchar <61> <0000> endbfchar",
      "1 beginbfchar <61> <D800> endbfchar", "1 beginbfchar <61> <DC00D800> endbfchar",
      "1 beginbfchar <61> <0000> endbfchar", "1 beginbfchar <61> <000A> endbfchar",
      "1 beginbfchar <61> <000C> endbfchar", "1 beginbfchar <61> <2028> endbfchar",
      "1 beginbfchar <61> <202E> endbfchar", "1 beginbfchar <61> <00AD> endbfchar",
      "1 beginbfchar <61> <FEFF> endbfchar", "1 beginbfchar <61> <FFFF> endbfchar",
      "1 beginbfchar <61> <0301> endbfchar", "1 beginbfchar <61> <DBFFDFFF> endbfchar",
      "1 beginbfchar <61> <200D> endbfchar", "1 beginbfchar <zz> <zz> endbfchar",
      "1 beginbfchar <61> <> endbfchar", "/Eget usecmap", "1 beginbfchar <61", "(",
      String(repeating: "1 begincodespacerange <00> <FF> endcodespacerange ", count: 10_000),
    ]
    let names = ["", "/UseCMap 10 0 R ", "/Filter /FlateDecode "]
    return names.enumerated().flatMap { set, entries in
      HostilePDF.files("map-\(set)", set == 0 ? maps : Array(maps.prefix(2))) { pdf, map in
        pdf.font += " /ToUnicode 10 0 R"
        pdf.streams = [
          (
            10,
            "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> "
              + "endcodespacerange \(map) endcmap end", entries
          )
        ]
      }
    }
  }

  private static var pictures: [FaultFile] {
    let size = "/Width 2147483647 /Height 2147483647 /BitsPerComponent 8 /ColorSpace /DeviceRGB "
    let pictures = [
      size, size + "/Filter /DCTDecode ", size + "/Filter /JPXDecode ",
      "/Width 9 /Height 9 /Filter /JBIG2Decode ", "/Width -1 /Height -1 ",
      "/Width 9 /Height 9 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 2147483647 >> ",
      "/Width 9 /Height 9 /SMask 10 0 R ", "/Width 9 /Height 9 /ColorSpace 10 0 R ",
      "/Width 9 /Height 9 /ColorSpace [/Indexed [/Indexed 10 0 R 9 ()] 2147483647 ()] ",
      "/Width 9 /Height 9 /Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 2147483647 >> ",
    ]
    return HostilePDF.files("picture", pictures) { pdf, entries in
      pdf.resources += " /XObject << /X 10 0 R >>"
      pdf.content += Array(" 500 0 0 500 0 0 cm /X Do".utf8)
      pdf.streams = [(10, "rubbish", "/Type /XObject /Subtype /Image " + entries)]
    }
      + HostilePDF.files(
        "inline-picture",
        ["BI /W 9 /H 9 ID ", "BI ID EI EI", "BI /W 2147483647 /H 2147483647 /BPC 8 ID x EI"]
      ) { $0.content += Array(" \($1)".utf8) }
      + HostilePDF.files(
        "shading",
        [
          "/ShadingType 1 /ColorSpace /DeviceRGB /Function 10 0 R",
          "/ShadingType 99", "/ShadingType 7 /ColorSpace /DeviceRGB /BitsPerCoordinate 99",
        ]
      ) { pdf, shading in
        pdf.resources += " /Shading << /S 10 0 R >>"
        pdf.content += Array(" /S sh".utf8)
        pdf.others = [(10, "<< \(shading) >>")]
      }
  }

  private static var information: [FaultFile] {
    let entries = [
      "/Title (\(String(repeating: "T", count: 2_000_000)))", "/Title <FEFFD800D800>",
      "/Title <FEFF0000000A202E0041>", "/Title (\\000\\001\\377)", "/Title 10 0 R", "/Title [(a)]",
      "/CreationDate (D:99999999999999)", "/CreationDate (D:20260230256199+99'99')",
      "/CreationDate (D:-0010101)", "/CreationDate ()", "/Producer <zz>", "/Creator <FF>",
    ]
    return HostilePDF.files("information", entries) { pdf, entries in
      pdf.others = [(10, "<< \(entries) >>")]
      pdf.trailer = "/Root 1 0 R /Info 10 0 R"
    }
  }
}
