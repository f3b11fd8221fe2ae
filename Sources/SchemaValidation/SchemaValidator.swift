// SPDX-License-Identifier: GPL-2.0-or-later

package import JSONScanning

/// Checks JSON documents against a JSON Schema (2020-12).
///
/// It knows the keywords that the schemas of this program use; a schema with another keyword is
/// refused when it is loaded, so that nothing is passed over. `format` is an annotation only.
package struct SchemaValidator: Sendable {
  private let schema: JSONSchema

  /// Loads a schema.
  ///
  /// - Throws: ``SchemaError`` with the place of the fault.
  package init(schema bytes: [UInt8]) throws(SchemaError) {
    schema = try JSONSchema(bytes)
  }

  /// The validator of plan documents, by `schemas/plan.schema.json`.
  ///
  /// - Throws: ``SchemaError`` only where the program was built with a broken file.
  package static func plan() throws(SchemaError) -> SchemaValidator {
    try SchemaValidator(schema: PackageResources.plan_schema_json)
  }

  /// The validator of records of runs, by `schemas/run.schema.json`.
  ///
  /// - Throws: ``SchemaError`` only where the program was built with a broken file.
  package static func run() throws(SchemaError) -> SchemaValidator {
    try SchemaValidator(schema: PackageResources.run_schema_json)
  }

  /// The validator of comparisons, by `schemas/comparison.schema.json`.
  ///
  /// - Throws: ``SchemaError`` only where the program was built with a broken file.
  package static func comparison() throws(SchemaError) -> SchemaValidator {
    try SchemaValidator(schema: PackageResources.comparison_schema_json)
  }

  /// The validator of vocabularies, by `schemas/vocabulary.schema.json`.
  ///
  /// - Throws: ``SchemaError`` only where the program was built with a broken file.
  package static func vocabulary() throws(SchemaError) -> SchemaValidator {
    try SchemaValidator(schema: PackageResources.vocabulary_schema_json)
  }

  /// The violations in a document, parents before children; empty where it is valid.
  ///
  /// - Parameters:
  ///   - json: The document in UTF-8.
  ///   - limit: How many violations to look for at most, at least 1.
  /// - Returns: The violations with their places in the document.
  /// - Throws: ``JSONSyntaxError`` where the bytes are not JSON, repeat a key or nest deeper than
  ///   512 levels.
  package func violations(
    in json: [UInt8], limit: Int = 100
  ) throws(JSONSyntaxError) -> [SchemaViolation] {
    let instance = try JSONReader.value(from: json)
    var check = SchemaCheck(schema: schema, limit: limit)
    return check.violations(in: instance)
  }
}
