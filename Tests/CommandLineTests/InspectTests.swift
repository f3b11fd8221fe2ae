// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

struct InspectTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ExamplePlan.text, to: "plan.txt")
  }

  @Test("the outline of a plan is plain text when piped")
  func outline() throws {
    let outcome = try Rodtrad.run(
      "inspect", "plan.txt", in: folder, environment: ["TERM": "xterm-256color"])
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.text
        == """
        Verksamhetsplan 2026 för Lönnens mottagning
          unit          Lönnens mottagning
          year          2026
          committee     Norra Ekuddens stadsdelsnämnd
          diary number  NE 2025/17
          date          2025-12-03
          file          plan.txt, 1 page
          words         109, all accounted for

        Introduction
          Inledning  p. 1

        Goals
          direction 1 En stad för alla  p. 1
            area 1.1 Alla är trygga  p. 1
              committee Alla får stöd  p. 1
                unit 1.1.1 Vi möter alla lika  p. 1, 1 section, 1 indicator, 1 activity

        Closing
          Övrigt  p. 1

        """)
  }

  @Test("a plan converted before has the outline of its source, redacted where asked")
  func convertedPlan() throws {
    try folder.write(
      ExamplePlan.text.replacing("Mottagningen finns", with: "Skriv till a@example.se. Vi finns"),
      to: "plan.txt")
    _ = try Rodtrad.run("convert", "plan.txt", "--output", "out", in: folder)
    for option in [[], ["--redact"]] {
      let source = try Rodtrad.run(["inspect", "plan.txt"] + option, in: folder)
      let document = try Rodtrad.run(["inspect", "out/plan.json"] + option, in: folder)
      #expect(document.status == 0)
      #expect(document.errors.isEmpty)
      // A document that is redacted keeps the remarks that it had.
      #expect(document.text.prefix(400) == source.text.prefix(400))
    }
  }

  @Test("JSON that is no plan is said to be none, and has no lines to show")
  func otherJSON() throws {
    _ = try Rodtrad.run("convert", "plan.txt", "--output", "out", in: folder)
    let record = try Rodtrad.run("inspect", "out/run.json", in: folder)
    #expect(record.status == 2)
    #expect(record.output.isEmpty)
    #expect(record.errorLines.count == 1)
    #expect(record.errors.hasPrefix("rodtrad: out/run.json: the file is no converted plan: "))
    #expect(record.errors.hasSuffix("a PDF, a text, or the JSON that convert wrote of one\n"))
    let tokens = try Rodtrad.run("inspect", "out/plan.json", "--tokens", in: folder)
    #expect(tokens.status == 64)
    #expect(tokens.errors.contains("name the PDF or the text"))
  }

  @Test("remarks stand under the outline with their page and code")
  func remarks() throws {
    try folder.write("Enhetsmål:\n\nBeskrivning\n\nEn text.\n", to: "kort.txt")
    let outcome = try Rodtrad.run("inspect", "kort.txt", in: folder)
    let remarks = outcome.text.split(separator: "\n").drop { $0 != "Remarks" }
    #expect(
      remarks.joined(separator: "\n")
        == """
        Remarks
          warning No year of the plan was found; fill it in by hand. [no-year-found]
          warning p. 1: The goal “Enhetsmål:” has no title. [goal-without-title]
          info p. 1: The unit goal “” stands directly under the top of the plan. [level-skipped]
        """)
  }

  @Test("--tokens shows every line with its place and what it was taken for")
  func tokens() throws {
    let outcome = try Rodtrad.run("inspect", "--tokens", "plan.txt", in: folder)
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n").map(String.init)
    let printed = ExamplePlan.text.split(separator: "\n")
    #expect(lines.count == printed.count)
    for (line, text) in zip(lines, printed) {
      #expect(line.hasSuffix(text.drop { $0 == " " }))
    }
    let expected = [
      "1:1     cover                   Verksamhetsplan 2026 för Lönnens mottagning",
      "1:6     heading 1               Inledning",
      "1:16    goal-unit 1.1.1         Enhetsmål: 1.1.1 Vi möter alla lika",
      "1:18    section expectedResults Förväntat resultat",
      "1:20    list-item               - Ökad andel nöjda.",
      "1:22    table-header            Indikator Årsmål KF:s årsmål år 2026 Periodicitet",
      "1:24    table-row               Andel nöjda 7,5 % öka År",
    ]
    #expect(expected.filter { !lines.contains($0) } == [])
    #expect(!outcome.text.contains("\u{1B}"))
  }

  @Test("a title with control characters cannot steer the terminal")
  func controlCharacters() throws {
    try folder.write("Enhetsmål: Ett \u{1B}[31mrött\u{7} \u{202E}mål\n", to: "x.txt")
    for arguments in [["inspect", "x.txt"], ["inspect", "x.txt", "--tokens"]] {
      let outcome = try Rodtrad.run(arguments, in: folder)
      #expect(outcome.status == 0)
      let isClean = outcome.text.unicodeScalars.allSatisfy { scalar in
        scalar == "\n" || scalar.value >= 0x20 && scalar != "\u{202E}"
      }
      #expect(isClean)
    }
  }

  @Test(
    "what cannot be inspected gives one line and 2",
    arguments: [
      (
        "borta.txt",
        "rodtrad: borta.txt: the file cannot be read (No such file or directory); check the name"
      ),
      (
        "tom.txt",
        "rodtrad: tom.txt: the file has no text; check that it was saved or downloaded completely"
      ),
    ])
  func failures(name: String, line: String) throws {
    try folder.write("", to: "tom.txt")
    let outcome = try Rodtrad.run("inspect", name, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == line + "\n")
  }

  @Test("a folder is said to be one")
  func folderInsteadOfFile() throws {
    try folder.write("x", to: "mapp/fil.txt")
    let outcome = try Rodtrad.run("inspect", "mapp", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.contains("folder"))
  }
}
