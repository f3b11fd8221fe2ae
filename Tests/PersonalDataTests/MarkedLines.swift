// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import PersonalData
import TestSupport

/// A line of `corpus/personal-data/lines.marked` without its marks, and what they say.
struct MarkedLine {
  struct Mark: Hashable {
    let kind: String
    let utf8Range: Range<Int>
  }

  private(set) var text = ""
  private(set) var marks: [Mark] = []

  init(_ line: Substring) {
    var rest = line
    while let opening = rest.firstRange(of: "«"), let bar = rest.firstRange(of: "|"),
      let closing = rest.firstRange(of: "»"), opening.upperBound < bar.lowerBound,
      bar.upperBound < closing.lowerBound
    {
      text += rest[..<opening.lowerBound]
      let start = text.utf8.count
      text += rest[bar.upperBound..<closing.lowerBound]
      marks.append(
        Mark(
          kind: String(rest[opening.upperBound..<bar.lowerBound]),
          utf8Range: start..<text.utf8.count))
      rest = rest[closing.upperBound...]
    }
    text += rest
  }

  /// The documents of the corpus, each a list of lines.
  static func documents() throws -> [[MarkedLine]] {
    let file = CorpusCase.folder.appendingPathComponent("personal-data/lines.marked")
    let lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }
    return lines.split(whereSeparator: \.isEmpty).map { $0.map(MarkedLine.init) }
  }
}
