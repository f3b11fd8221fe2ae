// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanExport

extension CSVTable {
  /// The name of the table's sheet.
  var sheetName: String { title.swedish }

  /// What a row of the table is, in Swedish.
  var rowDescription: String {
    switch self {
    case .plans: "en plan"
    case .goals: "ett mål, oavsett nivå"
    case .sections: "ett avsnitt med sin text"
    case .results: "ett förväntat resultat"
    case .indicators: "en rad i en indikatortabell"
    case .activities: "en rad i en aktivitetstabell"
    case .diagnostics: "en anmärkning från omvandlingen"
    }
  }
}

extension PlanTableColumn {
  /// The width at which the column's texts are wrapped, in characters.
  var widthLimit: Int {
    switch name {
    // Running text is read; the rest is looked up.
    case "text", "message": 70
    case "name", "title", "heading_path": 44
    case "file": 24
    default: 32
    }
  }
}
