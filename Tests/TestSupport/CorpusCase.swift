// SPDX-License-Identifier: GPL-2.0-or-later

package import Foundation

/// A plan of `corpus/`: a folder with its PDF, its text and what they are to give.
package struct CorpusCase: Sendable, Hashable, CustomStringConvertible {
  /// The name of the folder.
  package let name: String

  package var description: String { name }

  /// The case of a folder.
  package init(name: String) {
    self.name = name
  }

  /// All cases, sorted by name.
  package static let all: [CorpusCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map(CorpusCase.init(named:))
  }()

  /// The case in the folder of that name, whether it is there or not.
  package init(named name: String) {
    self.name = name
  }

  package static let folder = repository.appendingPathComponent("corpus")

  /// The root of the working copy that the tests were built from.
  package static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The place of one of the case's files, whether it is there or not.
  package func file(_ name: String) -> URL {
    Self.folder.appendingPathComponent(self.name).appendingPathComponent(name)
  }

  package func path(of name: String) -> String { file(name).path }

  /// The bytes of one of the case's files.
  package func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: file(name)))
  }
}

/// The two forms that every case of the corpus comes in.
package enum PlanForm: String, Sendable, CaseIterable, CustomStringConvertible {
  case pdf, txt

  package var fileName: String { "input.\(rawValue)" }
  package var description: String { rawValue }
}
