// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

/// Lists of inputs, from wherever they come.
struct InputListTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(ExamplePlan.text, to: "in/a.txt")
    try folder.write(ExamplePlan.text(1), to: "in/b.txt")
  }

  /// Runs a command of bash in which `convert` stands for the program with its output and options.
  private func shell(_ command: String) throws -> (status: Int32?, errors: String) {
    let function = "convert() { \"$0\" convert -o out -q \"$@\"; }"
    return try RunningProgram.shell("\(function); \(command)", in: folder)
  }

  @Test(
    "names come from a file, a pipe or standard input",
    arguments: [
      "convert --input-list <(find in -type f)", "find in -type f | convert --input-list -",
      "find in -type f | convert --input-list /dev/stdin",
      "mkfifo pipe; find in -type f -print0 > pipe & convert --input-list pipe",
      "printf 'in/a.txt\\r\\n\\r\\nin/b.txt' > list; convert --input-list list",
      "convert --input-list - in < <(:)",
    ])
  func sources(command: String) throws {
    let outcome = try shell(command)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(try folder.outputs().contains("b.json"))
  }

  @Test(
    "what holds no names gives one line",
    arguments: [
      (
        ": | convert --input-list -",
        "standard input: the list names no inputs; write one name a line in it"
      ),
      (
        "echo > list; convert --input-list list",
        "list: the list names no inputs; write one name a line in it"
      ),
      (
        "convert --input-list nothing",
        "nothing: the file cannot be read (No such file or directory); check the name"
      ),
      (
        "convert --input-list in", "in: the file cannot be read (it is a folder); name a file in it"
      ),
      (
        "convert --input-list /dev/zero",
        "/dev/zero: the file cannot be read (it is a device or a pipe); "
          + "save what comes from it as a file and name that"
      ),
      (
        "truncate -s 65M list; convert --input-list list",
        "list: it is larger than 64 MiB; check that it is a list of names, or name folders"
      ),
      (
        "convert --input-list - < /dev/zero",
        "standard input: it is larger than 64 MiB; check that it is a list of names, or name "
          + "folders"
      ),
    ])
  func noNames(command: String, line: String) throws {
    let outcome = try shell(command)
    #expect(outcome.status == 2)
    #expect(outcome.errors == "rodtrad: \(line)\n")
  }

  @Test(
    "what is no list is not taken for names",
    arguments: [
      Array("%PDF-1.4\nin/a.txt\n".utf8), [UInt8](repeating: 0, count: 600),
      Array("in/a.txt\n".utf8) + [0xE5, 0x0A], Array("PK\u{3}\u{4}\0\0in/a.txt".utf8),
    ])
  func noList(bytes: [UInt8]) throws {
    try folder.write(bytes, to: "list")
    let outcome = try shell("convert --input-list list")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "rodtrad: list: it is not a list of names; "
        + "name a text file in UTF-8 with one name a line\n")
  }
}
