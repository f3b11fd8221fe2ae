// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

struct ArchiveTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    let other = ExamplePlan.text.replacing("Lönnens", with: "Lindens")
      .replacing("Vi möter alla lika", with: "Vi utvecklar äldreomsorgen")
    try folder.write(other, to: "in/b.txt")
  }

  private func archive(_ arguments: String...) throws -> Rodtrad.Outcome {
    try Rodtrad.run(["archive"] + arguments, in: folder)
  }

  @Test("plans are added once, and a corrected one takes its older version's place")
  func add() throws {
    let first = try archive("add", "p.sqlite", "in")
    #expect(first.status == 0)
    #expect(first.output.isEmpty)
    #expect(
      first.errors == "Added 2, replaced 0, unchanged 0, failed 0; p.sqlite holds 2 plans.\n")
    let bytes = try folder.bytes(of: "p.sqlite")
    let again = try archive("add", "p.sqlite", "in/a.txt")
    #expect(again.status == 0)
    #expect(
      again.errors == """
        in/a.txt: is in the archive already, as “Lönnens mottagning 2026”
        Added 0, replaced 0, unchanged 1, failed 0; p.sqlite holds 2 plans.

        """)
    #expect(try folder.bytes(of: "p.sqlite") == bytes)
    let text = try folder.text(of: "in/a.txt").replacing("alla lika", with: "alla med respekt")
    try folder.write(text, to: "in/a.txt")
    let corrected = try archive("add", "p.sqlite", "in", "--quiet")
    #expect(corrected.status == 0)
    #expect(corrected.errors.isEmpty)
    #expect(try archive("search", "p.sqlite", "lika").output.isEmpty)
    #expect(try archive("search", "p.sqlite", "respekt").text.contains("alla med «respekt»"))
    #expect(try folder.fileNames() == ["in/a.txt", "in/b.txt", "p.sqlite"])
  }

  @Test("a file that fails is named in one line, and the others are added")
  func failures() throws {
    try folder.write(ExamplePlan.letter, to: "in/brev.txt")
    try folder.write("%PDF-1.4 trasig", to: "in/c.pdf")
    try folder.write("{\"goals\": [", to: "in/d.json")
    try folder.write("{}", to: "in/e.json")
    let outcome = try archive("add", "p.sqlite", "in", "borta.pdf")
    #expect(outcome.status == 2)
    let lines = outcome.errorLines
    try #require(lines.count == 6)
    #expect(lines[0].hasPrefix("rodtrad: borta.pdf: there is no such file"))
    #expect(lines[1].hasPrefix("rodtrad: in/brev.txt: no goal was found in it"))
    #expect(lines[2].hasPrefix("rodtrad: in/c.pdf: the PDF is damaged"))
    #expect(lines[3].hasPrefix("rodtrad: in/d.json: the file is no converted plan"))
    #expect(lines[4] == "in/e.json: passed over, since it is JSON but no plan")
    #expect(lines[5].hasPrefix("Added 2, replaced 0, unchanged 0, failed 4, passed over 1; "))
  }

  @Test("an archive in a folder that is not there")
  func missingFolder() throws {
    try folder.write(ExamplePlan.text, to: "a.txt")
    let outcome = try archive("add", "borta/p.sqlite", "a.txt")
    #expect(outcome.status == 2)
    #expect(
      outcome.errorLines == [
        "rodtrad: borta/p.sqlite: there is no such folder to make it in; "
          + "make the folder first, or check the name"
      ])
  }

  @Test("what was converted comes back byte for byte, with the tables of convert")
  func export() throws {
    let plan = try #require(CorpusCase.all.first)
    let converted = try Rodtrad.run(
      "convert", plan.path(of: "input.pdf"), "in", "-o", "out", "-q", in: folder)
    #expect(converted.status == 0)
    #expect(try archive("add", "p.sqlite", "out", "--quiet").status == 0)
    // The same from the sources: nothing is new then.
    let sources = try archive("add", "p.sqlite", plan.path(of: "input.pdf"), "in")
    #expect(sources.errors.contains("Added 0, replaced 0, unchanged 3, failed 0"))
    let exported = try archive("export", "p.sqlite", "--output", "back")
    #expect(exported.status == 0)
    #expect(
      try folder.bytes(of: "back/Lönnens mottagning 2026.json") == folder.bytes(of: "out/a.json"))
    #expect(
      try folder.bytes(of: "back/Lindens mottagning 2026.json") == folder.bytes(of: "out/b.json"))
    let goals = try folder.text(of: "back/goals.csv").split(separator: "\r\n")
    #expect(goals.count == (try folder.text(of: "out/goals.csv").split(separator: "\r\n").count))
    let one = try archive(
      "export", "p.sqlite", "lindens", "--format", "json", "--output", "ett")
    #expect(one.status == 0)
    #expect(
      try folder.fileNames(in: "ett").filter { !$0.hasPrefix(".rodtrad/") } == [
        "Lindens mottagning 2026.json"
      ])
  }

  @Test("marks stand in place of personal data also in the archive")
  func redaction() throws {
    let text = try folder.text(of: "in/a.txt")
      .replacing("Inget finns", with: "Skriv till anna.berg@lindviken.example.se. Inget finns")
    try folder.write(text, to: "in/a.txt")
    #expect(try archive("add", "p.sqlite", "in/a.txt", "--redact", "-q").status == 0)
    #expect(try archive("search", "p.sqlite", "anna.berg").output.isEmpty)
    let bytes = try folder.bytes(of: "p.sqlite")
    #expect(!String(decoding: bytes, as: UTF8.self).contains("anna.berg"))
  }

  @Test("plans are listed for people, for programs and for Excel")
  func list() throws {
    _ = try archive("add", "p.sqlite", "in", "-q")
    let text = try archive("list", "p.sqlite").text
    #expect(
      text == """
        Lindens mottagning 2026  4 goals, 1 indicator, 1 activity  b.txt
        Lönnens mottagning 2026  4 goals, 1 indicator, 1 activity  a.txt

        """)
    let json = try archive("list", "p.sqlite", "--format", "json", "--unit", "LINDENS").output
    let plans = try #require(
      try JSONSerialization.jsonObject(with: Data(json)) as? [[String: Any]])
    #expect(plans.map { $0["name"] as? String } == ["Lindens mottagning 2026"])
    #expect(plans.first?["year"] as? Int == 2026)
    let csv = try archive("list", "p.sqlite", "--format", "csv", "--csv", "excel", "--year", "2026")
    #expect(csv.text.hasPrefix("\u{FEFF}Plan;Enhet;År;Mål;Indikatorer;Aktiviteter;Fil;"))
    #expect(csv.text.split(separator: "\r\n").count == 3)
    #expect(try archive("list", "p.sqlite", "--year", "1999").output.isEmpty)
  }

  @Test("a plan is shown as inspect shows it, by name, number or a part of the name")
  func show() throws {
    _ = try archive("add", "p.sqlite", "in", "-q")
    let inspected = try Rodtrad.run("inspect", "in/b.txt", in: folder).text
    for name in ["Lindens mottagning 2026", "lindens", "2", "b.txt"] {
      #expect(try archive("show", "p.sqlite", name).text == inspected, "\(name)")
    }
    let several = try archive("show", "p.sqlite", "mottagning")
    #expect(several.status == 2)
    #expect(several.errors.hasPrefix("rodtrad: “mottagning” may be 2 plans: “Lindens "))
    #expect(try archive("show", "p.sqlite", "granens").status == 2)
  }

  @Test("a search tells where the words stand, in three formats")
  func search() throws {
    _ = try archive("add", "p.sqlite", "in", "-q")
    let text = try archive("search", "p.sqlite", "omsorg").text
    #expect(
      text == """
        Lindens mottagning 2026, p. 1, unit goal 1.1.1 Vi utvecklar äldreomsorgen
            Vi utvecklar äldre«omsorg»en

        """)
    let json = try archive("search", "p.sqlite", "omsorg", "--format", "json").output
    let hits = try #require(
      try JSONSerialization.jsonObject(with: Data(json)) as? [[String: Any]])
    let hit = try #require(hits.first)
    #expect(hit["isWholeWord"] as? Bool == false)
    #expect(hit["page"] as? Int == 1)
    #expect((hit["excerpt"] as? [[String: Any]])?.count == 3)
    let csv = try archive("search", "p.sqlite", "frågar", "--format", "csv", "--limit", "1")
    #expect(csv.text.contains(",activity,1,unit,1.1.1,"))
    #expect(csv.text.contains(",Vi «frågar» alla\r\n"))
    #expect(csv.errors == "There are more hits; --limit shows more than 1.\n")
    let nothing = try archive("search", "p.sqlite", "xyzzy")
    #expect(nothing.status == 0)
    #expect(nothing.errors == "Nothing was found.\n")
  }

  @Test("a name that SQLite would keep in memory is a file like others")
  func memory() throws {
    #expect(try archive("add", ":memory:", "in", "-q").status == 0)
    #expect(try archive("list", ":memory:").text.split(separator: "\n").count == 2)
  }

  @Test("what an archive holds cannot steer the terminal, nor lead out of a folder")
  func hostileTexts() throws {
    _ = try Rodtrad.run("convert", "in/a.txt", "-o", "out", "-q", in: folder)
    let json = try folder.text(of: "out/a.json")
      .replacing("\"Lönnens mottagning\"", with: "\"..\\/..\\/\\u001b[31m\\u202ex\"")
      .replacing("Vi möter alla lika", with: "Vi möter \\u001b[31malla")
    try folder.write(json, to: "out/a.json")
    #expect(try archive("add", "p.sqlite", "out/a.json").status == 0)
    for arguments in [
      ["list", "p.sqlite"], ["search", "p.sqlite", "möter"], ["show", "p.sqlite", "1"],
    ] {
      let outcome = try Rodtrad.run(["archive"] + arguments, in: folder)
      #expect(outcome.status == 0)
      #expect(!outcome.text.contains("\u{1B}"))
      #expect(!outcome.text.contains("\u{202E}"))
    }
    #expect(try archive("export", "p.sqlite", "-o", "back/deep", "--format", "json").status == 0)
    let names = try folder.fileNames(in: "back").filter { !$0.hasPrefix("deep/.rodtrad/") }
    #expect(names == ["deep/_.._..__[31m\u{202E}x 2026.json"])
  }

  @Test("wrong usage is 64, and speaks of rodtrad archive")
  func usage() throws {
    let commands = [
      ["archive", "ad"], ["archive", "add", "p.sqlite"], ["archive", "search", "p.sqlite", ". §"],
      ["archive", "search", "p.sqlite", String(repeating: "omsorg ", count: 14_000)],
      ["archive", "search", "p.sqlite", "a", "--limit", "0"], ["archive", "export", "p.sqlite"],
      ["archive", "export", "p.sqlite", "-o", "-"], ["archive", "export", "p.sqlite", "-o", ""],
    ]
    for arguments in commands {
      let outcome = try Rodtrad.run(arguments, in: folder)
      #expect(outcome.status == 64, "\(arguments.prefix(2))")
      #expect(outcome.errors.contains("Usage: rodtrad archive"), "\(outcome.errors)")
    }
  }

  @Test(
    "a number that is none of an option's says what is expected",
    arguments: [
      (["search", "p.sqlite", "a", "--limit", "-5"], "--limit is a number from 1 to 1000000"),
      (["list", "p.sqlite", "--year", "-2026"], "--year is a year of four digits"),
    ])
  func numbers(arguments: [String], message: String) throws {
    let outcome = try Rodtrad.run(["archive"] + arguments, in: folder)
    #expect(outcome.status == 64)
    #expect(outcome.errorLines.first == "Error: \(message)")
  }

  @Test(
    "an option that changes nothing is refused",
    arguments: [
      ["list", "p.sqlite", "--csv", "excel"],
      ["search", "p.sqlite", "omsorg", "--format", "json", "--csv", "open"],
      ["export", "p.sqlite", "--output", "ut", "--format", "json", "--csv", "excel"],
    ])
  func idleOptions(arguments: [String]) throws {
    let outcome = try Rodtrad.run(["archive"] + arguments, in: folder)
    #expect(outcome.status == 64)
    #expect(
      outcome.errorLines.first
        == "Error: --csv goes with tables in CSV only; use --format csv, or leave it out")
  }

  @Test("an archive has a name, and a word that begins with a hyphen comes after two")
  func names() throws {
    let unnamed = try archive("add", "", "in")
    #expect(unnamed.status == 64)
    #expect(
      unnamed.errorLines.first
        == "Error: the name of the archive is empty; name a file, such as plans.sqlite")
    _ = try archive("add", "p.sqlite", "in", "-q")
    let hits = try archive("search", "p.sqlite", "--format", "csv", "--", "-frågar")
    #expect(hits.status == 0)
    #expect(hits.text.contains("Vi «frågar» alla"))
  }

  @Test("help comes from the archive's program by either way")
  func help() throws {
    for arguments in [["archive", "search", "--help"], ["help", "archive", "search"]] {
      let outcome = try Rodtrad.run(arguments, in: folder)
      #expect(outcome.status == 0)
      #expect(outcome.text.contains("USAGE: rodtrad archive search <archive> <word>"))
    }
    #expect(try Rodtrad.run("--help", in: folder).text.contains("archive"))
  }

  @Test("where the archive's program is missing, the message names it")
  func missingProgram() throws {
    let copy = folder.url.appendingPathComponent("rodtrad")
    try FileManager.default.copyItem(at: Rodtrad.program, to: copy)
    let run = Process()
    run.executableURL = copy
    run.arguments = ["archive", "list", "p.sqlite"]
    let errors = Pipe()
    run.standardError = errors
    try run.run()
    run.waitUntilExit()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(run.terminationStatus == 2)
    #expect(text.contains("/rodtrad-archive cannot be started (No such file or directory); "))
    #expect(text.split(separator: "\n").count == 1)
  }

  @Test(
    "a bad archive is one line and 2 for every command",
    arguments: [
      ["add", "fel.sqlite", "in"], ["list", "fel.sqlite"], ["search", "fel.sqlite", "omsorg"],
      ["show", "fel.sqlite", "1"], ["export", "fel.sqlite", "--output", "ut"],
    ])
  func badArchive(arguments: [String]) throws {
    try folder.write("Hej!\n", to: "fel.sqlite")
    let outcome = try Rodtrad.run(["archive"] + arguments, in: folder)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "rodtrad: fel.sqlite: the file is no SQLite database; name an archive, or a file that is "
        + "not there yet\n")
    #expect(try folder.text(of: "fel.sqlite") == "Hej!\n")
  }
}
