// SPDX-License-Identifier: GPL-2.0-or-later

/// Goes through one JSON text (RFC 8259), strictly, token by token.
///
/// It knows the tokens and how deep the reader of the values is; what the values mean, and that no
/// key may occur twice, is the reader's business. Each byte is looked at a bounded number of times.
package struct JSONScanner: ~Copyable {
  private let bytes: [UInt8]
  /// How deep arrays and objects may nest, so that no input can exhaust the stack.
  private let maximumDepth: Int
  private var depth = 0
  /// The place in the text, counted from 0.
  package private(set) var offset = 0

  /// Creates a scanner at the start of a text.
  package init(_ bytes: [UInt8], maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  /// Whether the whole text has been passed.
  package var isAtEnd: Bool { offset == bytes.count }

  /// Passes white space, and gives the byte after it, or nil at the end of the text.
  package mutating func nextByte() -> UInt8? {
    skipSpace()
    return peek()
  }

  /// Passes white space, and makes sure that nothing follows it.
  package mutating func end() throws(JSONSyntaxError) {
    guard nextByte() == nil else { throw error(.contentAfterValue) }
  }

  /// Passes the bracket that opens an array or an object, which comes next.
  package mutating func open() throws(JSONSyntaxError) {
    guard depth < maximumDepth else { throw error(.nestedTooDeep(limit: maximumDepth)) }
    depth += 1
    offset += 1
  }

  /// Passes white space and the bracket that closes what was opened last, if it comes next.
  package mutating func closes(with bracket: UInt8) -> Bool {
    guard skip(bracket) else { return false }
    depth -= 1
    return true
  }

  /// Passes a comma or the closing bracket; true for a comma.
  package mutating func continues(until bracket: UInt8) throws(JSONSyntaxError) -> Bool {
    if skip(UInt8(ascii: ",")) { return true }
    guard closes(with: bracket) else { throw unexpected() }
    return false
  }

  /// Passes white space, a member's key and the colon after it.
  ///
  /// - Returns: The key, and the offset of its quotation mark.
  package mutating func key() throws(JSONSyntaxError) -> (text: String, offset: Int) {
    guard nextByte() == UInt8(ascii: "\"") else { throw unexpected() }
    let start = offset
    let key = try string()
    guard skip(UInt8(ascii: ":")) else { throw unexpected() }
    return (key, start)
  }

  /// Passes `true`, `false` or `null`, of which the first letter comes next.
  package mutating func literal(_ text: StaticString) throws(JSONSyntaxError) {
    for index in 0..<text.utf8CodeUnitCount {
      guard peek() == text.utf8Start[index] else { throw unexpected() }
      offset += 1
    }
  }

  /// The error that what comes next cannot stand here.
  package func unexpected() -> JSONSyntaxError {
    error(peek().map { .unexpectedByte($0) } ?? .unexpectedEnd)
  }

  /// The error of a place, or of the next byte; takes time with the text before it.
  package func error(
    _ reason: JSONSyntaxError.Reason, at place: Int? = nil
  ) -> JSONSyntaxError {
    let (lineNumber, columnNumber) = lineAndColumn(of: place ?? offset)
    return JSONSyntaxError(reason: reason, lineNumber: lineNumber, columnNumber: columnNumber)
  }

  /// The line of an offset and the byte in the line, both counted from 1.
  package func lineAndColumn(of offset: Int) -> (lineNumber: Int, columnNumber: Int) {
    let before = bytes[..<offset]
    let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
    return (1 + before.count { $0 == 0x0A }, before.endIndex - lineStart + 1)
  }

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

  private mutating func skipSpace() {
    offset = runEnd { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  /// Where the bytes end that belong to what comes next.
  @inline(__always)
  private func runEnd(where belongs: (UInt8) -> Bool) -> Int {
    let bytes = bytes.span
    var end = offset
    while end < bytes.count, belongs(bytes[end]) { end += 1 }
    return end
  }
}

extension JSONScanner {
  /// Passes a number, whose first byte comes next.
  package mutating func number() throws(JSONSyntaxError) -> Double {
    let start = offset
    let isNegative = take(UInt8(ascii: "-"))
    let hasLeadingZero = peek() == UInt8(ascii: "0")
    let digits = offset
    let integerDigits = skipDigits()
    guard integerDigits > 0, !hasLeadingZero || integerDigits == 1 else {
      throw error(.malformedNumber, at: start)
    }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      guard skipDigits() > 0 else { throw error(.malformedNumber, at: start) }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isInteger = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard skipDigits() > 0 else { throw error(.malformedNumber, at: start) }
    }
    // Whole numbers of up to 15 digits are exact as floating-point numbers.
    if isInteger, integerDigits <= 15 {
      let magnitude = bytes[digits..<offset].reduce(0) { $0 * 10 + Int($1 & 0x0F) }
      return isNegative ? -Double(magnitude) : Double(magnitude)
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      throw error(.numberOutOfRange, at: start)
    }
    return value
  }

  private mutating func skipDigits() -> Int {
    let start = offset
    while let byte = peek(), UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { offset += 1 }
    return offset - start
  }

  /// Passes a string from its opening quotation mark, which comes next, to its closing one.
  package mutating func string() throws(JSONSyntaxError) -> String {
    let start = offset
    offset += 1
    try skipPlainText()
    guard take(UInt8(ascii: "\"")) else { return try stringWithEscapes(from: start) }
    return try validated(bytes.span.extracting((start + 1)..<(offset - 1)), from: start)
  }

  /// Passes the bytes that stand for themselves.
  private mutating func skipPlainText() throws(JSONSyntaxError) {
    offset = runEnd { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 >= 0x20 }
    guard let byte = peek() else { throw error(.unexpectedEnd) }
    guard byte >= 0x20 else { throw error(.unescapedControlCharacter) }
  }

  private mutating func stringWithEscapes(from start: Int) throws(JSONSyntaxError) -> String {
    var text = Array(bytes[(start + 1)..<offset])
    while !take(UInt8(ascii: "\"")) {
      if take(UInt8(ascii: "\\")) {
        try appendEscaped(to: &text)
      } else {
        let plainStart = offset
        try skipPlainText()
        text.append(contentsOf: bytes[plainStart..<offset])
      }
      guard offset < bytes.count else { throw error(.unexpectedEnd) }
    }
    return try validated(text.span, from: start)
  }

  private func validated(_ text: Span<UInt8>, from start: Int) throws(JSONSyntaxError) -> String {
    let utf8: UTF8Span
    do {
      utf8 = try UTF8Span(validating: text)
    } catch {
      throw self.error(.invalidUTF8, at: start)
    }
    return String(copying: utf8)
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
