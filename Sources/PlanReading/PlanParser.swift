// SPDX-License-Identifier: GPL-2.0-or-later

import JSONScanning
import PlanModel

/// Reads the values that plan documents are made of; the objects are in the extensions.
struct PlanParser: ~Copyable {
  private var scanner: JSONScanner

  init(_ bytes: [UInt8], maximumDepth: Int) {
    scanner = JSONScanner(bytes, maximumDepth: maximumDepth)
  }

  /// Makes sure that nothing follows the document.
  mutating func end() throws(PlanReadingError) {
    do throws(JSONSyntaxError) { try scanner.end() } catch { throw PlanReadingError(error) }
  }

  /// Reads an object; `readMember` reads the value of the field that it is given.
  mutating func object<Field: PlanField>(
    _: Field.Type,
    _ readMember: (inout PlanParser, Field) throws(PlanReadingError) -> Void
  ) throws(PlanReadingError) {
    guard scanner.nextByte() == UInt8(ascii: "{") else { throw wrongForm("an object") }
    let table = Field.table
    var present: UInt32 = 0
    var expected = 0
    var hasMore = try scan { scanner throws(JSONSyntaxError) in
      try scanner.open()
      return !scanner.closes(with: UInt8(ascii: "}"))
    }
    while hasMore {
      let key = try scan { scanner throws(JSONSyntaxError) in try scanner.key() }
      guard let index = table.index(of: key.text, expected: expected) else {
        throw PlanReadingError(
          .unknownField(key.text), at: scanner.lineAndColumn(of: key.offset))
      }
      guard present & 1 << UInt32(index) == 0 else {
        throw PlanReadingError(scanner.error(.duplicateKey(key.text), at: key.offset))
      }
      present |= 1 << UInt32(index)
      expected = index + 1
      do throws(PlanReadingError) {
        try readMember(&self, table[index])
      } catch {
        throw error.below(table[index].rawValue)
      }
      hasMore = try scan { scanner throws(JSONSyntaxError) in
        try scanner.continues(until: UInt8(ascii: "}"))
      }
    }
    if let missing = table.missing(in: present) { throw self.missing(missing) }
  }

  /// Reads an array, of which `readElement` reads one element.
  mutating func array<Element>(
    _ readElement: (inout PlanParser) throws(PlanReadingError) -> Element
  ) throws(PlanReadingError) -> [Element] {
    guard scanner.nextByte() == UInt8(ascii: "[") else { throw wrongForm("an array") }
    var elements: [Element] = []
    var hasMore = try scan { scanner throws(JSONSyntaxError) in
      try scanner.open()
      return !scanner.closes(with: UInt8(ascii: "]"))
    }
    while hasMore {
      do throws(PlanReadingError) {
        elements.append(try readElement(&self))
      } catch {
        throw error.below(elements.count)
      }
      hasMore = try scan { scanner throws(JSONSyntaxError) in
        try scanner.continues(until: UInt8(ascii: "]"))
      }
    }
    return elements
  }

  mutating func string() throws(PlanReadingError) -> String {
    guard scanner.nextByte() == UInt8(ascii: "\"") else { throw wrongForm("a string") }
    return try scan { scanner throws(JSONSyntaxError) in try scanner.string() }
  }

  mutating func optionalString() throws(PlanReadingError) -> String? {
    guard try !null() else { return nil }
    return try string()
  }

  mutating func strings() throws(PlanReadingError) -> [String] {
    try array { parser throws(PlanReadingError) in try parser.string() }
  }

  mutating func number() throws(PlanReadingError) -> Double {
    guard let byte = scanner.nextByte(),
      byte == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    else { throw wrongForm("a number") }
    return try scan { scanner throws(JSONSyntaxError) in try scanner.number() }
  }

  mutating func optionalNumber() throws(PlanReadingError) -> Double? {
    guard try !null() else { return nil }
    return try number()
  }

  mutating func integer() throws(PlanReadingError) -> Int {
    _ = scanner.nextByte()
    let start = scanner.offset
    guard let integer = Int(exactly: try number()) else {
      throw PlanReadingError(
        .wrongForm(expected: "a whole number"), at: scanner.lineAndColumn(of: start))
    }
    return integer
  }

  mutating func optionalInteger() throws(PlanReadingError) -> Int? {
    guard try !null() else { return nil }
    return try integer()
  }

  /// Reads one of the texts that a value may be.
  mutating func oneOf<Value: RawRepresentable<String> & CaseIterable>(
    _: Value.Type
  ) throws(PlanReadingError) -> Value {
    _ = scanner.nextByte()
    let start = scanner.offset
    let text = try string()
    guard let value = Value(rawValue: text) else {
      throw unknown(text, allowed: Value.allCases.map(\.rawValue), at: start)
    }
    return value
  }

  /// Reads a text that can only be one of some.
  mutating func string(outOf allowed: [String]) throws(PlanReadingError) -> String {
    _ = scanner.nextByte()
    let start = scanner.offset
    let text = try string()
    guard allowed.contains(text) else { throw unknown(text, allowed: allowed, at: start) }
    return text
  }

  /// Passes `null` if it comes next.
  mutating func null() throws(PlanReadingError) -> Bool {
    guard scanner.nextByte() == UInt8(ascii: "n") else { return false }
    try scan { scanner throws(JSONSyntaxError) in try scanner.literal("null") }
    return true
  }

  /// The error that the object whose end was read last lacks a field.
  func missing(_ field: String) -> PlanReadingError {
    PlanReadingError(.missingField(field), at: scanner.lineAndColumn(of: scanner.offset))
  }

  /// The error that the object whose end was read last has a field that it cannot have.
  func superfluous(_ field: String) -> PlanReadingError {
    PlanReadingError(.unknownField(field), at: scanner.lineAndColumn(of: scanner.offset))
  }

  private func unknown(_ text: String, allowed: [String], at start: Int) -> PlanReadingError {
    PlanReadingError(
      .unknownValue(text, allowed: allowed), at: scanner.lineAndColumn(of: start))
  }

  /// The error that what comes next has another form, or that nothing comes.
  private func wrongForm(_ expected: String) -> PlanReadingError {
    guard !scanner.isAtEnd else { return PlanReadingError(scanner.unexpected()) }
    return PlanReadingError(
      .wrongForm(expected: expected), at: scanner.lineAndColumn(of: scanner.offset))
  }

  private mutating func scan<Value>(
    _ body: (inout JSONScanner) throws(JSONSyntaxError) -> Value
  ) throws(PlanReadingError) -> Value {
    do throws(JSONSyntaxError) {
      return try body(&scanner)
    } catch {
      throw PlanReadingError(error)
    }
  }
}
