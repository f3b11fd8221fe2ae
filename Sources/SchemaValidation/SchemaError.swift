// SPDX-License-Identifier: GPL-2.0-or-later

package import JSONScanning

/// Why a JSON Schema cannot be used; places are JSON Pointers into the schema.
package enum SchemaError: Error, Sendable, Hashable, CustomStringConvertible {
  case invalidJSON(JSONSyntaxError)
  /// A schema is an object, true or false.
  case notASchema(pointer: String)
  /// A keyword that this validator does not know; it would be wrong to pass it over.
  case unknownKeyword(String, pointer: String)
  /// A keyword's value has the wrong type.
  case malformedKeyword(String, pointer: String)
  /// A reference to something else than a subschema of the same file.
  case unresolvedReference(String, pointer: String)
  /// A subschema that refers back to itself without going down into the instance.
  case endlessReference(pointer: String)

  /// The fact and its place on one line.
  package var description: String {
    switch self {
    case .invalidJSON(let error): "the schema is not JSON: \(error)"
    case .notASchema(let pointer): "not a schema at \"\(pointer)\""
    case .unknownKeyword(let keyword, let pointer):
      "unknown keyword \"\(keyword)\" in the schema at \"\(pointer)\""
    case .malformedKeyword(let keyword, let pointer):
      "malformed keyword \"\(keyword)\" in the schema at \"\(pointer)\""
    case .unresolvedReference(let reference, let pointer):
      "unresolved reference \"\(reference)\" in the schema at \"\(pointer)\""
    case .endlessReference(let pointer): "endless reference in the schema at \"\(pointer)\""
    }
  }
}
