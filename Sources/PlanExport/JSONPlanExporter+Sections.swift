// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

extension JSONByteWriter {
  @inline(__always)
  mutating func member(_ key: StaticString, _ position: SourcePosition) {
    self.key(key)
    write(position)
  }

  private mutating func write(_ position: SourcePosition) {
    object { json in
      json.member("line", position.line)
      json.member("page", position.page)
    }
  }

  mutating func write(_ section: Section) {
    object { json in
      json.member("at", section.at)
      json.member("blocks", section.blocks) { $0.write($1) }
      if let depth = section.depth { json.member("depth", depth) }
      json.member("heading", section.heading)
      json.member("kind", section.kind.rawValue)
      json.member("sections", section.sections) { $0.write($1) }
    }
  }

  private mutating func write(_ block: Block) {
    object { json in
      json.member("at", block.at)
      switch block {
      case .paragraph(let text, _):
        json.member("text", text)
        json.member("type", word: "paragraph")
      case .listItem(let marker, let text, _):
        json.member("marker", marker)
        json.member("text", text)
        json.member("type", word: "listItem")
      case .table(let columns, let rows, _):
        json.member("columns", columns)
        json.member("rows", rows) { row, cells in row.array(cells) { $0.string($1) } }
        json.member("type", word: "table")
      }
    }
  }
}
