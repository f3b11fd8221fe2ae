// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

@Suite("What the pages say that the program prints is what it prints")
struct GuideTests {
  private let folder: TemporaryFolder

  /// A folder with the corpus where the pages have it.
  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("corpus"), withDestinationURL: CorpusCase.folder)
  }

  private func page(_ path: String) throws -> String {
    try String(contentsOf: CorpusCase.repository.appendingPathComponent(path), encoding: .utf8)
  }

  @Test("The first run of the analysts' guide")
  func firstRun() throws {
    let guide = try page("docs/guide-analytiker.md")
    #expect(guide.contains("ligger \(CorpusCase.all.count) påhittade planer"))
    let outcome = try Rodtrad.run("convert", "corpus", "--output", "ovning", in: folder)
    let line = try #require(outcome.errorLines.last { $0.hasPrefix("Converted ") })
    // Only the time is another one.
    let figures = try #require(line.split(separator: " in ").first)
    #expect(guide.contains("\n\(figures) in "))
  }

  @Test(
    "An archive of the corpus",
    arguments: [("README.md", "plans.sqlite", 2), ("docs/guide-analytiker.md", "planer.sqlite", 1)])
  func archive(path: String, file: String, hitCount: Int) throws {
    let text = try page(path)
    let inputs = CorpusCase.all.map { "corpus/\($0.name)/input.pdf" }
    #expect(text.contains("archive add \(file) corpus/*/input.pdf\n"))
    let added = try Rodtrad.run(["archive", "add", file] + inputs, in: folder)
    #expect(text.contains("\n\(try #require(added.errorLines.last))\n"))
    let hits = try Rodtrad.run(
      "archive", "search", file, "omsorg", "--limit", "\(hitCount)", in: folder)
    #expect(hits.status == 0)
    #expect(text.contains("\n\(hits.text)"))
  }

  @Test("A plan in another municipality's words")
  func vocabulary() throws {
    let examples = CorpusCase.repository.appendingPathComponent("docs/examples").path
    let outcome = try Rodtrad.run(
      "inspect", "--vocabulary", "\(examples)/granby.json", "\(examples)/granby.txt", in: folder)
    #expect(outcome.status == 0)
    #expect(try page("docs/guide-developers.md").contains("```\n\(outcome.text)```\n"))
  }
}
