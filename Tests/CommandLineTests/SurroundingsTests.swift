// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

/// The output depends on the input and on nothing around the program.
struct SurroundingsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let surroundings: [[String: String]] = [
    ["LANG": "C", "LC_ALL": "C"], ["LANG": "sv_SE.UTF-8", "LC_ALL": "sv_SE.UTF-8"],
    ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"], ["TZ": "Asia/Tokyo"],
    ["TZ": "America/New_York"], ["SWIFT_DETERMINISTIC_HASHING": "1"],
  ]

  @Test("locale, time zone and the order of hashes change no byte", arguments: PlanForm.allCases)
  func environment(form: PlanForm) throws {
    let plan = try #require(CorpusCase.all.last)
    let input = plan.path(of: form.fileName)
    let expected = try Rodtrad.run("convert", input, "--output", "-", in: folder)
    #expect(expected.status == 0)
    #expect(expected.output.count > 10_000)
    for environment in Self.surroundings {
      let outcome = try Rodtrad.run(
        "convert", input, "--output", "-", in: folder, environment: environment)
      #expect(outcome.output == expected.output, "\(environment)")
    }
  }

  @Test("a date without a zone in a PDF is read the same everywhere")
  func dateWithoutZone() throws {
    var pdf = SmallPDF(pages: [[.init("Enhetsmål: Ett mål", baseline: 100)]])
    pdf.information = [("CreationDate", "D:20250120233000")]
    try folder.write(pdf.bytes(), to: "plan.pdf")
    let outputs = try ["UTC", "Asia/Tokyo", "America/New_York"].map { zone in
      try Rodtrad.run(
        "convert", "plan.pdf", "--output", "-", in: folder, environment: ["TZ": zone]
      ).text
    }
    #expect(outputs[0].contains("2025-01-20T23:30:00"))
    #expect(Set(outputs).count == 1)
  }

  @Test("the folder that the program is started in changes no byte")
  func startFolder() throws {
    let path = try folder.write(ExamplePlan.text, to: "in/plan.txt")
    let inside = try Rodtrad.run("convert", path, "--output", "-", in: folder)
    let other = try TemporaryFolder()
    let outside = try Rodtrad.run("convert", path, "--output", "-", in: other)
    let relative = try Rodtrad.run("convert", "in/plan.txt", "--output", "-", in: folder)
    #expect(inside.output == outside.output)
    #expect(inside.output == relative.output)
    #expect(inside.output.count > 1_000)
  }

  @Test("tables list plans in the order of their names, not of the file system")
  func order() throws {
    for (number, name) in ["c", "a", "é", "b", "B", "a/x"].enumerated() {
      try folder.write(ExamplePlan.text(number), to: "in/\(name).txt")
    }
    _ = try Rodtrad.run("convert", "in", "--output", "out", "--quiet", in: folder)
    let ids = try folder.text(of: "out/plans.csv").split(separator: "\r\n").dropFirst()
      .map { String($0.prefix { $0 != "," }) }
    // Some file systems do not tell two names apart that differ only in case.
    #expect(ids == ["B.txt", "a", "a/x", "b.txt-2", "c", "é"])
  }
}
