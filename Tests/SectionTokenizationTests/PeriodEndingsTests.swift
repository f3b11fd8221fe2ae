// SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import SectionTokenization

struct PeriodEndingsTests {
  private let periods = PeriodEndings(["År", "Tertial", "Vartannat År", "Vartannat år"])

  private func wordCount(_ line: String) -> Int {
    var line = line
    return line.withUTF8 { periods.wordCount(atEndOf: $0) }
  }

  @Test(
    "a row ends in a period where its last word is one, capitals and all",
    arguments: [
      ("Andel nöjda 80 % År", 1), ("År", 1), ("Tertial", 1), ("Antal besök 12 Vartannat År", 2),
      ("Vartannat År", 2), ("Nöjda 5 % Vartannat år", 2), ("Ovartannat År", 1),
      ("Personer över 80 år", 0), ("Ovartannat år", 0), ("Delår", 0),
      ("FöreÅr", 0), ("Tertial 2", 0), ("", 0), ("Verksamhetsuppföljningen", 0),
    ])
  func ends(line: String, count: Int) {
    #expect(wordCount(line) == count)
    #expect(periods.end(line) == (count > 0))
  }
}
