// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport

/// What `run.json` says, as far as the tests ask.
struct RunRecord: Decodable {
  struct Input: Decodable {
    let file: String
    let milliseconds: Int
    let outcome: String
    let output: Output?
    let failure: Failure?
    let duplicateOf: String?
  }

  struct Output: Decodable {
    let path: String
    let planId: String
  }

  struct Failure: Decodable {
    let code: String
  }

  struct Problem: Decodable {
    let file: String
    let failure: Failure
  }

  struct Counts: Decodable {
    let converted: Int
    let duplicates: Int
    let failed: Int
    let pending: Int
    let pruned: Int
    let unchanged: Int
    let words: Int
  }

  let counts: Counts
  let inputs: [Input]
  let leftovers: [String]
  let problems: [Problem]
  let state: String
  let vanished: [String]

  /// Reads the record of a run into `output`, a folder in `folder`.
  init(of output: String = "out", in folder: TemporaryFolder) throws {
    let data = Data(try folder.bytes(of: "\(output)/run.json"))
    self = try JSONDecoder().decode(RunRecord.self, from: data)
  }

  /// The codes of the inputs that gave no plan, by their files.
  var failureCodes: [String: String] {
    let failures = inputs.compactMap { input in input.failure.map { (input.file, $0.code) } }
    return Dictionary(failures) { first, _ in first }
  }
}

/// `failures.csv`.
struct FailureTable {
  /// The first column, in order.
  let files: [String]

  init(of output: String = "out", in folder: TemporaryFolder) throws {
    var rows: [[String]] = []
    var reader = CSVReader(text: try folder.text(of: "\(output)/failures.csv"))
    while let row = reader.row() { rows.append(row) }
    files = rows.dropFirst().compactMap(\.first)
  }
}

/// Reads CSV by its definition (RFC 4180), line ends in quoted fields and all.
private struct CSVReader {
  private var rest: Substring.UnicodeScalarView

  init(text: String) { rest = Substring(text).unicodeScalars }

  mutating func row() -> [String]? {
    guard !rest.isEmpty else { return nil }
    var fields: [String] = []
    while true {
      fields.append(field())
      let end = rest.popFirst()
      guard end == "," else {
        if end == "\r" { _ = rest.popFirst() }
        return fields
      }
    }
  }

  private mutating func field() -> String {
    var field = String.UnicodeScalarView()
    guard rest.first == "\"" else {
      while let scalar = rest.first, scalar != ",", scalar != "\r" {
        field.append(scalar)
        rest.removeFirst()
      }
      return String(field)
    }
    rest.removeFirst()
    while let scalar = rest.popFirst() {
      if scalar == "\"" {
        guard rest.first == "\"" else { break }
        rest.removeFirst()
      }
      field.append(scalar)
    }
    return String(field)
  }
}
