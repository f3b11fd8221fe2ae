// SPDX-License-Identifier: GPL-2.0-or-later

/// What people call a table, and what a row of it is.
package struct TableTitle: Sendable, Hashable {
  package let english: String
  package let englishRow: String
  package let swedish: String
  package let swedishRow: String
}

extension CSVTable {
  /// The table's title.
  package var title: TableTitle {
    switch self {
    case .plans:
      TableTitle(
        english: "Plans", englishRow: "One row a plan.", swedish: "Planer",
        swedishRow: "En rad per plan.")
    case .goals:
      TableTitle(
        english: "Goals", englishRow: "One row a goal of any level.", swedish: "Mål",
        swedishRow: "En rad per mål, oavsett nivå.")
    case .sections:
      TableTitle(
        english: "Sections", englishRow: "One row a section with its text.", swedish: "Avsnitt",
        swedishRow: "En rad per avsnitt med sin text.")
    case .results:
      TableTitle(
        english: "Expected results", englishRow: "One row an expected result.",
        swedish: "Förväntade resultat", swedishRow: "En rad per förväntat resultat.")
    case .indicators:
      TableTitle(
        english: "Indicators", englishRow: "One row a row of an indicator table.",
        swedish: "Indikatorer", swedishRow: "En rad per rad i en indikatortabell.")
    case .activities:
      TableTitle(
        english: "Activities", englishRow: "One row a row of an activity table.",
        swedish: "Aktiviteter", swedishRow: "En rad per rad i en aktivitetstabell.")
    case .diagnostics:
      TableTitle(
        english: "Remarks", englishRow: "One row a remark about the conversion.",
        swedish: "Anmärkningar", swedishRow: "En rad per anmärkning från omvandlingen.")
    }
  }
}
