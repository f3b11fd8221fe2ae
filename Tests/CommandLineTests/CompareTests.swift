// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

struct CompareTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ExamplePlan.text, to: "2026.txt")
    let next = ExamplePlan.text.replacing("2026", with: "2027").replacing("2025", with: "2026")
      .replacing("7,5 %", with: "8 %")
    try folder.write(next, to: "2027.txt")
  }

  @Test("what changed is told in words, and the exit code says that something did")
  func listing() throws {
    let outcome = try Rodtrad.run("compare", "2026.txt", "2027.txt", in: folder)
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    #expect(
      outcome.text == """
        Lönnens mottagning 2026 → Lönnens mottagning 2027
          2026.txt → 2027.txt
          goals       4 unchanged
          indicators  1 retargeted
          activities  1 on the same days of the year

        same goal unit 1.1.1 Vi möter alla lika  p. 1
            indicator retargeted: Andel nöjda
              own target 7,5 % → 8 %, raised by 0.5
            activities on the same days of the year: 1

        """)
  }

  @Test("the HTML report leads from its folder to the PDFs, also where these share a name")
  func report() throws {
    try folder.write("", to: "reports/other.txt")
    for (name, year) in [("a", "hemtjanst-2018"), ("b", "hemtjanst-2019")] {
      let bytes = try CorpusCase(named: year).bytes(of: "input.pdf")
      try folder.write(bytes, to: "\(name)/plan.pdf")
    }
    let outcome = try Rodtrad.run(
      "compare", "--by", "unit", "a", "b", "--format", "html", "--language", "en", "--output",
      "reports/report.html", in: folder)
    #expect(outcome.status == 1, "\(outcome.errors)")
    let html = try folder.text(of: "reports/report.html")
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
    #expect(html.contains("href=\"./../a/plan.pdf#page="))
    #expect(html.contains("href=\"./../b/plan.pdf#page="))
  }

  @Test("a plan and its converted form have no differences")
  func forms() throws {
    _ = try Rodtrad.run("convert", "2026.txt", "--output", "out", "--quiet", in: folder)
    let outcome = try Rodtrad.run("compare", "2026.txt", "out/2026.json", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("no differences"))
  }

  @Test("a PDF of the corpus, its text and its document are one plan", arguments: CorpusCase.all)
  func corpus(plan: CorpusCase) throws {
    let outcome = try Rodtrad.run(
      "compare", plan.path(of: "input.pdf"), plan.path(of: "input.txt"),
      plan.path(of: "plan.json"), "--format", "csv", in: folder)
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test("JSON goes to a file that validate accepts")
  func json() throws {
    let outcome = try Rodtrad.run(
      "compare", "2026.txt", "2027.txt", "--format", "json", "--output", "c.json", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    let valid = try Rodtrad.run("validate", "--comparison-file", "c.json", in: folder)
    #expect(valid.text == "c.json: valid\n")
  }

  @Test("a folder is compared by unit, and a plan that stands alone is named")
  func byUnit() throws {
    let other = ExamplePlan.text.replacing("Lönnens", with: "Lindens")
    try folder.write(other, to: "plans/b.txt")
    for name in ["2026.txt", "2027.txt"] {
      try folder.write(try folder.text(of: name), to: "plans/\(name)")
    }
    let outcome = try Rodtrad.run(
      "compare", "--by", "unit", "plans", "--format", "json", in: folder)
    #expect(outcome.status == 1)
    #expect(outcome.text.split(separator: "\n").count == 1)
    #expect(
      outcome.errorLines == ["plans/b.txt: no other year of its unit is there to compare it with"])
    let across = try Rodtrad.run("compare", "--across-units", "plans", in: folder)
    #expect(across.text.hasPrefix("Lindens mottagning 2026 → Lönnens mottagning 2026\n"))
  }

  @Test("a decision is kept to, and a bad one named with its line")
  func decisions() throws {
    try folder.write(
      "level,old_id,new_id,decision\ndirection,1,1,different\n", to: "beslut.csv")
    let outcome = try Rodtrad.run(
      "compare", "2026.txt", "2027.txt", "--decisions", "beslut.csv", in: folder)
    #expect(outcome.text.contains("added direction 1 En stad för alla"))
    #expect(outcome.text.contains("removed direction 1 En stad för alla"))
    try folder.write("level,old_id,new_id,decision\nmål,1,1,same\n", to: "beslut.csv")
    let bad = try Rodtrad.run(
      "compare", "2026.txt", "2027.txt", "--decisions", "beslut.csv", in: folder)
    #expect(bad.status == 2)
    #expect(
      bad.errorLines == [
        "rodtrad: beslut.csv, line 2: “mål” is no level; use direction, area, committee or unit"
      ])
  }

  @Test("trouble is 2, and wrong usage is 64")
  func trouble() throws {
    try folder.write("{\"goals\": 7}", to: "fel.json")
    let bad = try Rodtrad.run("compare", "2026.txt", "fel.json", "borta.pdf", in: folder)
    #expect(bad.status == 2)
    #expect(bad.output.isEmpty)
    #expect(bad.errorLines.count == 2)
    #expect(
      bad.errors.hasPrefix(
        "rodtrad: fel.json: the file is no converted plan: line 1, column 11: /goals: must be an "
          + "array; "))
    let unwritable = try Rodtrad.run(
      "compare", "2026.txt", "2027.txt", "--output", "borta/c.txt", in: folder)
    #expect(unwritable.status == 2)
    for arguments in [["compare", "2026.txt"], ["compare", "a", "b", "--format", "xml"]] {
      #expect(try Rodtrad.run(arguments, in: folder).status == 64)
    }
    let both = ["compare", "--by", "unit", "--across-units", "plans"]
    #expect(try Rodtrad.run(both, in: folder).status == 64)
  }

  @Test("an activity that moved within the plan's year is told by how far")
  func slip() throws {
    try folder.write(
      try folder.text(of: "2027.txt").replacing("2027-01-01", with: "2027-01-15"), to: "2027.txt")
    let outcome = try Rodtrad.run("compare", "2026.txt", "2027.txt", in: folder)
    #expect(
      outcome.text.contains(
        "      start 2026-01-01 → 2027-01-15 (+14 days in the year), end 2026-12-31 → 2027-12-31 "
          + "(same day of the year)\n"))
  }

  @Test("JSON in a folder that is no plan is passed over; named itself, it is trouble")
  func otherDocuments() throws {
    for name in ["2026.txt", "2027.txt"] {
      try folder.write(try folder.text(of: name), to: "plans/\(name)")
    }
    try folder.write("{\"goals\": [], \"key\": 7}", to: "plans/a.json")
    try folder.write("[1]", to: "plans/b.json")
    let outcome = try Rodtrad.run("compare", "--by", "unit", "plans", in: folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.errorLines == [
        "plans/a.json and 1 more: passed over, since they are JSON but no plans"
      ])
    for arguments in [
      ["trend", "plans", "plans/a.json"], ["compare", "--by", "unit", "plans/a.json", "plans"],
    ] {
      let named = try Rodtrad.run(arguments, in: folder)
      #expect(named.status == 2)
      #expect(named.errors.contains("rodtrad: plans/a.json: the file is no converted plan: "))
    }
    // A plan that was cut off is no other document.
    try folder.write("{\"accounting\": {", to: "plans/c.json")
    #expect(try Rodtrad.run("trend", "plans", in: folder).status == 2)
  }

  @Test("a plan that names no unit is named with its folder")
  func unnamed() throws {
    // The text forms of the corpus begin after the cover.
    let bare = try CorpusCase(named: "forskola-2022").bytes(of: "input.txt")
    try folder.write(bare, to: "plans/inner/bare.txt")
    let outcome = try Rodtrad.run("compare", "--by", "unit", "plans", in: folder)
    #expect(outcome.status == 2)
    #expect(
      outcome.errorLines == [
        "rodtrad: plans/inner/bare.txt: the plan does not name its unit; compare it by naming the "
          + "files"
      ])
  }

  @Test("many plans that are in no comparison are one line a reason, which names the first")
  func manyLeftOut() throws {
    for number in 1...5 {
      let unit = ExamplePlan.text.replacing("Lönnens", with: "Enhet \(number)s")
      try folder.write(unit, to: "plans/b\(number).txt")
    }
    for year in [2022, 2023] {
      let bare = try CorpusCase(named: "forskola-\(year)").bytes(of: "input.txt")
      try folder.write(bare, to: "plans/\(year).txt")
    }
    let outcome = try Rodtrad.run("compare", "--by", "unit", "plans", in: folder)
    #expect(
      outcome.errorLines == [
        "rodtrad: plans/2022.txt, plans/2023.txt: the plans do not name their unit; compare them by "
          + "naming the files",
        "plans/b1.txt, plans/b2.txt, plans/b3.txt and 2 more: no other year of their unit is there "
          + "to compare them with",
      ])
  }

  @Test("indicators over the years are one page, with links to the pages of the PDFs")
  func trendPage() throws {
    for (name, year) in [("a", "forskola-2022"), ("b", "forskola-2023")] {
      let bytes = try CorpusCase(named: year).bytes(of: "input.pdf")
      try folder.write(bytes, to: "\(name)/plan.pdf")
    }
    let outcome = try Rodtrad.run(
      "trend", "a", "b", "--format", "html", "--output", "trend.html", in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let html = try folder.text(of: "trend.html")
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"sv\">"))
    for place in ["a", "b"] { #expect(html.contains("href=\"./\(place)/plan.pdf#page=")) }
    #expect(try Rodtrad.run("trend", "a", "--format", "xml", in: folder).status == 64)
  }

  @Test("indicators are followed over the years of a folder")
  func trend() throws {
    let outcome = try Rodtrad.run("trend", "2027.txt", "2026.txt", in: folder)
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\r\n")
    #expect(
      lines == [
        "indicator,canonical_name,unit,year,own_target,council_target,value,council_value,"
          + "unit_of_measure,page,file,goal_id",
        "Andel nöjda,Andel nöjda,Lönnens mottagning,2026,\"7,5 %\",öka,7.5,,%,1,2026.txt,"
          + "1/1.1/n1/1.1.1",
        "Andel nöjda,Andel nöjda,Lönnens mottagning,2027,8 %,öka,8,,%,1,2027.txt,1/1.1/n1/1.1.1",
      ])
    let nothing = try Rodtrad.run("trend", "borta", in: folder)
    #expect(nothing.status == 2)
  }

  @Test("a document without a goal is no plan to compare, in whatever form")
  func noPlan() throws {
    try folder.write(ExamplePlan.letter, to: "letter.txt")
    try folder.write(ExamplePlan.text, to: "a.txt")
    for arguments in [
      ["compare", "a.txt", "letter.txt"], ["compare", "letter.txt", "letter.txt"],
    ] {
      let outcome = try Rodtrad.run(arguments, in: folder)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(
        outcome.errorLines.first?.hasPrefix("rodtrad: letter.txt: no goal was found in it") == true)
    }
  }

  @Test("the result never takes the place of a plan that it is made from")
  func outputIsInput() throws {
    try folder.write(ExamplePlan.text, to: "plans/a.txt")
    try folder.write(ExamplePlan.text(1), to: "plans/b.txt")
    for arguments in [
      ["compare", "plans/a.txt", "plans/b.txt", "-o", "plans/../plans/a.txt"],
      ["trend", "plans", "-o", "plans/b.txt"],
    ] {
      let outcome = try Rodtrad.run(arguments, in: folder)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("is one of the inputs; name another file"))
    }
    #expect(try folder.text(of: "plans/a.txt") == ExamplePlan.text)
    #expect(try folder.text(of: "plans/b.txt") == ExamplePlan.text(1))
  }

  @Test(
    "the result never takes the place of a file that is none",
    arguments: [["compare", "2026.txt", "2027.txt"], ["trend", "2026.txt"]],
    ["other.pdf", "letter.txt", "out/2026.json", "out/goals.csv", "page.html", "decisions.csv"])
  func outputIsOther(command: [String], file: String) throws {
    try folder.write(SmallPDF(pages: [[]]).bytes(), to: "other.pdf")
    try folder.write(ExamplePlan.letter, to: "letter.txt")
    try folder.write("<!DOCTYPE html>\n<html lang=\"sv\"><head></head></html>", to: "page.html")
    try folder.write("level,old_id,new_id,decision\n", to: "decisions.csv")
    _ = try Rodtrad.run("convert", "2026.txt", "--output", "out", "--quiet", in: folder)
    let before = try folder.bytes(of: file)
    let outcome = try Rodtrad.run(command + ["--output", file], in: folder)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "rodtrad: \(file) is there already, and is no comparison or trend; "
        + "name another file after --output, or take it away first\n")
    #expect(try folder.bytes(of: file) == before)
  }

  @Test(
    "the result takes the place of an earlier one, and of an empty file",
    arguments: [
      "compare --format terminal", "compare --format json", "compare --by unit --format json",
      "compare --format csv", "compare --format csv --csv excel", "compare --format html",
      "compare --format html --language en", "trend", "trend --csv excel", "trend --format html",
      "trend --format html --language en",
    ])
  func outputIsResult(command: String) throws {
    try folder.write("", to: "result")
    let arguments =
      command.split(separator: " ").map(String.init)
      + ["2026.txt", "2027.txt", "--output", "result"]
    for _ in 0..<2 {
      let outcome = try Rodtrad.run(arguments, in: folder)
      #expect(outcome.status == (arguments[0] == "compare" ? 1 : 0), "\(outcome.errors)")
    }
    let other = try Rodtrad.run("trend", "2026.txt", "--output", "result", in: folder)
    #expect(other.status == 0, "\(other.errors)")
  }

  @Test(
    "an output that is a folder, or has no name",
    arguments: [
      (".", 2, "rodtrad: . cannot be written (it is a folder); name a file in it"),
      ("", 64, "Error: --output is empty; name a file, or - for standard output"),
    ])
  func outputIsNoFile(output: String, status: Int32, line: String) throws {
    for command in [["compare", "2026.txt", "2027.txt"], ["trend", "2026.txt"]] {
      let outcome = try Rodtrad.run(command + ["--output", output], in: folder)
      #expect(outcome.status == status)
      #expect(outcome.errorLines.first == line)
    }
  }

  @Test(
    "an option that changes nothing is refused",
    arguments: [
      "compare --csv excel", "compare --format html --csv open", "compare --language en",
      "compare --format csv --language sv", "trend --format html --csv excel",
      "trend --language en",
    ])
  func idleOptions(command: String) throws {
    let arguments = command.split(separator: " ").map(String.init) + ["2026.txt", "2027.txt"]
    let outcome = try Rodtrad.run(arguments, in: folder)
    #expect(outcome.status == 64)
    let line =
      arguments.contains("--csv")
      ? "--csv goes with tables in CSV only; use --format csv, or leave it out"
      : "--language goes with --format html only; add that, or leave it out"
    #expect(outcome.errorLines.first == "Error: \(line)")
  }

  @Test("a plan that is in a folder twice counts once, and is named")
  func twice() throws {
    try folder.write(ExamplePlan.text, to: "plans/a.txt")
    try folder.write(ExamplePlan.text, to: "plans/copy.txt")
    let outcome = try Rodtrad.run("compare", "--by", "unit", "plans", in: folder)
    #expect(
      outcome.errorLines == [
        "plans/copy.txt: left out, since it was made from the same file as plans/a.txt; "
          + "name two files to compare them",
        "plans/a.txt: no other year of its unit is there to compare it with",
      ])
    let trend = try Rodtrad.run("trend", "plans", in: folder)
    #expect(trend.status == 0)
    #expect(
      trend.errorLines == [
        "plans/copy.txt: left out, since it was made from the same file as plans/a.txt; "
          + "take one of them away, or leave both: a plan counts once"
      ])
  }
}
