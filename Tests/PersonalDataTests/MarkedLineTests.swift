// SPDX-License-Identifier: GPL-2.0-or-later

import PersonalData
import SectionTokenization
import Testing

/// Holds the finder against lines that were marked by hand.
struct MarkedLineTests {
  private struct Score {
    var right = 0
    var expected = 0
    var found = 0
    var faults: [String] = []

    var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
    var recall: Double { expected == 0 ? 0 : Double(right) / Double(expected) }
  }

  private func score(_ kind: PersonalDataKind) throws -> Score {
    let documents = try MarkedLine.documents()
    let finder = PersonalDataFinder(try .stockholm())
    let spans = documents.flatMap { document in finder.spans(in: [document.map(\.text)])[0] }
    var score = Score()
    let mark = String(kind.mark.dropFirst().dropLast())
    for (line, spans) in zip(documents.joined(), spans) {
      let expected = Set(line.marks.filter { $0.kind == mark }.map(\.utf8Range))
      let found = Set(spans.filter { $0.kind == kind }.map(\.utf8Range))
      score.expected += expected.count
      score.found += found.count
      score.right += expected.intersection(found).count
      for range in expected.symmetricDifference(found).sorted(by: { $0.lowerBound < $1.lowerBound })
      {
        let text = String(decoding: Array(line.text.utf8)[range], as: UTF8.self)
        let fault = expected.contains(range) ? "missing" : "extra"
        score.faults.append("\(fault) “\(text)” in “\(line.text)”")
      }
    }
    return score
  }

  @Test("the lines hold a hundred of each kind, and three hundred that look alike")
  func size() throws {
    let kinds = try MarkedLine.documents().joined().flatMap { $0.marks.map(\.kind) }
    let counts = kinds.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    let marks = PersonalDataKind.allCases.map { String($0.mark.dropFirst().dropLast()) }
    for mark in marks { #expect(counts[mark, default: 0] >= 100) }
    #expect(kinds.count - marks.reduce(0) { $0 + counts[$1, default: 0] } >= 300)
  }

  @Test(
    "every address and number is found as it is marked, and nothing else",
    arguments: [PersonalDataKind.email, .telephone, .identityNumber])
  func numbers(kind: PersonalDataKind) throws {
    let score = try score(kind)
    #expect(score.faults == [])
    #expect(score.right >= 100)
  }

  @Test("nearly all names of officials are found, and hardly anything else")
  func names() throws {
    let score = try score(.name)
    #expect(score.recall >= 0.95, "\(score.faults)")
    #expect(score.precision >= 0.95, "\(score.faults)")
  }
}
