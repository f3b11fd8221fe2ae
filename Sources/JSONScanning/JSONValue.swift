// SPDX-License-Identifier: GPL-2.0-or-later

/// A string that equals another only where both have the same code points.
///
/// `String` takes canonically equivalent texts for equal; JSON keys and constants are not so.
package struct JSONText: Sendable, Hashable, Comparable {
  package let string: String

  package init(_ string: String) {
    self.string = string
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.string.utf8.elementsEqual(other.string.utf8)
  }

  package static func < (one: Self, other: Self) -> Bool {
    one.string.utf8.lexicographicallyPrecedes(other.string.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var string = string
    string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// A JSON value (RFC 8259); a number is a 64-bit floating-point number.
package enum JSONValue: Sendable, Hashable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(JSONText)
  case array([JSONValue])
  case object([JSONText: JSONValue])

  /// The value on one line for a message, long strings cut and containers named only.
  package var brief: String {
    switch self {
    case .null: return "null"
    case .boolean(let value): return value ? "true" : "false"
    case .number(let value):
      let text = value.description
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    case .array: return "an array"
    case .object: return "an object"
    case .string(let text): return BriefText.quoted(text.string)
    }
  }
}
