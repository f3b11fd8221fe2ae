// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport
import Testing

struct HelpTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What a person finds in the help, on however many lines it stands.
  private func help(_ arguments: String...) throws -> String {
    let outcome = try Rodtrad.run(arguments, in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    return outcome.text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test("the help of the program shows what it is for, an example, and the commands")
  func program() throws {
    let help = try help("--help")
    for part in [
      "Swedish municipal yearly plans", "rodtrad convert plans --output out --csv excel",
      "rodtrad inspect plans/example.pdf", "convert", "inspect", "validate", "archive", "--version",
    ] {
      #expect(help.contains(part), "no “\(part)”")
    }
  }

  @Test(
    "the help of a command says what goes in, what comes out, and how it ends",
    arguments: [
      (
        "convert",
        [
          "Files and folders", ".pdf", ".txt", "--output <folder>", "--format <formats>",
          "json,csv", "--csv <dialect>", "--csv excel", "--format xlsx", "plans.xlsx",
          "double click", "--vocabulary <file>",
          "--quiet", "plans.csv", "goals.csv", "Exit code: 0", "2 when", "64",
          "standard output",
        ]
      ),
      (
        "inspect",
        [
          "A plan: a .pdf, .txt or converted .json file", "--tokens", "what each was taken for",
          "--vocabulary <file>",
        ]
      ),
      (
        "validate",
        [".json files", "schema", "--vocabulary-file", "Exit code: 0", "2 when"]
      ),
    ])
  func commands(command: String, parts: [String]) throws {
    let help = try help(command, "--help")
    #expect(help.contains("USAGE: rodtrad \(command) "))
    for part in parts { #expect(help.contains(part), "no “\(part)”") }
    #expect(try self.help("help", command).hasPrefix(help.prefix(40)))
  }

  @Test("no line of help is wider than a terminal")
  func width() throws {
    for command in ["convert", "inspect", "validate"] {
      let outcome = try Rodtrad.run(command, "--help", in: folder)
      let wide = outcome.text.split(separator: "\n").filter { line in
        line.count > 80 && !line.hasPrefix("USAGE:")
      }
      #expect(wide.isEmpty)
    }
  }

  @Test("the version is three numbers")
  func version() throws {
    let version = try help("--version")
    #expect(version.split(separator: ".").count == 3)
    #expect(version.allSatisfy { $0.isNumber || $0 == "." })
  }
}
