// SPDX-License-Identifier: GPL-2.0-or-later

public import PersonalData
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
  var json: ArraySlice<UInt8>
  /// The SHA-256 of the JSON document.
  var jsonDigest: String
  /// The plan's share of each table of the run, in the order of ``TableSet/tables``.
  var shares: [ArraySlice<UInt8>]
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
  /// Personal data that were replaced by marks; nil where that was not asked for.
  public var redactions: PersonalDataCounts?
}

extension PlanFigures {
  /// What no document comes near, and what sums of which stay far from the end of the integers.
  private static let greatest = 1 << 40

  func write(to fields: inout FieldWriter) {
    for number in [goalCount, pageCount, wordCount, remarkCount] { fields.write(number) }
    fields.write(redactions == nil ? 0 : 1)
    for kind in PersonalDataKind.allCases {
      if let redactions { fields.write(redactions[kind]) }
    }
  }

  init(from fields: inout FieldReader) throws(MalformedFields) {
    goalCount = try fields.integer()
    pageCount = try fields.integer()
    wordCount = try fields.integer()
    remarkCount = try fields.integer()
    if try fields.integer() == 1 {
      var counts = PersonalDataCounts()
      for kind in PersonalDataKind.allCases { counts[kind] = try fields.integer() }
      redactions = counts
    }
    let all =
      [goalCount, pageCount, wordCount, remarkCount]
      + PersonalDataKind.allCases.map { redactions?[$0] ?? 0 }
    // A worker that a document has taken over, or a journal from anywhere, may claim anything.
    guard all.allSatisfy({ (0...Self.greatest).contains($0) }) else { throw MalformedFields() }
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
    var fields = FieldWriter(reservingCapacity: expectedSize)
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

  /// The size of ``bytes``, or somewhat more.
  private var expectedSize: Int {
    guard case .plan(let plan) = self else { return 0 }
    return plan.json.count + plan.shares.reduce(1_024) { $0 + 8 + $1.count }
  }

  /// Reads an answer, in which a plan must have `shareCount` shares.
  init(_ bytes: ArraySlice<UInt8>, shareCount: Int) throws(MalformedFields) {
    var fields = FieldReader(bytes)
    switch try fields.integer() {
    case 0: self = .digest(try fields.text())
    case 1: self = .plan(try ExportedPlan(from: &fields, shareCount: shareCount))
    case 2: self = .bytes(Array(try fields.bytes()))
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
