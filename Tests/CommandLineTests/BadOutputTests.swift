// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

struct BadOutputTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ExamplePlan.text, to: "a.txt")
    try folder.write(ExamplePlan.text(1), to: "b.txt")
  }

  @Test("an output folder that is a file is left as it is")
  func outputIsFile() throws {
    try folder.write("mitt", to: "out")
    let outcome = try Rodtrad.run("convert", "a.txt", "--output", "out", in: folder)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "rodtrad: the output out is not a folder; name another folder after --output\n")
    #expect(try folder.text(of: "out") == "mitt")
    #expect(try folder.fileNames() == ["a.txt", "b.txt", "out"])
  }

  @Test("an output folder below a file cannot be made")
  func outputBelowFile() throws {
    let outcome = try Rodtrad.run("convert", "a.txt", "--output", "b.txt/out", in: folder)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == "rodtrad: b.txt/out cannot be written (Not a directory); check the name\n")
  }

  @Test("an output folder that nobody may make")
  func outputNotAllowed() throws {
    let outcome = try Rodtrad.run("convert", "a.txt", "--output", "/proc/rodtrad", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("rodtrad: /proc/rodtrad cannot be written ("))
    #expect(outcome.errorLines.count == 1)
  }

  @Test("a name in the output folder that is taken by a folder stops only its own plan")
  func jsonIsFolder() throws {
    try folder.write("x", to: "out/a.json/fil")
    let outcome = try Rodtrad.run("convert", "a.txt", "b.txt", "-o", "out", "-q", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("rodtrad: a.txt: out/a.json cannot be written ("))
    let names = try folder.fileNames().filter { $0.hasPrefix("out/") }
    #expect(names.contains("out/b.json"))
    #expect(try folder.fileNames(in: "out/.rodtrad/tmp").isEmpty)
  }

  @Test("a table that cannot get its name is reported, and no piece of it stays")
  func tableIsFolder() throws {
    try folder.write("x", to: "out/goals.csv/fil")
    let outcome = try Rodtrad.run("convert", "a.txt", "-o", "out", "-q", in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("rodtrad: out/goals.csv cannot be written ("))
    #expect(try folder.fileNames(in: "out/.rodtrad/tmp").isEmpty)
  }

  @Test("a run in which nothing could be converted leaves earlier tables alone")
  func nothingConverted() throws {
    _ = try Rodtrad.run("convert", "a.txt", "-o", "out", "-q", in: folder)
    let before = try folder.bytes(of: "out/goals.csv")
    let outcome = try Rodtrad.run("convert", "ab.txt", "-o", "out", "-q", in: folder)
    #expect(outcome.status == 2)
    #expect(try folder.bytes(of: "out/goals.csv") == before)
  }

  @Test(
    "a full disk under standard output ends with 2 and a line",
    arguments: [
      ["convert", "a.txt", "--output", "-"], ["inspect", "a.txt"],
      ["inspect", "a.txt", "--tokens"],
    ])
  func fullDisk(arguments: [String]) throws {
    let outcome = try Rodtrad.run(arguments, in: folder, output: "/dev/full")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "rodtrad: standard output cannot be written; check where it leads\n")
  }

  @Test("validating onto a full disk ends with 2 and a line")
  func fullDiskOfValidate() throws {
    _ = try Rodtrad.run("convert", "a.txt", "-o", "out", "-q", in: folder)
    let outcome = try Rodtrad.run("validate", "out/a.json", in: folder, output: "/dev/full")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "rodtrad: standard output cannot be written; check where it leads\n")
  }

  @Test("an output that is a pipe is written to and not replaced")
  func outputIsPipe() throws {
    let path = folder.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let descriptor = open(path, O_RDWR | O_NONBLOCK)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    let outcome = try Rodtrad.run("trend", "a.txt", "--output", "pipe", in: folder)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = read(descriptor, &bytes, bytes.count)
    #expect(count > 0)
    #expect(bytes.prefix(max(count, 0)).starts(with: "indicator".utf8))
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
  }
}
