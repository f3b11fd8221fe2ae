// SPDX-License-Identifier: GPL-2.0-or-later

/// Texts that somebody has made to harm whoever reads them.
enum HostileTexts {
  static func all() -> [FaultFile] {
    files("line", longLines) + files("blank", blanks) + files("numbering", numberings)
      + files("table", tables) + files("odd", oddities) + files("many", crowds)
  }

  private static func files(_ name: String, _ texts: [String]) -> [FaultFile] {
    texts.enumerated().map { FaultFile("hostile-\(name)-\($0).txt", "Enhetsmål: Ett mål\n\n\($1)") }
  }

  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// Ten megabytes in one line each.
  static func giants() -> [FaultFile] {
    files("giant-line", longLines(byteCount: 10 << 20))
  }

  private static func longLines(byteCount: Int) -> [String] {
    ["a", "ord ", "1.1 ", "Enhetsmål: "].map { many($0, byteCount / $0.utf8.count) }
  }

  /// Lines of a tenth of a megabyte, and a few that are shorter and worse.
  private static var longLines: [String] {
    longLines(byteCount: 100 << 10)
      + ["\u{301}", " ", "-", "a\u{301}", "   a", "(", "1.", "….", "\t", "\u{AD}"].map {
        many($0, 10_000)
      }
  }

  private static var blanks: [String] {
    let million = many("\n", 1_000_000)
    return [million]
      + ["\r\n", "\r", "\u{C}", " \n", "\u{A0}\n", "\u{B}", "\u{2028}"].map {
        many($0, 50_000) + "Sist\n"
      }
  }

  private static var numberings: [String] {
    [10, 1_000, 30_000].flatMap { depth in
      [
        "Enhetsmål: \(many("1.", depth)) Djupt", "\(many("1.", depth))1 Rubrik",
        "KF:s inriktningsmål: \(many("9", depth)). Stort", many("\t", depth) + "- punkt",
        many("(", depth) + "a" + many(")", depth), many("- ", depth),
      ]
    }
      + [
        "Enhetsmål: 99999999999999999999.99999999999999999999 Mycket",
        "Enhetsmål: -1.-1 Litet", "Enhetsmål: 0.0.0 Inget", "Enhetsmål: ١.٢ Andra siffror",
      ]
  }

  private static var tables: [String] {
    let header = "Indikator   Årsmål   KF:s årsmål år 2026   Periodicitet\n\n"
    let activities = "Aktivitet   Startdatum   Slutdatum\n\n"
    return [
      header + many("Andel nöjda   7,5 %   öka   År\n", 800),
      header + many("Andel   ", 5_000), many(header, 300), many(activities + header, 500),
      activities + many("Vi frågar   2026-01-01   2026-12-31\n", 800),
      activities + many("2026-01-01 ", 5_000), activities + many("0000-00-00   9999-99-99\n", 500),
      header + many("Andel   99999999999999999999999999999999,9 %   1e999   År\n", 100),
      header + many(many("x   ", 200) + "\n", 100), many("Indikator   ", 2_000) + "\n",
      header + many("\u{202E}Andel   5 %   \u{2066}öka   År\n", 200),
    ]
  }

  private static var oddities: [String] {
    [
      "\u{0}", "\u{FEFF}\u{FEFF}", "\u{FFFE}\u{FFFF}", "\u{10FFFF}", "\u{E000}",
      "\u{1F469}\u{200D}",
      "\u{200F}Enhetsmål: \u{202E}lappa", "Enhets\u{AD}mål: a", "Enhetsma\u{30A}l: b",
      "\u{85}\u{2028}\u{2029}", "%PDF-", "{\"json\": true}", "<html>", "=1+1", "\"a\",\"b\"\r\n",
      "\u{1B}[2J", "Sida 1 av 0\n\u{C}Sida 2 av -1", "Enhetsmål:", ":", "1", "\u{301}Enhetsmål: c",
      many("\u{FFFD}", 1_000), many("å", 5_000), many("e\u{301}\u{323}", 5_000),
    ]
  }

  private static var crowds: [String] {
    [
      many("Enhetsmål: Samma mål\n\n", 500), many("KF:s inriktningsmål: 1. Stad\n\n", 1_000),
      (1...500).map { "Enhetsmål: 1.\($0) Mål \($0)\n" }.joined(),
      many("Inledning\n\n", 2_000), many("Innehåll\n\n", 1_000),
      (1...2_000).map { "Rubrik \($0) ........ \($0)\n" }.joined(), many("- punkt\n", 3_000),
      many("Sidhuvud\n\u{C}", 1_000), (1...600).map { "\(many(" ", $0 % 100))rad\n" }.joined(),
      many("Förväntat resultat\n\nIndikator   Årsmål\n\n", 300),
    ]
  }
}
