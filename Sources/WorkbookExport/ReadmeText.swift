// SPDX-License-Identifier: GPL-2.0-or-later

/// What the first sheet says, in Swedish; a line each, short enough for the width of a screen.
enum ReadmeText {
  static func introduction(planCount: Int, author: String) -> String {
    let plans = planCount == 1 ? "1 verksamhetsplan" : "\(planCount) verksamhetsplaner"
    return "\(plans), omvandlade från PDF och text till tabeller av \(author)."
  }

  static let reading = [
    "Varje rad kan stå för sig själv: den har plan, år, enhet, målen ovanför och sidan den kommer från.",
    "Klicka på sidan (på bladet Planer på filens namn) för att öppna PDF:en. Länkarna utgår från den mapp där arbetsboken ligger.",
    "En tom cell betyder att dokumentet inte säger något. Datum och tal är riktiga datum och tal.",
    "Ett årsmål står som det är tryckt, och bredvid som tal, måttenhet och jämförelse. Räkna med talet, men titta på måttenheten först.",
    "Höga rader visar bara början av en lång text; hela texten finns i cellen.",
    "Med --format csv,json får du samma tabeller som CSV och varje plan som JSON, med samma värden.",
  ]

  static let pivotTable = [
    "1. Ställ dig i en cell på till exempel bladet Aktiviteter och välj Infoga → Pivottabell. Tabellen är redan vald; tryck OK.",
    "2. Dra Enhet till Rader, År till Kolumner och Aktivitet till Värden: antal aktiviteter per enhet och år.",
    "3. Dubbelklicka på ett tal för att se raderna bakom det.",
  ]

  /// What was shortened or left out, or that nothing was.
  static func remarks(_ notes: WorkbookNotes, _ limits: WorkbookLimits) -> [String] {
    let facts: [(Int, String)] = [
      (
        notes.longTexts,
        "texter är längre än de \(limits.charactersPerCell) tecken som en cell rymmer. Cellen har början; hela texten står på bladet \(LongTextSheet.name)."
      ),
      (
        notes.rowsBeyondLinks,
        "rader saknar länk, eftersom Excel tar högst \(limits.linksPerSheet) länkar på ett blad. Fil och sida står på raden."
      ),
      (
        notes.rowsWithLongPaths,
        "rader saknar länk, eftersom sökvägen till PDF:en är för lång för Excel. Fil och sida står på raden."
      ),
      (
        notes.datesAsText,
        "datum finns inte i kalendern eller är äldre än Excels kalender (mars 1900). De står som text, som i planen."
      ),
      (
        notes.numbersAsText,
        "tal har fler än de 15 siffror som Excel räknar med. De står som text."
      ),
    ]
    let remarks = facts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return remarks.isEmpty ? ["Allt fick plats: inget är förkortat eller utelämnat."] : remarks
  }
}
