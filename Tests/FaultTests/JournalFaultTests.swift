// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

/// What the output folder remembers of its runs, damaged in every way.
struct JournalFaultTests {
  private static let journal = "out/.rodtrad/journal"
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for number in 0..<3 { try folder.write(ExamplePlan.text(number), to: "in/\(number).txt") }
    try folder.write("", to: "in/tom.txt")
  }

  private func convert(status: Int32 = 2) throws -> RunRecord {
    #expect(try Rodtrad.run("convert", "in", "-o", "out", "-q", in: folder).status == status)
    return try RunRecord(in: folder)
  }

  /// Runs after each damage, which must change nothing of what comes out.
  private func expectSameOutputs(after damages: [[UInt8]]) throws {
    let calm = try OutputTree(in: folder)
    let words = try RunRecord(in: folder).counts.words
    #expect(words > 100)
    for (number, journal) in damages.enumerated() {
      try folder.write(journal, to: Self.journal)
      let record = try convert()
      #expect(record.inputs.count == 4, "damage \(number)")
      #expect(record.vanished == [], "damage \(number)")
      #expect(record.counts.words == words, "damage \(number)")
      #expect(try OutputTree(in: folder).differences(from: calm) == [], "damage \(number)")
    }
  }

  @Test("a journal that was cut off anywhere is worth what is left of it")
  func truncated() throws {
    #expect(try convert().counts.converted == 3)
    let journal = try folder.bytes(of: Self.journal)
    try expectSameOutputs(after: (0..<24).map { Array(journal.prefix(journal.count * $0 / 24)) })
  }

  @Test("a journal with flipped bits is believed nowhere that matters")
  func flippedBits() throws {
    _ = try convert()
    let journal = try folder.bytes(of: Self.journal)
    var chance = Chance(seed: 3)
    try expectSameOutputs(
      after: (0..<24).map { _ in
        var damaged = journal
        for _ in 0..<4 { damaged[chance.below(journal.count)] ^= 1 << UInt8(chance.below(8)) }
        return damaged
      })
  }

  @Test("a journal of another version, or of nothing that is known, is begun anew")
  func foreign() throws {
    _ = try convert()
    let journal = try folder.bytes(of: Self.journal)
    let other = "rodtrad journal 9999\n".utf8 + journal
    let giant = Array(journal.prefix(18)) + [UInt8](repeating: 0xFF, count: 64)
    let damages = [Array(other), giant, [], [0], [UInt8](repeating: 0x0A, count: 9_999)]
    try expectSameOutputs(after: damages)
    try folder.write(other, to: Self.journal)
    #expect(try convert().counts.converted == 3)
    #expect(try convert().counts.unchanged == 3)
  }

  @Test("an output that is gone, cut or edited is made again", arguments: Edit.allCases)
  func editedOutput(edit: Edit) throws {
    // What failed is tried again in each run, and then all outputs are read.
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("in/tom.txt"))
    _ = try convert(status: 0)
    let calm = try OutputTree(in: folder)
    for name in ["1.json", "goals.csv", "failures.csv"] {
      let path = folder.url.appendingPathComponent("out/\(name)")
      let sound = try folder.bytes(of: "out/\(name)")
      switch edit {
      case .removed: try FileManager.default.removeItem(at: path)
      case .cut: try folder.write(sound.dropLast(9), to: "out/\(name)")
      case .sameSize: try folder.write(sound.map { $0 == 0x65 ? 0x45 : $0 }, to: "out/\(name)")
      case .replaced:
        let other = try folder.write(sound.map { $0 == 0x61 ? 0x41 : $0 }, to: "other")
        try FileManager.default.removeItem(at: path)
        try FileManager.default.moveItem(atPath: other, toPath: path.path)
      }
      #expect(try OutputTree(in: folder).differences(from: calm) == [name])
      let record = try convert(status: 0)
      #expect(record.counts.converted == (name == "1.json" ? 1 : 0))
      #expect(try OutputTree(in: folder).differences(from: calm) == [], "\(name)")
    }
  }

  /// What somebody does to an output.
  enum Edit: String, CaseIterable, CustomTestStringConvertible {
    case removed, cut, sameSize, replaced

    var testDescription: String { rawValue }
  }

  @Test("outputs that were copied elsewhere with their journal are not made again")
  func copied() throws {
    _ = try convert()
    let calm = try OutputTree(in: folder)
    let other = folder.url.appendingPathComponent("copy")
    let out = folder.url.appendingPathComponent("out")
    try FileManager.default.copyItem(at: out, to: other)
    try FileManager.default.removeItem(at: out)
    try FileManager.default.moveItem(at: other, to: out)
    let record = try convert()
    #expect(record.counts.unchanged == 3)
    #expect(record.counts.converted == 0)
    #expect(try OutputTree(in: folder).differences(from: calm) == [])
  }
}
