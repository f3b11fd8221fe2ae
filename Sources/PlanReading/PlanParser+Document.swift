// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

extension PlanParser {
  private enum DocumentField: String, PlanField {
    case accounting, closing, contents, contentsHeading, cover, diagnostics, furniture, generator
    case goals, introduction, plan, schemaVersion, source
    static let table = FieldTable<Self>()
  }

  mutating func plan() throws(PlanReadingError) -> PlanDocument {
    var plan = PlanDocument(generator: Self.noGenerator, source: Self.noSource)
    try object(DocumentField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .accounting: plan.accounting = try json.accounting()
      case .closing: plan.closing = try json.sections()
      case .contents:
        plan.contents = try json.array { json throws(PlanReadingError) in try json.contentsEntry() }
      case .contentsHeading: plan.contentsHeading = try json.optionalString()
      case .cover: plan.cover = try json.strings()
      case .diagnostics:
        plan.diagnostics = try json.array { json throws(PlanReadingError) in try json.diagnostic() }
      case .furniture:
        plan.furniture = try json.array { json throws(PlanReadingError) in try json.furniture() }
      case .generator: plan.generator = try json.generator()
      case .goals: plan.goals = try json.goals()
      case .introduction: plan.introduction = try json.sections()
      case .plan: plan.plan = try json.facts()
      case .schemaVersion:
        plan.schemaVersion = try json.string(outOf: [PlanDocument.currentSchemaVersion])
      case .source: plan.source = try json.sourceFile()
      }
    }
    return plan
  }

  // Both are read, or the document is refused.
  private static let noGenerator = Generator(name: "", version: "")
  private static let noSource = SourceFile(
    fileName: "", sha256: "", mediaType: "", byteCount: 0, pageCount: 0, metadata: SourceMetadata())

  private enum AccountingField: String, PlanField {
    case contentsWords, coverWords, furnitureWords, planWords, sourceWords, unaccountedWords
    static let table = FieldTable<Self>()
  }

  private mutating func accounting() throws(PlanReadingError) -> Accounting {
    var accounting = Accounting()
    try object(AccountingField.self) { json, field throws(PlanReadingError) in
      let count = try json.integer()
      switch field {
      case .contentsWords: accounting.contentsWords = count
      case .coverWords: accounting.coverWords = count
      case .furnitureWords: accounting.furnitureWords = count
      case .planWords: accounting.planWords = count
      case .sourceWords: accounting.sourceWords = count
      case .unaccountedWords: accounting.unaccountedWords = count
      }
    }
    return accounting
  }

  private enum ContentsField: String, PlanField {
    case at, number, page, title
    static let table = FieldTable<Self>()
  }

  private mutating func contentsEntry() throws(PlanReadingError) -> ContentsEntry {
    var entry = ContentsEntry(title: "", number: nil, page: nil, at: .unread)
    try object(ContentsField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .at: entry.at = try json.position()
      case .number: entry.number = try json.optionalString()
      case .page: entry.page = try json.optionalInteger()
      case .title: entry.title = try json.string()
      }
    }
    return entry
  }

  private enum DiagnosticField: String, PlanField {
    case code, line, message, page, severity
    static let table = FieldTable<Self>()
  }

  private mutating func diagnostic() throws(PlanReadingError) -> Diagnostic {
    var diagnostic = Diagnostic("", .info, "")
    try object(DiagnosticField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .code: diagnostic.code = try json.string()
      case .line: diagnostic.line = try json.optionalInteger()
      case .message: diagnostic.message = try json.string()
      case .page: diagnostic.page = try json.optionalInteger()
      case .severity: diagnostic.severity = try json.oneOf(Diagnostic.Severity.self)
      }
    }
    return diagnostic
  }

  private enum FurnitureField: String, PlanField {
    case page, text
    static let table = FieldTable<Self>()
  }

  private mutating func furniture() throws(PlanReadingError) -> FurnitureText {
    var furniture = FurnitureText(page: 0, text: "")
    try object(FurnitureField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .page: furniture.page = try json.integer()
      case .text: furniture.text = try json.string()
      }
    }
    return furniture
  }
}

extension PlanParser {
  private enum GeneratorField: String, PlanField {
    case name, version
    static let table = FieldTable<Self>()
  }

  private mutating func generator() throws(PlanReadingError) -> Generator {
    var generator = Self.noGenerator
    try object(GeneratorField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .name: generator.name = try json.string()
      case .version: generator.version = try json.string()
      }
    }
    return generator
  }

  private enum FactField: String, PlanField {
    case committee, date, diaryNumber, documentType, municipality, title, unit, year
    static let table = FieldTable<Self>()
  }

  private mutating func facts() throws(PlanReadingError) -> PlanFacts {
    var facts = PlanFacts()
    try object(FactField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .committee: facts.committee = try json.optionalString()
      case .date: facts.date = try json.optionalString()
      case .diaryNumber: facts.diaryNumber = try json.optionalString()
      case .documentType: facts.documentType = try json.optionalString()
      case .municipality: facts.municipality = try json.optionalString()
      case .title: facts.title = try json.optionalString()
      case .unit: facts.unit = try json.optionalString()
      case .year: facts.year = try json.optionalInteger()
      }
    }
    return facts
  }

  private enum SourceField: String, PlanField {
    case byteCount, fileName, mediaType, metadata, pageCount, sha256
    static let table = FieldTable<Self>()
  }

  private mutating func sourceFile() throws(PlanReadingError) -> SourceFile {
    var source = Self.noSource
    try object(SourceField.self) { json, field throws(PlanReadingError) in
      switch field {
      case .byteCount: source.byteCount = try json.integer()
      case .fileName: source.fileName = try json.string()
      case .mediaType:
        source.mediaType = try json.string(outOf: ["application/pdf", "text/plain"])
      case .metadata: source.metadata = try json.metadata()
      case .pageCount: source.pageCount = try json.integer()
      case .sha256: source.sha256 = try json.string()
      }
    }
    return source
  }

  private enum MetadataField: String, PlanField {
    case creationDate, creator, producer, title
    static let table = FieldTable<Self>()
  }

  private mutating func metadata() throws(PlanReadingError) -> SourceMetadata {
    var metadata = SourceMetadata()
    try object(MetadataField.self) { json, field throws(PlanReadingError) in
      let text = try json.optionalString()
      switch field {
      case .creationDate: metadata.creationDate = text
      case .creator: metadata.creator = text
      case .producer: metadata.producer = text
      case .title: metadata.title = text
      }
    }
    return metadata
  }
}
