// SPDX-License-Identifier: GPL-2.0-or-later

/// How JSON is laid out.
package enum JSONStyle: String, Sendable, CaseIterable {
  /// Two spaces a level, a line a member: for files that people read and compare.
  case indented
  /// One line without spaces: for JSON Lines.
  case compact
}

/// Writes JSON text (RFC 8259) straight into UTF-8 bytes.
///
/// The caller writes the members of an object in the order of their keys' bytes; a debug build stops
/// where it does not.
package struct JSONByteWriter: ~Copyable {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private let style: JSONStyle
  private var depth = 0
  private var containerIsEmpty = true
  #if DEBUG
    private var lastKeys: [String] = []
  #endif

  /// Creates a writer of nothing yet.
  package init(style: JSONStyle, reservingCapacity capacity: Int = 0) {
    self.style = style
    bytes.reserveCapacity(capacity)
  }

  /// Writes an object whose members `writeMembers` writes, each by ``key(_:)`` and one value.
  package mutating func object(_ writeMembers: (inout JSONByteWriter) -> Void) {
    open(UInt8(ascii: "{"))
    #if DEBUG
      lastKeys.append("")
    #endif
    writeMembers(&self)
    #if DEBUG
      lastKeys.removeLast()
    #endif
    close(UInt8(ascii: "}"))
  }

  /// Writes an array with one value an element, which `writeElement` writes.
  package mutating func array<Elements: Collection>(
    _ elements: Elements, _ writeElement: (inout JSONByteWriter, Elements.Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for element in elements {
      separate()
      writeElement(&self, element)
      containerIsEmpty = false
    }
    close(UInt8(ascii: "]"))
  }

  /// Writes a member's key; one value must follow.
  package mutating func key(_ key: String) {
    #if DEBUG
      if let last = lastKeys.last {
        assert(
          last.utf8.lexicographicallyPrecedes(key.utf8), "key \(key) is written after \(last)")
        lastKeys[lastKeys.count - 1] = key
      }
    #endif
    separate()
    string(key)
    bytes.append(UInt8(ascii: ":"))
    if style == .indented { bytes.append(UInt8(ascii: " ")) }
    containerIsEmpty = false
  }

  /// Writes `null`.
  package mutating func null() {
    bytes.append(contentsOf: "null".utf8)
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) {
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// Writes a whole number.
  package mutating func integer(_ value: Int) {
    bytes.append(contentsOf: String(value).utf8)
  }

  /// Writes the shortest number that reads back as `value`, whole numbers without a fraction.
  ///
  /// Infinities and not-a-number, which JSON lacks, become `null`.
  package mutating func number(_ value: Double) {
    guard value.isFinite else {
      null()
      return
    }
    bytes.append(contentsOf: DecimalText.shortest(value).utf8)
  }

  /// Writes a string with the escapes that RFC 8259 demands and no others.
  package mutating func string(_ value: String) {
    var value = value
    bytes.append(UInt8(ascii: "\""))
    value.withUTF8 { appendEscaped($0) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes the line feed that ends a document.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func open(_ bracket: UInt8) {
    bytes.append(bracket)
    depth += 1
    containerIsEmpty = true
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !containerIsEmpty { breakLine() }
    bytes.append(bracket)
    containerIsEmpty = false
  }

  private mutating func separate() {
    if !containerIsEmpty { bytes.append(UInt8(ascii: ",")) }
    breakLine()
  }

  private mutating func breakLine() {
    guard style == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    var runStart = 0
    for (offset, byte) in text.enumerated() {
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<offset]))
      appendEscape(of: byte)
      runStart = offset + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  private mutating func appendEscape(of byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: byte < 0x10 ? "u000".utf8 : "u00".utf8)
      bytes.append(contentsOf: String(byte, radix: 16).utf8)
    }
  }
}

extension JSONByteWriter {
  /// Writes a member with a string, or with `null` for nil.
  package mutating func member(_ key: String, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { null() }
  }

  /// Writes a member with a whole number, or with `null` for nil.
  package mutating func member(_ key: String, _ value: Int?) {
    self.key(key)
    if let value { integer(value) } else { null() }
  }

  /// Writes a member with a number, or with `null` for nil.
  package mutating func member(_ key: String, _ value: Double?) {
    self.key(key)
    if let value { number(value) } else { null() }
  }

  /// Writes a member with a truth value, or with `null` for nil.
  package mutating func member(_ key: String, _ value: Bool?) {
    self.key(key)
    if let value { boolean(value) } else { null() }
  }

  /// Writes a member with an array, one value an element.
  package mutating func member<Elements: Collection>(
    _ key: String, _ elements: Elements,
    _ writeElement: (inout JSONByteWriter, Elements.Element) -> Void
  ) {
    self.key(key)
    array(elements, writeElement)
  }

  /// Writes a member with an array of strings.
  package mutating func member(_ key: String, _ strings: [String]) {
    member(key, strings) { $0.string($1) }
  }
}
