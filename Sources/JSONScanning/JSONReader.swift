// SPDX-License-Identifier: GPL-2.0-or-later

/// Reads one JSON text (RFC 8259), strictly: no duplicate keys, no comments, no trailing commas.
///
/// Nesting is limited, so that no input can exhaust the stack. Time is linear in the input.
package struct JSONReader: ~Copyable {
  /// How deep arrays and objects may nest; plans nest to about twelve.
  static let maximumDepth = 512

  private var scanner: JSONScanner

  /// Reads a whole text.
  package static func value(from bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    var reader = JSONReader(scanner: JSONScanner(bytes, maximumDepth: maximumDepth))
    let value = try reader.value()
    try reader.scanner.end()
    return value
  }

  private init(scanner: consuming JSONScanner) {
    self.scanner = scanner
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    guard let byte = scanner.nextByte() else { throw scanner.unexpected() }
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(JSONText(try scanner.string()))
    case UInt8(ascii: "t"):
      try scanner.literal("true")
      return .boolean(true)
    case UInt8(ascii: "f"):
      try scanner.literal("false")
      return .boolean(false)
    case UInt8(ascii: "n"):
      try scanner.literal("null")
      return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try scanner.number())
    default: throw scanner.unexpected()
    }
  }

  private mutating func object() throws(JSONSyntaxError) -> JSONValue {
    try scanner.open()
    var members: [JSONText: JSONValue] = [:]
    guard !scanner.closes(with: UInt8(ascii: "}")) else { return .object(members) }
    repeat {
      let key = try scanner.key()
      guard members.updateValue(try value(), forKey: JSONText(key.text)) == nil else {
        throw scanner.error(.duplicateKey(key.text), at: key.offset)
      }
    } while try scanner.continues(until: UInt8(ascii: "}"))
    return .object(members)
  }

  private mutating func array() throws(JSONSyntaxError) -> JSONValue {
    try scanner.open()
    var elements: [JSONValue] = []
    guard !scanner.closes(with: UInt8(ascii: "]")) else { return .array(elements) }
    repeat {
      elements.append(try value())
    } while try scanner.continues(until: UInt8(ascii: "]"))
    return .array(elements)
  }
}
