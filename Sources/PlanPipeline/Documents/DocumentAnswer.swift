// SPDX-License-Identifier: GPL-2.0-or-later

internal import ProcessIsolation

/// What a worker answers.
enum DocumentAnswer {
  /// The SHA-256 of a file, 64 lower-case hexadecimal digits.
  case digest(String)
  case plan(ExportedPlan)
  /// What else a document was made into.
  case bytes([UInt8])
  case failure(ConversionFailure)
}

/// A plan as the bytes that are written of it.
struct ExportedPlan {
  /// The SHA-256 of the source.
  var sourceDigest: String
  var figures: PlanFigures
  /// The JSON document, indented; empty where it was read from its file, or is not wanted.
  var json: [UInt8]
  /// The SHA-256 of the JSON document.
  var jsonDigest: String
  /// The plan's share of each table of the run, in the order of ``TableSet/tables``.
  var shares: [[UInt8]]
}

/// What a run counts of a plan.
public struct PlanFigures: Sendable, Hashable {
  /// Goals of all levels.
  public var goalCount: Int
  /// Pages of the source.
  public var pageCount: Int
  /// Words of the source.
  public var wordCount: Int
  /// Warnings and errors among the plan's diagnostics.
  public var remarkCount: Int
}

extension PlanFigures {
  func write(to fields: inout FieldWriter) {
    for number in [goalCount, pageCount, wordCount, remarkCount] { fields.write(number) }
  }

  init(from fields: inout FieldReader) throws(MalformedFields) {
    goalCount = try fields.integer()
    pageCount = try fields.integer()
    wordCount = try fields.integer()
    remarkCount = try fields.integer()
  }
}

extension ConversionFailure {
  func write(to fields: inout FieldWriter) {
    for text in [code, fact, advice] { fields.write(text) }
  }

  init(from fields: inout FieldReader) throws(MalformedFields) {
    self.init(code: try fields.text(), fact: try fields.text(), advice: try fields.text())
  }
}

extension DocumentAnswer {
  var bytes: [UInt8] {
    var fields = FieldWriter()
    switch self {
    case .digest(let digest):
      fields.write(0)
      fields.write(digest)
    case .plan(let plan):
      fields.write(1)
      fields.write(plan.sourceDigest)
      plan.figures.write(to: &fields)
      fields.write(plan.json)
      fields.write(plan.jsonDigest)
      fields.write(plan.shares.count)
      for share in plan.shares { fields.write(share) }
    case .bytes(let bytes):
      fields.write(2)
      fields.write(bytes)
    case .failure(let failure):
      fields.write(3)
      failure.write(to: &fields)
    }
    return fields.bytes
  }

  /// Reads an answer, in which a plan must have `shareCount` shares.
  init(_ bytes: [UInt8], shareCount: Int) throws(MalformedFields) {
    var fields = FieldReader(bytes)
    switch try fields.integer() {
    case 0: self = .digest(try fields.text())
    case 1: self = .plan(try ExportedPlan(from: &fields, shareCount: shareCount))
    case 2: self = .bytes(try fields.bytes())
    case 3: self = .failure(try ConversionFailure(from: &fields))
    default: throw MalformedFields()
    }
    guard fields.isAtEnd else { throw MalformedFields() }
  }
}

extension ExportedPlan {
  fileprivate init(from fields: inout FieldReader, shareCount: Int) throws(MalformedFields) {
    sourceDigest = try fields.text()
    figures = try PlanFigures(from: &fields)
    json = try fields.bytes()
    jsonDigest = try fields.text()
    guard try fields.integer() == shareCount else { throw MalformedFields() }
    shares = []
    for _ in 0..<shareCount { shares.append(try fields.bytes()) }
  }
}
