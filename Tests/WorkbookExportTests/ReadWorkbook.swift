// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport

/// A workbook as its parts, read back without the library that wrote it.
struct ReadWorkbook {
  /// The names of the sheets, in order.
  let sheetNames: [String]
  private let folder: TemporaryFolder

  init(path: String) throws {
    folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-m", "zipfile", "-e", path, folder.path]
    try process.run()
    process.waitUntilExit()
    let workbook = try folder.text(of: "xl/workbook.xml")
    sheetNames = workbook.matches(of: /<sheet name="([^"]*)"/).map { String($0.1) }
  }

  /// The XML of a sheet.
  func xml(ofSheet name: String) throws -> String {
    try folder.text(of: "xl/worksheets/sheet\(try number(of: name)).xml")
  }

  /// The cells of a sheet by their places ("A1"), as they are written, with the XML's own escapes
  /// undone.
  func cells(ofSheet name: String) throws -> [String: String] {
    let cell = /<c r="([A-Z]+[0-9]+)"[^>]*>(?:<is><t[^>]*>([^<]*)<\/t><\/is>|<v>([^<]*)<\/v>)<\/c>/
    var cells: [String: String] = [:]
    for match in try xml(ofSheet: name).matches(of: cell) {
      let text = match.2 ?? match.3 ?? ""
      cells[String(match.1)] = text.replacingOccurrences(of: "&lt;", with: "<")
        .replacingOccurrences(of: "&gt;", with: ">").replacingOccurrences(of: "&amp;", with: "&")
    }
    return cells
  }

  /// The cells of a column, from the row below the headings.
  func column(_ heading: String, ofSheet name: String) throws -> [String] {
    let cells = try cells(ofSheet: name)
    guard let place = cells.first(where: { $0.value == heading && $0.key.hasSuffix("1") })?.key
    else { return [] }
    let letters = place.prefix { $0.isLetter }
    let lastRow = cells.keys.compactMap { Int($0.drop { $0.isLetter }) }.max() ?? 1
    return (2..<lastRow + 1).compactMap { cells["\(letters)\($0)"] }
  }

  /// The places of a sheet's links with where they lead.
  func links(ofSheet name: String) throws -> [(place: String, target: String, location: String)] {
    let path = "xl/worksheets/_rels/sheet\(try number(of: name)).xml.rels"
    let relations = try folder.text(of: path).matches(of: /Id="(\w+)"[^>]*?Target="([^"]*)"/)
    let targets = Dictionary(uniqueKeysWithValues: relations.map { ($0.1, $0.2) })
    return try xml(ofSheet: name)
      .matches(of: /<hyperlink ref="(\w+)" r:id="(\w+)" location="([^"]*)"/)
      .map { (String($0.1), targets[$0.2].map(String.init) ?? "", String($0.3)) }
  }

  /// The XML of all tables.
  func tables() throws -> [String] {
    try folder.fileNames(in: "xl/tables").map { try folder.text(of: "xl/tables/\($0)") }
  }

  private func number(of name: String) throws -> Int {
    guard let index = sheetNames.firstIndex(of: name) else { throw CocoaError(.fileNoSuchFile) }
    return index + 1
  }
}
