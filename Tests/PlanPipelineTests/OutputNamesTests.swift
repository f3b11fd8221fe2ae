// SPDX-License-Identifier: GPL-2.0-or-later

import PlanPipeline
import Testing

struct OutputNamesTests {
  @Test(
    "a plan's name is its path without the suffix",
    arguments: [
      ("plan.pdf", "plan"), ("plan.TXT", "plan"), ("2025/norr/plan.pdf", "2025/norr/plan"),
      ("plan 2025.v2.pdf", "plan 2025.v2"), ("förskola.txt", "förskola"), ("plan", "plan"),
      ("plan.pdf.txt", "plan.pdf"),
    ])
  func bareNames(path: String, name: String) {
    #expect(OutputNames.names(for: [path]) == [name])
  }

  @Test(
    "names that would be the same keep their suffix, or get a number",
    arguments: [
      (["a.pdf", "a.txt"], ["a.pdf", "a.txt"]),
      (["a.txt", "a.txt"], ["a.txt", "a.txt-2"]),
      (["A.txt", "a.pdf"], ["A.txt", "a.pdf"]),
      (["a.txt", "a.pdf", "b.txt"], ["a.txt", "a.pdf", "b"]),
      (["n/a.txt", "s/a.txt"], ["n/a", "s/a"]),
    ])
  func sameNames(paths: [String], names: [String]) {
    #expect(OutputNames.names(for: paths) == names)
  }

  @Test(
    "no two names are the same, whatever the inputs are called",
    arguments: [
      ["a.txt", "a.pdf", "a.pdf.txt", "a.txt.pdf"], ["a.txt", "a.txt", "a.txt-2.txt"],
      ["a-2.txt", "a.txt", "a.txt", "a.pdf", "a.txt-2.pdf"], ["run.txt", "run.pdf", "run.txt.txt"],
      ["é.txt", "e\u{301}.txt", "É.txt"],
    ])
  func unique(paths: [String]) {
    let found = OutputNames.names(for: paths)
    #expect(found.count == paths.count)
    #expect(Set(found.map { Array($0.lowercased().utf8) }).count == paths.count)
  }

  @Test("a name that the run needs for itself keeps its suffix", arguments: ["run", "comparison"])
  func reservedNames(name: String) {
    #expect(OutputNames.names(for: ["\(name).txt"]) == ["\(name).txt"])
  }

  @Test(
    "a name that has no room for .json is cut between characters, and stays unlike the others",
    arguments: ["a", "ö", "o\u{308}", "字", "😀"])
  func longNames(character: String) {
    let longest = String(repeating: character, count: 251 / character.utf8.count)
    let paths = ["in/\(longest).txt", "in/\(longest).pdf", "in/\(longest.dropLast()).txt"]
    let names = OutputNames.names(for: paths)
    #expect(Set(names.map { Array($0.utf8) }).count == 3)
    for name in names {
      #expect(name.utf8.count <= "in/".utf8.count + 250)
      #expect(name.hasPrefix("in/\(character)\(character)"))
      #expect(!name.contains("\u{FFFD}"))
    }
    #expect(OutputNames.names(for: [paths[0]])[0].utf8.count > 240)
  }

  @Test("names come in the order of the inputs, and are the same each time")
  func order() {
    let paths = (0..<50).map { "\($0 % 7)/plan-\($0 % 3).\($0.isMultiple(of: 2) ? "txt" : "pdf")" }
    let first = OutputNames.names(for: paths)
    #expect(OutputNames.names(for: paths) == first)
    for (path, name) in zip(paths, first) {
      #expect(name.hasPrefix(path.prefix { $0 != "." }))
    }
  }
}
