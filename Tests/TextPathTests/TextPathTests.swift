// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport
import Testing

/// The inputs that `scripts/fuzz` starts from, among them what it found, hold all promises.
struct TextPathTests {
  private static let path = Result { try TextPath() }

  /// The inputs in a folder below `Tests/`, by name.
  private static func inputs(in folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: url(folder).path)
    return (names ?? []).filter { !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
  }

  private static func url(_ name: String) -> URL {
    CorpusCase.repository.appendingPathComponent("Tests").appendingPathComponent(name)
  }

  @Test(
    "any text keeps its words, and its JSON comes back as it was",
    arguments: inputs(in: "TextPathFuzzer/Seeds"))
  func input(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.url(name)))
    #expect(try Self.path.get().breach(by: bytes) == nil)
  }

  @Test("texts of the corpus keep their words, and their JSON", arguments: CorpusCase.all)
  func corpus(plan: CorpusCase) throws {
    #expect(try Self.path.get().breach(by: plan.bytes(of: "input.txt")) == nil)
  }
}
