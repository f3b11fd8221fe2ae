// SPDX-License-Identifier: GPL-2.0-or-later

/// Reads one JSON text (RFC 8259), strictly: no duplicate keys, no comments, no trailing commas.
///
/// Nesting is limited, so that no input can exhaust the stack. Time is linear in the input.
struct JSONReader {
  /// How deep arrays and objects may nest; plans nest to about twelve.
  static let maximumDepth = 512

  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  /// Reads a whole text.
  static func value(from bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    var reader = JSONReader(bytes: bytes)
    let value = try reader.value()
    reader.skipSpace()
    guard reader.offset == bytes.count else { throw reader.error(.contentAfterValue) }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    skipSpace()
    guard let byte = peek() else { throw error(.unexpectedEnd) }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try container(openedBy: byte)
    case UInt8(ascii: "\""): return .string(JSONText(try string()))
    case UInt8(ascii: "t"): return try literal("true", .boolean(true))
    case UInt8(ascii: "f"): return try literal("false", .boolean(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw error(.unexpectedByte(byte))
    }
  }

  private mutating func container(openedBy bracket: UInt8) throws(JSONSyntaxError) -> JSONValue {
    guard depth < Self.maximumDepth else {
      throw error(.nestedTooDeep(limit: Self.maximumDepth))
    }
    depth += 1
    offset += 1
    let value = bracket == UInt8(ascii: "{") ? try object() : try array()
    depth -= 1
    return value
  }

  private mutating func object() throws(JSONSyntaxError) -> JSONValue {
    var members: [JSONText: JSONValue] = [:]
    guard !skip(UInt8(ascii: "}")) else { return .object(members) }
    repeat {
      skipSpace()
      let keyOffset = offset
      guard peek() == UInt8(ascii: "\"") else { throw unexpected() }
      let key = JSONText(try string())
      try expect(UInt8(ascii: ":"))
      guard members.updateValue(try value(), forKey: key) == nil else {
        throw error(.duplicateKey(key.string), at: keyOffset)
      }
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "}"))
    return .object(members)
  }

  private mutating func array() throws(JSONSyntaxError) -> JSONValue {
    var elements: [JSONValue] = []
    guard !skip(UInt8(ascii: "]")) else { return .array(elements) }
    repeat {
      elements.append(try value())
    } while skip(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
    return .array(elements)
  }

  private mutating func literal(
    _ text: StaticString, _ value: JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    for byte in text.description.utf8 {
      guard peek() == byte else { throw unexpected() }
      offset += 1
    }
    return value
  }

  private mutating func number() throws(JSONSyntaxError) -> JSONValue {
    let start = offset
    _ = take(UInt8(ascii: "-"))
    let hasLeadingZero = peek() == UInt8(ascii: "0")
    let integerDigits = skipDigits()
    guard integerDigits > 0, !hasLeadingZero || integerDigits == 1 else {
      throw error(.malformedNumber, at: start)
    }
    if take(UInt8(ascii: ".")) {
      guard skipDigits() > 0 else { throw error(.malformedNumber, at: start) }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard skipDigits() > 0 else { throw error(.malformedNumber, at: start) }
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw error(.numberOutOfRange, at: start)
    }
    return .number(value)
  }

  /// Reads a string from its opening to its closing quotation mark.
  private mutating func string() throws(JSONSyntaxError) -> String {
    let start = offset
    offset += 1
    var text: [UInt8] = []
    while let byte = peek() {
      offset += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else {
          throw error(.invalidUTF8, at: start)
        }
        return string
      case UInt8(ascii: "\\"): try appendEscaped(to: &text)
      case ..<0x20: throw error(.unescapedControlCharacter, at: offset - 1)
      default: text.append(byte)
      }
    }
    throw error(.unexpectedEnd)
  }

  private mutating func appendEscaped(to text: inout [UInt8]) throws(JSONSyntaxError) {
    let start = offset - 1
    guard let byte = peek() else { throw error(.unexpectedEnd) }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar(from: start)).utf8)
    default: throw error(.malformedEscape, at: start)
    }
  }

  /// The scalar of an escape whose backslash stands at `start`; a surrogate needs its other half.
  private mutating func scalar(from start: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
    var units = [try hexadecimalUnit(from: start)]
    if UTF16.isLeadSurrogate(units[0]) {
      guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
        throw error(.malformedEscape, at: start)
      }
      units.append(try hexadecimalUnit(from: start))
    }
    guard let scalars = String(validating: units, as: UTF16.self)?.unicodeScalars,
      let scalar = scalars.first, scalars.count == 1
    else { throw error(.malformedEscape, at: start) }
    return scalar
  }

  private mutating func hexadecimalUnit(from start: Int) throws(JSONSyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error(.malformedEscape, at: start)
      }
      unit = unit << 4 | UInt16(digit)
      offset += 1
    }
    return unit
  }
}

extension JSONReader {
  private func peek() -> UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  /// Passes `byte` if it comes next.
  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    offset += 1
    return true
  }

  /// Passes white space, and then `byte` if it comes next.
  private mutating func skip(_ byte: UInt8) -> Bool {
    skipSpace()
    return take(byte)
  }

  private mutating func expect(_ byte: UInt8) throws(JSONSyntaxError) {
    guard skip(byte) else { throw unexpected() }
  }

  private mutating func skipSpace() {
    while let byte = peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = peek(), UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { offset += 1 }
    return offset - start
  }

  private func unexpected() -> JSONSyntaxError {
    error(peek().map { .unexpectedByte($0) } ?? .unexpectedEnd)
  }

  private func error(_ reason: JSONSyntaxError.Reason, at place: Int? = nil) -> JSONSyntaxError {
    let before = bytes[..<(place ?? offset)]
    let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
    let lineNumber = 1 + before.count { $0 == 0x0A }
    return JSONSyntaxError(
      reason: reason, lineNumber: lineNumber, columnNumber: before.endIndex - lineStart + 1)
  }
}
