// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanExport
internal import PlanModel

/// What StratML has no element for, as the text of an `OtherInformation`.
///
/// First a line a fact, `name: value`, by the names that the columns of the tables have; then, after an
/// empty line each, the sections: the heading and the text under it.
struct StratMLNotes {
  private var facts: [String] = []
  private var paragraphs: [String] = []

  /// Adds a fact; nil adds nothing.
  mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    // A fact is a line, whatever a document has.
    let line = value.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    facts.append("\(name): \(line.joined(separator: " "))")
  }

  mutating func add(_ name: String, _ value: Int?) {
    add(name, value.map(String.init))
  }

  /// Adds sections with those below them.
  mutating func add(_ sections: [Section]) {
    paragraphs += Self.paragraphs(of: sections)
  }

  /// The text; nil where there is nothing to say.
  var text: String? {
    let parts = (facts.isEmpty ? [] : [facts.joined(separator: "\n")]) + paragraphs
    return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
  }

  /// Each section as a paragraph, in document order: its heading, if any, and its own text.
  static func paragraphs(of sections: [Section]) -> [String] {
    sections.flatMap { section in
      let own = [section.heading ?? "", section.blocks.plainText].filter { !$0.isEmpty }
      return [own.joined(separator: "\n")].filter { !$0.isEmpty }
        + paragraphs(of: section.sections)
    }
  }
}
