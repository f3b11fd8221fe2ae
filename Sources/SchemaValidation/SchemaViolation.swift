// SPDX-License-Identifier: GPL-2.0-or-later

/// One way in which a JSON document breaks its schema.
package struct SchemaViolation: Sendable, Hashable, CustomStringConvertible {
  /// The place in the document, a JSON Pointer (RFC 6901); empty for the whole document.
  package let instancePath: String
  /// What is wrong there, in one line: the value found and what is allowed.
  package let message: String

  /// The place and the fact on one line.
  package var description: String {
    instancePath.isEmpty ? "the document \(message)" : "\(instancePath) \(message)"
  }
}

/// A JSON Pointer in the making.
enum JSONPointer {
  /// A key as a reference token: "~" and "/" escaped.
  static func token(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return key
    }
    return key.unicodeScalars.reduce(into: "") { token, scalar in
      switch scalar {
      case "~": token += "~0"
      case "/": token += "~1"
      default: token.unicodeScalars.append(scalar)
      }
    }
  }
}
