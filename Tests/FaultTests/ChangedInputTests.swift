// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

/// Inputs that change, vanish and get neighbours between two runs.
struct ChangedInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["a", "b", "c"] { try folder.write(plan(name), to: "in/\(name).txt") }
  }

  private func plan(_ word: String) -> String {
    ExamplePlan.text.replacing("Alla är trygga", with: "Alla är \(word)")
  }

  @discardableResult
  private func convert(_ arguments: String..., status: Int32 = 0) throws -> RunRecord {
    let outcome = try Rodtrad.run(["convert", "in", "-o", "out"] + arguments, in: folder)
    #expect(outcome.status == status)
    return try RunRecord(in: folder)
  }

  /// What a run into an empty folder gives.
  private func anew() throws -> OutputTree {
    _ = try Rodtrad.run("convert", "in", "-o", "anew", in: folder)
    defer { try? FileManager.default.removeItem(at: folder.url.appendingPathComponent("anew")) }
    return try OutputTree(of: "anew", in: folder)
  }

  private func path(_ name: String) -> String { folder.url.appendingPathComponent(name).path }

  @Test("an input with another content is converted anew, whatever its size and date say")
  func sameSizeAndDate() throws {
    try convert()
    let attributes = try FileManager.default.attributesOfItem(atPath: path("in/b.txt"))
    try folder.write(plan("x"), to: "in/b.txt")
    let date = try #require(attributes[.modificationDate])
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path("in/b.txt"))
    let counts = try convert().counts
    #expect(counts.converted == 1)
    #expect(counts.unchanged == 2)
    #expect(try OutputTree(in: folder).differences(from: anew()) == [])
  }

  @Test("an input that was only touched, or written with what it held, is left alone")
  func touched() throws {
    try convert()
    let calm = try OutputTree(in: folder)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 9)], ofItemAtPath: path("in/a.txt"))
    try folder.write(plan("b"), to: "in/b.txt")
    for _ in 0..<2 { #expect(try convert().counts.unchanged == 3) }
    #expect(try OutputTree(in: folder).differences(from: calm) == [])
  }

  @Test("an input that vanished is reported and its output kept, until it is pruned")
  func vanished() throws {
    try convert()
    let calm = try OutputTree(in: folder)
    try FileManager.default.removeItem(atPath: path("in/b.txt"))
    let record = try convert()
    #expect(record.vanished == ["../in/b.txt"])
    #expect(try OutputTree(in: folder).differences(from: calm) == [])
    let pruned = try convert("--prune")
    #expect(pruned.counts.pruned == 1)
    #expect(try OutputTree(in: folder).differences(from: anew()) == [])
    #expect(try convert().vanished == [])
  }

  @Test("an output that gets another name, because a neighbour came, leaves the old one to --prune")
  func neighbour() throws {
    try convert()
    let pdf = SmallPDF(pages: [[.init("Enhetsmål: Alla trivs", baseline: 90)]])
    try folder.write(pdf.bytes(), to: "in/b.pdf")
    let record = try convert()
    #expect(record.leftovers == ["b.json"])
    #expect(
      try folder.outputs().filter { $0.hasPrefix("b") } == ["b.json", "b.pdf.json", "b.txt.json"])
    try convert("--prune")
    #expect(try OutputTree(in: folder).differences(from: anew()) == [])
    // And back again.
    try FileManager.default.removeItem(atPath: path("in/b.pdf"))
    try convert("--prune")
    #expect(try OutputTree(in: folder).differences(from: anew()) == [])
  }

  @Test("two inputs that change names change outputs")
  func swapped() throws {
    try convert()
    try FileManager.default.moveItem(atPath: path("in/a.txt"), toPath: path("in/d.txt"))
    try FileManager.default.moveItem(atPath: path("in/b.txt"), toPath: path("in/a.txt"))
    try FileManager.default.moveItem(atPath: path("in/d.txt"), toPath: path("in/b.txt"))
    try convert()
    #expect(try OutputTree(in: folder).differences(from: anew()) == [])
  }

  @Test("a text that is named .pdf does not stand for the same text that is named .txt")
  func sameBytesOtherName() throws {
    try folder.write(plan("d"), to: "in/0.pdf")
    try folder.write(plan("d"), to: "in/1.txt")
    let record = try convert(status: 2)
    #expect(record.failureCodes == ["../in/0.pdf": "not-a-pdf"])
    #expect(record.counts.converted == 4)
  }

  @Test("a second run into the same folder is refused, and the first is not disturbed")
  func twoRuns() throws {
    try folder.write(LongRun.endless, to: "in/0.pdf")
    let first = try RunningProgram(
      ["convert", "in", "-o", "out", "--jobs", "1", "--timeout", "5"], in: folder)
    _ = try #require(first.busyWorker())
    let second = try Rodtrad.run("convert", "in", "-o", "out/../out/", in: folder)
    #expect(second.status == 2)
    #expect(
      second.errors
        == "rodtrad: another run is writing to out/../out; wait for it to end, "
        + "or name another folder after --output\n")
    #expect(first.wait() == 2)
    #expect(try RunRecord(in: folder).counts.converted == 3)
  }
}
