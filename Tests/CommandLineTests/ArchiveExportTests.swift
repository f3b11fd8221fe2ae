// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

/// What is in the folder that an archive's plans are exported into stays as it is, unless it is the
/// same export.
struct ArchiveExportTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    try folder.write(ExamplePlan.text.replacing("Lönnens", with: "Lindens"), to: "in/b.txt")
    _ = try Rodtrad.run("archive", "add", "p.sqlite", "in", "-q", in: folder)
  }

  private func export(_ arguments: String...) throws -> Rodtrad.Outcome {
    try Rodtrad.run(
      ["archive", "export", "p.sqlite", "--output", "out"] + arguments, in: folder)
  }

  /// Expects one line and a folder that is as it was.
  private func expectRefusal(_ line: String, _ run: () throws -> Rodtrad.Outcome) throws {
    let before = try folder.outputs().map { try folder.bytes(of: "out/\($0)") }
    let outcome = try run()
    #expect(outcome.status == 2)
    #expect(outcome.errors == "rodtrad: \(line)\n")
    #expect(try folder.outputs().map { try folder.bytes(of: "out/\($0)") } == before)
  }

  @Test(
    "a folder with results of convert is refused, redacted ones or not",
    arguments: [[], ["--redact"]], [[], ["--redact"]])
  func converted(of run: [String], into options: [String]) throws {
    _ = try Rodtrad.run(["convert", "in", "-o", "out", "-q"] + run, in: folder)
    try expectRefusal(
      "out holds results of 'rodtrad convert'; name another folder after --output"
    ) {
      try Rodtrad.run(["archive", "export", "p.sqlite", "-o", "out"] + options, in: folder)
    }
  }

  @Test("convert does not go into a folder with an export")
  func exported() throws {
    #expect(try export("lindens").status == 0)
    try expectRefusal(
      "out holds results of 'rodtrad archive export'; name another folder after --output"
    ) { try Rodtrad.run("convert", "in", "-o", "out", "-q", in: folder) }
  }

  @Test("redacted and whole exports do not go into one folder")
  func redaction() throws {
    #expect(try export("--redact").status == 0)
    try expectRefusal(
      "out holds results of a run with --redact; add --redact, or name another folder after "
        + "--output"
    ) { try export() }
    #expect(try export("--redact").status == 0)
    let other = try TemporaryFolder()
    let archive = folder.path + "/p.sqlite"
    _ = try Rodtrad.run("archive", "export", archive, "-o", "out", in: other)
    let outcome = try Rodtrad.run("archive", "export", archive, "-o", "out", "--redact", in: other)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "rodtrad: out holds results of a run without --redact, personal data and all; "
        + "name another folder after --output, or take this one away first\n")
  }

  @Test("an export goes over itself, and over a part of itself, but not over more")
  func again() throws {
    #expect(try export("lindens", "--format", "json").status == 0)
    #expect(try export("lindens").status == 0)
    #expect(try export().status == 0)
    let names = try folder.outputs()
    #expect(names.filter { $0.hasSuffix(".json") }.count == 2)
    #expect(try export().status == 0)
    #expect(try folder.outputs() == names)
    try expectRefusal(
      "out holds results of another export, such as Lönnens mottagning 2026.json; "
        + "name another folder after --output, or take this one away first"
    ) { try export("lindens") }
    try expectRefusal(
      "out holds results of another export, such as activities.csv; "
        + "name another folder after --output, or take this one away first"
    ) { try export("--format", "json") }
  }

  @Test("a file that no export wrote is not overwritten")
  func foreign() throws {
    try folder.write("mitt", to: "out/plans.csv")
    try expectRefusal(
      "out/plans.csv is there already, and comes from no export; "
        + "name another folder after --output"
    ) { try export() }
    #expect(try folder.outputs() == ["plans.csv"])
    #expect(try export("--format", "json").status == 0)
  }
}
