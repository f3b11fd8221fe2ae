// SPDX-License-Identifier: GPL-2.0-or-later

import JSONScanning
package import PlanModel

/// Reads a plan from the JSON document that `schemas/plan.schema.json` describes.
///
/// Fields may come in any order. As in the schema, each must be there, none may be there twice, and
/// no other may be there. The reader asks for the form of each value and for the words that it may
/// be one of; the patterns and limits of the schema are left to the schema's validator.
package struct JSONPlanReader: Sendable {
  /// How deep arrays and objects may nest: room for sections a hundred headings deep.
  static let maximumDepth = 256

  /// Creates a reader.
  package init() {}

  /// The plan in the bytes of a document in UTF-8; takes linear time.
  ///
  /// - Throws: ``PlanReadingError`` with the place and the field.
  package func plan(from bytes: [UInt8]) throws(PlanReadingError) -> PlanDocument {
    var parser = PlanParser(bytes, maximumDepth: Self.maximumDepth)
    let plan = try parser.plan()
    try parser.end()
    return plan
  }

  /// Whether the bytes are JSON that does not even set out to be a plan, whatever the version: an
  /// object without the fields that tell one.
  package static func isOtherDocument(_ bytes: [UInt8]) -> Bool {
    // What is no JSON may be a plan that was cut off.
    guard let value = try? JSONReader.value(from: bytes) else { return false }
    guard case .object(let members) = value else { return true }
    return !["schemaVersion", "source", "goals"].allSatisfy { members[JSONText($0)] != nil }
  }
}
