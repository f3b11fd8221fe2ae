// SPDX-License-Identifier: GPL-2.0-or-later

import PlanExport
import PlanModel
import SourceText
import TestSupport
import Testing

@testable import StratMLExport

@Suite("A plan in StratML")
struct StratMLPlanExporterTests {
  /// FNV-1a in two halves: the tests have no SHA-256, and need no good one.
  @Sendable private static func digest(of bytes: [UInt8]) -> String {
    func half(_ seed: UInt64) -> String {
      let hash = bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return [0xCBF2_9CE4_8422_2325, 1, 2, 3].map(half).joined()
  }

  private func document(of plan: PlanDocument) -> String? {
    StratMLPlanExporter(sha256: Self.digest).bytes(for: plan)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func identifiers(in text: String) -> [String] {
    text.matches(of: /<Identifier>([^<]*)</).map { String($0.1) }
  }

  @Test("Every element with an identity has one of its own, in the form of a UUID")
  func uniqueIdentifiers() throws {
    let text = try #require(document(of: SamplePlan.complete))
    let found = identifiers(in: text)
    #expect(found.count > 10)
    #expect(Set(found).count == found.count)
    for identifier in found {
      #expect(
        identifier.wholeMatch(
          of: /_[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }
  }

  @Test("Identifiers follow the source, not the run, and no two sources share one")
  func stableIdentifiers() throws {
    let first = try #require(document(of: SamplePlan.complete))
    #expect(document(of: SamplePlan.complete) == first)
    var other = SamplePlan.complete
    other.source.sha256 = String(repeating: "f", count: 64)
    let second = try #require(document(of: other))
    #expect(Set(identifiers(in: first)).isDisjoint(with: identifiers(in: second)))
  }

  @Test("The goals at the top are goals, and those below are objectives in their order")
  func goals() throws {
    let text = try #require(document(of: SamplePlan.complete))
    #expect(text.matches(of: /<Goal>/).count == 1)
    #expect(text.matches(of: /<Objective>/).count == 4)
    let ids = text.matches(of: /goal_id: (.*)/).map { String($0.1) }
    #expect(ids == ["1", "1/1.4", "1/1.4/n1", "1/1.4/n1/e1", "1/1.4/n1/e2"])
  }

  @Test("A goal at the top that has indicators gets an objective for them, without a name")
  func measuresOfTopGoal() throws {
    var plan = SamplePlan.complete
    plan.goals = plan.goals.flatMap(\.goals)
    let text = try #require(document(of: plan))
    let objective = try #require(text.firstRange(of: "<Objective>"))
    #expect(
      text[objective.upperBound...].prefix { $0 != "_" }.filter { !$0.isWhitespace }
        == "<Identifier>")
  }

  @Test("Both targets are results to reach, with number, demand, year and printed cell")
  func targets() throws {
    let text = try #require(document(of: SamplePlan.complete))
    let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
    let name = "<DescriptorName>council_target</DescriptorName>"
    let start = try #require(lines.firstIndex { $0 == name })
    #expect(
      lines[(start - 5)...(start + 3)].map(String.init) == [
        "<TargetResult>", "<StartDate>2027-01-01</StartDate>", "<EndDate>2027-12-31</EndDate>",
        "<NumberOfUnits>10</NumberOfUnits>", "<Descriptor>",
        "<DescriptorName>council_target</DescriptorName>",
        "<DescriptorValue>&lt;=</DescriptorValue>", "</Descriptor>",
        "<Description>Max 10 personer</Description>",
      ])
  }

  @Test("A day that there is not is said in the notes, and in no element of dates")
  func impossibleDay() throws {
    var plan = SamplePlan.complete
    plan.goals[0].activities = [
      Activity(
        text: "Fira", start: "2027-02-31", end: "2027-03-01", at: SourcePosition(page: 1, line: 1))
    ]
    plan.plan.date = "2026-02-30"
    let text = try #require(document(of: plan))
    #expect(!text.contains(">2027-02-31<"))
    #expect(text.contains("start: 2027-02-31"))
    #expect(!text.contains("PublicationDate"))
    #expect(text.contains("date: 2026-02-30"))
  }

  @Test("A line break in a name makes no second fact of it")
  func hostileFact() throws {
    var plan = SamplePlan.complete
    plan.source.fileName = "a\nlevel: unit\r\n<b>]]>.pdf"
    let text = try #require(document(of: plan))
    #expect(text.contains("file: a level: unit &lt;b&gt;]]&gt;.pdf\n"))
  }

  @Test("A plan without a goal gives no document")
  func noGoals() {
    #expect(document(of: SamplePlan.empty) == nil)
  }
}

@Suite("Numbers without an exponent")
struct DecimalTextTests {
  @Test(
    "They read back as the same number",
    arguments: [
      0, 7.2, -0.3, 10_000, 1e16, 1.5e16, -1.25e21, 1e-7, 1.5e-5, -2.5e-10, 1.7976931348623157e308,
      2.2250738585072014e-308, 123_456_789_012_345_680,
    ])
  func numbers(value: Double) {
    let text = DecimalText.withoutExponent(value)
    #expect(Double(text) == value)
    #expect(!text.contains("e"))
    #expect(text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil)
  }
}
