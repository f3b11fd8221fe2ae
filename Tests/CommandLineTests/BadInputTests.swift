// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

/// Each bad input gives one line that names it, the fact and what to do; the others are converted.
struct BadInputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ExamplePlan.text, to: "good.txt")
  }

  /// Converts a bad input between two good ones.
  private func expectLine(_ line: String, for name: String) throws {
    try folder.write(ExamplePlan.text(1), to: "other.txt")
    let outcome = try Rodtrad.run(
      "convert", "good.txt", name, "other.txt", "--output", "out", "--quiet", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "rodtrad: \(line)\n")
    let outputs = try folder.outputs()
    #expect(outputs.filter { $0.hasSuffix(".json") } == ["good.json", "other.json", "run.json"])
    #expect(outputs.count == 11, "something else was left behind")
    let failures = try folder.text(of: "out/failures.csv").split(separator: "\r\n")
    #expect(failures.count == 2)
    let rows = try folder.text(of: "out/plans.csv").split(separator: "\r\n")
    #expect(rows.count == 3)
  }

  private static let page = SmallPDF(pages: [[.init("Enhetsmål", baseline: 100)]])

  @Test("an empty file", arguments: ["", "  \n\r\n\u{C}\n"])
  func empty(content: String) throws {
    try folder.write(content, to: "tom.txt")
    try expectLine(
      "tom.txt: the file has no text; check that it was saved or downloaded completely",
      for: "tom.txt")
  }

  @Test("a PDF of no bytes")
  func emptyPDF() throws {
    try folder.write("", to: "tom.pdf")
    try expectLine(
      "tom.pdf: the file has no text; check that it was saved or downloaded completely",
      for: "tom.pdf")
  }

  @Test("a scan")
  func scan() throws {
    try folder.write(SmallPDF(pages: [[], []]).bytes(), to: "skannad.pdf")
    try expectLine(
      "skannad.pdf: the PDF holds pictures of 2 pages and no text (a scan); "
        + "run it through OCR first, for example with ocrmypdf", for: "skannad.pdf")
  }

  @Test("a scan of one page")
  func scanOfOnePage() throws {
    try folder.write(SmallPDF(pages: [[]]).bytes(), to: "skannad.pdf")
    try expectLine(
      "skannad.pdf: the PDF holds pictures of 1 page and no text (a scan); "
        + "run it through OCR first, for example with ocrmypdf", for: "skannad.pdf")
  }

  @Test("a locked PDF")
  func encrypted() throws {
    var pdf = Self.page
    pdf.isEncrypted = true
    try folder.write(pdf.bytes(), to: "låst.pdf")
    try expectLine(
      "låst.pdf: the PDF is locked with a password; "
        + "save a copy without a password and convert that", for: "låst.pdf")
  }

  @Test("a PDF that was cut off")
  func truncated() throws {
    let plan = try #require(CorpusCase.all.first)
    try folder.write(plan.bytes(of: "input.pdf").prefix(2_000), to: "halv.pdf")
    try expectLine(
      "halv.pdf: the PDF is damaged and cannot be opened; "
        + "get the file anew from where it was published", for: "halv.pdf")
  }

  @Test("a file named .pdf that is none")
  func notPDF() throws {
    try folder.write("<html>Sidan finns inte</html>", to: "sida.pdf")
    try expectLine(
      "sida.pdf: the file is named .pdf but is no PDF; "
        + "get the file anew, or name it by what it is", for: "sida.pdf")
  }

  @Test("a binary file named .txt")
  func notText() throws {
    try folder.write([UInt8](repeating: 0, count: 600), to: "bild.txt")
    try expectLine(
      "bild.txt: the file is not text in an encoding that is known; "
        + "save it as UTF-8 text, or give the PDF", for: "bild.txt")
  }

  @Test("a file that is not there")
  func missing() throws {
    try expectLine(
      "borta.txt: there is no such file or folder; check the name", for: "borta.txt")
  }

  @Test("a name that is empty, as a script without a value gives it")
  func emptyName() throws {
    try expectLine("“”: the name is empty; name a file or a folder", for: "")
  }

  @Test("a device, which may never end")
  func device() throws {
    try expectLine(
      "/dev/zero: the file cannot be read (it is a device or a pipe); "
        + "save what comes from it as a file and name that", for: "/dev/zero")
  }

  @Test("a file that is larger than any plan")
  func tooLarge() throws {
    try folder.write("", to: "stor.pdf")
    // It has no blocks on the disk, so that its size costs nothing.
    #expect(truncate(folder.url.appendingPathComponent("stor.pdf").path, (1 << 30) + 1) == 0)
    try expectLine(
      "stor.pdf: the file cannot be read (it is larger than 1 GiB); check that it is a plan",
      for: "stor.pdf")
  }

  @Test("a folder without plans")
  func noPlans() throws {
    try folder.write("x", to: "tomt/readme.md")
    try expectLine(
      "tomt: the folder holds no .pdf or .txt files; name the folder that the plans are in",
      for: "tomt")
  }

  @Test("a link that leads nowhere")
  func danglingLink() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appendingPathComponent("länk.txt").path, withDestinationPath: "ingenstans")
    try expectLine(
      "länk.txt: the file cannot be read (No such file or directory); check the name",
      for: "länk.txt")
  }

  @Test("a link that leads nowhere, in a folder, is not said to lead out of it")
  func danglingLinkInFolder() throws {
    try folder.write(ExamplePlan.text, to: "in/plan.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appendingPathComponent("in/länk.txt").path,
      withDestinationPath: "ingenstans")
    let outcome = try Rodtrad.run("convert", "in", "--output", "out", "-q", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("rodtrad: in/länk.txt: "))
    #expect(!outcome.errors.contains("out of the folder"))
  }

  @Test("folders that link to each other are gone through once")
  func linkLoop() throws {
    try folder.write(ExamplePlan.text, to: "in/plan.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.url.appendingPathComponent("in/loop").path, withDestinationPath: ".")
    let outcome = try Rodtrad.run("convert", "in", "--output", "out", "-q", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(try folder.outputs().filter { $0.hasSuffix(".json") } == ["plan.json", "run.json"])
  }

  @Test("a text that is no plan is converted as far as it goes, with a line that says so")
  func noPlan() throws {
    try folder.write(ExamplePlan.letter, to: "brev.txt")
    let outcome = try Rodtrad.run(
      "convert", "good.txt", "brev.txt", "--output", "out", "--quiet", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("rodtrad: brev.txt: "))
    #expect(outcome.errors.contains("no goal"))
    #expect(try folder.text(of: "out/brev.json").contains("\"no-goals-found\""))
    #expect(try folder.text(of: "out/diagnostics.csv").contains("no-goals-found"))
  }

  @Test("many bad inputs give a line each, and the run is summed up")
  func manyBadInputs() throws {
    try folder.write("", to: "in/a.txt")
    try folder.write(SmallPDF(pages: [[]]).bytes(), to: "in/b.pdf")
    try folder.write(ExamplePlan.text, to: "in/c.txt")
    try folder.write("nej", to: "in/d.pdf")
    let outcome = try Rodtrad.run("convert", "in", "--output", "out", in: folder)
    #expect(outcome.status == 2)
    let lines = outcome.errorLines
    try #require(lines.count == 5)
    let names = lines.prefix(3).map { $0.prefix("rodtrad: in/a.txt".count) }
    #expect(names.sorted() == ["rodtrad: in/a.txt", "rodtrad: in/b.pdf", "rodtrad: in/d.pdf"])
    #expect(lines[3].hasPrefix("Converted 1, failed 3; "))
    #expect(
      lines[4]
        == "Failed: empty-file 1, no-text-layer 1, not-a-pdf 1; failures.csv tells what to do.")
  }

  @Test("a name with control characters cannot steer the terminal")
  func controlCharacters() throws {
    let name = "a\u{1B}[2Jb.txt"
    try folder.write("", to: name)
    let outcome = try Rodtrad.run("convert", name, "--output", "out", "-q", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("rodtrad: a?[2Jb.txt: "))
    #expect(!outcome.errors.contains("\u{1B}"))
  }

  @Test(
    "a character that is no text between columns stops nothing",
    arguments: ["\u{1}", "\u{AD}", "\u{200B}"])
  func lonelyControl(control: String) throws {
    let table = "Indikator   \(control)   Årsmål   Periodicitet\n\nAndel   95 %   År \(control)\n"
    try folder.write("Enhetsmål: Ett mål\n\n\(table)", to: "in.txt")
    let outcome = try Rodtrad.run("inspect", "in.txt", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("Ett mål"))
  }
}
