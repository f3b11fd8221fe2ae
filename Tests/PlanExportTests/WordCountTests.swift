// SPDX-License-Identifier: GPL-2.0-or-later

import Testing

@testable import PlanExport

struct WordCountTests {
  @Test(
    "a word is a run of letters and digits, soft hyphens and normal forms apart",
    arguments: [
      ("", 0), ("- •", 0), ("Enheten är här.", 3), ("hälso- och sjukvård", 3), ("sam\u{AD}het", 1),
      ("a\u{30A}r", 1), ("KF:s 7,2 %", 4), ("CO2 § 9:9", 3),
    ])
  func words(text: String, count: Int) {
    #expect(text.wordCount == count)
  }
}
