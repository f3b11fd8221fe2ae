// SPDX-License-Identifier: GPL-2.0-or-later

public import SourceText

/// What a section of a plan is about.
public enum SectionKind: String, Sendable, Hashable, Codable, CaseIterable {
  case description
  case expectedResults
  case workingMethods
  case resourceUse
  case followUp
  case development
  /// A section of the introduction or the closing.
  case heading
  /// Words that stand before any heading.
  case text
}

/// A heading with the text under it.
public struct Section: Sendable, Hashable, Codable {
  /// What the section is about.
  public var kind: SectionKind
  /// As printed, on one line; nil for words before any heading.
  public var heading: String?
  /// 1, 2, 3 … in the introduction and the closing; nil in a goal.
  public var depth: Int?
  /// The text under the heading, before any sub-heading.
  public var blocks: [Block]
  /// Sections under a sub-heading.
  public var sections: [Section]
  /// Where it begins.
  public var at: SourcePosition

  /// Creates a section with nothing in it.
  public init(kind: SectionKind, heading: String?, depth: Int?, at: SourcePosition) {
    self.kind = kind
    self.heading = heading
    self.depth = depth
    self.at = at
    blocks = []
    sections = []
  }
}

/// A paragraph, a list item or a free-form table.
public enum Block: Sendable, Hashable {
  case paragraph(text: String, at: SourcePosition)
  /// `marker` is as printed ("-", "•", "1."), `text` does not repeat it.
  case listItem(marker: String, text: String, at: SourcePosition)
  /// `columns` is the header row, empty where the table has none; a row has a cell for each column.
  case table(columns: [String], rows: [[String]], at: SourcePosition)

  /// Where the block starts.
  public var at: SourcePosition {
    switch self {
    case .paragraph(_, let at), .listItem(_, _, let at), .table(_, _, let at): at
    }
  }
}

extension Block: Codable {
  private enum CodingKeys: String, CodingKey {
    case type, text, marker, columns, rows, at
  }

  private enum BlockType: String, Codable {
    case paragraph, listItem, table
  }

  /// Decodes a block by its type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let at = try container.decode(SourcePosition.self, forKey: .at)
    switch try container.decode(BlockType.self, forKey: .type) {
    case .paragraph:
      self = .paragraph(text: try container.decode(String.self, forKey: .text), at: at)
    case .listItem:
      self = .listItem(
        marker: try container.decode(String.self, forKey: .marker),
        text: try container.decode(String.self, forKey: .text), at: at)
    case .table:
      self = .table(
        columns: try container.decode([String].self, forKey: .columns),
        rows: try container.decode([[String]].self, forKey: .rows), at: at)
    }
  }

  /// Encodes a block with its type.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(at, forKey: .at)
    switch self {
    case .paragraph(let text, _):
      try container.encode(BlockType.paragraph, forKey: .type)
      try container.encode(text, forKey: .text)
    case .listItem(let marker, let text, _):
      try container.encode(BlockType.listItem, forKey: .type)
      try container.encode(marker, forKey: .marker)
      try container.encode(text, forKey: .text)
    case .table(let columns, let rows, _):
      try container.encode(BlockType.table, forKey: .type)
      try container.encode(columns, forKey: .columns)
      try container.encode(rows, forKey: .rows)
    }
  }
}
