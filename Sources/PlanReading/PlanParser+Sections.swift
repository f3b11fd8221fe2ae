// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

extension SourcePosition {
  /// Stands where a position is still to be read.
  static let unread = SourcePosition(page: 0, line: 0)
}

extension PlanParser {
  private enum PositionField: String, PlanField {
    case line, page
    static let table = FieldTable<Self>()
  }

  mutating func position() throws(PlanReadingError) -> SourcePosition {
    var position = SourcePosition.unread
    try object(PositionField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .line: position.line = try json.integer()
      case .page: position.page = try json.integer()
      }
    }
    return position
  }

  private enum SectionField: String, PlanField {
    case at, blocks, depth, heading, kind, sections
    static let table = FieldTable<Self>()
    var mayBeAbsent: Bool { self == .depth }
  }

  mutating func sections() throws(PlanReadingError) -> [Section] {
    try array { json throws(PlanReadingError) in try json.section() }
  }

  private mutating func section() throws(PlanReadingError) -> Section {
    var section = Section(kind: .text, heading: nil, depth: nil, at: .unread)
    try object(SectionField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .at: section.at = try json.position()
      case .blocks:
        section.blocks = try json.array { json throws(PlanReadingError) in try json.block() }
      case .depth: section.depth = try json.integer()
      case .heading: section.heading = try json.optionalString()
      case .kind: section.kind = try json.oneOf(SectionKind.self)
      case .sections: section.sections = try json.sections()
      }
    }
    return section
  }

  private enum BlockField: String, PlanField {
    case at, columns, marker, rows, text, type
    static let table = FieldTable<Self>()
    /// Which fields there are depends on the type, which comes last as the documents are written.
    var mayBeAbsent: Bool { self != .at && self != .type }
  }

  private enum BlockType: String, CaseIterable {
    case paragraph, listItem, table
  }

  private mutating func block() throws(PlanReadingError) -> Block {
    var at = SourcePosition.unread
    var columns: [String]?
    var marker: String?
    var rows: [[String]]?
    var text: String?
    var type = BlockType.paragraph
    try object(BlockField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .at: at = try json.position()
      case .columns: columns = try json.strings()
      case .marker: marker = try json.string()
      case .rows:
        rows = try json.array { json throws(PlanReadingError) in try json.strings() }
      case .text: text = try json.string()
      case .type: type = try json.oneOf(BlockType.self)
      }
    }
    if type == .table {
      try refuse(marker, .marker)
      try refuse(text, .text)
      return .table(
        columns: try present(columns, .columns), rows: try present(rows, .rows), at: at)
    }
    try refuse(columns, .columns)
    try refuse(rows, .rows)
    let words = try present(text, .text)
    guard type == .listItem else {
      try refuse(marker, .marker)
      return .paragraph(text: words, at: at)
    }
    return .listItem(marker: try present(marker, .marker), text: words, at: at)
  }

  private func present<Value>(
    _ value: Value?, _ field: BlockField
  ) throws(PlanReadingError) -> Value {
    guard let value else { throw missing(field.rawValue) }
    return value
  }

  private func refuse<Value>(_ value: Value?, _ field: BlockField) throws(PlanReadingError) {
    if value != nil { throw superfluous(field.rawValue) }
  }
}
