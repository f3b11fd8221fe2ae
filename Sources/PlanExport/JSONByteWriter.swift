// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

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
  private var output: GrowingBytes
  private let style: JSONStyle
  private var depth = 0
  private var containerIsEmpty = true
  #if DEBUG
    private var lastKeys: [String] = []
  #endif

  /// Creates a writer of nothing yet.
  package init(style: JSONStyle, reservingCapacity capacity: Int = 0) {
    self.style = style
    output = GrowingBytes(capacity: capacity)
  }

  /// What has been written so far; a copy of it.
  package var bytes: [UInt8] { output.array }

  /// Writes an object whose members `writeMembers` writes, each by ``key(_:)`` and one value.
  @inline(__always)
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
    guard !elements.isEmpty else {
      output.append("[]")
      containerIsEmpty = false
      return
    }
    open(UInt8(ascii: "["))
    // Where they lie in a row, they need not be copied out of it.
    let written: Void? = elements.withContiguousStorageIfAvailable { elements in
      for index in elements.indices { item { writeElement(&$0, elements[index]) } }
    }
    if written == nil {
      for element in elements { item { writeElement(&$0, element) } }
    }
    close(UInt8(ascii: "]"))
  }

  @inline(__always)
  private mutating func item(_ write: (inout JSONByteWriter) -> Void) {
    output.append(separator(hasComma: !containerIsEmpty))
    write(&self)
    containerIsEmpty = false
  }

  /// Writes a member's key, which holds nothing to escape; one value must follow.
  @inline(__always)
  package mutating func key(_ key: StaticString) {
    #if DEBUG
      checkOrder(of: key.description)
    #endif
    output.append(key: key, behind: separator(hasComma: !containerIsEmpty))
    containerIsEmpty = false
  }

  /// Writes a member's key that is known only when the program runs; one value must follow.
  package mutating func key(named key: String) {
    #if DEBUG
      checkOrder(of: key)
    #endif
    output.append(separator(hasComma: !containerIsEmpty))
    string(key)
    output.append(style == .indented ? ": " : ":")
    containerIsEmpty = false
  }

  #if DEBUG
    private mutating func checkOrder(of key: String) {
      guard let last = lastKeys.last else { return }
      assert(
        last.utf8.lexicographicallyPrecedes(key.utf8), "key \(key) is written after \(last)")
      lastKeys[lastKeys.count - 1] = key
    }
  #endif

  /// Writes `null`.
  @inline(__always)
  package mutating func null() {
    output.append("null")
  }

  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) {
    output.append(value ? "true" : "false")
  }

  /// Writes a whole number.
  package mutating func integer(_ value: Int) {
    output.append(decimal: value)
  }

  /// Writes the shortest number that reads back as `value`, whole numbers without a fraction.
  ///
  /// Infinities and not-a-number, which JSON lacks, become `null`.
  package mutating func number(_ value: Double) {
    guard value.isFinite else {
      null()
      return
    }
    // Targets are whole numbers more often than not. A Double tells all of these apart.
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53, whole != 0 {
      integer(whole)
    } else {
      append(DecimalText.shortest(value))
    }
  }

  /// Writes a string with the escapes that RFC 8259 demands and no others.
  package mutating func string(_ value: String) {
    let written: Void? = value.utf8.withContiguousStorageIfAvailable {
      string(UnsafeRawBufferPointer($0))
    }
    if written == nil { string(copying: value) }
  }

  // Beside the way that all strings take it would cost each of them a retain.
  @inline(never)
  private mutating func string(copying value: String) {
    Array(value.utf8).withUnsafeBytes { string($0) }
  }

  private mutating func string(_ utf8: UnsafeRawBufferPointer) {
    // Few strings have anything to escape.
    guard !output.append(quotedUnlessEscaped: utf8) else { return }
    output.append(UInt8(ascii: "\""))
    appendEscaped(utf8)
    output.append(UInt8(ascii: "\""))
  }

  /// Writes the line feed that ends a document.
  package mutating func endLine() {
    output.append(UInt8(ascii: "\n"))
  }

  private mutating func open(_ bracket: UInt8) {
    output.append(bracket)
    depth += 1
    containerIsEmpty = true
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if containerIsEmpty {
      output.append(bracket)
    } else {
      output.append(bracket, behind: separator(hasComma: false))
    }
    containerIsEmpty = false
  }

  /// What parts the next value, or the bracket that closes, from what was written before.
  private func separator(hasComma: Bool) -> GrowingBytes.Separator {
    GrowingBytes.Separator(
      hasComma: hasComma, indentation: style == .indented ? 2 * depth : nil)
  }

  /// Writes text that needs no escapes.
  private mutating func append(_ plain: String) {
    var plain = plain
    plain.withUTF8 { output.append(UnsafeRawBufferPointer($0)) }
  }

  private mutating func appendEscaped(_ text: UnsafeRawBufferPointer) {
    var runStart = 0
    for offset in text.indices where JSONEscapes.contains(text[offset]) {
      output.append(UnsafeRawBufferPointer(rebasing: text[runStart..<offset]))
      appendEscape(of: text[offset])
      runStart = offset + 1
    }
    output.append(UnsafeRawBufferPointer(rebasing: text[runStart...]))
  }

  private mutating func appendEscape(of byte: UInt8) {
    output.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(byte)
    case 0x08: output.append(UInt8(ascii: "b"))
    case 0x09: output.append(UInt8(ascii: "t"))
    case 0x0A: output.append(UInt8(ascii: "n"))
    case 0x0C: output.append(UInt8(ascii: "f"))
    case 0x0D: output.append(UInt8(ascii: "r"))
    default:
      output.append(byte < 0x10 ? "u000" : "u00")
      append(String(byte, radix: 16))
    }
  }
}

extension JSONByteWriter {
  /// Writes a member with a string, or with `null` for nil.
  @inline(__always)
  package mutating func member(_ key: StaticString, _ value: String?) {
    self.key(key)
    if let value { string(value) } else { null() }
  }

  /// Writes a member with a word that holds nothing to escape.
  @inline(__always)
  package mutating func member(_ key: StaticString, word: StaticString) {
    self.key(key)
    output.append(quoted: word)
  }

  /// Writes a member with a whole number, or with `null` for nil.
  @inline(__always)
  package mutating func member(_ key: StaticString, _ value: Int?) {
    self.key(key)
    if let value { integer(value) } else { null() }
  }

  /// Writes a member with a number, or with `null` for nil.
  @inline(__always)
  package mutating func member(_ key: StaticString, _ value: Double?) {
    self.key(key)
    if let value { number(value) } else { null() }
  }

  /// Writes a member with a truth value, or with `null` for nil.
  @inline(__always)
  package mutating func member(_ key: StaticString, _ value: Bool?) {
    self.key(key)
    if let value { boolean(value) } else { null() }
  }

  /// Writes a member with an array, one value an element.
  @inline(__always)
  package mutating func member<Elements: Collection>(
    _ key: StaticString, _ elements: Elements,
    _ writeElement: (inout JSONByteWriter, Elements.Element) -> Void
  ) {
    self.key(key)
    array(elements, writeElement)
  }

  /// Writes a member with an array of strings.
  package mutating func member(_ key: StaticString, _ strings: [String]) {
    member(key, strings) { $0.string($1) }
  }
}
