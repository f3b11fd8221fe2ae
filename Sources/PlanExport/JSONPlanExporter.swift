// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel
import SourceText

/// Writes a plan as the JSON document that `schemas/plan.schema.json` describes.
///
/// Every field is always there, nil as `null`, except: `scope` on unit goals only, `depth` where a
/// section has one, and the fields of the other kinds of block. Keys are sorted, so that the same
/// plan always gives the same bytes.
package struct JSONPlanExporter: Sendable {
  private let style: JSONStyle

  /// Creates an exporter that writes whole files (indented) or lines of JSON Lines (compact).
  package init(style: JSONStyle) {
    self.style = style
  }

  /// The document in UTF-8, ended by a line feed.
  package func bytes(for plan: PlanDocument) -> [UInt8] {
    // A plan with indentation is three to five bytes for each byte of its text, and texts are
    // tens of kilobytes: one reservation saves the growing. A PDF may be far larger than its text.
    let capacity = 6 * min(max(plan.source.byteCount, 1 << 15), 1 << 18)
    var writer = JSONByteWriter(style: style, reservingCapacity: capacity)
    writer.write(plan)
    writer.endLine()
    return writer.bytes
  }
}

extension JSONByteWriter {
  mutating func write(_ plan: PlanDocument) {
    object { json in
      json.key("accounting")
      json.write(plan.accounting)
      json.member("closing", plan.closing) { $0.write($1) }
      json.member("contents", plan.contents) { $0.write($1) }
      json.member("contentsHeading", plan.contentsHeading)
      json.member("cover", plan.cover)
      json.member("diagnostics", plan.diagnostics) { $0.write($1) }
      json.member("furniture", plan.furniture) { $0.write($1) }
      json.key("generator")
      json.write(plan.generator)
      json.member("goals", plan.goals) { $0.write($1) }
      json.member("introduction", plan.introduction) { $0.write($1) }
      json.key("plan")
      json.write(plan.plan)
      json.member("schemaVersion", plan.schemaVersion)
      json.key("source")
      json.write(plan.source)
    }
  }

  private mutating func write(_ accounting: Accounting) {
    object { json in
      json.member("contentsWords", accounting.contentsWords)
      json.member("coverWords", accounting.coverWords)
      json.member("furnitureWords", accounting.furnitureWords)
      json.member("planWords", accounting.planWords)
      json.member("sourceWords", accounting.sourceWords)
      json.member("unaccountedWords", accounting.unaccountedWords)
    }
  }

  private mutating func write(_ entry: ContentsEntry) {
    object { json in
      json.member("at", entry.at)
      json.member("number", entry.number)
      json.member("page", entry.page)
      json.member("title", entry.title)
    }
  }

  private mutating func write(_ diagnostic: Diagnostic) {
    object { json in
      json.member("code", diagnostic.code)
      json.member("line", diagnostic.line)
      json.member("message", diagnostic.message)
      json.member("page", diagnostic.page)
      json.member("severity", diagnostic.severity.rawValue)
    }
  }

  private mutating func write(_ furniture: FurnitureText) {
    object { json in
      json.member("page", furniture.page)
      json.member("text", furniture.text)
    }
  }

  package mutating func write(_ generator: Generator) {
    object { json in
      json.member("name", generator.name)
      json.member("version", generator.version)
    }
  }

  private mutating func write(_ facts: PlanFacts) {
    object { json in
      json.member("committee", facts.committee)
      json.member("date", facts.date)
      json.member("diaryNumber", facts.diaryNumber)
      json.member("documentType", facts.documentType)
      json.member("municipality", facts.municipality)
      json.member("title", facts.title)
      json.member("unit", facts.unit)
      json.member("year", facts.year)
    }
  }

  private mutating func write(_ source: SourceFile) {
    object { json in
      json.member("byteCount", source.byteCount)
      json.member("fileName", source.fileName)
      json.member("mediaType", source.mediaType)
      json.key("metadata")
      json.write(source.metadata)
      json.member("pageCount", source.pageCount)
      json.member("sha256", source.sha256)
    }
  }

  private mutating func write(_ metadata: SourceMetadata) {
    object { json in
      json.member("creationDate", metadata.creationDate)
      json.member("creator", metadata.creator)
      json.member("producer", metadata.producer)
      json.member("title", metadata.title)
    }
  }
}
