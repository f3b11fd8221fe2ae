// SPDX-License-Identifier: GPL-2.0-or-later

import PlanExport
import PlanModel
import PlanPipeline
import SchemaValidation
import SectionTokenization
import SourceText
import TestSupport
import Testing

/// Plans that somebody has torn apart: nothing may stop, and no word may be lost or made up.
struct DamagedPlanTests {
  private static let seeds = 0..<4
  private static let validator = Result { try SchemaValidator.plan() }

  private func check(_ document: SourceDocument, _ comment: Comment) throws {
    let stages = try Stages.stockholm()
    let tokens = stages.tokens(document)
    #expect(tokens.tokens.count == tokens.document.lines.count, comment)
    let plan = stages.plan(document)
    let remark = plan.diagnostics.first { $0.code == "words-unaccounted" }
    #expect(plan.accounting.unaccountedWords == 0, "\(comment): \(remark?.message ?? "")")
    let json = JSONPlanExporter(style: .compact).bytes(for: plan)
    let violations = try Self.validator.get().violations(in: json).map(\.description)
    #expect(violations == [], comment)
  }

  @Test(
    "a text with lines moved, lost, doubled, cut and indented", arguments: CorpusCase.all, seeds)
  func texts(plan: CorpusCase, seed: Int) throws {
    var chance = Chance(seed: seed)
    let text = String(decoding: try plan.bytes(of: "input.txt"), as: UTF8.self)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<60 {
      let index = chance.below(lines.count)
      switch chance.below(8) {
      case 0: lines.remove(at: index)
      case 1: lines.insert(lines[index], at: chance.below(lines.count))
      case 2: lines.swapAt(index, chance.below(lines.count))
      case 3: lines.insert("", at: index)
      case 4: lines[index] = " " + lines[index]
      case 5: lines[index] = String(lines[index].prefix(chance.below(lines[index].count + 1)))
      case 6: lines[index] += "\u{C}"
      default: lines[index] += lines[chance.below(lines.count)]
      }
    }
    try check(Stages.stockholm().document(lines.joined(separator: "\n")), "seed \(seed)")
  }

  @Test(
    "a PDF with lines lost, set otherwise, elsewhere and on other pages",
    arguments: CorpusCase.all)
  func printedLines(plan: CorpusCase) throws {
    let bytes = try plan.bytes(of: "input.pdf")
    let converter = try CorpusPlans.converter()
    let sound = try PDFTurn.take {
      try converter.importedDocument(from: bytes, fileName: "input.pdf")
    }
    for seed in Self.seeds {
      var chance = Chance(seed: seed)
      var document = sound
      for _ in 0..<60 { damage(&document.lines, &chance) }
      try check(document, "seed \(seed)")
    }
  }

  private func damage(_ lines: inout [SourceLine], _ chance: inout Chance) {
    let index = chance.below(lines.count - 1)
    switch chance.below(6) {
    case 0: lines.remove(at: index)
    case 1: lines[index].look?.isBold.toggle()
    case 2: lines[index].look?.fontSize += Double(chance.below(9)) - 4
    case 3: move(&lines[index], by: Double(chance.below(200)) - 100)
    case 4: lines.removeSubrange(index..<min(lines.count - 1, index + chance.below(20)))
    default:
      lines[index].startsPage = true
      for below in index..<lines.count { lines[below].position.page += 1 }
    }
  }

  private func move(_ line: inout SourceLine, by distance: Double) {
    line.xMin += distance
    line.xMax += distance
    for word in line.words.indices {
      line.words[word].xMin += distance
      line.words[word].xMax += distance
    }
  }

  @Test("any part of a text is a text", arguments: CorpusCase.all)
  func parts(plan: CorpusCase) throws {
    let text = String(decoding: try plan.bytes(of: "input.txt"), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var chance = Chance(seed: lines.count)
    for _ in 0..<8 {
      let start = chance.below(lines.count - 1)
      let part = lines[start..<min(lines.count, start + 1 + chance.below(120))]
      let words = part.joined(separator: "\n")
      guard words.contains(where: { !$0.isWhitespace }) else { continue }
      try check(Stages.stockholm().document(words), "lines from \(start + 1) on")
    }
  }
}
