// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

@testable import PlanBuilding

struct NumberWordTests {
  private func value(_ text: String) -> Double? {
    var text = text
    return text.withUTF8 { NumberWord.value($0, 0..<$0.count) }
  }

  @Test("a number has the value that its digits say", arguments: 0..<500)
  func sameAsParsing(seed: Int) {
    var chance = Chance(seed: seed)
    var digits = (0...chance.below(20)).map { _ in String(chance.below(10)) }.joined()
    if chance.below(2) == 0 { digits += "." + String(chance.below(100_000)) }
    #expect(value(digits) == Double(digits))
    #expect(value(digits.replacing(".", with: ",")) == Double(digits))
    #expect(value("-\(digits)") == Double("-\(digits)"))
    #expect(value("\u{2212}\(digits)") == Double("-\(digits)"))
  }

  @Test(
    "groups and a full stop at the end are no part of the value",
    arguments: [
      ("10 000", 10_000), ("1 250 000,5", 1_250_000.5), ("95.", 95), ("-0,5", -0.5), ("0", 0),
    ])
  func groups(text: String, expected: Double) {
    #expect(value(text) == expected)
  }

  @Test("what is no number has no value", arguments: ["1.2.3", "-", ""])
  func none(text: String) {
    #expect(value(text) == nil)
  }
}
