// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

/// Runs whose standard output is closed, or leads to a full disk.
struct ClosedOutputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ExamplePlan.text, to: "a.txt")
    try folder.write(ExamplePlan.text(1), to: "b.txt")
  }

  private func shell(_ command: String) throws -> (status: Int32?, errors: String) {
    try RunningProgram.shell("\"$0\" \(command)", in: folder)
  }

  @Test(
    "what cannot be written to standard output ends with 2 and a line",
    arguments: [
      "convert a.txt -o -", "convert a.txt b.txt -o - --format jsonl", "inspect a.txt",
      "compare a.txt b.txt", "trend a.txt", "--help", "help convert", "convert --help", "--version",
      "archive --help", "archive search --help", "archive list p.sqlite",
    ], [">&-", "<&- >&-", ">/dev/full"])
  func unwritable(command: String, output: String) throws {
    #expect(try shell("archive add p.sqlite a.txt -q").status == 0)
    let outcome = try shell("\(command) \(output)")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == "rodtrad: standard output cannot be written; check where it leads\n")
  }

  @Test(
    "a result that goes to a file needs no standard output",
    arguments: [("convert a.txt -o out -q", 0), ("compare a.txt b.txt -o c.txt", 0)])
  func unused(command: String, status: Int32) throws {
    let outcome = try shell("\(command) >&-")
    #expect(outcome.status == status)
    #expect(outcome.errors.isEmpty)
  }
}
