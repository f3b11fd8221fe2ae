// SPDX-License-Identifier: GPL-2.0-or-later

internal import JSONScanning

/// A JSON Schema (2020-12) ready to check with: each subschema is a node, named by its index.
struct JSONSchema: Sendable {
  /// The types that the keyword `type` names.
  enum InstanceType: String, Sendable {
    case null, boolean, integer, number, string, array, object

    /// The type with its article, for a message.
    var phrase: String {
      switch self {
      case .null: "null"
      case .integer, .array, .object: "an \(rawValue)"
      case .boolean, .number, .string: "a \(rawValue)"
      }
    }

    /// Whether a value is of the type; a number without a fraction is an integer, if 64 bits hold it,
    /// as what reads documents asks.
    func includes(_ value: JSONValue) -> Bool {
      switch (self, value) {
      case (.null, .null), (.boolean, .boolean), (.number, .number), (.string, .string),
        (.array, .array), (.object, .object):
        true
      case (.integer, .number(let number)): Int(exactly: number) != nil
      default: false
      }
    }
  }

  /// `if`, `then` and `else`.
  struct Condition: Sendable {
    var test: Int
    var consequence: Int?
    var alternative: Int?
  }

  /// One subschema; nil and empty mean that the keyword is absent.
  struct Node: Sendable {
    /// Where in the schema file it stands, a JSON Pointer.
    var pointer: String
    /// The schema `false`.
    var forbidsAll = false
    var reference: Int?
    var types: [InstanceType] = []
    var enumeration: [JSONValue]?
    var constant: JSONValue?
    var pattern: String?
    var minimum: Double?
    var maximum: Double?
    var minLength: Int?
    var maxLength: Int?
    var minItems: Int?
    var maxItems: Int?
    var uniqueItems = false
    var required: [JSONText] = []
    var properties: [JSONText: Int] = [:]
    var additionalProperties: Int?
    var propertyNames: Int?
    var items: Int?
    var allOf: [Int] = []
    var anyOf: [Int] = []
    var oneOf: [Int] = []
    var condition: Condition?

    /// The subschemas that look at the same place of the instance.
    var inPlace: [Int] {
      [reference, condition?.test, condition?.consequence, condition?.alternative]
        .compactMap { $0 } + allOf + anyOf + oneOf
    }
  }

  /// The root comes first.
  var nodes: [Node]

  /// Compiles a schema file.
  init(_ bytes: [UInt8]) throws(SchemaError) {
    let value: JSONValue
    do {
      value = try JSONReader.value(from: bytes)
    } catch {
      throw .invalidJSON(error)
    }
    var compiler = SchemaCompiler()
    nodes = try compiler.nodes(of: value)
  }
}
